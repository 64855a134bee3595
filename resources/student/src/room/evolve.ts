import { supersedes, type Timeline } from '../timeline/timeline';
import { unreachable } from '../unreachable';
import type { NumberedEvent, RoomEvent, Seat, Snapshot } from './room-event';
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
      return afterNumbered(room, event);
    default:
      return unreachable(event);
  }
}

/** What time alone changes: glows fade and quiet ends. Returns the same room if nothing did. */
export function afterTime(room: RoomState, now: number, serverNow: number): RoomState {
  const heard = room.heard.filter((note) => now - note.at < kGlowMs);
  const over = room.quiet.kind === 'ending' && serverNow >= room.quiet.releaseAt;
  if (heard.length === room.heard.length && !over) {
    return room;
  }
  return { ...room, heard, quiet: over ? { kind: 'off' } : room.quiet };
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
  const { rev, clockId, phase, own, seats, notes } = snapshot;
  const recent = sameServer ? room.recent.filter((each) => each.rev > rev) : [];
  const timed = withTimeline(room, snapshot.timeline, snapshot.now, now);
  const quiet = quietOf(snapshot);
  return recent.reduce(apply, { ...timed, rev, clockId, recent, phase, own, seats, notes, quiet });
}

function apply(room: RoomState, event: NumberedEvent): RoomState {
  switch (event.kind) {
    case 'phaseChanged':
      return { ...room, phase: event.phase };
    case 'muted':
      return withSeats(room, event.seats, { muted: event.muted });
    case 'roleAssigned':
      return withSeats(room, event.seats, { role: event.role });
    case 'handMoved':
      return room.own?.seat === event.seat
        ? { ...room, own: { ...room.own, hand: event.up } }
        : room;
    case 'quieted':
      return { ...room, quiet: { kind: 'on' } };
    case 'resumed':
      return { ...room, quiet: { kind: 'ending', releaseAt: event.at } };
    case 'gameChanged':
      return { ...room, notes: event.notes };
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
  return { ...room, own: room.own && apply(room.own), seats: room.seats.map(apply) };
}

function withNote(heard: readonly HeardNote[], note: HeardNote): readonly HeardNote[] {
  const { seat, midi, at } = note;
  return [...heard.slice(1 - kMaxHeard), { seat, midi, at }];
}
