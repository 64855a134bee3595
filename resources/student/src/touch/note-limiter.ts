const kWindowMs = 1_000;
const kSoftFrom = 15;
const kLimit = 20;

/**
 * Keeps one seat to 20 notes a second, softly: from the 15th on notes fade, beyond the 20th they
 * are silent. Units: milliseconds.
 */
export class NoteLimiter {
  private recent: number[] = [];

  /** The share of full loudness this note may have; 0 drops it. */
  admit(now: number): number {
    this.recent = this.recent.filter((at) => now - at < kWindowMs);
    const count = this.recent.length;
    if (count >= kLimit) {
      return 0;
    }
    this.recent.push(now);
    return count < kSoftFrom ? 1 : 1 - (count - kSoftFrom + 1) / (kLimit - kSoftFrom + 1);
  }
}
