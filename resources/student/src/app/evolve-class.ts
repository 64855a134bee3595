import { afterAnswer, afterTime, evolve } from '../room/evolve';
import type { SeatPass } from '../room/join-api';
import type { RoomEvent } from '../room/room-event';
import { unreachable } from '../unreachable';
import type { ClassEvent } from './app-event';
import type { InClass, SoundCheck } from './app-state';

/** After this long without the room the child is told to show the tablet to the teacher. */
export const kLongLostMs = 20_000;
/** After hearing nothing this often a child may play on, and the teacher knows. */
const kMostNothing = 2;

/** A tablet in a class after an event. */
export function evolveClass(state: InClass, event: ClassEvent): InClass {
  switch (event.kind) {
    case 'linkChanged': {
      const up = event.link === 'joined';
      const lostAt = up ? null : (state.lostAt ?? event.now);
      return { ...state, link: event.link, lostAt, longLost: up ? false : state.longLost };
    }
    case 'roomSpoke':
      return {
        ...state,
        pass: passAfter(state.pass, event.event),
        room: evolve(state.room, event.event, event.now),
      };
    case 'timePassed': {
      const room = afterTime(state.room, event.now, event.serverNow);
      const longLost = state.lostAt !== null && event.now - state.lostAt >= kLongLostMs;
      return room === state.room && longLost === state.longLost
        ? state
        : { ...state, room, longLost };
    }
    case 'soundChanged':
      return { ...state, sound: event.sound, wake: state.wake && event.sound === 'suspended' };
    case 'wakeNeeded':
      return { ...state, wake: event.wake };
    case 'bellRung':
      return { ...state, check: state.check && { ...state.check, rung: true } };
    case 'soundJudged':
      return { ...state, check: state.check && afterJudging(state.check, event.heard) };
    case 'moodAnswered':
      return { ...state, room: afterAnswer(state.room, event.prompt, event.seat) };
    case 'friendAsked':
      return { ...state, adding: 'asking' };
    case 'friendFailed':
      return { ...state, adding: event.trouble };
    default:
      return unreachable(event);
  }
}

/** The teacher may change the word on the door while the class is in. */
function passAfter(pass: SeatPass, event: RoomEvent): SeatPass {
  const code = event.kind === 'snapshot' ? event.snapshot.code : null;
  return code === null || code === pass.code ? pass : { ...pass, code };
}

/** Heard it, or gave up: over. Otherwise the bell is to be rung once more. */
function afterJudging(check: SoundCheck, heard: boolean): SoundCheck | null {
  const nothing = check.nothing + 1;
  return heard || nothing >= kMostNothing ? null : { rung: false, nothing };
}
