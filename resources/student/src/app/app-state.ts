import type { SoundState } from '../audio/audio-engine';
import type { JoinSeat, JoinTrouble, SeatPass } from '../room/join-api';
import type { RoomState } from '../room/room-state';

export type Link = 'joining' | 'joined' | 'lost';

/** Everything the page shows follows from this value. */
export type AppState =
  | {
      readonly stage: 'code';
      readonly letters: string;
      readonly busy: boolean;
      readonly trouble: JoinTrouble | null;
    }
  | {
      readonly stage: 'pick';
      readonly code: string;
      readonly seats: readonly JoinSeat[];
      readonly picked: number | null;
      readonly busy: boolean;
      readonly trouble: JoinTrouble | null;
    }
  | {
      readonly stage: 'class';
      readonly pass: SeatPass;
      readonly link: Link;
      /** This tablet's time in ms; null while the link is up. */
      readonly lostAt: number | null;
      readonly longLost: boolean;
      readonly wake: boolean;
      readonly sound: SoundState;
      readonly room: RoomState;
    }
  | { readonly stage: 'bye'; readonly asleep: boolean };

export const kCodeLength = 4;

export function atTheDoor(letters: string): AppState {
  return { stage: 'code', letters, busy: false, trouble: null };
}

export const kAtTheDoor = atTheDoor('');
