import { describe, expect, test } from 'vitest';
import { dotsAt } from '../src/timeline/dots';
import { timelineOf } from './timelines';

describe('the beat dots', () => {
  const changing = timelineOf({
    meters: [
      { bar: 0, tick: 0, num: 4, den: 4 },
      { bar: 1, tick: 3840, num: 6, den: 8 },
    ],
  });

  test.each([
    ['in the count-in', 8_600, { count: 4, on: 1 }],
    ['before the change', 11_990, { count: 4, on: 3 }],
    ['after the change, without a new message', 12_010, { count: 2, on: 0 }],
    ['half a bar later', 12_760, { count: 2, on: 1 }],
    ['before anything plays', 7_000, { count: 4, on: null }],
  ])('follow the meter %s', (_name, server, dots) => {
    expect(dotsAt(changing, server)).toEqual(dots);
  });

  test('are there before the time is known', () => {
    expect(dotsAt(changing, null)).toEqual({ count: 4, on: null });
  });
});
