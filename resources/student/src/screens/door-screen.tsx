import type { JSX } from 'preact';
import { en } from '../strings/en';
import { HandIcon, NoteIcon } from '../ui/icons';
import { Avatar } from '../ui/picture';
import { Bench, OpenDoor } from '../ui/scenery';

/** Outside a locked room, until the teacher lets this tablet in. Nothing to do here. */
export function DoorScreen(props: {
  readonly code: string;
  readonly tablet: number | null;
}): JSX.Element {
  const { code, tablet } = props;
  return (
    <main class="screen door-screen">
      <div class="door-room">
        <Avatar avatar="fox" size="room-fox" />
        <span class="door-code">{code}</span>
      </div>
      <div class="door-way" aria-hidden="true">
        <OpenDoor />
        <span class="door-music">
          <NoteIcon />
        </span>
      </div>
      <div class="door-bench">
        <span class="door-dots" aria-hidden="true">
          <span />
          <span />
          <span />
        </span>
        <span
          class="door-tablet"
          {...(tablet === null
            ? { 'aria-hidden': 'true' as const }
            : { role: 'img' as const, 'aria-label': en.tablet(tablet) })}
        >
          {tablet}
        </span>
        <Bench />
      </div>
      <h1 class="door-word">
        <HandIcon />
        {en.teacherOpens}
      </h1>
    </main>
  );
}
