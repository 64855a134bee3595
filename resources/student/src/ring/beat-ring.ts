/** Who owns each beat: the seats of beat 1 first. */
export type Owners = readonly (readonly number[])[];

export type RingPhase = 'play' | 'paused' | 'held' | 'done';

/** A seat whose tablet plays a beat by itself, because nobody who owns it is here. */
export interface Cover {
  readonly beat: number;
  readonly seat: number;
}

/** The state of a Beat Ring. Beats count from 1 in the ring, pulses from the first downbeat. */
export interface BeatRing {
  readonly beats: number;
  /** The note of each beat. */
  readonly notes: readonly number[];
  /** Beats in which nobody plays. */
  readonly rest: readonly number[];
  readonly phase: RingPhase;
  readonly round: number;
  /** The pulse from which `owners` hold. */
  readonly fromBeat: number;
  readonly owners: Owners;
  /** Who takes over from a later pulse on; sent ahead. */
  readonly next: { readonly fromBeat: number; readonly owners: Owners } | null;
  /** Seats that came in the middle of a round. */
  readonly watching: readonly number[];
  readonly cover: readonly Cover[];
  /** Whether each beat was answered at its latest turn; null if it had none. */
  readonly lit: readonly (boolean | null)[];
  /** Passes in which the ring held, this round. */
  readonly held: number;
}

/** How a round went for the group. */
export interface GroupResult {
  readonly round: number;
  readonly held: number;
  readonly final: boolean;
}

/** The beat of the ring at a pulse. */
export function beatAt(ring: BeatRing, pulse: number): number {
  return modulo(Math.floor(pulse) - 1, ring.beats) + 1;
}

/** Who owns the beats at a pulse; null while nothing plays. */
export function ownersAt(ring: BeatRing, pulse: number | null): Owners {
  const { next, owners } = ring;
  return next && pulse !== null && pulse >= next.fromBeat ? next.owners : owners;
}

/** The ring once the owners that were sent ahead took over; the same one before that. */
export function ringAt(ring: BeatRing, pulse: number | null): BeatRing {
  const { next } = ring;
  return next && pulse !== null && pulse >= next.fromBeat
    ? { ...ring, fromBeat: next.fromBeat, owners: next.owners, next: null }
    : ring;
}

/** The beats a seat owns. */
export function beatsOf(owners: Owners, seat: number): readonly number[] {
  return owners.flatMap((seats, index) => (seats.includes(seat) ? [index + 1] : []));
}

/** The beats a seat plays now: none while it watches, the ring rests, or all its beats are rests. */
export function playedBeats(ring: BeatRing, seat: number, pulse: number | null): readonly number[] {
  if (ring.phase !== 'play' || ring.watching.includes(seat)) {
    return [];
  }
  return beatsOf(ownersAt(ring, pulse), seat).filter((beat) => !ring.rest.includes(beat));
}

/**
 * The own beat nearest to a place in the music; of two equally near ones, that which comes. Without
 * music, the first.
 */
export function nearestBeat(
  ring: BeatRing,
  own: readonly number[],
  place: number | null,
): number | null {
  let nearest: number | null = null;
  let least = Infinity;
  for (const beat of own) {
    const ahead = place === null ? 0 : modulo(beat - place, ring.beats);
    const distance = Math.min(ahead, ring.beats - ahead);
    if (distance < least || (distance === least && ahead === distance && place !== null)) {
      nearest = beat;
      least = distance;
    }
  }
  return nearest;
}

export const kTurnDots = 3;

/**
 * How many of the three dots are full: one more with each pulse before the seat's turn, also before
 * its first turn in a beat that it gets from the owners sent ahead.
 */
export function turnDots(ring: BeatRing, seat: number, place: number | null): number {
  if (place === null) {
    return 0;
  }
  for (let ahead = 0; ahead < kTurnDots; ahead += 1) {
    if (hasTurn(ring, seat, Math.floor(place) + ahead)) {
      return kTurnDots - ahead;
    }
  }
  return 0;
}

function hasTurn(ring: BeatRing, seat: number, pulse: number): boolean {
  const beat = beatAt(ring, pulse);
  const rests = ring.phase !== 'play' || ring.watching.includes(seat) || ring.rest.includes(beat);
  return !rests && ownersAt(ring, pulse)[beat - 1]?.includes(seat) === true;
}

/** The note of a beat. */
export function noteOf(ring: BeatRing, beat: number): number {
  return ring.notes[beat - 1] ?? 60;
}

/** The notes these seats' tablet plays by itself at a pulse, because their owners are missing. */
export function coveredNotes(
  ring: BeatRing,
  seats: readonly number[],
  pulse: number,
): readonly number[] {
  if (ring.phase !== 'play') {
    return [];
  }
  const beat = beatAt(ring, pulse);
  return ring.cover
    .filter((cover) => cover.beat === beat && seats.includes(cover.seat))
    .filter((cover) => !ring.rest.includes(cover.beat))
    .map((cover) => noteOf(ring, cover.beat));
}

export function modulo(value: number, by: number): number {
  return ((value % by) + by) % by;
}
