import { afterEach, describe, expect, test, vi } from 'vitest';
import { KeyStrikes } from '../src/touch/key-strikes';
import { NoteLimiter } from '../src/touch/note-limiter';
import { PalmRules } from '../src/touch/palm-rules';
import type { Player } from '../src/touch/player';

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

  test('give the same pads down until they change, so that a resting finger draws nothing', () => {
    const rules = new PalmRules();
    rules.touch(1, 0, 20, 0);
    const held = rules.held();
    rules.touch(1, 0, 20, 16);
    expect(rules.held()).toBe(held);
    rules.touch(2, 1, 20, 20);
    expect(rules.held()).toEqual(new Set([0, 1]));
  });
});

describe('keys', () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  function keyboard(plays = true) {
    vi.useFakeTimers();
    const told: string[] = [];
    const shown: number[][] = [];
    const player: Player = {
      play: (midi) => {
        told.push(`play ${midi}`);
        return plays;
      },
      stop: (midi) => told.push(`stop ${midi}`),
    };
    const strikes = new KeyStrikes(
      () => ({ notes: [60, 62, 64], player }),
      (down) => shown.push([...down]),
    );
    return { strikes, told, shown };
  }

  test('strike a pad, which is down for a moment', () => {
    const { strikes, told, shown } = keyboard();
    strikes.strike(1, 0);
    vi.advanceTimersByTime(200);
    expect(told).toEqual(['play 62', 'stop 62']);
    expect(shown).toEqual([[1], []]);
  });

  test('show every pad that was struck for its own moment', () => {
    const { strikes, shown } = keyboard();
    strikes.strike(0, 0);
    vi.advanceTimersByTime(100);
    strikes.strike(2, 100);
    vi.advanceTimersByTime(100);
    expect(shown[shown.length - 1]).toEqual([2]);
    vi.advanceTimersByTime(100);
    expect(shown[shown.length - 1]).toEqual([]);
  });

  test('keep a pad down that is struck again before it rose', () => {
    const { strikes, told, shown } = keyboard();
    strikes.strike(0, 0);
    vi.advanceTimersByTime(100);
    strikes.strike(0, 100);
    vi.advanceTimersByTime(100);
    expect(shown[shown.length - 1]).toEqual([0]);
    vi.advanceTimersByTime(100);
    expect(told).toEqual(['play 60', 'play 60', 'stop 60']);
  });

  test('do nothing where there is no pad, or where playing is not allowed', () => {
    const silent = keyboard(false);
    silent.strikes.strike(0, 0);
    silent.strikes.strike(7, 0);
    vi.advanceTimersByTime(200);
    expect(silent.told).toEqual(['play 60']);
    expect(silent.shown).toEqual([]);
  });
});
