import type { JSX } from 'preact';
import { en } from '../strings/en';
import { ClassHeader, type ClassScreenProps } from '../ui/class-header';
import { ArrowIcon, HandIcon, MoonIcon, NoteIcon, OfflineIcon, PlayIcon } from '../ui/icons';
import { Avatar } from '../ui/picture';
import { Cart, School, WavingArm } from '../ui/scenery';

/** Before the lesson starts: the child's picture, and nothing to tap but the hand. */
export function WaitingScreen({ page, state }: ClassScreenProps): JSX.Element {
  return (
    <main class="screen waiting">
      <ClassHeader page={page} state={state} />
      <div class="centre">
        <Avatar avatar={state.room.own?.avatar ?? state.pass.avatar} size="huge framed" />
        <span class="soon" aria-hidden="true">
          <NoteIcon />
        </span>
        <h1 class="title">{en.waitForMusic}</h1>
      </div>
    </main>
  );
}

/** The browser wants a touch before it lets the page sound. */
export function WakeScreen({ page, state }: ClassScreenProps): JSX.Element {
  return (
    <main class="screen waiting">
      <button
        type="button"
        class="wake"
        onClick={() => {
          page.wake();
        }}
      >
        <Avatar avatar={state.room.own?.avatar ?? state.pass.avatar} size="huge framed" />
        <span class="go-round">
          <PlayIcon />
        </span>
        <span class="title">{en.tapToPlay}</span>
      </button>
    </main>
  );
}

/** The way back to the class; the card appears when it takes long. */
export function ReconnectingScreen({ state }: ClassScreenProps): JSX.Element {
  return (
    <main class="screen reconnecting">
      <header class="class-header">
        <div class="me">
          <Avatar avatar={state.pass.avatar} size="small framed" />
          <span class="my-name">{state.room.own?.name ?? state.pass.name}</span>
        </div>
        <span class="offline" aria-hidden="true">
          <OfflineIcon />
        </span>
      </header>
      <div class="way" aria-hidden="true">
        <Avatar avatar={state.pass.avatar} size="big framed" />
        <span class="steps">
          {Array.from({ length: 7 }, (_, index) => (
            <span key={index} class={`step step-${index}`} />
          ))}
        </span>
        <School />
      </div>
      <h1 class="title" aria-live="polite">
        {en.finding}
      </h1>
      <div class="help-place">
        {state.longLost && (
          <div class="help-card">
            <HandIcon />
            <p>
              <strong>{en.stillHere}</strong>
              <span>
                {en.room} <b class="room-code">{state.pass.code}</b>
              </span>
            </p>
          </div>
        )}
      </div>
    </main>
  );
}

/** The room's fox says goodbye; later it sleeps. No child's name stays on the glass. */
export function ByeScreen({ asleep }: { readonly asleep: boolean }): JSX.Element {
  return (
    <main class={asleep ? 'screen night bye asleep' : 'screen night bye'}>
      <div class="sky" aria-hidden="true" />
      <div class="farewell" aria-hidden="true">
        {!asleep && <WavingArm />}
        <Avatar avatar="fox" size="goodbye framed" />
      </div>
      <h1 class="word">{asleep ? '' : en.bye}</h1>
      <div class="put-away" aria-hidden="true">
        <span class="little-tablet">
          <MoonIcon />
        </span>
        <ArrowIcon />
        <Cart />
      </div>
    </main>
  );
}
