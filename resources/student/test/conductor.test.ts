import { beforeEach, describe, expect, test } from 'vitest';
import { Conductor } from '../src/app/conductor';
import type { Deps } from '../src/app/deps';
import { Store } from '../src/app/store';
import { AudioEngine } from '../src/audio/audio-engine';
import { RoomClock } from '../src/clock/room-clock';
import type { RoomEvent } from '../src/room/room-event';
import { parseRoomEvent } from '../src/room/parse-room-event';
import { installFakeAudio, lastContext } from './fake-audio-context';
import { goldenNamed } from './golden-events';
import { kPass } from './page-world';
import { ringGame } from './rings';

/** The lesson's first downbeat, and how far the server's clock is ahead of the tablet's; in ms. */
const kDownbeat = 800_000;
const kAhead = 790_000;
const kPulseMs = 625;

let tabletNow: number;
let store: Store;
let clock: RoomClock;
let audio: AudioEngine;
let conductor: Conductor;
let hidden: boolean;

function hear(name: string): void {
  const { event, payload } = goldenNamed(name);
  const parsed = parseRoomEvent(event, payload);
  if (parsed) {
    say(parsed);
  }
}

function say(event: RoomEvent): void {
  store.dispatch({ kind: 'roomSpoke', event, now: tabletNow });
}

/** Ticks every 25 ms until that server time; the clock hears pongs, the audio clock runs along. */
function run(untilServer: number, tick = true): void {
  while (tabletNow + kAhead < untilServer) {
    tabletNow += 25;
    const server = tabletNow + kAhead;
    clock.heard({ c0: tabletNow - 1, s1: server - 0.5, s2: server - 0.5, c3: tabletNow }, '9f3c');
    lastContext().currentTime = tabletNow / 1000;
    if (tick) {
      conductor.tick();
    }
  }
}

/** When the clicks leave the loudspeaker, in ms of server time after the downbeat. */
function heardClicks(): number[] {
  const { outputLatency, sounds } = lastContext();
  return sounds
    .filter((sound) => !sound.stopped)
    .map(({ when }) => Math.round((when + outputLatency) * 1000 + kAhead - kDownbeat));
}

beforeEach(() => {
  installFakeAudio();
  hidden = false;
  tabletNow = kDownbeat - kAhead - 2_000;
  store = new Store();
  clock = new RoomClock(0);
  audio = new AudioEngine(
    () => tabletNow,
    () => undefined,
  );
  audio.unlock();
  const deps = { now: () => tabletNow, audio } as unknown as Deps;
  conductor = new Conductor(
    deps,
    clock,
    store,
    () => hidden,
    () => undefined,
  );
  store.dispatch({ kind: 'seatClaimed', pass: kPass, sound: 'running', check: false });
  hear('room state in a lesson');
  store.dispatch({ kind: 'linkChanged', link: 'joined', now: tabletNow });
});

describe('the conductor', () => {
  test.each([0.01, 0.03, 0.18, 0.3])('clicks on the beat with %d s to the speaker', (latency) => {
    lastContext().outputLatency = latency;
    run(kDownbeat + 4 * kPulseMs + 100);
    expect(heardClicks().slice(-5)).toEqual([0, 1, 2, 3, 4].map((pulse) => pulse * kPulseMs));
  });

  test('looks far ahead on a hidden page', () => {
    hidden = true;
    run(kDownbeat - 1_000);
    expect(heardClicks().slice(-2)).toEqual([-kPulseMs, 0]);
  });

  test('takes the clicks back when the room goes quiet or is lost', () => {
    run(kDownbeat - 100);
    expect(heardClicks()).toContain(0);
    store.dispatch({ kind: 'linkChanged', link: 'lost', now: tabletNow });
    run(kDownbeat - 50);
    expect(heardClicks()).not.toContain(0);
  });

  test('takes the clicks back when the sound falls asleep', () => {
    run(kDownbeat - 100);
    lastContext().change('suspended');
    run(kDownbeat - 50);
    expect(heardClicks()).not.toContain(0);
  });

  test('is silent by the clock of a server that is not there any more', () => {
    const { timeline } = store.state.stage === 'class' ? store.state.room : { timeline: null };
    if (timeline) {
      const renewed = { ...timeline, clockId: 'new', rev: 1 };
      say({ kind: 'timelineChanged', timeline: renewed, now: kDownbeat });
    }
    run(kDownbeat + 1_000);
    expect(heardClicks()).toEqual([]);
  });

  test('plays the beats of missing friends, but not for a tablet that listens', () => {
    const cover = [{ beat: 2, seat: 3 }];
    const game = parseRoomEvent('game', { rev: 50, ...ringGame({ cover }) });
    if (game) {
      say(game);
    }
    const beats = (): number[] =>
      heardClicks().filter((at) => at === kPulseMs || at === 9 * kPulseMs);
    run(kDownbeat + 4 * kPulseMs);
    expect(beats()).toEqual([kPulseMs, kPulseMs]);
    say({ kind: 'soloChanged', rev: 51, role: 'bass' });
    run(kDownbeat + 10 * kPulseMs);
    expect(beats()).toEqual([kPulseMs, kPulseMs]);
  });

  test('clicks one bar before a quiet class plays again, and ends the quiet then', () => {
    hear('everyone quiet');
    run(kDownbeat + 200);
    expect(heardClicks()).toEqual([]);
    say({ kind: 'resumed', rev: 60, at: kDownbeat + 8 * kPulseMs });
    run(kDownbeat + 8 * kPulseMs - 200);
    expect(heardClicks()).toEqual([4, 5, 6, 7].map((pulse) => pulse * kPulseMs));
    expect(store.state).toMatchObject({ room: { quiet: { kind: 'ending' } } });
    run(kDownbeat + 8 * kPulseMs + 25);
    expect(store.state).toMatchObject({ room: { quiet: { kind: 'off' } } });
  });
});
