// A class that plays Beat Ring: where everyone is in the ring, and fingers that tap when it comes round.
import { kPageMs } from './browser.mjs';
import { until } from './until.mjs';

/** The beats a seat owns, by what a ring's state says. */
export function beatsOf({ owners }, seat) {
  return owners.flatMap((seats, index) => (seats.includes(seat) ? [index + 1] : []));
}

export class RingClass {
  /** `players`: `{tablet, seat, half}`, half `'left'` or `'right'` where two share the tablet. */
  constructor(conductor, players) {
    Object.assign(this, { conductor, players });
  }

  /** What the server last said about the game. */
  get state() {
    return [...this.conductor.heard('game'), ...this.conductor.heard('game_changed')]
      .sort((a, b) => a.rev - b.rev)
      .at(-1)?.state;
  }

  says(condition, what) {
    return until(() => this.state && condition(this.state) && this.state, what, kPageMs);
  }

  /** Resolves when this holds for the ring as every tablet knows it. */
  everywhere(condition, what) {
    const tablets = new Set(this.players.map(({ tablet }) => tablet));
    const holds = ({ ring }) => ring !== null && condition(ring);
    return Promise.all([...tablets].map((tablet) => tablet.room(holds, what)));
  }

  /** Everyone taps the own beats in these passes of the ring, the first pass is 0. */
  async play(from, until) {
    await Promise.all(this.players.map((player) => this.#tapAll(player, from, until)));
  }

  async #tapAll({ tablet, seat, half }, from, until) {
    const { ring } = await tablet.look('room');
    const pad = await tablet.middleOf(padOf(half));
    for (let pass = from; pass < until; ++pass) {
      for (const beat of beatsOf(ring, seat)) {
        await tablet.reaches(pass * ring.beats + beat);
        await tablet.fingers.down(seat, pad);
        await tablet.fingers.up(seat);
      }
    }
  }
}

export function padOf(half = undefined) {
  return half ? `.half.${half} .ring-pad` : '.ring-pad';
}
