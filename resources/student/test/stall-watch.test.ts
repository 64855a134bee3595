import { describe, expect, test } from 'vitest';
import { StallWatch } from '../src/audio/stall-watch';

/** Looks at an audio clock every 25 ms of the tablet's time; gives the times of the alarms. */
function alarms(
  watch: StallWatch,
  from: number,
  until: number,
  audioAt: (tablet: number) => number,
): number[] {
  const found: number[] = [];
  for (let at = from; at < until; at += 25) {
    if (watch.stands(audioAt(at), at)) {
      found.push(at - from);
    }
  }
  return found;
}

const still = (): number => 7;
const running = (tablet: number): number => tablet / 1000;

describe('the stall watch', () => {
  test('is content with a clock that moves, also in blocks', () => {
    const inBlocks = (tablet: number): number => Math.floor(tablet / 200) / 5;
    expect(alarms(new StallWatch(), 0, 5_000, inBlocks)).toEqual([]);
  });

  test('sees a clock that stands for half a second, and waits longer each time', () => {
    expect(alarms(new StallWatch(), 0, 8_000, still)).toEqual([500, 1_500, 3_500, 7_500]);
  });

  test('does not count time in which nobody looked', () => {
    const watch = new StallWatch();
    expect(alarms(watch, 0, 200, still)).toEqual([]);
    expect(alarms(watch, 60_000, 60_150, still)).toEqual([]);
  });

  test('does not count the sleep of the sound', () => {
    const watch = new StallWatch();
    alarms(watch, 0, 450, still);
    watch.rest();
    expect(alarms(watch, 500, 950, still)).toEqual([]);
  });

  test('is quick again after the clock ran well for a while', () => {
    const watch = new StallWatch();
    alarms(watch, 0, 4_000, still);
    alarms(watch, 4_000, 15_000, running);
    expect(alarms(watch, 15_000, 15_600, () => 14.975)).toEqual([475]);
  });
});
