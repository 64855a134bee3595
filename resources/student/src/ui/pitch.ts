import { en } from '../strings/en';

export type Letter = 'C' | 'D' | 'E' | 'F' | 'G' | 'A' | 'B';

export interface Pitch {
  readonly letter: Letter;
  readonly sharp: boolean;
  /** The second C of an instrument has a ring instead of a disc. */
  readonly high: boolean;
  readonly name: string;
}

const kLetters: readonly Letter[] = ['C', 'C', 'D', 'D', 'E', 'F', 'F', 'G', 'G', 'A', 'A', 'B'];
const kSharps = [1, 3, 6, 8, 10];

/** How a note looks and is called on an instrument with these notes. */
export function pitchOf(midi: number, notes: readonly number[]): Pitch {
  const step = ((midi % 12) + 12) % 12;
  const letter = kLetters[step] ?? 'C';
  const sharp = kSharps.includes(step);
  const high = notes.some((other) => other < midi && (midi - other) % 12 === 0);
  return { letter, sharp, high, name: sharp ? en.sharp(letter) : letter };
}
