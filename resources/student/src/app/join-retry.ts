import { askForSeats, type Answer, type JoinSeat } from '../room/join-api';
import type { AppState } from './app-state';
import type { Deps } from './deps';
import type { Wanted } from './repeat';
import type { Store } from './store';

export const kRetryJoinMs = 3_000;

/**
 * The laptop did not answer: asks again with the letters that are still in the boxes, without
 * keeping the child from typing others. False when there is nothing to retry.
 */
export async function retryJoin(
  deps: Deps,
  store: Store,
  device: string,
  wanted: Wanted,
  answered: (answer: Answer<readonly JoinSeat[]>) => void,
): Promise<boolean> {
  const code = unanswered(store.state);
  if (code === null) {
    return false;
  }
  const answer = await askForSeats(deps.post, code, device);
  if (!wanted() || unanswered(store.state) !== code) {
    return false;
  }
  if (!answer.ok && answer.trouble === 'noAnswer') {
    return true;
  }
  answered(answer);
  return false;
}

/** The letters that were asked for without an answer. */
function unanswered(state: AppState): string | null {
  return state.stage === 'code' && state.trouble === 'noAnswer' ? state.letters : null;
}
