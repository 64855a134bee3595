import { gameOf, resultOf } from './parse-game';
import { ownSeatsOf, roleOf, seatsOf } from './parse-seats';
import { parseTimeline } from './parse-timeline';
import type { Phase, Prompt, RoomEvent, Snapshot } from './room-event';
import { fieldsOf, millisecondsOf, numberOf, numbersOf, textOf, type Fields } from './wire';

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
  ['seats', (body) => ({ kind: 'seatsChanged', rev: revOf(body), seats: seatsOf(body['seats']) })],
  ['hand', readHand],
  ['quiet', (body) => ({ kind: 'quieted', rev: revOf(body) })],
  ['resumed', readResumed],
  ['game', (body) => readGame(body, true)],
  ['game_changed', (body) => readGame(body, false)],
  ['group_result', readResult],
  ['solo', (body) => ({ kind: 'soloChanged', rev: revOf(body), role: roleOf(body['role']) })],
  ['prompt', readPrompt],
  ['prompt_over', readPromptOver],
  ['yours', (body) => ({ kind: 'seatsGiven', ...numbersIn(body) })],
  ['moved', readMoved],
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
    code: textOf(body['room']),
    phase,
    clockId,
    now,
    own: ownSeatsOf(body['you']),
    seats: seatsOf(body['seats']),
    timeline,
    quiet: quiet?.['on'] === true,
    releaseAt: millisecondsOf(quiet?.['release_at']),
    ...gameOf(body['game']),
    solo: roleOf(body['solo']),
    prompt: promptOf(fieldsOf(body['prompt'])),
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
  return { kind: 'muted', rev: revOf(body), ...numbersIn(body), muted: body['muted'] === true };
}

function readRole(body: Fields): RoomEvent | null {
  const role = roleOf(body['role']);
  return role && { kind: 'roleAssigned', rev: revOf(body), ...numbersIn(body), role };
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

function readGame(body: Fields, begins: boolean): RoomEvent {
  return { kind: 'gameChanged', rev: revOf(body), begins, game: gameOf(body) };
}

function readResult(body: Fields): RoomEvent | null {
  const result = resultOf(body);
  return result && { kind: 'roundEnded', rev: revOf(body), result };
}

function readPrompt(body: Fields): RoomEvent | null {
  const prompt = promptOf(body);
  return prompt && { kind: 'prompted', rev: revOf(body), id: prompt.id };
}

function readPromptOver(body: Fields): RoomEvent | null {
  const id = numberOf(body['id']);
  return id === null ? null : { kind: 'promptOver', rev: revOf(body), id };
}

function readMoved(body: Fields): RoomEvent | null {
  const url = textOf(body['url']);
  return url === null ? null : { kind: 'addressMoved', url };
}

function readBye(body: Fields): RoomEvent {
  const released = body['reason'] === 'seat_released';
  return { kind: 'saidBye', reason: released ? 'seatReleased' : 'lessonOver' };
}

function readRefused(body: Fields): RoomEvent | null {
  const code = textOf(body['code']);
  return code === null ? null : { kind: 'refused', event: textOf(body['event']) ?? '', code };
}

function promptOf(body: Fields | null): Prompt | null {
  const id = numberOf(body?.['id']);
  return body?.['kind'] === 'mood' && id !== null
    ? { id, answered: numbersOf(body['answered']) }
    : null;
}

function numbersIn(body: Fields): { readonly seats: readonly number[] } {
  return { seats: numbersOf(body['seats']) };
}

function revOf(body: Fields): number {
  return numberOf(body['rev']) ?? 0;
}

function phaseOf(value: unknown): Phase | null {
  return value === 'lobby' || value === 'lesson' ? value : null;
}
