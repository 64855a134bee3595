import { ringAt, type GroupResult } from '../ring/beat-ring';
import { pulseAt } from '../timeline/pulses';
import { supersedes, type Timeline } from '../timeline/timeline';
import { unreachable } from '../unreachable';
import type { Game, NumberedEvent, RoomEvent, Seat, Snapshot } from './room-event';
import type { HeardNote, Quiet, RoomState } from './room-state';
import { roughAfter } from './rough-clock';

/** How long a friend's picture stays on the bar it played. */
export const kGlowMs = 900;
const kMaxHeard = 48;
const kMaxRecent = 64;

/** The room after an event; `now` is this tablet's time in ms. */
export function evolve(room: RoomState, event: RoomEvent, now: number): RoomState {
  switch (event.kind) {
    case 'snapshot':
      return afterSnapshot(room, event.snapshot, now);
    case 'timelineChanged':
      return withTimeline(room, event.timeline, event.now, now);
    case 'noteHeard':
      return { ...room, heard: withNote(room.heard, { ...event, at: now }) };
    case 'noteEnded':
    case 'seatsGiven':
    case 'addressMoved':
    case 'saidBye':
    case 'refused':
      return room;
    case 'phaseChanged':
    case 'muted':
    case 'roleAssigned':
    case 'handMoved':
    case 'quieted':
    case 'resumed':
    case 'gameChanged':
    case 'roundEnded':
    case 'seatsChanged':
    case 'soloChanged':
    case 'prompted':
    case 'promptOver':
      return afterNumbered(room, event);
    default:
      return unreachable(event);
  }
}

/**
 * What time alone changes: glows fade, quiet ends, and beats go to the owners who were sent ahead.
 * Returns the same room if nothing did.
 */
export function afterTime(room: RoomState, now: number, serverNow: number): RoomState {
  const fades = room.heard.some((note) => now - note.at >= kGlowMs);
  const heard = fades ? room.heard.filter((note) => now - note.at < kGlowMs) : room.heard;
  const over = room.quiet.kind === 'ending' && serverNow >= room.quiet.releaseAt;
  const pulse = room.ring?.next ? pulseAt(room.timeline, serverNow) : null;
  const ring = room.ring && ringAt(room.ring, pulse?.number ?? null);
  if (!fades && !over && ring === room.ring) {
    return room;
  }
  return { ...room, heard, ring, quiet: over ? { kind: 'off' } : room.quiet };
}

/** A seat of this tablet said how it felt; the server will know it too. */
export function afterAnswer(room: RoomState, prompt: number, seat: number): RoomState {
  return room.prompt?.id === prompt
    ? { ...room, prompt: { id: prompt, answered: [...room.prompt.answered, seat] } }
    : room;
}

/**
 * Two sockets, and urgent news that overtakes the rest, bring events out of order and twice. Applied
 * again in the server's order, the later ones decide; what the snapshot holds is not told again.
 */
function afterNumbered(room: RoomState, event: NumberedEvent): RoomState {
  if (event.rev <= room.rev || room.recent.some((each) => each.rev === event.rev)) {
    return room;
  }
  const earlier = room.recent.filter((each) => each.rev < event.rev);
  const later = room.recent.filter((each) => each.rev > event.rev);
  const recent = [...earlier, event, ...later].slice(-kMaxRecent);
  return [event, ...later].reduce(apply, { ...room, recent });
}

/** A snapshot may be older than what was heard since; a server that was started again counts anew. */
function afterSnapshot(room: RoomState, snapshot: Snapshot, now: number): RoomState {
  const sameServer = room.clockId === '' || room.clockId === snapshot.clockId;
  if (sameServer && snapshot.rev < room.rev) {
    return room;
  }
  const { rev, clockId, phase, own, seats, solo } = snapshot;
  const recent = sameServer ? room.recent.filter((each) => each.rev > rev) : [];
  const timed = withTimeline(room, snapshot.timeline, snapshot.now, now);
  const played = withGame(timed, snapshot, false);
  const quiet = quietOf(snapshot);
  const prompt = promptAfter(room, snapshot);
  const fresh = { ...played, rev, clockId, recent, phase, own, seats, quiet, solo, prompt };
  return recent.reduce(apply, fresh);
}

