import type { SoundState } from '../audio/audio-engine';
import type { JoinSeat, JoinTrouble, SeatPass } from '../room/join-api';
import type { RoomEvent } from '../room/room-event';
import type { Link } from './app-state';

/** Everything that can happen to the page. `now` is this tablet's time in ms. */
export type AppEvent =
  | { readonly kind: 'lettersChanged'; readonly letters: string }
  | { readonly kind: 'joinAsked' }
  | { readonly kind: 'joinFailed'; readonly trouble: JoinTrouble }
  | { readonly kind: 'seatsShown'; readonly code: string; readonly seats: readonly JoinSeat[] }
  | { readonly kind: 'seatPicked'; readonly seat: number }
  | { readonly kind: 'seatClaimed'; readonly pass: SeatPass; readonly sound: SoundState }
  | { readonly kind: 'linkChanged'; readonly link: Link; readonly now: number }
  | { readonly kind: 'roomSpoke'; readonly event: RoomEvent; readonly now: number }
  | { readonly kind: 'timePassed'; readonly now: number; readonly serverNow: number }
  | { readonly kind: 'soundChanged'; readonly sound: SoundState }
  | { readonly kind: 'wakeNeeded'; readonly wake: boolean }
  | { readonly kind: 'fellAsleep' }
  /** Back to the door; with the letters of a room if it is to be asked for seats again. */
  | { readonly kind: 'seatLost'; readonly letters: string };
