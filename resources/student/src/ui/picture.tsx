import type { JSX } from 'preact';
import { avatarDrawing } from './pictures';

/** A drawing that is part of the page's own files. */
export function Drawing(props: { readonly svg: string; readonly className: string }): JSX.Element {
  return (
    <span
      class={props.className}
      aria-hidden="true"
      dangerouslySetInnerHTML={{ __html: props.svg }}
    />
  );
}

/** A child's animal in its round frame. */
export function Avatar(props: { readonly avatar: string; readonly size: string }): JSX.Element {
  return <Drawing svg={avatarDrawing(props.avatar)} className={`avatar ${props.size}`} />;
}
