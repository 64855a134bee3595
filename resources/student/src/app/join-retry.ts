import { askToJoin, type JoinAnswer } from '../room/join-api';
import type { AppState } from './app-state';
import type { Deps } from './deps';
import type { Wanted } from './repeat';
import type { Store } from './store';

export const kRetryJoinMs = 3_000;

/**
 * The laptop did not answer: asks again with the letters that are still in the boxes, without
 * keeping the child from typing others. False when there is nothing to retry.
 */
export function retryJoin(
  deps: Deps,
  store: Store,
  device: string,
  wanted: Wanted,
  answered: (answer: JoinAnswer) => void,
): Promise<boolean> {
  return askAgain(unanswered, deps, store, device, wanted, answered);
}

/** The door is locked: knocks again. False when the door was left. */
export function knock(
  deps: Deps,
  store: Store,
  device: string,
  wanted: Wanted,
  answered: (answer: JoinAnswer) => void,
): Promise<boolean> {
  return askAgain(lockedOut, deps, store, device, wanted, answered);
}

async function askAgain(
  codeOf: (state: AppState) => string | null,
  deps: Deps,
  store: Store,
  device: string,
  wanted: Wanted,
  answered: (answer: JoinAnswer) => void,
): Promise<boolean> {
  const code = codeOf(store.state);
  if (code === null) {
    return false;
  }
  const answer = await askToJoin(deps.post, code, device);
  if (!wanted() || codeOf(store.state) !== code) {
    return false;
  }
  const same = answer.kind === 'waiting' && store.state.stage === 'door';
  if (same || (answer.kind === 'failed' && isPassing(answer.trouble))) {
    return true;
  }
  answered(answer);
  return false;
}

function isPassing(trouble: string): boolean {
  return trouble === 'noAnswer' || trouble === 'slowDown';
}

/** The letters that were asked for without an answer. */
function unanswered(state: AppState): string | null {
  return state.stage === 'code' && state.trouble === 'noAnswer' ? state.letters : null;
}

function lockedOut(state: AppState): string | null {
  return state.stage === 'door' ? state.code : null;
}
