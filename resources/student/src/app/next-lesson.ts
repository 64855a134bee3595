import { askToJoin, isGone, type JoinAnswer } from '../room/join-api';
import { fieldsOf } from '../room/wire';
import type { Deps } from './deps';
import type { Wanted } from './repeat';
import type { Store } from './store';

const kFirstPauseMs = 15_000;
const kLongestPauseMs = 120_000;

/** A cupboard full of tablets asks ever more seldom. */
export function pauseBeforeLesson(times: number): number {
  return Math.min(kLongestPauseMs, kFirstPauseMs * 1.5 ** times);
}

/**
 * After a bye, looks for the next lesson at this address. Asks first whether a room is open at all,
 * since a code that opens nothing counts as a wrong try. False when there is nothing to wait for.
 */
export async function lookForLesson(
  deps: Deps,
  store: Store,
  ask: { readonly code: string; readonly device: string },
  wanted: Wanted,
  answered: (answer: JoinAnswer) => void,
): Promise<boolean> {
  if (store.state.stage !== 'bye') {
    return false;
  }
  const health = fieldsOf(await deps.get('/health'));
  if (!wanted() || health?.['room'] !== 'open') {
    return wanted();
  }
  const answer = await askToJoin(deps.post, ask.code, ask.device);
  if (!wanted()) {
    return false;
  }
  if (answer.kind === 'failed' && isGone(answer.trouble)) {
    store.dispatch({ kind: 'seatLost', letters: '' }); // The room has another code now.
    return false;
  }
  if (answer.kind === 'failed') {
    return true;
  }
  answered(answer);
  return false;
}