function apply(room: RoomState, event: NumberedEvent): RoomState {
  switch (event.kind) {
    case 'phaseChanged':
      return { ...room, phase: event.phase };
    case 'muted':
      return withSeats(room, event.seats, { muted: event.muted });
    case 'roleAssigned':
      return withSeats(room, event.seats, { role: event.role });
    case 'seatsChanged':
      return withSeatList(room, event.seats);
    case 'handMoved':
      return withHand(room, event.seat, event.up);
    case 'quieted':
      return { ...room, quiet: { kind: 'on' } };
    case 'resumed':
      return { ...room, quiet: { kind: 'ending', releaseAt: event.at } };
    case 'gameChanged':
      return withGame(room, event.game, event.begins);
    case 'roundEnded':
      return { ...room, result: event.result };
    case 'soloChanged':
      return { ...room, solo: event.role };
    case 'prompted':
      return room.prompt?.id === event.id
        ? room
        : { ...room, prompt: { id: event.id, answered: [] } };
    case 'promptOver':
      return room.prompt?.id === event.id ? { ...room, prompt: null } : room;
    default:
      return unreachable(event);
  }
}

function withTimeline(
  room: RoomState,
  next: Timeline,
  server: number | null,
  tablet: number,
): RoomState {
  const { roughClock } = room;
  return {
    ...room,
    timeline: supersedes(next, room.timeline) ? next : room.timeline,
    roughClock: server === null ? roughClock : roughAfter(roughClock, next.clockId, server, tablet),
  };
}

function quietOf(snapshot: Snapshot): Quiet {
  if (snapshot.releaseAt !== null) {
    return { kind: 'ending', releaseAt: snapshot.releaseAt };
  }
  return { kind: snapshot.quiet ? 'on' : 'off' };
}

function withSeats(room: RoomState, seats: readonly number[], change: Partial<Seat>): RoomState {
  const apply = <T extends Seat>(seat: T): T =>
    seats.includes(seat.seat) ? { ...seat, ...change } : seat;
  return { ...room, own: room.own.map(apply), seats: room.seats.map(apply) };
}

function withHand(room: RoomState, seat: number, hand: boolean): RoomState {
  const own = room.own.map((each) => (each.seat === seat ? { ...each, hand } : each));
  return { ...room, own };
}

/** A new list of seats; what it says about this tablet's own holds for them too. */
function withSeatList(room: RoomState, seats: readonly Seat[]): RoomState {
  const own = room.own.map((each) => {
    const seat = seats.find((other) => other.seat === each.seat);
    return seat ? { ...each, ...seat } : each;
  });
  return { ...room, seats, own };
}

function withGame(room: RoomState, game: Game, begins: boolean): RoomState {
  const { notes, ring } = game;
  return { ...room, notes, ring, result: begins ? null : resultAfter(room, game) };
}

/** A final result stays on show only while the game is over. */
function resultAfter(room: RoomState, { ring }: Game): GroupResult | null {
  const stays = ring !== null && (!room.result?.final || ring.phase === 'done');
  return stays ? room.result : null;
}

/** An answer may have crossed the snapshot on its way. */
function promptAfter(room: RoomState, { prompt }: Snapshot): RoomState['prompt'] {
  const known = prompt !== null && room.prompt?.id === prompt.id ? room.prompt.answered : [];
  return prompt && { id: prompt.id, answered: [...new Set([...prompt.answered, ...known])] };
}

function withNote(heard: readonly HeardNote[], note: HeardNote): readonly HeardNote[] {
  const { seat, midi, at } = note;
  return [...heard.slice(1 - kMaxHeard), { seat, midi, at }];
}
