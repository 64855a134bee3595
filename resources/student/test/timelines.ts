import type { Timeline } from '../src/timeline/timeline';

/** 120 quarters a minute, one bar of count-in from 8 s, downbeat at 10 s. */
export function timelineOf(change: Partial<Timeline> = {}): Timeline {
  return {
    rev: 1,
    clockId: 'a',
    segments: [{ at: 10_000, tick: 0, milliBpm: 120_000 }],
    meters: [{ bar: 0, tick: 0, num: 4, den: 4 }],
    transport: { playing: true, tick: -3840, at: 8_000 },
    ...change,
  };
}
