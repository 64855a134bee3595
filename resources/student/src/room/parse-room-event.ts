import { parseTimeline } from './parse-timeline';
import { kRoles } from './room-event';
import type { NotesByRole, OwnSeat, Phase, Role, RoomEvent, Seat, Snapshot } from './room-event';
import { eachOf, fieldsOf, listOf, millisecondsOf, numberOf, numbersOf, textOf } from './wire';
import type { Fields } from './wire';

/** Turns one broadcast of the room into an event; null for events this page has no use for. */
export function parseRoomEvent(event: string, payload: unknown): RoomEvent | null {
  const body = fieldsOf(payload);
  return body ? (kReaders.get(event)?.(body) ?? null) : null;
}

type Reader = (body: Fields) => RoomEvent | null;

const kReaders = new Map<string, Reader>([
  ['room_state', readSnapshot],
  ['phase', readPhase],
  ['timeline', readTimeline],
  ['play_note', (body) => readNote('noteHeard', body)],
  ['stop_note', (body) => readNote('noteEnded', body)],
  ['muted', readMuted],
  ['role_assigned', readRole],
  ['hand', readHand],
  ['quiet', (body) => ({ kind: 'quieted', rev: revOf(body) })],
  ['resumed', readResumed],
  ['game', readGame],
  ['bye', readBye],
  ['refused', readRefused],
]);

function readSnapshot(body: Fields): RoomEvent | null {
  const timeline = parseTimeline(body['timeline']);
  const phase = phaseOf(body['phase']);
  const clockId = textOf(body['clock_id']);
  const now = millisecondsOf(body['now']);
  if (!timeline || !phase || clockId === null || now === null) {
    return null;
  }
  const quiet = fieldsOf(body['quiet']);
  const snapshot: Snapshot = {
    rev: revOf(body),
    phase,
    clockId,
    now,
    own: eachOf(fieldsOf(body['you'])?.['seats'], ownSeatOf)[0] ?? null,
    seats: eachOf(body['seats'], seatOf),
    timeline,
    quiet: quiet?.['on'] === true,
    releaseAt: millisecondsOf(quiet?.['release_at']),
    notes: notesOf(fieldsOf(body['game'])?.['state']),
  };
  return { kind: 'snapshot', snapshot };
}

function readPhase(body: Fields): RoomEvent | null {
  const phase = phaseOf(body['phase']);
  return phase && { kind: 'phaseChanged', rev: revOf(body), phase };
}

function readTimeline(body: Fields): RoomEvent | null {
  const timeline = parseTimeline(body);
  return timeline && { kind: 'timelineChanged', timeline, now: millisecondsOf(body['now']) };
}

function readNote(kind: 'noteHeard' | 'noteEnded', body: Fields): RoomEvent | null {
  const midi = numberOf(body['midi']);
  return midi === null ? null : { kind, midi, seat: numberOf(body['seat']) };
}

function readMuted(body: Fields): RoomEvent {
  return { kind: 'muted', rev: revOf(body), ...seatsOf(body), muted: body['muted'] === true };
}

function readRole(body: Fields): RoomEvent | null {
  const role = roleOf(body['role']);
  return role && { kind: 'roleAssigned', rev: revOf(body), ...seatsOf(body), role };
}

function readHand(body: Fields): RoomEvent | null {
  const seat = numberOf(body['seat']);
  return seat === null
    ? null
    : { kind: 'handMoved', rev: revOf(body), seat, up: body['up'] === true };
}

function readResumed(body: Fields): RoomEvent | null {
  const at = millisecondsOf(body['at']);
  return at === null ? null : { kind: 'resumed', rev: revOf(body), at };
}

function readGame(body: Fields): RoomEvent {
  return { kind: 'gameChanged', rev: revOf(body), notes: notesOf(body['state']) };
}

function readBye(body: Fields): RoomEvent {
  const released = body['reason'] === 'seat_released';
  return { kind: 'saidBye', reason: released ? 'seatReleased' : 'lessonOver' };
}

function readRefused(body: Fields): RoomEvent | null {
  const code = textOf(body['code']);
  return code === null ? null : { kind: 'refused', event: textOf(body['event']) ?? '', code };
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
  return { seat, avatar, role, muted: fields['muted'] === true };
}

function seatsOf(body: Fields): { readonly seats: readonly number[] } {
  return { seats: numbersOf(body['seats']) };
}

function notesOf(state: unknown): NotesByRole {
  const notes = fieldsOf(fieldsOf(state)?.['notes']);
  const known = kRoles.filter((role) => listOf(notes?.[role]).length > 0);
  return Object.fromEntries(known.map((role) => [role, numbersOf(notes?.[role])]));
}

function revOf(body: Fields): number {
  return numberOf(body['rev']) ?? 0;
}

function phaseOf(value: unknown): Phase | null {
  return value === 'lobby' || value === 'lesson' ? value : null;
}

function roleOf(value: unknown): Role | null {
  return kRoles.find((role) => role === value) ?? null;
}
