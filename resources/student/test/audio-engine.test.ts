import { beforeEach, describe, expect, test } from 'vitest';
import { AudioEngine, type SoundState } from '../src/audio/audio-engine';
import { FakeAudioContext, installFakeAudio, lastContext } from './fake-audio-context';

let tabletNow: number;
let told: SoundState[];
let engine: AudioEngine;

/** Samples every 25 ms for a while; the audio clock runs along unless it is stuck. */
function run(milliseconds: number, stuck = false): boolean {
  let jumped = false;
  for (let passed = 0; passed < milliseconds; passed += 25) {
    tabletNow += 25;
    const context = lastContext();
    if (!stuck && context.state === 'running') {
      context.runTo(context.currentTime + 0.025, tabletNow);
    }
    jumped = engine.sample() || jumped;
  }
  return jumped;
}

beforeEach(() => {
  installFakeAudio();
  tabletNow = 10_000;
  told = [];
  engine = new AudioEngine(
    () => tabletNow,
    (state) => told.push(state),
  );
});

describe('the sound', () => {
  test('wakes in a touch', () => {
    expect(engine.state).toBe('suspended');
    engine.unlock();
    expect(engine.state).toBe('running');
    expect(told).toEqual(['running']);
    expect(FakeAudioContext.made).toHaveLength(1);
  });

  test('is rebuilt when its clock stands still, and says how it is', () => {
    engine.unlock();
    run(1_000);
    told = [];
    expect(run(600, true)).toBe(true);
    expect(FakeAudioContext.made).toHaveLength(2);
    expect(FakeAudioContext.made[0]?.state).toBe('closed');
    expect(told).toContain('running');
  });

  test('is not rebuilt over and over where that does not help', () => {
    engine.unlock();
    run(10_000, true);
    expect(FakeAudioContext.made.length).toBeLessThanOrEqual(5);
  });

  test('is not rebuilt for having slept', () => {
    engine.unlock();
    run(1_000);
    lastContext().change('suspended');
    run(5_000);
    lastContext().change('running');
    run(400, true);
    run(1_000);
    expect(FakeAudioContext.made).toHaveLength(1);
  });

  test('takes back what was planned when it falls asleep, and knows no audio time then', () => {
    engine.unlock();
    run(1_000);
    lastContext().change('suspended');
    expect(run(25)).toBe(true);
    expect(run(100)).toBe(false);
    expect(engine.mapped).toBe(false);
  });

  test('sounds a note, and counts it until it ended', () => {
    engine.unlock();
    for (let count = 0; count < 30; count += 1) {
      engine.playNote(60, false, 0.9);
    }
    expect(lastContext().sounds).toHaveLength(24);
    lastContext().sounds[0]?.end();
    engine.playNote(60, false, 0.9);
    expect(lastContext().sounds).toHaveLength(25);
  });

  test('does not count the notes of a context that is gone', () => {
    engine.unlock();
    engine.playNote(60, false, 0.9);
    const gone = lastContext();
    run(1_000);
    run(600, true);
    gone.sounds[0]?.end();
    for (let count = 0; count < 30; count += 1) {
      engine.playNote(60, false, 0.9);
    }
    expect(lastContext().sounds).toHaveLength(24);
  });

  test('lets the clicks in from silence, within 50 ms', () => {
    engine.unlock();
    run(1_000);
    const { currentTime } = lastContext();
    engine.enterClicks();
    engine.enterClicks();
    expect(lastContext().gains[1]?.gain.plans).toEqual([
      { kind: 'set', to: 0, at: currentTime },
      { kind: 'ramp', to: 1, at: currentTime + 0.05 },
    ]);
  });

  test('goes silent within 10 ms', () => {
    engine.unlock();
    run(1_000);
    engine.setAudible(false);
    const { gain } = lastContext().gains[0] ?? { gain: null };
    expect(gain?.target).toBe(0);
    expect(gain?.plans[gain.plans.length - 1]?.at).toBeCloseTo(lastContext().currentTime + 0.01);
  });
});
