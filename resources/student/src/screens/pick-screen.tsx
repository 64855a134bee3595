import type { JSX } from 'preact';
import type { Picking } from '../app/app-state';
import type { TuttiPage } from '../app/tutti-page';
import type { JoinSeat } from '../room/join-api';
import { en } from '../strings/en';
import { BackIcon, HandIcon } from '../ui/icons';
import { SeatCard } from '../ui/seat-card';
import { SayButton } from '../ui/say-button';
import { ClaimButtons } from '../ui/claim-buttons';

/** "Who are you?": the class as animals; a tap picks one, the green button takes the seat. */
export function PickScreen(props: {
  readonly page: TuttiPage;
  readonly state: Picking;
}): JSX.Element {
  const { page, state } = props;
  const picked = state.picked.flatMap((seat) => seatOf(state, seat) ?? []);
  return (
    <main class="screen pick">
      {state.kept.length > 0 && (
        <button
          type="button"
          class="back"
          aria-label={en.back}
          onClick={() => {
            page.leaveGrid();
          }}
        >
          <BackIcon />
        </button>
      )}
      <div class="pick-title">
        <h1 class="title">{en.whoAreYou}</h1>
        <SayButton text={en.whoAreYou} />
      </div>
      <div class="seats">
        {state.seats.map((seat) => (
          <SeatCard
            key={seat.seat}
            seat={seat}
            picked={picked.includes(seat)}
            kept={state.kept.includes(seat.seat)}
            page={page}
          />
        ))}
      </div>
      <div class="confirm" role="status">
        {picked.length > 0 ? (
          <ClaimButtons page={page} state={state} picked={picked} />
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

function seatOf(state: Picking, seat: number): JoinSeat | undefined {
  return state.seats.find((each) => each.seat === seat);
}
