import { fitSkew, type SkewPoint } from './fit-skew';

/** One answered ping, in milliseconds: sent and received on this tablet's clock, s1 and s2 on the server's. */
export interface PingSample {
  readonly c0: number;
  readonly s1: number;
  readonly s2: number;
  readonly c3: number;
}

interface Bucket {
  readonly slot: number;
  upper: number;
  upperAt: number;
  lower: number;
  lowerAt: number;
}

const kBucketMs = 5_000;
const kSkewHistoryMs = 240_000;
const kOffsetWindowMs = 60_000;
const kSkewNeedsMs = 40_000;
const kGroup = 4;
const kStepMs = 3;
const kSleepMs = 250;

/**
 * Estimates server time minus tablet time from ping samples.
 * The true offset always lies between s2 − c3 and s1 − c0, and waiting in queues only widens that
 * gap, so the lowest upper bound and the highest lower bound are kept apart: they need not come
 * from one ping. Half of `width` is a hard bound on the error.
 * Units: milliseconds; skew is a ratio.
 */
export class TwoEnvelopes {
  private buckets: Bucket[] = [];
  private recent: PingSample[] = [];
  private offset: number | null = null;
  private offsetAt = 0;
  private skew = 0;
  private spread = Infinity;
  private contradictions = 0;
  private steps = 0;

  /** `grainMs` is the smallest step of the tablet's clock; half of it corrects every reading. */
  constructor(private readonly grainMs = 0) {}

  get ready(): boolean {
    return this.offset !== null;
  }

  get width(): number {
    return this.spread;
  }

  get skewRatio(): number {
    return this.skew;
  }

  /** How often the history was thrown away because the clocks stepped. */
  get stepCount(): number {
    return this.steps;
  }

  reset(): void {
    this.forget();
    this.recent = [];
  }

  /** Server minus tablet time at the tablet's time `now`; NaN before the first sample. */
  offsetAtTime(now: number): number {
    return this.offset === null ? NaN : this.offset + this.skew * (now - this.offsetAt);
  }

  add(raw: PingSample): void {
    const half = this.grainMs / 2;
    const sample = { ...raw, c0: raw.c0 + half, c3: raw.c3 + half };
    this.recent = [...this.recent.slice(-7), sample];
    if (this.stepped(sample)) {
      return;
    }
    this.keep(sample);
    this.fit(sample.c3);
  }

  private stepped(sample: PingSample): boolean {
    if (this.offset === null) {
      return false;
    }
    const model = this.offsetAtTime(sample.c3);
    const contradiction = Math.max(model - (sample.s1 - sample.c0), sample.s2 - sample.c3 - model);
    this.contradictions = contradiction > kStepMs ? this.contradictions + 1 : 0;
    const slept = contradiction > kSleepMs;
    if (this.contradictions < 3 && !slept) {
      return false;
    }
    this.forget();
    this.steps += 1;
    this.recent.slice(slept ? -1 : -3).forEach((kept) => {
      this.keep(kept);
    });
    this.fit(sample.c3);
    return true;
  }

  private forget(): void {
    this.buckets = [];
    this.offset = null;
    this.skew = 0;
    this.spread = Infinity;
    this.contradictions = 0;
  }

  private keep(sample: PingSample): void {
    const upper = sample.s1 - sample.c0;
    const lower = sample.s2 - sample.c3;
    const bucket = this.bucketFor(Math.floor(sample.c3 / kBucketMs));
    if (upper - this.skew * sample.c0 < bucket.upper - this.skew * bucket.upperAt) {
      bucket.upper = upper;
      bucket.upperAt = sample.c0;
    }
    if (lower - this.skew * sample.c3 > bucket.lower - this.skew * bucket.lowerAt) {
      bucket.lower = lower;
      bucket.lowerAt = sample.c3;
    }
  }

  private bucketFor(slot: number): Bucket {
    const last = this.buckets[this.buckets.length - 1];
    if (last?.slot === slot) {
      return last;
    }
    const fresh = { slot, upper: Infinity, upperAt: 0, lower: -Infinity, lowerAt: 0 };
    const oldest = slot - kSkewHistoryMs / kBucketMs;
    this.buckets = [...this.buckets.filter((bucket) => bucket.slot >= oldest), fresh];
    return fresh;
  }

  private fit(now: number): void {
    const first = this.buckets[0];
    const last = this.buckets[this.buckets.length - 1];
    if (!first || !last) {
      return;
    }
    if ((last.slot - first.slot) * kBucketMs >= kSkewNeedsMs) {
      this.skew = fitSkew(this.skewPoints());
    }
    const oldest = last.slot - kOffsetWindowMs / kBucketMs;
    const bounds = this.boundsAt(
      now,
      this.buckets.filter((bucket) => bucket.slot >= oldest),
    );
    this.offset = (bounds.upper + bounds.lower) / 2;
    this.offsetAt = now;
    // Bounds that cross contradict each other by as much as the error may be: the clocks stepped.
    this.spread = Math.abs(bounds.upper - bounds.lower);
  }

  private boundsAt(now: number, buckets: readonly Bucket[]): { upper: number; lower: number } {
    let upper = Infinity;
    let lower = -Infinity;
    for (const bucket of buckets) {
      upper = Math.min(upper, bucket.upper - this.skew * (bucket.upperAt - now));
      lower = Math.max(lower, bucket.lower - this.skew * (bucket.lowerAt - now));
    }
    return { upper, lower };
  }

  private skewPoints(): SkewPoint[] {
    const points: SkewPoint[] = [];
    for (let start = 0; start + kGroup <= this.buckets.length; start += kGroup) {
      const group = this.buckets.slice(start, start + kGroup);
      const upper = group.reduce((best, each) =>
        each.upper - this.skew * each.upperAt < best.upper - this.skew * best.upperAt ? each : best,
      );
      const lower = group.reduce((best, each) =>
        each.lower - this.skew * each.lowerAt > best.lower - this.skew * best.lowerAt ? each : best,
      );
      const at = (upper.upperAt + lower.lowerAt) / 2;
      const { upper: high, lower: low } = this.boundsAt(at, group);
      points.push({ at, middle: (high + low) / 2, width: high - low });
    }
    return points;
  }
}
