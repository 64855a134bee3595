import type { JSX } from 'preact';
import type { InClass } from '../app/app-state';
import type { TuttiPage } from '../app/tutti-page';
import { en } from '../strings/en';
import { ClassHeader } from '../ui/class-header';
import { HandIcon, NoteIcon, OfflineIcon, PlayIcon, PlusIcon } from '../ui/icons';
import { Avatar } from '../ui/picture';
import { School } from '../ui/scenery';
import { SeatScreen, type SeatScreenProps } from '../ui/seat-screen';

/** Before the lesson starts: the child's picture, the hand, and room for a friend at this tablet. */
export function WaitingScreen(props: SeatScreenProps): JSX.Element {
  const { page, state, own, half } = props;
  const { adding } = state;
  return (
    <SeatScreen half={half} look="waiting">
      <ClassHeader {...props} />
      <div class="centre">
        <Waiting avatar={own.avatar} />
      </div>
      {half === 'whole' && (
        <div class="no-friend" role="status">
          {adding !== null && adding !== 'asking' && (
            <p class="ask">
              <HandIcon />
              <span>{en[adding]}</span>
            </p>
          )}
        </div>
      )}
      {half === 'whole' && (
        <button
          type="button"
          class="friend-button"
          aria-label={en.addFriend}
          disabled={adding === 'asking'}
          onClick={() => {
            page.addFriend();
          }}
        >
          <PlusIcon />
          <span class="empty-place" aria-hidden="true" />
        </button>
      )}
    </SeatScreen>
  );
}

/** The seat is claimed, and the room has not answered yet. */
export function JoiningScreen({ state }: { readonly state: InClass }): JSX.Element {
  return (
    <main class="screen waiting">
      <div class="centre">
        <Waiting avatar={state.pass.avatar} />
      </div>
    </main>
  );
}

function Waiting({ avatar }: { readonly avatar: string }): JSX.Element {
  return (
    <>
      <Avatar avatar={avatar} size="huge framed" />
      <span class="soon" aria-hidden="true">
        <NoteIcon />
      </span>
      <h1 class="title">{en.waitForMusic}</h1>
    </>
  );
}

/** The browser wants a touch before it lets the page sound. */
export function WakeScreen(props: {
  readonly page: TuttiPage;
  readonly state: InClass;
}): JSX.Element {
  const { page, state } = props;
  return (
    <main class="screen waiting">
      <button
        type="button"
        class="wake"
        onClick={() => {
          page.players.wake();
        }}
      >
        <Avatar avatar={state.room.own[0]?.avatar ?? state.pass.avatar} size="huge framed" />
        <span class="go-round">
          <PlayIcon />
        </span>
        <span class="title">{en.tapToPlay}</span>
      </button>
    </main>
  );
}

/** The way back to the class; the card appears when it takes long. */
export function ReconnectingScreen({ state }: { readonly state: InClass }): JSX.Element {
  return (
    <main class="screen reconnecting">
      <header class="class-header">
        <div class="me">
          <Avatar avatar={state.pass.avatar} size="small framed" />
          <span class="my-name">{state.room.own[0]?.name ?? state.pass.name}</span>
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
