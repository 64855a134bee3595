import type { JSX } from 'preact';
import type { TuttiPage } from '../app/tutti-page';
import type { OwnSeat } from '../room/room-event';
import { en } from '../strings/en';
import { BeatDots } from './beat-dots';
import { HandIcon } from './icons';
import { Avatar } from './picture';
import type { SeatScreenProps } from './seat-screen';

/** The band above every class screen: who I am, the beat, my hand. */
export function ClassHeader({ page, state, own }: SeatScreenProps): JSX.Element {
  return (
    <header class="class-header">
      <Me own={own} />
      <BeatDots timeline={state.room.timeline} serverNow={() => page.serverNow()} />
      <HandButton page={page} own={own} />
    </header>
  );
}

/** The child's picture, and the first name if the class shows names. */
export function Me({ own }: { readonly own: OwnSeat }): JSX.Element {
  return (
    <div class="me">
      <Avatar avatar={own.avatar} size="small framed" />
      <span class="my-name">{own.name}</span>
    </div>
  );
}

export function HandButton(props: {
  readonly page: TuttiPage;
  readonly own: OwnSeat;
}): JSX.Element {
  const { page, own } = props;
  return (
    <button
      type="button"
      class={own.hand ? 'hand up' : 'hand'}
      aria-label={own.hand ? en.lowerHand : en.raiseHand}
      aria-pressed={own.hand}
      onClick={() => {
        page.players.toggleHand(own.seat);
      }}
    >
      <HandIcon />
    </button>
  );
}
