import type { OwnSeat } from '../room/room-event';
import { allListen, isAsked, isListening, type RoomState } from '../room/room-state';
import type { AppState, InClass } from './app-state';

/** What one child of a tablet sees. */
export type SeatScreenName =
  'mood' | 'quiet' | 'listen' | 'waiting' | 'ring' | 'conductor' | 'drums' | 'bars';

export type ScreenName =
  | 'code'
  | 'door'
  | 'pick'
  | 'wake'
  | 'soundcheck'
  | 'reconnecting'
  | 'duo'
  | 'bye'
  | SeatScreenName;

/** Which screen a state shows; two children who share a tablet see one each. */
export function screenOf(state: AppState): ScreenName {
  if (state.stage !== 'class') {
    return state.stage;
  }
  const { room, link } = state;
  const [own, friend] = room.own;
  if (link === 'lost') {
    return 'reconnecting';
  }
  if (!own) {
    return state.wake && !state.check ? 'wake' : 'waiting';
  }
  if (!room.own.some((each) => isAsked(room, each))) {
    if (state.check && maySound(room)) {
      return 'soundcheck';
    }
    if (state.wake && !state.check) {
      return 'wake';
    }
  }
  return friend ? 'duo' : seatScreenOf(state, own);
}

export function seatScreenOf({ room }: InClass, own: OwnSeat): SeatScreenName {
  if (isAsked(room, own)) {
    return 'mood';
  }
  if (room.phase === 'lobby') {
    return 'waiting';
  }
  if (room.quiet.kind !== 'off') {
    return 'quiet';
  }
  if (isListening(room, own)) {
    return 'listen';
  }
  if (room.ring) {
    return own.role === 'conductor' ? 'conductor' : 'ring';
  }
  return own.role === 'rhythm' ? 'drums' : 'bars';
}

/** A bell would be heard: nobody asked for silence. */
function maySound(room: RoomState): boolean {
  return room.quiet.kind === 'off' && !allListen(room);
}
