import { describe, expect, test } from 'vitest';
import { barLengthBefore, pulseAt, pulsesBetween, pulsesPerBar } from '../src/timeline/pulses';
import { supersedes, tickAt, timeOfTick } from '../src/timeline/timeline';
import { timelineOf } from './timelines';

const sixEight = { bar: 0, tick: 0, num: 6, den: 8 };

describe('the timeline', () => {
  test('turns ticks into time and back across a tempo change', () => {
    const timeline = timelineOf({
      segments: [
        { at: 10_000, tick: 0, milliBpm: 120_000 },
        { at: 11_000, tick: 1920, milliBpm: 60_000 },
      ],
    });
    expect(timeOfTick(timeline, 2880)).toBeCloseTo(12_000);
    expect(tickAt(timeline, 12_000)).toBeCloseTo(2880);
    expect(tickAt(timeline, 9_500)).toBeCloseTo(-960);
  });

  test('is replaced by a newer revision or a new clock only', () => {
    const now = timelineOf({ rev: 5 });
    expect(supersedes(timelineOf({ rev: 5 }), now)).toBe(false);
    expect(supersedes(timelineOf({ rev: 6 }), now)).toBe(true);
    expect(supersedes(timelineOf({ rev: 1, clockId: 'b' }), now)).toBe(true);
  });
});

describe('pulses', () => {
  test('begin with the count-in at the start', () => {
    const pulses = pulsesBetween(timelineOf(), 0, 10_600);
    expect(pulses.map((p) => [p.at, p.inBar, p.countIn])).toEqual([
      [8_000, 0, true],
      [8_500, 1, true],
      [9_000, 2, true],
      [9_500, 3, true],
      [10_000, 0, false],
      [10_500, 1, false],
    ]);
  });

  test('are found when the server rounded the start up by a microsecond', () => {
    const transport = { playing: true, tick: -3840, at: 8_000.001 };
    expect(pulsesBetween(timelineOf({ transport }), 0, 8_100)).toHaveLength(1);
  });

  test('are dotted quarters in 6/8, two a bar', () => {
    const timeline = timelineOf({ meters: [sixEight] });
    expect(pulsesPerBar(sixEight)).toBe(2);
    const pulses = pulsesBetween(timeline, 10_000, 12_000);
    expect(pulses.map((p) => [p.at, p.bar, p.inBar])).toEqual([
      [10_000, 0, 0],
      [10_750, 0, 1],
      [11_500, 1, 0],
    ]);
  });

  test('restart their grid where the meter changes', () => {
    const meters = [
      { bar: 0, tick: 0, num: 4, den: 4 },
      { bar: 1, tick: 3840, num: 6, den: 8 },
    ];
    const pulses = pulsesBetween(timelineOf({ meters }), 11_400, 13_000);
    expect(pulses.map((p) => [p.at, p.bar, p.inBar])).toEqual([
      [11_500, 0, 3],
      [12_000, 1, 0],
      [12_750, 1, 1],
    ]);
  });

  test('end at a stop', () => {
    const transport = { playing: false, tick: 960, at: 10_500 };
    const pulses = pulsesBetween(timelineOf({ transport }), 9_900, 20_000);
    expect(pulses.map((p) => p.at)).toEqual([10_000]);
    expect(pulseAt(timelineOf({ transport }), 10_600)).toBeNull();
  });

  test('name the one that sounds now', () => {
    expect(pulseAt(timelineOf(), 10_999)).toMatchObject({ bar: 0, inBar: 1 });
    expect(pulseAt(timelineOf(), 11_000)).toMatchObject({ bar: 0, inBar: 2 });
    expect(pulseAt(timelineOf(), 7_999)).toBeNull();
  });

  test('know how long the bar before a bar line is', () => {
    expect(barLengthBefore(timelineOf(), 12_000)).toBeCloseTo(2_000);
  });
});
