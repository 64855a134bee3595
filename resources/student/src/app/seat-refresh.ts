import { askForSeats } from '../room/join-api';
import type { Deps } from './deps';
import type { Store } from './store';

const kRefreshMs = 3_000;

/** While a child chooses, friends choose too: asks for the seats again until the grid is left. */
export function refreshSeats(deps: Deps, store: Store, code: string, device: string): void {
  deps.after(kRefreshMs, () => {
    if (store.state.stage !== 'pick') {
      return;
    }
    void askForSeats(deps.post, code, device).then((answer) => {
      if (answer.ok && store.state.stage === 'pick') {
        store.dispatch({ kind: 'seatsShown', code, seats: answer.value });
      }
      refreshSeats(deps, store, code, device);
    });
  });
}
