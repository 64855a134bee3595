import { describe, expect, test } from 'vitest';
import { beads, kRing } from '../src/ring/arcs';
import {
  beatAt,
  beatsOf,
  coveredNotes,
  nearestBeat,
  ownersAt,
  playedBeats,
  turnDots,
} from '../src/ring/beat-ring';
import { afterTime, evolve } from '../src/room/evolve';
import { parseRoomEvent } from '../src/room/parse-room-event';
import { kEmptyRoom, type RoomState } from '../src/room/room-state';
import { pulsesBetween, placeAt } from '../src/timeline/pulses';
import { kRingState, ringOf } from './rings';
import { timelineOf } from './timelines';

function roomWith(change: object, event = 'game'): RoomState {
  const parsed = parseRoomEvent(event, {
    rev: 5,
    id: 'beat_ring',
    state: { ...kRingState, ...change },
  });
  return parsed ? evolve(kEmptyRoom, parsed, 0) : kEmptyRoom;
}

describe('the running place in the music', () => {
  test('counts pulses from the first downbeat, and the count-in below it', () => {
    const numbers = pulsesBetween(timelineOf(), 0, 11_600).map(({ number }) => number);
    expect(numbers).toEqual([-3, -2, -1, 0, 1, 2, 3, 4]);
    expect(placeAt(timelineOf(), 10_750)).toBeCloseTo(2.5);
    expect(placeAt(timelineOf(), 7_000)).toBeNull();
  });

  test('goes on over a change of meter, in pulses of the new one', () => {
    const meters = [
      { bar: 0, tick: 0, num: 4, den: 4 },
      { bar: 1, tick: 3840, num: 6, den: 8 },
    ];
    const timeline = timelineOf({ meters });
    expect(placeAt(timeline, 12_000)).toBeCloseTo(5);
    expect(placeAt(timeline, 12_750)).toBeCloseTo(6);
    expect(placeAt(timeline, 13_125)).toBeCloseTo(6.5);
  });

  test('counts a count-in with a meter of its own back from the downbeat', () => {
    const meters = [
      { bar: -1, tick: -2880, num: 3, den: 4 },
      { bar: 0, tick: 0, num: 4, den: 4 },
    ];
    const timeline = timelineOf({ meters, transport: { playing: true, tick: -2880, at: 8_500 } });
    expect(pulsesBetween(timeline, 0, 10_400).map(({ number }) => number)).toEqual([-2, -1, 0, 1]);
  });
});

