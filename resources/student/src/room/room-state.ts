import { kSilentTimeline, type Timeline } from '../timeline/timeline';
import type { NotesByRole, NumberedEvent, OwnSeat, Phase, Role, Seat } from './room-event';
import type { RoughClock } from './rough-clock';

/** Quiet ends at `releaseAt`, server time in ms, once the teacher lets the class play. */
export type Quiet =
  | { readonly kind: 'off' }
  | { readonly kind: 'on' }
  | { readonly kind: 'ending'; readonly releaseAt: number };

/** A friend's note that is still shown. `at` is this tablet's time of arrival, in ms. */
export interface HeardNote {
  readonly seat: number | null;
  readonly midi: number;
  readonly at: number;
}

/** What this tablet knows about its room. */
export interface RoomState {
  /** The server's number of the last snapshot, and the server it came from. */
  readonly rev: number;
  readonly clockId: string;
  /** What was heard that the last snapshot may not hold, in the server's order. */
  readonly recent: readonly NumberedEvent[];
  readonly roughClock: RoughClock | null;
  readonly phase: Phase;
  readonly own: OwnSeat | null;
  readonly seats: readonly Seat[];
  readonly timeline: Timeline;
  readonly quiet: Quiet;
  readonly notes: NotesByRole;
  readonly heard: readonly HeardNote[];
}

export const kEmptyRoom: RoomState = {
  rev: -1,
  clockId: '',
  recent: [],
  roughClock: null,
  phase: 'lobby',
  own: null,
  seats: [],
  timeline: kSilentTimeline,
  quiet: { kind: 'off' },
  notes: {},
  heard: [],
};

const kDefaultNotes: Readonly<Record<Role, readonly number[]>> = {
  melody: [60, 62, 64, 67, 69, 72],
  harmony: [60, 62, 64, 67, 69, 72],
  bass: [48, 50, 52, 55, 57],
  rhythm: [36, 38, 70, 81],
  listener: [],
};

export function notesOf(room: RoomState, role: Role): readonly number[] {
  return room.notes[role] ?? kDefaultNotes[role];
}

/** Muted by the teacher or here to listen. */
export function isListening(room: RoomState): boolean {
  return room.own === null || room.own.muted || room.own.role === 'listener';
}

/** Whether a touch may sound. */
export function mayPlay(room: RoomState): boolean {
  return room.phase === 'lesson' && room.quiet.kind === 'off' && !isListening(room);
}
