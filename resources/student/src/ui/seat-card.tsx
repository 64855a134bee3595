import type { JSX } from 'preact';
import type { TuttiPage } from '../app/tutti-page';
import type { JoinSeat } from '../room/join-api';
import { en } from '../strings/en';
import { CheckIcon } from './icons';
import { Avatar } from './picture';

/** One child of the class, to be picked. */
export function SeatCard(props: {
  readonly seat: JoinSeat;
  readonly picked: boolean;
  /** This tablet holds it already. */
  readonly kept: boolean;
  readonly page: TuttiPage;
}): JSX.Element {
  const { seat, picked, kept, page } = props;
  const name = nameOf(seat);
  const taken = seat.taken || kept;
  return (
    <button
      type="button"
      class={`seat${taken ? ' taken' : ''}${picked ? ' picked' : ''}`}
      aria-label={taken ? en.taken(name) : name}
      aria-pressed={picked}
      data-seat={seat.seat}
      onClick={() => {
        page.pick(seat.seat);
      }}
    >
      <span class="portrait">
        <Avatar avatar={seat.avatar} size="grid" />
        {taken && (
          <span class="tick">
            <CheckIcon />
          </span>
        )}
      </span>
      <span class="seat-name">{name}</span>
    </button>
  );
}

export function nameOf(seat: JoinSeat): string {
  return seat.name ?? en.animal(seat.avatar);
}
