import { describe, expect, test } from 'vitest';
import { OutputStamps } from '../src/audio/output-stamps';
import { FakeAudioContext } from './fake-audio-context';

function stage(currentTime = 10) {
  const context = new FakeAudioContext();
  context.currentTime = currentTime;
  const stamps = new OutputStamps(context as unknown as AudioContext);
  const read = (contextTime: number, performanceTime: number, now = 5_000) => {
    context.stamp = { contextTime, performanceTime };
    return stamps.read(now);
  };
  return { context, stamps, read };
}

describe('an output timestamp', () => {
  test('is a pair of both clocks', () => {
    expect(stage().read(9.97, 5_000)).toEqual({ audio: 9.97, tablet: 5_000 });
  });

  test('counts only when it moved since the last one', () => {
    const { read } = stage();
    expect(read(9.97, 5_000)).not.toBeNull();
    expect(read(9.97, 5_050, 5_050)).toBeNull();
    expect(read(9.99, 5_060, 5_060)).not.toBeNull();
  });

  test('that was not believed still counts as the last one', () => {
    const { read } = stage();
    expect(read(9.97, 0)).toBeNull();
    expect(read(9.97, 5_000)).toBeNull();
  });

  test.each([
    ['has no tablet time', 9.97, 0],
    ['has no audio time', 0, 5_000],
    ['lies in the future of the audio clock', 10.01, 5_000],
    ['lies a second behind the audio clock', 9, 5_000],
    ['lies a second behind the tablet’s clock', 9.97, 4_000],
    ['lies a second ahead of the tablet’s clock', 9.97, 6_000],
  ])('that %s is not believed', (_name, contextTime, performanceTime) => {
    expect(stage().read(contextTime, performanceTime)).toBeNull();
  });

  test('is not asked for where the browser has none', () => {
    const { context, stamps } = stage();
    Object.assign(context, { getOutputTimestamp: undefined });
    expect(stamps.read(5_000)).toBeNull();
  });
});
