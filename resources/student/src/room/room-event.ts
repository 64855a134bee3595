import type { Timeline } from '../timeline/timeline';

export const kRoles = ['melody', 'harmony', 'bass', 'rhythm', 'listener'] as const;
export type Role = (typeof kRoles)[number];
export type Phase = 'lobby' | 'lesson';

export interface Seat {
  readonly seat: number;
  readonly avatar: string;
  readonly role: Role;
  readonly muted: boolean;
}

export interface OwnSeat extends Seat {
  readonly name: string | null;
  readonly hand: boolean;
}

export type NotesByRole = Readonly<Partial<Record<Role, readonly number[]>>>;

export interface Snapshot {
  readonly rev: number;
  readonly phase: Phase;
  readonly clockId: string;
  /** When the server wrote it. */
  readonly now: number;
  readonly own: OwnSeat | null;
  readonly seats: readonly Seat[];
  readonly timeline: Timeline;
  readonly quiet: boolean;
  /** Server time in ms from which playing is allowed again; null while quiet has no end. */
  readonly releaseAt: number | null;
  readonly notes: NotesByRole;
}

/** What changes the room for everyone. The server counts these; `rev` is the number of each. */
export type NumberedEvent = { readonly rev: number } & (
  | { readonly kind: 'phaseChanged'; readonly phase: Phase }
  | { readonly kind: 'muted'; readonly seats: readonly number[]; readonly muted: boolean }
  | { readonly kind: 'roleAssigned'; readonly seats: readonly number[]; readonly role: Role }
  | { readonly kind: 'handMoved'; readonly seat: number; readonly up: boolean }
  | { readonly kind: 'quieted' }
  | { readonly kind: 'resumed'; readonly at: number }
  | { readonly kind: 'gameChanged'; readonly notes: NotesByRole }
);

export type ByeReason = 'lessonOver' | 'seatReleased';

/** Everything the room tells a tablet. Times are server time in milliseconds. */
export type RoomEvent =
  | NumberedEvent
  | { readonly kind: 'snapshot'; readonly snapshot: Snapshot }
  | { readonly kind: 'timelineChanged'; readonly timeline: Timeline; readonly now: number | null }
  | { readonly kind: 'noteHeard'; readonly midi: number; readonly seat: number | null }
  | { readonly kind: 'noteEnded'; readonly midi: number; readonly seat: number | null }
  | { readonly kind: 'saidBye'; readonly reason: ByeReason }
  | { readonly kind: 'refused'; readonly event: string; readonly code: string };
