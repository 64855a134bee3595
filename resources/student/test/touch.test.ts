import { describe, expect, test } from 'vitest';
import { NoteLimiter } from '../src/touch/note-limiter';
import { PalmRules } from '../src/touch/palm-rules';

describe('the note limiter', () => {
  test('lets a lively child play in full', () => {
    const limiter = new NoteLimiter();
    const shares = Array.from({ length: 30 }, (_, index) => limiter.admit(index * 90));
    expect(shares.every((share) => share === 1)).toBe(true);
  });

  test('fades a burst and then drops it', () => {
    const limiter = new NoteLimiter();
    const shares = Array.from({ length: 25 }, (_, index) => limiter.admit(index));
    expect(shares[14]).toBe(1);
    expect(shares[19]).toBeGreaterThan(0);
    expect(shares[19]).toBeLessThan(shares[15]!);
    expect(shares[20]).toBe(0);
    expect(limiter.admit(1_100)).toBe(1);
  });
});

describe('palm rules', () => {
  test('let ten fingers play', () => {
    const rules = new PalmRules();
    const played = Array.from({ length: 10 }, (_, id) => rules.touch(id, id, 20, 0));
    expect(played).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });

  test('ignore a palm by its size until it is lifted', () => {
    const rules = new PalmRules();
    expect(rules.touch(1, 0, 140, 0)).toBeNull();
    expect(rules.touch(1, 2, 20, 100)).toBeNull();
    rules.lift(1);
    expect(rules.touch(1, 2, 20, 200)).toBe(2);
  });

  test('ignore a contact that rests while others tap, and never block the others', () => {
    const rules = new PalmRules();
    rules.touch(1, 0, 20, 0);
    expect(rules.touch(2, 3, 20, 1_600)).toBe(3);
    expect(rules.held()).toEqual(new Set([3]));
    expect(rules.touch(1, 1, 20, 1_700)).toBeNull();
  });

  test('debounce one pad but not its neighbour', () => {
    const rules = new PalmRules();
    rules.touch(1, 0, 20, 0);
    rules.lift(1);
    expect(rules.touch(2, 0, 20, 40)).toBeNull();
    expect(rules.touch(3, 1, 20, 41)).toBe(1);
  });

  test('play each bar a finger slides over', () => {
    const rules = new PalmRules();
    expect(rules.touch(1, 0, 20, 0)).toBe(0);
    expect(rules.touch(1, 0, 20, 10)).toBeNull();
    expect(rules.touch(1, 1, 20, 20)).toBe(1);
    expect(rules.touch(1, null, 20, 30)).toBeNull();
    expect(rules.held()).toEqual(new Set());
  });
});
