import { beforeEach, describe, expect, test } from 'vitest';
import { SpeakerClock } from '../src/audio/speaker-clock';
import { FakeAudioContext } from './fake-audio-context';

let context: FakeAudioContext;
let speaker: SpeakerClock;

/** Both clocks run; what is heard left the audio clock 80 ms ago. Gives whether they jumped. */
function run(fromMs: number, untilMs: number, options: { frozen?: boolean; shift?: number } = {}) {
  let jumped = false;
  for (let at = fromMs; at < untilMs; at += 25) {
    context.currentTime = (at + (options.shift ?? 0)) / 1000;
    if (options.frozen) {
      context.stamp = { contextTime: 0, performanceTime: 0 };
    } else {
      context.stamp = { contextTime: context.currentTime - 0.08, performanceTime: at };
    }
    jumped = speaker.sample(at) || jumped;
  }
  return jumped;
}

beforeEach(() => {
  context = new FakeAudioContext();
  speaker = new SpeakerClock(context as unknown as AudioContext);
});

describe('the clock of the loudspeaker', () => {
  test('knows nothing before the first sample', () => {
    expect(speaker.ready).toBe(false);
  });

  test('believes the output timestamps, which hold the way to the loudspeaker', () => {
    run(1_000, 3_000);
    expect(speaker.audioAt(5_000)).toBeCloseTo(4.92, 4);
    expect(speaker.tabletAt(4.92)).toBeCloseTo(5_000, 1);
    expect(speaker.lead(2_975)).toBeCloseTo(0.08, 4);
  });

  test('subtracts the reported latency where there are no timestamps', () => {
    run(1_000, 3_000, { frozen: true });
    expect(speaker.audioAt(5_000)).toBeCloseTo(4.97, 4);
    expect(speaker.lead(2_975)).toBeCloseTo(0.03, 4);
  });

  test('leaves timestamps that stopped coming two seconds ago', () => {
    run(1_000, 3_000);
    run(3_000, 4_500, { frozen: true });
    expect(speaker.audioAt(5_000)).toBeCloseTo(4.92, 4);
    run(4_500, 5_200, { frozen: true });
    expect(speaker.audioAt(6_000)).toBeCloseTo(5.97, 4);
  });

  test('does not go on with an old line when timestamps come back', () => {
    run(1_000, 3_000);
    run(3_000, 9_000, { frozen: true, shift: 15 });
    run(9_000, 9_050, { shift: 15 });
    expect(speaker.audioAt(10_000)).toBeCloseTo(9.935, 4);
  });

  test('starts over with both lines when the audio clock jumped', () => {
    run(1_000, 3_000);
    expect(run(3_000, 3_400, { shift: -400, frozen: true })).toBe(true);
    expect(speaker.audioAt(5_000)).toBeCloseTo(4.57, 4);
  });

  test('looks at the clocks at most every 50 ms', () => {
    let looks = 0;
    Object.defineProperty(context, 'currentTime', { get: () => (looks += 1) });
    for (let at = 0; at < 1_000; at += 25) {
      speaker.sample(at);
    }
    expect(looks).toBeLessThanOrEqual(40);
  });

  test('forgets what it knew when the sound goes to sleep, and says so once', () => {
    run(1_000, 3_000);
    expect(speaker.forget()).toBe(true);
    expect(speaker.ready).toBe(false);
    expect(speaker.forget()).toBe(false);
  });
});
