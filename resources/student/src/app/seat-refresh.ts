import { askForSeats, isGone } from '../room/join-api';
import type { Deps } from './deps';
import type { Wanted } from './repeat';
import type { Store } from './store';

export const kSeatRefreshMs = 3_000;

/** While a child chooses, friends choose too: asks for the seats again. False when the grid was left. */
export async function refreshSeats(
  deps: Deps,
  store: Store,
  device: string,
  wanted: Wanted,
): Promise<boolean> {
  const before = store.state;
  if (before.stage !== 'pick') {
    return false;
  }
  const { code } = before;
  const answer = await askForSeats(deps.post, code, device);
  if (!wanted() || store.state.stage !== 'pick') {
    return false;
  }
  if (answer.ok) {
    store.dispatch({ kind: 'seatsShown', code, seats: answer.value });
  } else if (isGone(answer.trouble) && !store.state.busy) {
    store.dispatch({ kind: 'joinFailed', trouble: answer.trouble });
  }
  return true;
}
