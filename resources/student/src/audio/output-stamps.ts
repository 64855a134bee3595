import type { ClockPair } from './audio-mapping';

const kPlausibleSeconds = 1;

/**
 * The output timestamps of one audio context, as far as they can be believed: some browsers give
 * zeros, the future or nonsense, and a stamp that stands still says nothing new about the clocks.
 */
export class OutputStamps {
  private last = 0;

  constructor(private readonly context: AudioContext) {}

  /** A new pair of both clocks, or null if there is none to trust. `tabletNow` in milliseconds. */
  read(tabletNow: number): ClockPair | null {
    if (typeof this.context.getOutputTimestamp !== 'function') {
      return null;
    }
    const { contextTime = 0, performanceTime = 0 } = this.context.getOutputTimestamp();
    const moved = contextTime !== this.last;
    this.last = contextTime;
    const { currentTime } = this.context;
    const plausible =
      contextTime > 0 &&
      contextTime <= currentTime &&
      currentTime - contextTime < kPlausibleSeconds &&
      performanceTime > 0 &&
      Math.abs(tabletNow - performanceTime) < kPlausibleSeconds * 1000;
    return moved && plausible ? { audio: contextTime, tablet: performanceTime } : null;
  }
}
