import { describe, expect, test } from 'vitest';
import { SeatMemory } from '../src/app/seat-memory';
import { kPass } from './page-world';

/** A private window: nothing is stored, and nothing is found. */
function forgetful(): SeatMemory {
  let made = 0;
  const storage = { get: () => null, set: () => undefined, remove: () => undefined };
  return new SeatMemory(storage, () => `device-${(made += 1)}`);
}

describe('a tablet whose browser stores nothing', () => {
  test('is one and the same until it is reloaded', () => {
    const memory = forgetful();
    expect([memory.device, memory.device]).toEqual(['device-1', 'device-1']);
  });

  test('knows its number, its seats and its sound', () => {
    const memory = forgetful();
    memory.keep(kPass);
    memory.noteSoundChecked();
    expect(memory.tablet).toBe(7);
    expect(memory.recall()).toEqual(kPass);
    expect(memory.soundChecked).toBe(true);
  });

  test('forgets the lesson when it is over', () => {
    const memory = forgetful();
    memory.keep(kPass);
    memory.noteSoundChecked();
    memory.forgetLesson();
    expect([memory.recall(), memory.soundChecked, memory.tablet]).toEqual([null, false, 7]);
  });

  test('takes the id that was brought along, once', () => {
    const memory = forgetful();
    expect(memory.adopt('brought')).toBe(true);
    expect(memory.adopt('another')).toBe(false);
    expect(memory.device).toBe('brought');
  });
});
