import { describe, expect, test } from 'vitest';
import { clockGrain } from '../src/clock/clock-grain';

/** A clock with a grain, on a machine where each reading takes some time; both in ms. */
function clockWith(grain: number, readingTakes: number): () => number {
  let reads = 0;
  return () => {
    reads += 1;
    return 1_000 + Math.floor((reads * readingTakes) / grain) * grain;
  };
}

describe('the grain of a clock', () => {
  test.each([
    ['whole milliseconds, read quickly', 1, 40e-6],
    ['whole milliseconds, read slowly', 1, 0.003],
    ['tenths', 0.1, 40e-6],
    ['a sixtieth of a second', 16, 0.001],
  ])('is seen: %s', (_name, grain, readingTakes) => {
    expect(clockGrain(clockWith(grain, readingTakes))).toBeCloseTo(grain, 6);
  });

  test('is nothing for a clock that never moves or only leaps', () => {
    expect(clockGrain(() => 5)).toBe(0);
    expect(clockGrain(clockWith(100, 0.001))).toBe(0);
  });

  test('takes few milliseconds to see', () => {
    let now = 0;
    clockGrain(() => (now += 0.001));
    expect(now).toBeLessThan(10);
  });
});
