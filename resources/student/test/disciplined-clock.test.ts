import { describe, expect, test } from 'vitest';
import { DisciplinedClock } from '../src/clock/disciplined-clock';

function started(): DisciplinedClock {
  const clock = new DisciplinedClock();
  clock.chase(0, { offset: 1000, skew: 0 }, true);
  return clock;
}

describe('the disciplined clock', () => {
  test('starts on the estimate', () => {
    expect(started().serverAt(0)).toBe(1000);
  });

  test('slews a small error at 500 ppm', () => {
    const clock = started();
    clock.chase(0, { offset: 1002, skew: 0 }, true);
    expect(clock.serverAt(1000)).toBeCloseTo(2000.5);
    expect(clock.serverAt(10_000)).toBeCloseTo(11_002);
  });

  test('slews a larger error at two percent while music plays', () => {
    const clock = started();
    clock.chase(0, { offset: 1020, skew: 0 }, true);
    expect(clock.serverAt(500)).toBeCloseTo(1510);
  });

  test.each([
    ['a large error', 60, true],
    ['a middling error while nothing plays', 20, false],
  ])('steps over %s', (_name, error, playing) => {
    const clock = started();
    clock.chase(0, { offset: 1000 + error, skew: 0 }, playing);
    expect(clock.serverAt(0)).toBeCloseTo(1000 + error);
  });

  test.each([500, 1100, 9000])('inverts itself at %d ms', (tablet) => {
    const clock = started();
    clock.chase(0, { offset: 1020, skew: 40e-6 }, true);
    expect(clock.tabletAt(clock.serverAt(tablet))).toBeCloseTo(tablet, 6);
  });

  test('never runs backwards while it slews', () => {
    const clock = started();
    clock.chase(0, { offset: 960, skew: 0 }, true);
    expect(clock.serverAt(10)).toBeGreaterThan(clock.serverAt(9));
  });
});
