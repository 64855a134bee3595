import { describe, expect, test } from 'vitest';
import { CoverScheduler } from '../src/audio/cover-scheduler';
import type { BeatRing } from '../src/ring/beat-ring';
import { ringOf } from './rings';
import { timelineOf } from './timelines';

interface Played {
  readonly midi: number;
  readonly gain: number;
  readonly when: number;
  stopped: boolean;
}

/** A tablet whose audio clock is server time; it hears what was handed over. */
class Tablet {
  readonly played: Played[] = [];
  private now = 0;
  private readonly scheduler = new CoverScheduler({
    now: () => this.now / 1000,
    startNote: (midi, gain, when) => {
      const note = { midi, gain, when, stopped: false };
      this.played.push(note);
      return {
        stop: () => {
          note.stopped = true;
        },
      };
    },
  });

  run(from: number, until: number, ring: BeatRing | null, seats: readonly number[] = [3]): void {
    for (this.now = from; this.now < until; this.now += 25) {
      this.scheduler.tick(ring, seats, timelineOf(), {
        serverNow: this.now,
        horizon: 150,
        notBefore: -Infinity,
        toAudio: (server) => server / 1000,
      });
    }
  }

  get heard(): readonly (readonly [number, number])[] {
    return this.played.filter((note) => !note.stopped).map(({ midi, when }) => [midi, when]);
  }
}

const ring = ringOf({ cover: [{ beat: 2, seat: 3 }] });

describe('a tablet that covers a beat', () => {
  test('plays it on each of its turns, softer than a touch', () => {
    const tablet = new Tablet();
    tablet.run(8_000, 15_000, ring);
    expect(tablet.heard).toEqual([
      [62, 10.5],
      [62, 14.5],
    ]);
    expect(tablet.played.every(({ gain }) => gain === 0.45)).toBe(true);
  });

  test('is silent in the count-in, for other seats, and without a ring', () => {
    const tablet = new Tablet();
    tablet.run(8_000, 9_900, ringOf({ cover: [{ beat: 8, seat: 3 }] }));
    tablet.run(10_000, 15_000, ring, [4]);
    tablet.run(10_000, 15_000, null);
    expect(tablet.heard).toEqual([]);
  });

  test('takes a note back when the ring is held, or its owner has come, before it sounds', () => {
    for (const change of [ringOf({ phase: 'held' }), ringOf({ cover: [] })]) {
      const tablet = new Tablet();
      tablet.run(10_000, 10_400, ring);
      expect(tablet.heard).toEqual([[62, 10.5]]);
      tablet.run(10_400, 12_000, change);
      expect(tablet.heard).toEqual([]);
    }
  });
});
