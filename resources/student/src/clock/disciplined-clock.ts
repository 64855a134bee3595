/** What the disciplined clock chases: an offset to the server and the skew between the clocks. */
export interface Estimate {
  readonly offset: number;
  readonly skew: number;
}

const kFineMs = 5;
const kCoarseMs = 50;
const kFineSlew = 500e-6;
const kCoarseSlew = 0.02;

/**
 * Server time for everything seen and heard: it follows the estimate without making beats jump.
 * Small errors are slewed; only large ones, or those found while nothing plays, step.
 * Units: milliseconds.
 */
export class DisciplinedClock {
  private started = false;
  private anchor = 0;
  private anchorServer = 0;
  private rate = 1;
  private slew = 0;
  private slewMs = 0;

  get ready(): boolean {
    return this.started;
  }

  reset(): void {
    this.started = false;
  }

  /** Takes the newest estimate. `gentle` is true while music plays and this tablet is in time. */
  chase(now: number, estimate: Estimate, gentle: boolean): void {
    const target = now + estimate.offset;
    const current = this.started ? this.serverAt(now) : target;
    const error = target - current;
    const size = Math.abs(error);
    const steps = !this.started || size > kCoarseMs || (!gentle && size > kFineMs);
    this.started = true;
    this.anchor = now;
    this.rate = 1 + estimate.skew;
    this.anchorServer = steps ? target : current;
    const limit = size < kFineMs ? kFineSlew : kCoarseSlew;
    this.slew = steps ? 0 : Math.sign(error) * limit;
    this.slewMs = steps ? 0 : size / limit;
  }

  /** Server time at the tablet's time `now`. */
  serverAt(now: number): number {
    const passed = now - this.anchor;
    const slewed = Math.max(0, Math.min(passed, this.slewMs));
    return this.anchorServer + passed * this.rate + slewed * this.slew;
  }

  /** The tablet's time at which the server's clock will show `server`. */
  tabletAt(server: number): number {
    const wanted = server - this.anchorServer;
    const whileSlewing = wanted / (this.rate + this.slew);
    if (wanted >= 0 && whileSlewing <= this.slewMs) {
      return this.anchor + whileSlewing;
    }
    const corrected = wanted >= 0 ? wanted - this.slewMs * this.slew : wanted;
    return this.anchor + corrected / this.rate;
  }
}
