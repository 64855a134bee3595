/** From server time `at` on, the music is at `tick` and moves with `milliBpm` quarters a minute. */
export interface Segment {
  readonly at: number;
  readonly tick: number;
  readonly milliBpm: number;
}

/** From `tick`, the first tick of bar `bar`, on. */
export interface Meter {
  readonly bar: number;
  readonly tick: number;
  readonly num: number;
  readonly den: number;
}

export interface Transport {
  readonly playing: boolean;
  readonly tick: number;
  readonly at: number;
}

/** The function between server time (milliseconds) and musical time (ticks, 960 a quarter). */
export interface Timeline {
  readonly rev: number;
  readonly clockId: string;
  readonly segments: readonly Segment[];
  readonly meters: readonly Meter[];
  readonly transport: Transport;
}

export const kTicksPerQuarter = 960;
const kMillisecondsPerMinuteTimesThousand = 60_000_000;

export const kSilentTimeline: Timeline = {
  rev: -1,
  clockId: '',
  segments: [{ at: 0, tick: 0, milliBpm: 100_000 }],
  meters: [{ bar: 0, tick: 0, num: 4, den: 4 }],
  transport: { playing: false, tick: 0, at: 0 },
};

/** A newer revision of the same clock, or anything from a new clock. */
export function supersedes(next: Timeline, current: Timeline): boolean {
  return next.clockId !== current.clockId || next.rev > current.rev;
}

export function tickAt(timeline: Timeline, server: number): number {
  const segment = lastWhere(timeline.segments, (each) => each.at <= server);
  return segment.tick + (server - segment.at) * ticksPerMs(segment);
}

export function timeOfTick(timeline: Timeline, tick: number): number {
  const segment = lastWhere(timeline.segments, (each) => each.tick <= tick);
  return segment.at + (tick - segment.tick) / ticksPerMs(segment);
}

export function meterAtTick(timeline: Timeline, tick: number): Meter {
  return lastWhere(timeline.meters, (each) => each.tick <= tick);
}

/** Whether the music runs at that server time. */
export function playsAt(timeline: Timeline, server: number): boolean {
  const { playing, at } = timeline.transport;
  return playing ? server >= at : server < at;
}

function ticksPerMs(segment: Segment): number {
  return (segment.milliBpm * kTicksPerQuarter) / kMillisecondsPerMinuteTimesThousand;
}

/** The last that fits, or the first: what comes before the first entry continues it backwards. */
function lastWhere<T>(entries: readonly T[], fits: (entry: T) => boolean): T {
  let found = entries[0];
  for (const entry of entries) {
    if (fits(entry)) {
      found = entry;
    }
  }
  if (found === undefined) {
    throw new Error('A timeline has at least one segment and one meter');
  }
  return found;
}
