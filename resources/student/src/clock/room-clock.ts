import { DisciplinedClock } from './disciplined-clock';
import { TwoEnvelopes, type PingSample } from './two-envelopes';

const kTrustedHalfWidthMs = 10;
const kRepliesAfterSleep = 3;

/**
 * This tablet's idea of server time: the estimator and the disciplined clock that follows it.
 * Until the first bound under 10 ms it is not trusted, and the tablet stays silent.
 * Units: milliseconds.
 */
export class RoomClock {
  private readonly estimator: TwoEnvelopes;
  private readonly disciplined = new DisciplinedClock();
  private clockId: string | null = null;
  private repliesMissing = 1;
  private settled = false;
  private lastRtt = NaN;

  constructor(grainMs: number) {
    this.estimator = new TwoEnvelopes(grainMs);
  }

  get ready(): boolean {
    return this.disciplined.ready && this.repliesMissing === 0;
  }

  /** Good enough to click in time with the others. */
  get trusted(): boolean {
    return this.ready && this.settled;
  }

  get uncertainty(): number {
    return this.estimator.width / 2;
  }

  get roundTrip(): number {
    return this.lastRtt;
  }

  get serverClockId(): string | null {
    return this.clockId;
  }

  /** Takes a reply; true when the clocks stepped and a burst of pings should follow. */
  heard(sample: PingSample, clockId: string): boolean {
    const renewed = this.clockId !== null && this.clockId !== clockId;
    if (renewed) {
      this.startOver();
    }
    this.clockId = clockId;
    const stepsBefore = this.estimator.stepCount;
    this.estimator.add(sample);
    this.lastRtt = sample.c3 - sample.c0 - (sample.s2 - sample.s1);
    this.repliesMissing = Math.max(0, this.repliesMissing - 1);
    const stepped = this.estimator.stepCount !== stepsBefore;
    if (stepped) {
      this.settled = false;
    }
    return renewed || stepped;
  }

  /** The tablet may have slept: nothing is believed before a few new replies. */
  doubt(): void {
    this.repliesMissing = kRepliesAfterSleep;
    this.settled = false;
  }

  /** Moves the disciplined clock towards the estimate; call on every scheduler tick. */
  follow(now: number, playing: boolean): void {
    if (!this.estimator.ready) {
      return;
    }
    const offset = this.estimator.offsetAtTime(now);
    if (!this.settled) {
      this.disciplined.reset();
      this.settled = this.uncertainty < kTrustedHalfWidthMs && this.repliesMissing === 0;
    }
    this.disciplined.chase(now, { offset, skew: this.estimator.skewRatio }, playing);
  }

  serverAt(now: number): number {
    return this.disciplined.serverAt(now);
  }

  tabletAt(server: number): number {
    return this.disciplined.tabletAt(server);
  }

  private startOver(): void {
    this.estimator.reset();
    this.disciplined.reset();
    this.settled = false;
  }
}
