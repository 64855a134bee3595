import type { JSX } from 'preact';
import { kMostPlayers, type Picking } from '../app/app-state';
import type { TuttiPage } from '../app/tutti-page';
import type { JoinSeat } from '../room/join-api';
import { en } from '../strings/en';
import { CheckIcon, PlusIcon } from './icons';
import { Avatar } from './picture';
import { nameOf } from './seat-card';

/** "I'm …", and room for a friend who shares the tablet. */
export function ClaimButtons(props: {
  readonly page: TuttiPage;
  readonly state: Picking;
  readonly picked: readonly JoinSeat[];
}): JSX.Element {
  const { page, state, picked } = props;
  const missing = state.duo && picked.length < kMostPlayers;
  const [one, other] = picked.map(nameOf);
  return (
    <div class="claim">
      <button
        type="button"
        class="go"
        disabled={state.busy || missing}
        onClick={() => {
          page.claim();
        }}
      >
        <span class="badges">
          {picked.map((seat) => (
            <Avatar key={seat.seat} avatar={seat.avatar} size="badge" />
          ))}
          {missing && <span class="empty-place" aria-hidden="true" />}
        </span>
        <span>{other === undefined ? en.iAm(one ?? '') : en.weAre(one ?? '', other)}</span>
        <CheckIcon />
      </button>
      {state.kept.length === 0 && (
        <button
          type="button"
          class={state.duo ? 'friend-button on' : 'friend-button'}
          aria-label={state.duo ? en.alone : en.addFriend}
          aria-pressed={state.duo}
          onClick={() => {
            page.pickTwo(!state.duo);
          }}
        >
          <PlusIcon />
          <span class="empty-place" aria-hidden="true" />
        </button>
      )}
    </div>
  );
}
