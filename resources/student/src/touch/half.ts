/** The part of a tablet one child plays on; two who share it have a half each. */
export type Half = 'whole' | 'left' | 'right';

const kHomeRow = 'asdfghjk';
const kRightHand = "l;'";

/** The letters that are the pads from the left. */
export function keysOf(half: Half): string {
  return half === 'right' ? kRightHand : kHomeRow;
}

/** Whether space and enter belong to this part while nothing has the focus. */
export function takesBareKeys(half: Half): boolean {
  return half !== 'right';
}

const kMostPads = 3;
const kDrumsForTwo = [36, 70];
/** So, mi and la: what small hands sing first. */
const kTrio = [4, 7, 9];

/** What fits into half a tablet of an instrument: two drums, or three bars. */
export function notesForHalf(
  notes: readonly number[],
  drums: boolean,
  half: Half,
): readonly number[] {
  if (half === 'whole' || notes.length <= (drums ? 2 : kMostPads)) {
    return notes;
  }
  const wanted = drums
    ? notes.filter((note) => kDrumsForTwo.includes(note))
    : notes.filter((note) => kTrio.includes(note % 12)).slice(0, kMostPads);
  const enough = wanted.length >= 2;
  return enough ? wanted : notes.slice(0, drums ? 2 : kMostPads);
}
