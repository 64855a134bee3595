import type { JSX } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { dotsAt } from '../timeline/dots';
import type { Timeline } from '../timeline/timeline';
import { useFrames } from './use-frames';

/** The server's time now in ms, or null while this tablet does not know it. */
export type ServerNow = () => number | null;

/** The pulses of the bar as dots; the one that sounds is large. Drawn from the shared clock. */
export function BeatDots(props: {
  readonly timeline: Timeline;
  readonly serverNow: ServerNow;
}): JSX.Element {
  const { timeline, serverNow } = props;
  const row = useRef<HTMLDivElement>(null);
  const [count, setCount] = useState(() => dotsAt(timeline, serverNow()).count);

  useFrames(() => {
    const dots = dotsAt(timeline, serverNow());
    setCount(dots.count); // A change of meter becomes due without any message.
    Array.from(row.current?.children ?? []).forEach((dot, index) => {
      dot.classList.toggle('on', dots.on === index);
    });
  }, [timeline]);

  return (
    <div class="beat-dots" ref={row} aria-hidden="true">
      {Array.from({ length: count }, (_, index) => (
        <span key={index} class={index === 0 ? 'dot first' : 'dot'} />
      ))}
    </div>
  );
}
