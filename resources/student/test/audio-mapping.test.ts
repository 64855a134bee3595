import { describe, expect, test } from 'vitest';
import { AudioMapping } from '../src/audio/audio-mapping';

/** Feeds pairs every 50 ms; the audio clock started when the tablet's showed 4 s. */
function fed(
  kind: 'median' | 'upper',
  untilMs: number,
  errorMs: (index: number) => number,
  drift = 0,
): AudioMapping {
  const mapping = new AudioMapping(kind);
  for (let at = 0; at < untilMs; at += 50) {
    mapping.add({ audio: (at * (1 + drift) + errorMs(at / 50)) / 1000, tablet: 4_000 + at });
  }
  return mapping;
}

describe('the mapping to the audio clock', () => {
  test('is not ready before the first pair', () => {
    expect(new AudioMapping('median').ready).toBe(false);
    expect(fed('median', 50, () => 0).ready).toBe(true);
  });

  test('goes through the middle of pairs that scatter both ways', () => {
    const mapping = fed('median', 20_000, (index) => [-8, 0, 9][index % 3] ?? 0);
    expect(mapping.audioAt(24_000)).toBeCloseTo(20, 3);
  });

  test('goes along the top of readings that can only be late', () => {
    const mapping = fed('upper', 20_000, (index) => -(index % 4) * 5);
    expect(mapping.audioAt(24_000)).toBeCloseTo(20, 3);
  });

  test('follows a clock that drifts, and inverts itself', () => {
    const mapping = fed('median', 40_000, () => 0, 100e-6);
    expect(mapping.audioAt(44_000)).toBeCloseTo(40.004, 3);
    expect(mapping.tabletAt(mapping.audioAt(44_321))).toBeCloseTo(44_321, 6);
  });

  test('starts over at the fifth pair in a row that is far away', () => {
    const mapping = fed('median', 10_000, () => 0);
    const jumped = [0, 50, 100, 150, 200].map((later) => {
      const tablet = 14_000 + later;
      return mapping.add({ audio: (tablet - 4_000 - 250) / 1000, tablet });
    });
    expect(jumped).toEqual([false, false, false, false, true]);
    expect(mapping.audioAt(14_250)).toBeCloseTo(10, 3);
  });
});
