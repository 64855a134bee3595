import { askForSeats } from '../room/join-api';
import type { Deps } from './deps';
import type { Store } from './store';

const kAskMs = 5_000;

/**
 * While the class is lost, asks now and then whether its room still exists: a token that died with
 * its room is refused before the channel could say why. Ends by itself when the class is left.
 */
export function watchLostRoom(deps: Deps, store: Store, device: string, gone: () => void): void {
  deps.after(kAskMs, () => {
    void askWhenLost(deps, store, device, gone);
  });
}

async function askWhenLost(
  deps: Deps,
  store: Store,
  device: string,
  gone: () => void,
): Promise<void> {
  const before = store.state;
  if (before.stage !== 'class') {
    return;
  }
  if (before.link === 'lost') {
    const answer = await askForSeats(deps.post, before.pass.code, device);
    const still = store.state;
    const dead = !answer.ok && ['wrongCode', 'roomClosed'].includes(answer.trouble);
    if (dead && still.stage === 'class' && still.link === 'lost') {
      gone();
      return;
    }
  }
  watchLostRoom(deps, store, device, gone);
}
