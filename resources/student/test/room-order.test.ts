import { describe, expect, test } from 'vitest';
import { evolve } from '../src/room/evolve';
import { parseRoomEvent } from '../src/room/parse-room-event';
import { kEmptyRoom, mayPlay, type RoomState } from '../src/room/room-state';
import { afterGolden, goldenNamed } from './golden-events';

/** The room after raw events, all heard at the same moment. */
function after(room: RoomState, ...events: readonly (readonly [string, object])[]): RoomState {
  return events.reduce((state, [event, payload]) => {
    const parsed = parseRoomEvent(event, payload);
    return parsed ? evolve(state, parsed, 0) : state;
  }, room);
}

function snapshot(change: object = {}): readonly [string, object] {
  return [
    'room_state',
    { ...(goldenNamed('room state in a lesson').payload as object), rev: 40, ...change },
  ];
}

const muted = (rev: number, on = true) => ['muted', { rev, seats: [3], muted: on }] as const;
const role = (rev: number, name: string) =>
  ['role_assigned', { rev, seats: [3], role: name }] as const;
const quiet = (rev: number) => ['quiet', { rev, at: 1 }] as const;
const resumed = (rev: number) => ['resumed', { rev, at: 900_000_000 }] as const;

describe('a tablet that is behind', () => {
  test('keeps what it heard ahead of an older snapshot, also of its first', () => {
    for (const room of [kEmptyRoom, after(kEmptyRoom, snapshot({ rev: 39 }))]) {
      const told = after(
        room,
        muted(41),
        role(42, 'bass'),
        quiet(43),
        ['hand', { rev: 44, seat: 3, up: true }],
        ['game', { rev: 45, id: 'free_jam', state: { notes: { bass: [48] } } }],
        ['phase', { rev: 46, phase: 'lesson' }],
        snapshot({ phase: 'lobby' }),
      );
      expect(told.own[0]).toMatchObject({ muted: true, role: 'bass', hand: true });
      expect(told.seats.find((seat) => seat.seat === 3)).toMatchObject({ muted: true });
      expect(told.quiet).toEqual({ kind: 'on' });
      expect(told.notes).toEqual({ bass: [48] });
      expect(told.phase).toBe('lesson');
    }
  });

  test('ignores what the snapshot already holds', () => {
    const told = after(kEmptyRoom, snapshot({ rev: 44 }), muted(43), role(44, 'bass'), quiet(42));
    expect(told.own[0]).toMatchObject({ muted: false, role: 'melody' });
    expect(mayPlay(told, told.own[0]!)).toBe(true);
  });

  test('ignores a snapshot older than the one it has', () => {
    const room = after(kEmptyRoom, snapshot({ rev: 44 }));
    expect(after(room, snapshot({ phase: 'lobby' }))).toBe(room);
  });

  test('ends with the newest state whatever the order', () => {
    const room = after(kEmptyRoom, snapshot());
    const told = after(room, muted(42, false), resumed(44), muted(41), quiet(43), quiet(43));
    expect(told.own[0]).toMatchObject({ muted: false });
    expect(told.quiet).toEqual({ kind: 'ending', releaseAt: 900_000 });
  });

  test('remembers only the last events', () => {
    const revs = Array.from({ length: 500 }, (_, index) => muted(41 + index));
    expect(after(kEmptyRoom, snapshot(), ...revs).recent.length).toBeLessThanOrEqual(64);
  });
});

describe('a room on a server that was started again', () => {
  test('is what its first snapshot says', () => {
    const before = after(kEmptyRoom, snapshot(), muted(41), quiet(42));
    const timeline = {
      ...(goldenNamed('tempo and meter change').payload as object),
      rev: 1,
      clock_id: 'new',
    };
    const told = after(
      before,
      ['timeline', timeline],
      snapshot({ rev: 5, clock_id: 'new', timeline }),
    );
    expect(told.own[0]).toMatchObject({ muted: false });
    expect(told.quiet).toEqual({ kind: 'off' });
    expect(after(told, muted(6)).own[0]).toMatchObject({ muted: true });
  });
});

describe('the rough clock', () => {
  test('is read off what the server says when it speaks', () => {
    const room = afterGolden(kEmptyRoom, 'room state in a lesson');
    expect(room.roughClock).toEqual({ clockId: '9f3c', ahead: 812_345.678 - 100 });
  });

  test('goes by the message that was quickest here', () => {
    const room = afterGolden(kEmptyRoom, 'room state in a lesson');
    const timeline = goldenNamed('tempo and meter change').payload as object;
    const at = (now: number, arrived: number): RoomState => {
      const event = parseRoomEvent('timeline', { ...timeline, now });
      return event ? evolve(room, event, arrived) : room;
    };
    expect(at(812_400_000, 900).roughClock).toBe(room.roughClock);
    expect(at(812_400_000, 120).roughClock?.ahead).toBeCloseTo(812_280);
  });
});
