/** What a pad plays on. Times are this tablet's, in ms. */
export interface Player {
  /** True if it sounded. */
  play(midi: number, touchedAt: number): boolean;
  stop(midi: number, at: number): void;
}

/** What is on the surface now: pads are numbered in the order of these notes. */
export interface Live {
  readonly notes: readonly number[];
  readonly player: Player;
}

export type SetDown = (down: ReadonlySet<number>) => void;
