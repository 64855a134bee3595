import { kRoles, type OwnSeat, type Role, type Seat } from './room-event';
import { eachOf, fieldsOf, numberOf, textOf, type Fields } from './wire';

export function seatsOf(value: unknown): readonly Seat[] {
  return eachOf(value, seatOf);
}

/** The seats of this tablet: `you` of a `room_state`. */
export function ownSeatsOf(you: unknown): readonly OwnSeat[] {
  return eachOf(fieldsOf(you)?.['seats'], ownSeatOf);
}

export function roleOf(value: unknown): Role | null {
  return kRoles.find((role) => role === value) ?? null;
}

function ownSeatOf(fields: Fields): OwnSeat | null {
  const seat = seatOf(fields);
  return seat && { ...seat, name: textOf(fields['name']), hand: fields['hand'] === true };
}

function seatOf(fields: Fields): Seat | null {
  const seat = numberOf(fields['seat']);
  const avatar = textOf(fields['avatar']);
  const role = roleOf(fields['role']);
  if (seat === null || avatar === null || role === null) {
    return null;
  }
  return { seat, avatar, role, muted: fields['muted'] === true, here: fields['here'] !== false };
}
