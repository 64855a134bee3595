import type { Meter, Segment, Timeline } from '../timeline/timeline';
import { eachOf, fieldsOf, millisecondsOf, numberOf, textOf, type Fields } from './wire';

/** Reads a `timeline` body, the same on both sockets; null if anything that counts is missing. */
export function parseTimeline(value: unknown): Timeline | null {
  const body = fieldsOf(value);
  const transport = fieldsOf(body?.['transport']);
  const rev = numberOf(body?.['rev']);
  const clockId = textOf(body?.['clock_id']);
  const at = millisecondsOf(transport?.['at']);
  const tick = numberOf(transport?.['tick']);
  const segments = eachOf(body?.['segments'], parseSegment);
  const meters = eachOf(body?.['meters'], parseMeter);
  if (rev === null || clockId === null || at === null || tick === null) {
    return null;
  }
  if (segments.length === 0 || meters.length === 0) {
    return null;
  }
  const playing = transport?.['playing'] === true;
  return { rev, clockId, segments, meters, transport: { playing, tick, at } };
}

function parseSegment(fields: Fields): Segment | null {
  const at = millisecondsOf(fields['at']);
  const tick = numberOf(fields['tick']);
  const milliBpm = numberOf(fields['milli_bpm']);
  const fits = at !== null && tick !== null && milliBpm !== null && milliBpm > 0;
  return fits ? { at, tick, milliBpm } : null;
}

function parseMeter(fields: Fields): Meter | null {
  const bar = numberOf(fields['bar']);
  const tick = numberOf(fields['tick']);
  const num = numberOf(fields['num']);
  const den = numberOf(fields['den']);
  if (bar === null || tick === null || num === null || den === null || num < 1 || den < 1) {
    return null;
  }
  return { bar, tick, num, den };
}
