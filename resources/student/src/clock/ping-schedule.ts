const kBurstPings = 15;
const kBurstGapMs = 60;
const kSettlePings = 24;
const kSettleGapMs = 250;

/** Says how long to wait before each ping: a burst, six quick seconds, then the server's pace. */
export class PingSchedule {
  private sent = 0;
  private steadyMs = 500;

  constructor(private readonly random: () => number) {}

  burst(): void {
    this.sent = 0;
  }

  /** The server's wish, within reason. */
  pace(milliseconds: number): void {
    this.steadyMs = Math.max(200, Math.min(5_000, milliseconds));
  }

  nextGap(): number {
    this.sent += 1;
    if (this.sent < kBurstPings) {
      return kBurstGapMs;
    }
    if (this.sent < kBurstPings + kSettlePings) {
      return kSettleGapMs;
    }
    return this.steadyMs * (0.8 + 0.4 * this.random());
  }
}
