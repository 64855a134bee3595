import { describe, expect, test } from 'vitest';
import { ClickScheduler, type ClickKind, type ClickOut } from '../src/audio/click-scheduler';
import { timelineOf } from './timelines';

/** An audio clock that runs with the server's and remembers every click. */
class FakeAudio implements ClickOut {
  seconds = 0;
  readonly clicks: { kind: ClickKind; when: number; stopped: boolean }[] = [];

  now(): number {
    return this.seconds;
  }

  startClick(kind: ClickKind, when: number) {
    const click = { kind, when, stopped: false };
    this.clicks.push(click);
    return {
      stop: () => {
        click.stopped = true;
      },
    };
  }
}

function stage() {
  const audio = new FakeAudio();
  const scheduler = new ClickScheduler(audio);
  const tick = (serverNow: number, timeline = timelineOf(), notBefore = -Infinity) => {
    audio.seconds = serverNow / 1000;
    const toAudio = (server: number): number => server / 1000;
    scheduler.tick(timeline, { serverNow, horizon: 150, notBefore, toAudio });
  };
  return { audio, scheduler, tick };
}

describe('the click scheduler', () => {
  test('schedules each pulse once, at its own time, however often it is called', () => {
    const { audio, tick } = stage();
    for (let now = 7_800; now < 10_600; now += 25) {
      tick(now);
    }
    expect(audio.clicks.map((c) => [c.kind, c.when])).toEqual([
      ['countIn', 8],
      ['countIn', 8.5],
      ['countIn', 9],
      ['countIn', 9.5],
      ['accent', 10],
      ['normal', 10.5],
    ]);
  });

  test('schedules nothing beyond its horizon', () => {
    const { audio, tick } = stage();
    tick(7_840);
    expect(audio.clicks).toHaveLength(0);
    tick(7_860);
    expect(audio.clicks).toHaveLength(1);
  });

  test('plays a click that is a little late at once and drops one that is more than 30 ms late', () => {
    const { audio, tick } = stage();
    tick(8_020);
    expect(audio.clicks.map((c) => c.when)).toEqual([8.02]);
    tick(8_540);
    expect(audio.clicks).toHaveLength(1);
  });

  test('takes back what a new revision moved, and schedules it anew', () => {
    const { audio, tick } = stage();
    tick(9_900);
    const slower = timelineOf({ rev: 2, segments: [{ at: 10_040, tick: 0, milliBpm: 100_000 }] });
    tick(9_925, slower);
    expect(audio.clicks.map((c) => [c.when, c.stopped])).toEqual([
      [10, true],
      [10.04, false],
    ]);
  });

  test('keeps what a new revision left alone', () => {
    const { audio, tick } = stage();
    tick(9_900);
    tick(9_925, timelineOf({ rev: 2 }));
    expect(audio.clicks.map((c) => c.stopped)).toEqual([false]);
  });

  test('takes everything back when told to', () => {
    const { audio, scheduler, tick } = stage();
    tick(9_900);
    scheduler.drop();
    expect(audio.clicks.map((c) => c.stopped)).toEqual([true]);
  });

  test('is silent before the given moment', () => {
    const { audio, tick } = stage();
    tick(9_900, timelineOf(), 10_400);
    expect(audio.clicks).toHaveLength(0);
  });

  test('does not click twice when a stop arrives around a pulse', () => {
    for (const arrival of [9_900, 9_975, 10_010, 10_025]) {
      const { audio, tick } = stage();
      const transport = { playing: false, tick: 960, at: arrival + 300 };
      tick(9_880);
      tick(arrival, timelineOf({ rev: 2, transport }));
      tick(arrival + 25, timelineOf({ rev: 2, transport }));
      expect(audio.clicks.map((c) => [c.when, c.stopped])).toEqual([[10, false]]);
    }
  });

  test('is silent after a stop and clicks again after the next start', () => {
    const { audio, tick } = stage();
    const stopped = timelineOf({ rev: 2, transport: { playing: false, tick: 240, at: 10_200 } });
    const again = timelineOf({
      rev: 3,
      segments: [{ at: 11_000, tick: 0, milliBpm: 120_000 }],
      transport: { playing: true, tick: 0, at: 11_000 },
    });
    for (let now = 9_900; now < 11_700; now += 25) {
      tick(now, now < 9_950 ? timelineOf() : now < 10_700 ? stopped : again);
    }
    expect(audio.clicks.map((c) => [c.when, c.stopped])).toEqual([
      [10, false],
      [11, false],
      [11.5, false],
    ]);
  });

  test('takes back a pulse that a stop comes before', () => {
    const { audio, tick } = stage();
    tick(9_900);
    tick(9_925, timelineOf({ rev: 2, transport: { playing: false, tick: -100, at: 9_990 } }));
    expect(audio.clicks.map((c) => c.stopped)).toEqual([true]);
  });
});
