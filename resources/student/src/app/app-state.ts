import type { SoundState } from '../audio/audio-engine';
import type { JoinSeat, JoinTrouble, SeatPass } from '../room/join-api';
import type { RoomState } from '../room/room-state';

export type Link = 'joining' | 'joined' | 'lost';

/** The question whether the tablet can be heard: the bell rang, and how often nothing was heard. */
export interface SoundCheck {
  readonly rung: boolean;
  readonly nothing: number;
}

/** Why no friend can be added now; a room may let nobody see its grid. */
export type FriendTrouble = JoinTrouble | 'teacherOpens';

/** A class as a grid of animals, to pick one's own. */
export interface Picking {
  readonly stage: 'pick';
  readonly code: string;
  readonly seats: readonly JoinSeat[];
  /** One seat, or up to two for children who share the tablet. */
  readonly picked: readonly number[];
  readonly duo: boolean;
  /** Seats this tablet holds already, while a friend is added. */
  readonly kept: readonly number[];
  readonly busy: boolean;
  readonly trouble: JoinTrouble | null;
}

export interface InClass {
  readonly stage: 'class';
  readonly pass: SeatPass;
  readonly link: Link;
  /** This tablet's time in ms; null while the link is up. */
  readonly lostAt: number | null;
  readonly longLost: boolean;
  readonly wake: boolean;
  readonly sound: SoundState;
  /** Null once it was answered in this lesson. */
  readonly check: SoundCheck | null;
  /** The grid was asked for, to add a friend; or why it did not come. */
  readonly adding: 'asking' | FriendTrouble | null;
  readonly room: RoomState;
}

/** Everything the page shows follows from this value. */
export type AppState =
  | {
      readonly stage: 'code';
      readonly letters: string;
      readonly busy: boolean;
      readonly trouble: JoinTrouble | null;
    }
  /** The door is locked; the teacher lets tablets in one by one. */
  | { readonly stage: 'door'; readonly code: string; readonly tablet: number | null }
  | Picking
  | InClass
  | { readonly stage: 'bye'; readonly asleep: boolean; readonly tablet: number | null };

export const kCodeLength = 4;
export const kMostPlayers = 2;

export function atTheDoor(letters: string, trouble: JoinTrouble | null = null): AppState {
  return { stage: 'code', letters, busy: false, trouble };
}

export const kAtTheDoor = atTheDoor('');
