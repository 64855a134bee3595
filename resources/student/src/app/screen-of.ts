import { isListening } from '../room/room-state';
import type { AppState } from './app-state';

export type ScreenName =
  | 'code'
  | 'pick'
  | 'wake'
  | 'reconnecting'
  | 'waiting'
  | 'quiet'
  | 'listen'
  | 'drums'
  | 'bars'
  | 'bye';

/** Which screen a state shows. */
export function screenOf(state: AppState): ScreenName {
  if (state.stage !== 'class') {
    return state.stage;
  }
  const { room, link } = state;
  if (link === 'lost') {
    return 'reconnecting';
  }
  if (state.wake) {
    return 'wake';
  }
  if (room.own === null || room.phase === 'lobby') {
    return 'waiting';
  }
  if (room.quiet.kind !== 'off') {
    return 'quiet';
  }
  if (isListening(room)) {
    return 'listen';
  }
  return room.own.role === 'rhythm' ? 'drums' : 'bars';
}
