import { isGone, type JoinTrouble } from '../room/join-api';
import { kEmptyRoom } from '../room/room-state';
import { unreachable } from '../unreachable';
import type { AppEvent } from './app-event';
import { atTheDoor, kAtTheDoor, kCodeLength, type AppState } from './app-state';
import { evolveClass } from './evolve-class';
import { evolvePick } from './evolve-pick';

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
    case 'doorLocked':
      return { stage: 'door', code: event.code, tablet: event.tablet };
    case 'seatsShown':
      return seatsShown(state, event);
    case 'seatClaimed':
      return seatClaimed(event);
    case 'seatPicked':
    case 'duoWanted':
      return state.stage === 'pick' ? evolvePick(state, event) : state;
    case 'linkChanged':
    case 'roomSpoke':
    case 'timePassed':
    case 'soundChanged':
    case 'wakeNeeded':
    case 'bellRung':
    case 'soundJudged':
    case 'moodAnswered':
    case 'friendAsked':
    case 'friendFailed':
      return state.stage === 'class' ? evolveClass(state, event) : state;
    case 'lessonEnded': // Wherever the child was: no name stays on the glass.
      return { stage: 'bye', asleep: false, tablet: event.tablet };
    case 'fellAsleep':
      return state.stage === 'bye' ? { ...state, asleep: true } : state;
    case 'seatLost':
      return atTheDoor(event.letters);
    default:
      return unreachable(event);
  }
}

function withLetters(state: AppState, letters: string): AppState {
  return state.stage === 'code' && !state.busy ? { ...state, letters, trouble: null } : state;
}

function joinFailed(state: AppState, trouble: JoinTrouble): AppState {
  switch (state.stage) {
    case 'code':
      return {
        ...state,
        busy: false,
        trouble,
        letters: trouble === 'noAnswer' ? state.letters : '',
      };
    case 'door':
      return isGone(trouble) ? atTheDoor('', trouble) : state;
    case 'pick':
      return isGone(trouble) ? kAtTheDoor : { ...state, busy: false, trouble, picked: [] };
    case 'class':
    case 'bye':
      return state;
    default:
      return unreachable(state);
  }
}

function seatsShown(state: AppState, event: Extract<AppEvent, { kind: 'seatsShown' }>): AppState {
  const { code, seats, kept } = event;
  if (state.stage === 'pick' && !kept) {
    const free = (seat: number): boolean => seats.some((each) => each.seat === seat && !each.taken);
    return { ...state, code, seats, picked: state.picked.filter(free) };
  }
  const fresh = { picked: [], duo: false, busy: false, trouble: null };
  return { stage: 'pick', code, seats, kept: kept ?? [], ...fresh };
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
    check: event.check ? { rung: false, nothing: 0 } : null,
    adding: null,
    room: kEmptyRoom,
  };
}
