const kFirstPatienceMs = 500;
const kLongestPatienceMs = 30_000;
/** A longer gap between two looks says something about the page, not about the audio clock. */
const kLongestLookMs = 100;
const kWellMs = 10_000;

/**
 * Notices an audio clock that claims to run and stands still. Each alarm doubles the patience, since
 * a new context does not help everywhere; a while of running well restores it. Units: milliseconds.
 */
export class StallWatch {
  private lastAudio = 0;
  private lookedAt: number | null = null;
  private stood = 0;
  private ran = 0;
  private patience = kFirstPatienceMs;

  /** Takes a look; true when the clock stood still for too long. */
  stands(audio: number, tablet: number): boolean {
    const passed = Math.min(tablet - (this.lookedAt ?? tablet), kLongestLookMs);
    this.lookedAt = tablet;
    if (audio !== this.lastAudio) {
      this.moved(audio, passed);
      return false;
    }
    this.stood += passed;
    if (this.stood < this.patience) {
      return false;
    }
    this.stood = 0;
    this.ran = 0;
    this.patience = Math.min(2 * this.patience, kLongestPatienceMs);
    return true;
  }

  /** The sound sleeps: its clock may stand. */
  rest(): void {
    this.lookedAt = null;
    this.stood = 0;
  }

  private moved(audio: number, passed: number): void {
    this.lastAudio = audio;
    this.stood = 0;
    this.ran += passed;
    if (this.ran > kWellMs) {
      this.patience = kFirstPatienceMs;
    }
  }
}
