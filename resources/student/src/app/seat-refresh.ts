import { askToJoin, isGone, type JoinAnswer } from '../room/join-api';
import type { AppState } from './app-state';
import type { Deps } from './deps';
import type { Wanted } from './repeat';
import type { Store } from './store';

export const kSeatRefreshMs = 3_000;

/**
 * While a child chooses, friends choose too, and the teacher may choose for it: asks for the seats
 * again. What is not for the grid goes to `answered`. False when the grid was left.
 */
export async function refreshSeats(
  deps: Deps,
  store: Store,
  device: string,
  wanted: Wanted,
  answered: (answer: JoinAnswer) => void,
): Promise<boolean> {
  const before = store.state;
  if (before.stage !== 'pick') {
    return false;
  }
  const { code } = before;
  const answer = await askToJoin(deps.post, code, device);
  if (!wanted() || store.state.stage !== 'pick') {
    return false;
  }
  if (answer.kind === 'failed') {
    if (isGone(answer.trouble) && !store.state.busy) {
      store.dispatch({ kind: 'joinFailed', trouble: answer.trouble });
    }
    return true;
  }
  const given = answer.kind === 'open' && answer.room.yours.length > 0;
  if (answer.kind === 'open' && !(given && isUntouched(store.state))) {
    store.dispatch({ kind: 'seatsShown', code: answer.room.code, seats: answer.room.seats });
    return true;
  }
  if (store.state.busy) {
    return true;
  }
  answered(answer);
  return false;
}

/** Nobody has begun to choose here, so a seat the room holds for this tablet can be taken. */
function isUntouched(state: AppState): boolean {
  return (
    state.stage === 'pick' &&
    !state.busy &&
    !state.duo &&
    state.picked.length === 0 &&
    state.kept.length === 0
  );
}
