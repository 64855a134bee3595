import type { ClockPair } from './audio-mapping';

const kPlausibleSeconds = 1;

/** The browser's output timestamp if it can be believed; some give zeros, the future or nonsense. */
export function readClockPair(context: AudioContext, tabletNow: number): ClockPair | null {
  if (typeof context.getOutputTimestamp !== 'function') {
    return null;
  }
  const { contextTime, performanceTime } = context.getOutputTimestamp();
  if (contextTime === undefined || performanceTime === undefined || performanceTime <= 0) {
    return null;
  }
  const near =
    Math.abs(context.currentTime - contextTime) < kPlausibleSeconds &&
    Math.abs(tabletNow - performanceTime) < kPlausibleSeconds * 1000;
  const moved = contextTime > 0 && contextTime <= context.currentTime;
  return near && moved ? { audio: contextTime, tablet: performanceTime } : null;
}
