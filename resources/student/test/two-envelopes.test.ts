import { describe, expect, test } from 'vitest';
import { TwoEnvelopes } from '../src/clock/two-envelopes';
import { simulateClock, spreadOf, type Path, type Scene } from './simulate-clock';

const good: Path = { floor: 1.5, wait: 1, spikes: 0.01, spike: 30 };
const busyUp: Path = { floor: 2, wait: 10, spikes: 0.05, spike: 150 };
const busyDown: Path = { floor: 2, wait: 20, spikes: 0.05, spike: 200 };

function class30(scene: Omit<Scene, 'seed' | 'seconds'>, seconds = 300) {
  return Array.from({ length: 30 }, (_, index) =>
    simulateClock({ ...scene, seconds, seed: 5000 + index }),
  );
}

function worstBetween(scene: Omit<Scene, 'seed' | 'seconds'>, from: number, until: number): number {
  const errors = class30(scene, until).flat();
  return Math.max(...errors.filter((e) => e.second >= from).map((e) => Math.abs(e.error)));
}

describe('two envelopes, 30 tablets', () => {
  test('stay within half a millisecond on good Wi-Fi', () => {
    expect(spreadOf(class30({ up: good, down: good }), 0.99)).toBeLessThan(0.5);
  });

  test('stay within two milliseconds on busy Wi-Fi', () => {
    // The downlink waits twice as long as the uplink; the spread between tablets stays small.
    expect(spreadOf(class30({ up: busyUp, down: busyDown }), 0.99)).toBeLessThan(2);
  });

  test('carry a skew of 100 ppm', () => {
    expect(worstBetween({ up: good, down: good, skew: 100e-6 }, 120, 240)).toBeLessThan(1);
  });

  test('correct a clock that reads whole milliseconds', () => {
    const scene = { up: good, down: good, grainMs: 1 };
    expect(spreadOf(class30(scene), 0.99)).toBeLessThan(1.2);
  });

  test.each([
    ['a sleep of three seconds', 3_000],
    ['a step of 40 ms', 40],
  ])('recover from %s within 10 s', (_name, backMs) => {
    const scene = { up: good, down: good, step: { atSecond: 100, backMs } };
    expect(worstBetween(scene, 110, 140)).toBeLessThan(3);
  });
});

describe('two envelopes', () => {
  test('takes its bounds from different pings', () => {
    const estimator = new TwoEnvelopes();
    estimator.add({ c0: 0, s1: 101, s2: 101, c3: 11 });
    estimator.add({ c0: 20, s1: 130, s2: 130, c3: 31 });
    // Lowest upper bound from the first ping (101), highest lower bound from the second (99).
    expect(estimator.width).toBeCloseTo(2);
    expect(estimator.offsetAtTime(31)).toBeCloseTo(100);
  });

  test('is as unsure as its samples disagree', () => {
    const estimator = new TwoEnvelopes();
    estimator.add({ c0: 0, s1: 101, s2: 101, c3: 2 });
    estimator.add({ c0: 20, s1: 161, s2: 161, c3: 22 });
    // The clocks stepped by 40 ms: the highest lower bound lies 38 ms above the lowest upper bound.
    expect(estimator.width).toBeCloseTo(38);
  });

  test('knows nothing before the first reply', () => {
    expect(new TwoEnvelopes().ready).toBe(false);
  });
});
