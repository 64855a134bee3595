import type { JSX } from 'preact';
import type { AppState } from '../app/app-state';
import type { TuttiPage } from '../app/tutti-page';
import type { JoinSeat } from '../room/join-api';
import { en } from '../strings/en';
import { CheckIcon, HandIcon } from '../ui/icons';
import { Avatar } from '../ui/picture';

/** "Who are you?": the class as animals; a tap picks one, the green button takes the seat. */
export function PickScreen(props: {
  readonly page: TuttiPage;
  readonly state: Extract<AppState, { stage: 'pick' }>;
}): JSX.Element {
  const { page, state } = props;
  const picked = state.seats.find((seat) => seat.seat === state.picked);
  return (
    <main class="screen pick">
      <h1 class="title">{en.whoAreYou}</h1>
      <div class="seats">
        {state.seats.map((seat) => (
          <SeatCard key={seat.seat} seat={seat} picked={seat === picked} page={page} />
        ))}
      </div>
      <div class="confirm" role="status">
        {picked ? (
          <button
            type="button"
            class="go"
            disabled={state.busy}
            onClick={() => {
              page.claim();
            }}
          >
            <Avatar avatar={picked.avatar} size="badge" />
            <span>{en.iAm(nameOf(picked))}</span>
            <CheckIcon />
          </button>
        ) : (
          state.trouble && (
            <p class="ask">
              <HandIcon />
              <span>{en[state.trouble]}</span>
            </p>
          )
        )}
      </div>
    </main>
  );
}

function SeatCard(props: {
  readonly seat: JoinSeat;
  readonly picked: boolean;
  readonly page: TuttiPage;
}): JSX.Element {
  const { seat, picked, page } = props;
  const name = nameOf(seat);
  return (
    <button
      type="button"
      class={`seat${seat.taken ? ' taken' : ''}${picked ? ' picked' : ''}`}
      aria-label={seat.taken ? en.taken(name) : name}
      aria-pressed={picked}
      data-seat={seat.seat}
      onClick={() => {
        page.pick(seat.seat);
      }}
    >
      <span class="portrait">
        <Avatar avatar={seat.avatar} size="grid" />
        {seat.taken && (
          <span class="tick">
            <CheckIcon />
          </span>
        )}
      </span>
      <span class="seat-name">{name}</span>
    </button>
  );
}

function nameOf(seat: JoinSeat): string {
  return seat.name ?? en.animal(seat.avatar);
}
