import { pulseAt, pulsesPerBar } from './pulses';
import { meterAtTick, tickAt, type Timeline } from './timeline';

/** The beat as dots: how many there are, and which one sounds, from 0. */
export interface Dots {
  readonly count: number;
  readonly on: number | null;
}

/** The dots of the bar at a server time in ms; null where the time is not known. */
export function dotsAt(timeline: Timeline, server: number | null): Dots {
  const tick = server === null ? 0 : Math.max(0, tickAt(timeline, server));
  const count = pulsesPerBar(meterAtTick(timeline, tick));
  return { count, on: (server === null ? null : pulseAt(timeline, server))?.inBar ?? null };
}
