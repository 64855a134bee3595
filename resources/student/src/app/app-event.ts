import type { SoundState } from '../audio/audio-engine';
import type { JoinSeat, JoinTrouble, SeatPass } from '../room/join-api';
import type { RoomEvent } from '../room/room-event';
import type { FriendTrouble, Link } from './app-state';

/** What can happen to a tablet in a class. `now` is this tablet's time in ms. */
export type ClassEvent =
  | { readonly kind: 'linkChanged'; readonly link: Link; readonly now: number }
  | { readonly kind: 'roomSpoke'; readonly event: RoomEvent; readonly now: number }
  | { readonly kind: 'timePassed'; readonly now: number; readonly serverNow: number }
  | { readonly kind: 'soundChanged'; readonly sound: SoundState }
  | { readonly kind: 'wakeNeeded'; readonly wake: boolean }
  | { readonly kind: 'bellRung' }
  | { readonly kind: 'soundJudged'; readonly heard: boolean }
  | { readonly kind: 'friendAsked' }
  | { readonly kind: 'friendFailed'; readonly trouble: FriendTrouble }
  | { readonly kind: 'moodAnswered'; readonly prompt: number; readonly seat: number };

/** What can happen while children choose their animals. */
export type PickEvent =
  | { readonly kind: 'seatPicked'; readonly seat: number }
  | { readonly kind: 'duoWanted'; readonly duo: boolean };

/** Everything that can happen to the page. */
export type AppEvent =
  | ClassEvent
  | PickEvent
  | { readonly kind: 'lettersChanged'; readonly letters: string }
  | { readonly kind: 'joinAsked' }
  | { readonly kind: 'joinFailed'; readonly trouble: JoinTrouble }
  | { readonly kind: 'doorLocked'; readonly code: string; readonly tablet: number | null }
  | {
      readonly kind: 'seatsShown';
      readonly code: string;
      readonly seats: readonly JoinSeat[];
      /** A new grid, with the seats this tablet keeps; without them, news of the one that is shown. */
      readonly kept?: readonly number[];
    }
  | {
      readonly kind: 'seatClaimed';
      readonly pass: SeatPass;
      readonly sound: SoundState;
      /** Whether the child is to be asked if the tablet can be heard. */
      readonly check: boolean;
    }
  | { readonly kind: 'lessonEnded'; readonly tablet: number | null }
  | { readonly kind: 'fellAsleep' }
  /** Back to the door; with the letters of a room if it is to be asked for seats again. */
  | { readonly kind: 'seatLost'; readonly letters: string };