describe('the ring', () => {
  test.each([
    [1, 1],
    [8, 8],
    [9, 1],
    [17.9, 1],
    [0, 8],
    [-3, 5],
  ])('is at place %d in beat %d', (place, beat) => {
    expect(beatAt(ringOf(), place)).toBe(beat);
  });

  test('hands the beats on at the pulse that was sent ahead', () => {
    const next = { from_beat: 17, owners: [[2], [1, 9], [], [], [], [], [], []] };
    const ring = ringOf({ next });
    expect(beatsOf(ownersAt(ring, 16.99), 9)).toEqual([1]);
    expect(beatsOf(ownersAt(ring, 17), 9)).toEqual([2]);
    expect(beatsOf(ownersAt(ring, null), 9)).toEqual([1]);
  });

  test('has its new owners in the room once their pulse has come', () => {
    const next = { from_beat: 3, owners: [[2], [1, 9], [], [], [], [], [], []] };
    const room = { ...roomWith({ next }), timeline: timelineOf() };
    expect(afterTime(room, 0, 10_999)).toBe(room);
    const after = afterTime(room, 0, 11_000);
    expect(after.ring).toMatchObject({ fromBeat: 3, next: null });
    expect(beatsOf(after.ring?.owners ?? [], 1)).toEqual([2]);
  });

  test('knows the nearest of two own beats, also round the corner', () => {
    const ring = ringOf();
    expect(nearestBeat(ring, [2, 6], 3.9)).toBe(2);
    expect(nearestBeat(ring, [2, 6], 4.1)).toBe(6);
    expect(nearestBeat(ring, [1, 6], 8.6)).toBe(1);
    expect(nearestBeat(ring, [2, 6], 4)).toBe(6);
    expect(nearestBeat(ring, [6, 2], null)).toBe(6);
    expect(nearestBeat(ring, [], 4)).toBeNull();
  });

  test('fills the dots as the turn comes', () => {
    const dots = (change: object, places: readonly number[]): number[] =>
      places.map((place) => turnDots(ringOf(change), 3, place));
    expect(dots({}, [8, 9, 10, 11, 12])).toEqual([0, 1, 2, 3, 0]);
    const two = { owners: [[], [], [3], [], [], [], [3], []] };
    expect(dots(two, [14.5, 17.9])).toEqual([2, 1]);
    expect(dots({ rest: [3] }, [10, 11])).toEqual([0, 0]);
    expect(dots({ watching: [3] }, [10, 11])).toEqual([0, 0]);
    expect(turnDots(ringOf(), 3, null)).toBe(0);
  });

  test('fills the dots before the first turn in a beat that comes', () => {
    const ring = ringOf({ next: { from_beat: 17, owners: [[3], [], [], [], [], [], [], []] } });
    expect([14, 15, 16, 17, 19].map((place) => turnDots(ring, 3, place))).toEqual([0, 1, 2, 3, 0]);
  });

  test.each([
    [{ phase: 'paused' }],
    [{ phase: 'held' }],
    [{ phase: 'done' }],
    [{ watching: [1] }],
    [{ rest: [1] }],
  ])('lets a seat rest: %j', (change) => {
    expect(playedBeats(ringOf(), 1, 1)).toEqual([1]);
    expect(playedBeats(ringOf(change), 1, 1)).toEqual([]);
  });

  test('has beats that are covered by a tablet, in play and on their turn only', () => {
    const cover = [{ beat: 4, seat: 3 }];
    expect(coveredNotes(ringOf({ cover }), [3], 12)).toEqual([67]);
    expect(coveredNotes(ringOf({ cover }), [3], 13)).toEqual([]);
    expect(coveredNotes(ringOf({ cover }), [2], 12)).toEqual([]);
    expect(coveredNotes(ringOf({ cover, phase: 'held' }), [3], 12)).toEqual([]);
    expect(coveredNotes(ringOf({ cover, rest: [4] }), [3], 12)).toEqual([]);
  });

  test.each([[{ beats: 0 }], [{ beats: 99 }], [{ phase: 'dance' }], [{ from_beat: null }]])(
    'that cannot be read is no ring: %j',
    (change) => {
      expect(roomWith(change).ring).toBeNull();
    },
  );

  test('keeps a final result on show while it is done, and not in the next game', () => {
    const result = { rev: 6, game: 'beat_ring', round: 4, held: 11, final: true };
    const parsed = parseRoomEvent('group_result', result);
    const ended = parsed ? evolve(roomWith({ phase: 'done' }), parsed, 0) : kEmptyRoom;
    expect(ended.result).toEqual({ round: 4, held: 11, final: true });
    const told = (event: string, phase: string): RoomState => {
      const body = { rev: 7, id: 'beat_ring', state: { ...kRingState, phase } };
      const next = parseRoomEvent(event, body);
      return next ? evolve(ended, next, 0) : ended;
    };
    expect(told('game_changed', 'done').result).toEqual(ended.result);
    expect(told('game_changed', 'play').result).toBeNull();
    expect(told('game', 'play').result).toBeNull();
  });
});

describe('the pictures of a beat', () => {
  test.each([4, 8, 16])('stay inside their arc with %d beats', (beats) => {
    for (let count = 1; count <= 8; count += 1) {
      for (const { x, y, size } of beads(1, beats, count)) {
        const radius = Math.hypot(x, y);
        expect(radius + size / 2).toBeLessThan(kRing.outer);
        expect(radius - size / 2).toBeGreaterThan(kRing.inner);
        expect(Math.abs(Math.atan2(x, -y))).toBeLessThan(Math.PI / beats);
      }
    }
  });

  test('do not cover each other', () => {
    const places = beads(3, 8, 4);
    expect(places).toHaveLength(4);
    for (const [index, place] of places.entries()) {
      for (const other of places.slice(index + 1)) {
        expect(Math.hypot(place.x - other.x, place.y - other.y)).toBeGreaterThan(place.size - 0.5);
      }
    }
  });
});
