import { TwoEnvelopes } from '../src/clock/two-envelopes';

/** A one-way path: a floor, an exponential wait drawn once per 50 ms slot, and rare spikes. In ms. */
export interface Path {
  readonly floor: number;
  readonly wait: number;
  readonly spikes: number;
  readonly spike: number;
}

export interface Scene {
  readonly up: Path;
  readonly down: Path;
  readonly seconds: number;
  readonly seed: number;
  readonly skew?: number;
  readonly grainMs?: number;
  readonly step?: { readonly atSecond: number; readonly backMs: number };
}

/** A tablet's error against the true server time, every half second, in ms. */
export type Errors = readonly { readonly second: number; readonly error: number }[];

/** Runs one tablet's estimator against a server over jittery, ordered paths, in virtual time. */
export function simulateClock(scene: Scene): Errors {
  const random = randomFrom(scene.seed);
  const skew = scene.skew ?? (random() - 0.5) * 100e-6;
  const start = 1e6 * random();
  const grain = scene.grainMs ?? 0.1;
  const local = (server: number): number => {
    const stepped = scene.step && server >= scene.step.atSecond * 1000 ? scene.step.backMs : 0;
    return server * (1 + skew) + start - stepped;
  };
  const read = (server: number): number => Math.floor(local(server) / grain) * grain;
  const up = orderedPath(scene.up, random);
  const down = orderedPath(scene.down, random);
  const replies: { c0: number; s: number; back: number }[] = [];
  let sent = 0;
  for (let at = 0; at < scene.seconds * 1000; at += gapAfter((sent += 1))) {
    const s = up(at);
    replies.push({ c0: read(at), s, back: down(s) });
  }
  const estimator = new TwoEnvelopes(grain);
  const errors: { second: number; error: number }[] = [];
  let next = 0;
  for (let at = 500; at < scene.seconds * 1000; at += 500) {
    for (let reply = replies[next]; reply && reply.back <= at; reply = replies[(next += 1)]) {
      estimator.add({ c0: reply.c0, s1: reply.s, s2: reply.s, c3: read(reply.back) });
    }
    const tablet = local(at);
    errors.push({ second: at / 1000, error: tablet + estimator.offsetAtTime(tablet) - at });
  }
  return errors;
}

/** The given percentile of first-to-last spread between tablets, after 60 s. */
export function spreadOf(tablets: readonly Errors[], percentile: number): number {
  const spreads = (tablets[0] ?? [])
    .map(({ second }, index) => ({
      second,
      values: tablets.map((errors) => errors[index]?.error ?? NaN),
    }))
    .filter(({ second }) => second >= 60)
    .map(({ values }) => Math.max(...values) - Math.min(...values))
    .sort((a, b) => a - b);
  return spreads[Math.floor(percentile * spreads.length)] ?? NaN;
}

function gapAfter(sent: number): number {
  return sent < 15 ? 60 : sent < 39 ? 250 : 500;
}

function orderedPath(path: Path, random: () => number): (at: number) => number {
  let last = 0;
  let slot = -1;
  let delay = 0;
  return (at) => {
    if (Math.floor(at / 50) !== slot) {
      slot = Math.floor(at / 50);
      const spike = random() < path.spikes ? random() * path.spike : 0;
      delay = path.floor - Math.log(1 - random()) * path.wait + spike;
    }
    last = Math.max(last, at + delay);
    return last;
  };
}

function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
