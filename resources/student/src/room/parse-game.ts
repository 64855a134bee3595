import type { BeatRing, Cover, GroupResult, Owners, RingPhase } from '../ring/beat-ring';
import { kRoles, type Game, type NotesByRole } from './room-event';
import { eachOf, fieldsOf, listOf, numberOf, numbersOf, textOf, type Fields } from './wire';

const kMostBeats = 16;
const kPhases: readonly RingPhase[] = ['play', 'paused', 'held', 'done'];

/** Reads the game of a room: `{id, state}`. What is not known is a Free Jam. */
export function gameOf(value: unknown): Game {
  const body = fieldsOf(value);
  const state = fieldsOf(body?.['state']);
  const ring = textOf(body?.['id']) === 'beat_ring' && state ? ringOf(state) : null;
  return { notes: notesOf(state), ring };
}

export function resultOf(body: Fields): GroupResult | null {
  const round = numberOf(body['round']);
  const held = numberOf(body['held']);
  return round === null || held === null ? null : { round, held, final: body['final'] === true };
}

function notesOf(state: Fields | null): NotesByRole {
  const notes = fieldsOf(state?.['notes']);
  const known = kRoles.filter((role) => listOf(notes?.[role]).length > 0);
  return Object.fromEntries(known.map((role) => [role, numbersOf(notes?.[role])]));
}

function ringOf(state: Fields): BeatRing | null {
  const beats = numberOf(state['beats']);
  const fromBeat = numberOf(state['from_beat']);
  const phase = kPhases.find((each) => each === state['phase']);
  if (beats === null || !Number.isInteger(beats) || beats < 1 || beats > kMostBeats) {
    return null;
  }
  if (fromBeat === null || !phase) {
    return null;
  }
  return {
    beats,
    notes: numbersOf(state['notes']),
    rest: numbersOf(state['rest']),
    phase,
    round: numberOf(state['round']) ?? 1,
    fromBeat,
    owners: ownersOf(state['owners'], beats),
    next: nextOf(fieldsOf(state['next']), beats),
    watching: numbersOf(state['watching']),
    cover: eachOf(state['cover'], coverOf),
    lit: listOf(state['lit']).map((each) => (typeof each === 'boolean' ? each : null)),
    held: numberOf(state['held']) ?? 0,
  };
}

function nextOf(next: Fields | null, beats: number): BeatRing['next'] {
  const fromBeat = numberOf(next?.['from_beat']);
  return next && fromBeat !== null ? { fromBeat, owners: ownersOf(next['owners'], beats) } : null;
}

function ownersOf(value: unknown, beats: number): Owners {
  const lists = listOf(value);
  return Array.from({ length: beats }, (_, index) => numbersOf(lists[index]));
}

function coverOf(fields: Fields): Cover | null {
  const beat = numberOf(fields['beat']);
  const seat = numberOf(fields['seat']);
  return beat === null || seat === null ? null : { beat, seat };
}
