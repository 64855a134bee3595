import type { BeatRing, GroupResult } from '../ring/beat-ring';
import type { Timeline } from '../timeline/timeline';

/** In the order of the teacher's mixer. */
export const kRoles = ['conductor', 'melody', 'harmony', 'bass', 'rhythm', 'listener'] as const;
export type Role = (typeof kRoles)[number];
export type Phase = 'lobby' | 'lesson';

export interface Seat {
  readonly seat: number;
  readonly avatar: string;
  readonly role: Role;
  readonly muted: boolean;
  readonly here: boolean;
}

export interface OwnSeat extends Seat {
  readonly name: string | null;
  readonly hand: boolean;
}

export type NotesByRole = Readonly<Partial<Record<Role, readonly number[]>>>;

/** The notes of each role, and the Beat Ring if that is the game. */
export interface Game {
  readonly notes: NotesByRole;
  readonly ring: BeatRing | null;
}

/** The question how that felt, and which of this tablet's seats have answered it. */
export interface Prompt {
  readonly id: number;
  readonly answered: readonly number[];
}

export interface Snapshot extends Game {
  readonly rev: number;
  /** The word on the door now; null if it was not said. */
  readonly code: string | null;
  readonly phase: Phase;
  readonly clockId: string;
  /** When the server wrote it. */
  readonly now: number;
  readonly own: readonly OwnSeat[];
  readonly seats: readonly Seat[];
  readonly timeline: Timeline;
  readonly quiet: boolean;
  /** Server time in ms from which playing is allowed again; null while quiet has no end. */
  readonly releaseAt: number | null;
  readonly solo: Role | null;
  readonly prompt: Prompt | null;
}

/** What changes the room for everyone. The server counts these; `rev` is the number of each. */
export type NumberedEvent = { readonly rev: number } & (
  | { readonly kind: 'phaseChanged'; readonly phase: Phase }
  | { readonly kind: 'muted'; readonly seats: readonly number[]; readonly muted: boolean }
  | { readonly kind: 'roleAssigned'; readonly seats: readonly number[]; readonly role: Role }
  | { readonly kind: 'seatsChanged'; readonly seats: readonly Seat[] }
  | { readonly kind: 'handMoved'; readonly seat: number; readonly up: boolean }
  | { readonly kind: 'quieted' }
  | { readonly kind: 'resumed'; readonly at: number }
  | { readonly kind: 'gameChanged'; readonly begins: boolean; readonly game: Game }
  | { readonly kind: 'roundEnded'; readonly result: GroupResult }
  | { readonly kind: 'soloChanged'; readonly role: Role | null }
  | { readonly kind: 'prompted'; readonly id: number }
  | { readonly kind: 'promptOver'; readonly id: number }
);

export type ByeReason = 'lessonOver' | 'seatReleased';

/** Everything the room tells a tablet. Times are server time in milliseconds. */
export type RoomEvent =
  | NumberedEvent
  | { readonly kind: 'snapshot'; readonly snapshot: Snapshot }
  | { readonly kind: 'timelineChanged'; readonly timeline: Timeline; readonly now: number | null }
  | { readonly kind: 'noteHeard'; readonly midi: number; readonly seat: number | null }
  | { readonly kind: 'noteEnded'; readonly midi: number; readonly seat: number | null }
  /** The room now holds these seats for this tablet. */
  | { readonly kind: 'seatsGiven'; readonly seats: readonly number[] }
  /** The laptop has another address now. */
  | { readonly kind: 'addressMoved'; readonly url: string }
  | { readonly kind: 'saidBye'; readonly reason: ByeReason }
  | { readonly kind: 'refused'; readonly event: string; readonly code: string };
