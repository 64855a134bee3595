import { supersedes } from '../timeline/timeline';
import { unreachable } from '../unreachable';
import type { RoomEvent, Seat, Snapshot } from './room-event';
import type { HeardNote, Quiet, RoomState } from './room-state';

/** How long a friend's picture stays on the bar it played. */
export const kGlowMs = 900;
const kMaxHeard = 48;

/** The room after an event; `now` is this tablet's time in ms. */
export function evolve(room: RoomState, event: RoomEvent, now: number): RoomState {
  switch (event.kind) {
    case 'snapshot':
      return afterSnapshot(room, event.snapshot);
    case 'phaseChanged':
      return { ...room, phase: event.phase };
    case 'timelineChanged':
      return supersedes(event.timeline, room.timeline)
        ? { ...room, timeline: event.timeline }
        : room;
    case 'noteHeard':
      return { ...room, heard: withNote(room.heard, { ...event, at: now }) };
    case 'noteEnded':
      return room;
    case 'muted':
      return withSeats(room, event.seats, { muted: event.muted });
    case 'roleAssigned':
      return withSeats(room, event.seats, { role: event.role });
    case 'handMoved':
      return room.own?.seat === event.seat
        ? { ...room, own: { ...room.own, hand: event.up } }
        : room;
    case 'quieted':
      return withQuiet(room, event.rev, { kind: 'on' });
    case 'resumed':
      return withQuiet(room, event.rev, { kind: 'ending', releaseAt: event.at });
    case 'gameChanged':
      return { ...room, notes: event.notes };
    case 'saidBye':
    case 'refused':
      return room;
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

function afterSnapshot(room: RoomState, snapshot: Snapshot): RoomState {
  const sameClock = snapshot.clockId === room.timeline.clockId;
  const staleQuiet = sameClock && snapshot.rev < room.quietRev;
  return {
    ...room,
    rev: snapshot.rev,
    phase: snapshot.phase,
    own: snapshot.own,
    seats: snapshot.seats,
    notes: snapshot.notes,
    timeline: supersedes(snapshot.timeline, room.timeline) ? snapshot.timeline : room.timeline,
    quiet: staleQuiet ? room.quiet : quietOf(snapshot),
    quietRev: staleQuiet ? room.quietRev : snapshot.rev,
  };
}

function quietOf(snapshot: Snapshot): Quiet {
  if (snapshot.releaseAt !== null) {
    return { kind: 'ending', releaseAt: snapshot.releaseAt };
  }
  return { kind: snapshot.quiet ? 'on' : 'off' };
}

/** Both sockets tell the same quiet; only a newer one counts. */
function withQuiet(room: RoomState, rev: number, quiet: Quiet): RoomState {
  return rev > room.quietRev ? { ...room, quiet, quietRev: rev } : room;
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
