import type { BeatRing, GroupResult } from '../ring/beat-ring';
import { kSilentTimeline, type Timeline } from '../timeline/timeline';
import type { NotesByRole, NumberedEvent, OwnSeat, Phase, Prompt, Role, Seat } from './room-event';
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
  /** The seats of this tablet: one child, or two who share it. */
  readonly own: readonly OwnSeat[];
  readonly seats: readonly Seat[];
  readonly timeline: Timeline;
  readonly quiet: Quiet;
  /** Only this role sounds now; null: all. */
  readonly solo: Role | null;
  readonly notes: NotesByRole;
  readonly ring: BeatRing | null;
  /** How the last round of the game went. */
  readonly result: GroupResult | null;
  readonly prompt: Prompt | null;
  readonly heard: readonly HeardNote[];
}

export const kEmptyRoom: RoomState = {
  rev: -1,
  clockId: '',
  recent: [],
  roughClock: null,
  phase: 'lobby',
  own: [],
  seats: [],
  timeline: kSilentTimeline,
  quiet: { kind: 'off' },
  solo: null,
  notes: {},
  ring: null,
  result: null,
  prompt: null,
  heard: [],
};

const kDefaultNotes: Readonly<Record<Role, readonly number[]>> = {
  conductor: [],
  melody: [60, 62, 64, 67, 69, 72],
  harmony: [60, 62, 64, 67, 69, 72],
  bass: [48, 50, 52, 55, 57],
  rhythm: [36, 38, 70, 81],
  listener: [],
};

export function notesOf(room: RoomState, role: Role): readonly number[] {
  return room.notes[role] ?? kDefaultNotes[role];
}

export function ownSeat(room: RoomState, seat: number): OwnSeat | null {
  return room.own.find((each) => each.seat === seat) ?? null;
}

/** Muted by the teacher, here to listen, or while another role plays alone. */
export function isListening(room: RoomState, own: OwnSeat): boolean {
  const idle = own.role === 'listener' || (own.role === 'conductor' && !room.ring);
  return own.muted || idle || (room.solo !== null && room.solo !== own.role);
}

/** Nobody at this tablet may sound. */
export function allListen(room: RoomState): boolean {
  return room.own.every((own) => isListening(room, own));
}

/** Whether a touch of that seat may sound. */
export function mayPlay(room: RoomState, own: OwnSeat): boolean {
  const open = room.phase === 'lesson' && room.quiet.kind === 'off';
  return open && own.role !== 'conductor' && !isListening(room, own);
}

/** Whether that seat is asked how it felt, and has not answered. */
export function isAsked(room: RoomState, own: OwnSeat): boolean {
  return room.prompt !== null && !room.prompt.answered.includes(own.seat);
}
