import { afterTime, evolve } from '../room/evolve';
import { isGone } from '../room/join-api';
import { kEmptyRoom } from '../room/room-state';
import { unreachable } from '../unreachable';
import type { AppEvent } from './app-event';
import { atTheDoor, kAtTheDoor, kCodeLength, type AppState } from './app-state';

/** After this long without the room the child is told to show the tablet to the teacher. */
export const kLongLostMs = 20_000;

/** The page after an event; events that do not fit the stage change nothing. */
export function evolveApp(state: AppState, event: AppEvent): AppState {
  switch (event.kind) {
    case 'lettersChanged':
      return withLetters(state, event.letters.slice(0, kCodeLength));
    case 'joinAsked':
      return state.stage === 'code' || state.stage === 'pick'
        ? { ...state, busy: true, trouble: null }
        : state;
    case 'joinFailed':
      return joinFailed(state, event.trouble);
    case 'seatsShown':
      return seatsShown(state, event);
    case 'seatPicked':
      return seatPicked(state, event.seat);
    case 'seatClaimed':
      return seatClaimed(event);
    case 'linkChanged':
    case 'roomSpoke':
    case 'timePassed':
    case 'soundChanged':
    case 'wakeNeeded':
      return state.stage === 'class' ? inClass(state, event) : state;
    case 'fellAsleep':
      return state.stage === 'bye' ? { ...state, asleep: true } : state;
    case 'seatLost':
      return atTheDoor(event.letters);
    default:
      return unreachable(event);
  }
}

type InClass = Extract<AppState, { stage: 'class' }>;
type ClassEvent = Extract<
  AppEvent,
  { kind: 'linkChanged' | 'roomSpoke' | 'timePassed' | 'soundChanged' | 'wakeNeeded' }
>;

function inClass(state: InClass, event: ClassEvent): AppState {
  switch (event.kind) {
    case 'linkChanged': {
      const up = event.link === 'joined';
      const lostAt = up ? null : (state.lostAt ?? event.now);
      return { ...state, link: event.link, lostAt, longLost: up ? false : state.longLost };
    }
    case 'roomSpoke':
      return event.event.kind === 'saidBye' && event.event.reason === 'lessonOver'
        ? { stage: 'bye', asleep: false }
        : { ...state, room: evolve(state.room, event.event, event.now) };
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
    default:
      return unreachable(event);
  }
}

function withLetters(state: AppState, letters: string): AppState {
  return state.stage === 'code' && !state.busy ? { ...state, letters, trouble: null } : state;
}

function joinFailed(
  state: AppState,
  trouble: Extract<AppEvent, { kind: 'joinFailed' }>['trouble'],
): AppState {
  switch (state.stage) {
    case 'code':
      return {
        ...state,
        busy: false,
        trouble,
        letters: trouble === 'noAnswer' ? state.letters : '',
      };
    case 'pick':
      return isGone(trouble) ? kAtTheDoor : { ...state, busy: false, trouble, picked: null };
    case 'class':
    case 'bye':
      return state;
    default:
      return unreachable(state);
  }
}

function seatsShown(state: AppState, event: Extract<AppEvent, { kind: 'seatsShown' }>): AppState {
  const { code, seats } = event;
  if (state.stage === 'pick') {
    const free = seats.some((seat) => seat.seat === state.picked && !seat.taken);
    return { ...state, seats, picked: free ? state.picked : null };
  }
  return { stage: 'pick', code, seats, picked: null, busy: false, trouble: null };
}

function seatPicked(state: AppState, picked: number): AppState {
  if (state.stage !== 'pick' || state.busy) {
    return state;
  }
  const taken = state.seats.some((seat) => seat.seat === picked && seat.taken);
  return { ...state, picked: taken ? null : picked, trouble: taken ? 'seatTaken' : null };
}

function seatClaimed(event: Extract<AppEvent, { kind: 'seatClaimed' }>): AppState {
  return {
    stage: 'class',
    pass: event.pass,
    link: 'joining',
    lostAt: null,
    longLost: false,
    wake: false,
    sound: event.sound,
    room: kEmptyRoom,
  };
}
