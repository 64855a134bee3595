import type { JSX } from 'preact';
import type { InClass, SoundCheck } from '../app/app-state';
import type { TuttiPage } from '../app/tutti-page';
import type { OwnSeat } from '../room/room-event';
import { en } from '../strings/en';
import { HandButton, Me } from '../ui/class-header';
import { CheckIcon, NoteIcon, SingleNoteIcon } from '../ui/icons';
import { Avatar } from '../ui/picture';
import { Bell, Thinking, VolumeKeys, Waves } from '../ui/scenery';

/** A bell to ring, and whether it was heard. Its touch also lets the page sound at all. */
export function SoundcheckScreen(props: {
  readonly page: TuttiPage;
  readonly state: InClass;
  readonly own: OwnSeat;
  readonly check: SoundCheck;
}): JSX.Element {
  const { page, state, own, check } = props;
  return (
    <main class="screen soundcheck">
      <h1 class="only-read">{en.soundcheck}</h1>
      <header class="class-header">
        <div class="them">
          {state.room.own.map((each) => (
            <Me key={each.seat} own={each} />
          ))}
        </div>
        <HandButton page={page} own={own} />
      </header>
      <div class={check.rung ? 'bell-place rung' : 'bell-place'}>
        <Waves side="left" />
        <button
          type="button"
          class="bell"
          aria-label={en.ringBell}
          onClick={() => {
            page.players.ringBell();
          }}
        >
          <Bell />
        </button>
        {check.nothing > 0 && !check.rung ? (
          <span class="keys-hint">
            <VolumeKeys />
            <span class="only-read" role="status">
              {en.louder}
            </span>
          </span>
        ) : (
          <Waves side="right" />
        )}
      </div>
      <Answers page={page} avatar={own.avatar} rung={check.rung} />
    </main>
  );
}

function Answers(props: {
  readonly page: TuttiPage;
  readonly avatar: string;
  readonly rung: boolean;
}): JSX.Element {
  const { page, avatar, rung } = props;
  return (
    <div class="answers">
      <button
        type="button"
        class="heard"
        aria-label={en.heardIt}
        disabled={!rung}
        onClick={() => {
          page.players.judgeSound(true);
        }}
      >
        <NoteIcon />
        <Avatar avatar={avatar} size="listener" />
        <SingleNoteIcon />
        <span class="yes">
          <CheckIcon />
        </span>
      </button>
      <button
        type="button"
        class="heard nothing"
        aria-label={en.heardNothing}
        disabled={!rung}
        onClick={() => {
          page.players.judgeSound(false);
        }}
      >
        <Avatar avatar={avatar} size="listener" />
        <Thinking />
        <VolumeKeys />
      </button>
    </div>
  );
}
