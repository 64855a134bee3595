import { describe, expect, test } from 'vitest';
import { afterTime } from '../src/room/evolve';
import { parseRoomEvent } from '../src/room/parse-room-event';
import { parseTimeline } from '../src/room/parse-timeline';
import { kEmptyRoom, mayPlay, type RoomState } from '../src/room/room-state';
import { afterGolden as after, golden, goldenNamed } from './golden-events';

/** Whether the one child of this tablet may play. */
const plays = (room: RoomState): boolean => mayPlay(room, room.own[0]!);

const inLesson = after(kEmptyRoom, 'room state in a lesson');

describe('golden frames', () => {
  const forStockClients = ['tempo_changed', 'beat', 'beat_assigned'];
  const toTablet = golden.filter((frame) => frame.direction === 'to_tablet');

  test.each(toTablet.map((frame) => [frame.name, frame] as const))('%s is read', (_name, frame) => {
    const parsed = parseRoomEvent(frame.event, frame.payload);
    expect(parsed === null).toBe(forStockClients.includes(frame.event));
  });

  test('times become milliseconds', () => {
    expect(inLesson.timeline.segments[0]).toEqual({ at: 800_000, tick: 0, milliBpm: 96_000 });
    expect(inLesson.timeline.transport.at).toBe(797_500);
  });
});

describe('malformed frames', () => {
  test.each([
    ['an unknown event', 'dance', {}],
    ['a note without pitch', 'play_note', { velocity: 9 }],
    ['a payload that is a list', 'play_note', []],
    ['nothing', 'phase', null],
    ['an unknown role', 'role_assigned', { seats: [1], role: 'boss' }],
    ['resumed without a time', 'resumed', { rev: 3 }],
    ['a name from the prototype', 'constructor', {}],
  ])('%s is ignored', (_name, event, payload) => {
    expect(parseRoomEvent(event, payload)).toBeNull();
  });

  test('a timeline without segments is ignored', () => {
    const body = goldenNamed('tempo and meter change').payload as object;
    expect(parseTimeline({ ...body, segments: [] })).toBeNull();
  });
});

describe('the room', () => {
  test('lets an unmuted seat play in a lesson', () => {
    expect(plays(inLesson)).toBe(true);
    expect(plays({ ...inLesson, phase: 'lobby' })).toBe(false);
    expect(plays(after(inLesson, 'two seats muted'))).toBe(false);
  });

  test('shows a friend’s note and forgets it', () => {
    const heard = after(inLesson, 'a friend plays');
    expect(heard.heard).toEqual([{ seat: 1, midi: 60, at: 100 }]);
    expect(afterTime(heard, 999, 0)).toBe(heard);
    expect(afterTime(heard, 1_001, 0).heard).toEqual([]);
  });

  test('changes role and hand', () => {
    const changed = after(inLesson, 'a new role', 'own hand is up');
    expect(changed.own[0]).toMatchObject({ role: 'bass', hand: true });
  });

  test('is quiet until the release moment has come', () => {
    const quiet = after(inLesson, 'everyone quiet');
    expect(plays(quiet)).toBe(false);
    const ending = after(quiet, 'playing again from a bar line');
    expect(plays(afterTime(ending, 0, 817_499))).toBe(false);
    expect(plays(afterTime(ending, 0, 817_500))).toBe(true);
  });

  test('takes a quiet that both sockets tell only once', () => {
    const resumed = after(inLesson, 'everyone quiet', 'playing again from a bar line');
    expect(after(resumed, 'everyone quiet').quiet).toEqual(resumed.quiet);
  });

  test('is not woken by a snapshot older than the quiet', () => {
    const quiet = after(inLesson, 'everyone quiet');
    expect(after(quiet, 'room state in a lesson').quiet).toEqual({ kind: 'on' });
  });

  test('keeps a newer timeline', () => {
    const changed = after(inLesson, 'tempo and meter change');
    expect(after(changed, 'room state in a lesson').timeline.rev).toBe(18);
  });
});
