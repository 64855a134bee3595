/** A moment on both clocks: the audio clock in seconds, the tablet's in milliseconds. */
export interface ClockPair {
  readonly audio: number;
  readonly tablet: number;
}

/** What the pairs of one second come to. */
interface Point {
  readonly at: number;
  readonly off: number;
}

const kSlotMs = 1_000;
const kSlots = 30;
const kPriorDrift = 100e-6;
const kJumpMs = 20;
const kJumpsInARow = 5;

/**
 * Maps the tablet's clock to the audio clock by a line through the last 30 s.
 * `median` fits pairs that scatter both ways (output timestamps); `upper` fits readings that can
 * only be late (currentTime, which moves in blocks).
 */
export class AudioMapping {
  private points: readonly Point[] = [];
  private pairs: ClockPair[] = [];
  private jumps = 0;
  private offset = NaN;
  private offsetAt = 0;
  private drift = 0;

  constructor(private readonly kind: 'median' | 'upper') {}

  get ready(): boolean {
    return !Number.isNaN(this.offset);
  }

  /** Takes a pair; true when the clocks jumped and everything scheduled is void. */
  add(pair: ClockPair): boolean {
    const off = pair.audio * 1000 - pair.tablet;
    const jumped = this.ready && Math.abs(off - this.offsetAtTime(pair.tablet)) > kJumpMs;
    this.jumps = jumped ? this.jumps + 1 : 0;
    const reanchor = this.jumps >= kJumpsInARow;
    if (reanchor) {
      this.points = [];
      this.pairs = [];
      this.jumps = 0;
    }
    if (pair.tablet - (this.pairs[0]?.tablet ?? pair.tablet) >= kSlotMs) {
      this.points = [...this.points.slice(2 - kSlots), this.typical(this.pairs)];
      this.pairs = [];
    }
    this.pairs.push(pair);
    this.fit(pair.tablet);
    return reanchor;
  }

  /** Seconds on the audio clock for a tablet time in milliseconds. */
  audioAt(tablet: number): number {
    return (tablet + this.offsetAtTime(tablet)) / 1000;
  }

  tabletAt(audio: number): number {
    return (audio * 1000 - this.offset + this.drift * this.offsetAt) / (1 + this.drift);
  }

  private offsetAtTime(tablet: number): number {
    return this.offset + this.drift * (tablet - this.offsetAt);
  }

  private fit(now: number): void {
    const points = [...this.points, this.typical(this.pairs)];
    const meanAt = mean(points.map((point) => point.at));
    const meanOff = mean(points.map((point) => point.off));
    let covariance = 0;
    let variance = 0;
    for (const point of points) {
      covariance += (point.at - meanAt) * (point.off - meanOff);
      variance += (point.at - meanAt) ** 2;
    }
    this.drift = covariance / (variance + 1 / kPriorDrift ** 2);
    this.offsetAt = now;
    this.offset = meanOff + this.drift * (now - meanAt);
  }

  private typical(pairs: readonly ClockPair[]): Point {
    const offs = pairs.map((pair) => pair.audio * 1000 - pair.tablet).sort((a, b) => a - b);
    const pick = this.kind === 'median' ? Math.floor(offs.length / 2) : offs.length - 1;
    return { at: mean(pairs.map((pair) => pair.tablet)), off: offs[pick] ?? 0 };
  }
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
