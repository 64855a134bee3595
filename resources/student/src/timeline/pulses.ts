import { kTicksPerQuarter, meterAtTick, playsAt, tickAt, timeOfTick } from './timeline';
import type { Meter, Timeline } from './timeline';

/** What the foot taps, at a server time in milliseconds. Bars and pulses of the count-in are negative. */
export interface Pulse {
  readonly tick: number;
  readonly at: number;
  /** Counts from 1 at the first downbeat; the count-in is 0 and below. */
  readonly number: number;
  readonly bar: number;
  /** From 0. */
  readonly inBar: number;
  readonly countIn: boolean;
}

/** Half a hundredth of a tick swallows rounding and is far below anything audible. */
const kTickSlack = 0.005;
/** The server rounds times to microseconds; a pulse exactly at a start belongs to it, at a stop not. */
const kEdgeMs = 0.5;

export function barTicks(meter: Meter): number {
  return (meter.num * 4 * kTicksPerQuarter) / meter.den;
}

/** Compound meters (6/8) are tapped in dotted quarters, all others in their own beat. */
export function pulseTicks(meter: Meter): number {
  const compound = meter.den === 8 && meter.num % 3 === 0;
  return ((compound ? 3 : 1) * 4 * kTicksPerQuarter) / meter.den;
}

export function pulsesPerBar(meter: Meter): number {
  return Math.max(1, Math.round(barTicks(meter) / pulseTicks(meter)));
}

/** The pulses that sound at or after `from` and before `until`, in server time. */
export function pulsesBetween(timeline: Timeline, from: number, until: number): Pulse[] {
  const { playing, at } = timeline.transport;
  const start = playing ? Math.max(from, at - kEdgeMs) : from;
  const end = playing ? until : Math.min(until, at - kEdgeMs);
  const pulses: Pulse[] = [];
  if (start >= end) {
    return pulses;
  }
  let pulse = pulseFrom(timeline, tickAt(timeline, start));
  while (pulse.at < end) {
    pulses.push(pulse);
    pulse = pulseFrom(timeline, pulse.tick + 1);
  }
  return pulses;
}

/** The pulse that is sounding now, or null while nothing plays. */
export function pulseAt(timeline: Timeline, server: number): Pulse | null {
  if (!playsAt(timeline, server)) {
    return null;
  }
  const tick = tickAt(timeline, server) + kTickSlack;
  const meter = meterAtTick(timeline, tick);
  const length = pulseTicks(meter);
  return describe(timeline, meter.tick + Math.floor((tick - meter.tick) / length) * length);
}

/** The running number of the pulse and how much of it has passed: 2.5 is half-way from 2 to 3. */
export function placeAt(timeline: Timeline, server: number): number | null {
  const pulse = pulseAt(timeline, server);
  if (!pulse) {
    return null;
  }
  const length = pulseTicks(meterAtTick(timeline, pulse.tick));
  return pulse.number + Math.max(0, tickAt(timeline, server) - pulse.tick) / length;
}

/** How long the pulse lasts that sounds at a server time; in ms. */
export function pulseLength(timeline: Timeline, server: number): number {
  const tick = tickAt(timeline, server);
  return timeOfTick(timeline, tick + pulseTicks(meterAtTick(timeline, tick))) - server;
}

/** How long the bar lasts that ends at the server time `end`. */
export function barLengthBefore(timeline: Timeline, end: number): number {
  const tick = tickAt(timeline, end);
  return end - timeOfTick(timeline, tick - barTicks(meterAtTick(timeline, tick - 1)));
}

/** The first pulse at or after a tick; a meter change restarts the grid at its bar line. */
function pulseFrom(timeline: Timeline, tick: number): Pulse {
  const meter = meterAtTick(timeline, tick);
  const length = pulseTicks(meter);
  const steps = Math.ceil((tick - kTickSlack - meter.tick) / length);
  const next = timeline.meters.find((each) => each.tick > meter.tick);
  const found = meter.tick + steps * length;
  return describe(timeline, next && found > next.tick ? next.tick : found);
}

function describe(timeline: Timeline, tick: number): Pulse {
  const meter = meterAtTick(timeline, tick);
  const bars = Math.floor((tick - meter.tick) / barTicks(meter));
  const pulses = Math.round((tick - meter.tick) / pulseTicks(meter));
  return {
    tick,
    at: timeOfTick(timeline, tick),
    number: pulsesBefore(timeline, meter) + pulses + 1,
    bar: meter.bar + bars,
    inBar: Math.round((tick - meter.tick - bars * barTicks(meter)) / pulseTicks(meter)),
    countIn: tick < 0,
  };
}

/** The pulses before a meter begins. A count-in with a meter of its own begins in a bar below 0. */
function pulsesBefore(timeline: Timeline, until: Meter): number {
  const [first] = timeline.meters;
  let before = first ? first.bar * pulsesPerBar(first) : 0;
  for (let i = 0; timeline.meters[i] !== until; i += 1) {
    const meter = timeline.meters[i];
    const next = timeline.meters[i + 1];
    if (!meter || !next) {
      break;
    }
    before += (next.bar - meter.bar) * pulsesPerBar(meter);
  }
  return before;
}
