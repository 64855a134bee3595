import type { BeatRing } from '../src/ring/beat-ring';
import { gameOf } from '../src/room/parse-game';

/** A Beat Ring of eight beats, as the server tells it. */
export const kRingState = {
  beats: 8,
  each: 1,
  level: 'sprout',
  notes: [60, 62, 64, 67, 69, 67, 64, 62],
  rest: [] as readonly number[],
  phase: 'play',
  round: 2,
  rounds: 4,
  from_beat: 1,
  owners: [[1, 9], [2], [3], [4], [5], [6], [7], [8]],
  next: null,
  watching: [] as readonly number[],
  cover: [] as readonly object[],
  lit: [true, false, null],
  held: 7,
};

export function ringOf(change: object = {}): BeatRing {
  const { ring } = gameOf({ id: 'beat_ring', state: { ...kRingState, ...change } });
  if (!ring) {
    throw new Error('No ring');
  }
  return ring;
}

/** The game of a `room_state` or a `game` event. */
export function ringGame(change: object = {}): { readonly id: string; readonly state: object } {
  return { id: 'beat_ring', state: { ...kRingState, ...change } };
}
