import { unreachable } from '../unreachable';
import type { PickEvent } from './app-event';
import { kMostPlayers, type Picking } from './app-state';

/** The grid of animals after a touch. */
export function evolvePick(state: Picking, event: PickEvent): Picking {
  if (state.busy) {
    return state;
  }
  switch (event.kind) {
    case 'seatPicked':
      return withSeat(state, event.seat);
    case 'duoWanted':
      return { ...state, duo: event.duo, picked: state.picked.slice(0, 1), trouble: null };
    default:
      return unreachable(event);
  }
}

function withSeat(state: Picking, seat: number): Picking {
  if (state.kept.includes(seat)) {
    return state;
  }
  if (state.seats.some((each) => each.seat === seat && each.taken)) {
    return { ...state, picked: state.duo ? state.picked : [], trouble: 'seatTaken' };
  }
  return { ...state, picked: pickedWith(state, seat), trouble: null };
}

/** Alone, a touch picks; two who share pick one each, and a second touch lets go. */
function pickedWith({ duo, picked }: Picking, seat: number): readonly number[] {
  if (!duo) {
    return [seat];
  }
  return picked.includes(seat)
    ? picked.filter((each) => each !== seat)
    : [...picked.slice(0, kMostPlayers - 1), seat];
}
