// Two well-behaved tablets that play all the time while something else misbehaves in their room.
import assert from 'node:assert/strict';
import { seatedTablet } from './tablet.mjs';
import { until } from './until.mjs';

// 14 notes a second: a lively child, below what one seat may play.
const kEveryMs = 70;

export class HealthyPair {
  #sent = [0, 0];

  static async seat(server, seats) {
    const pair = new HealthyPair();
    pair.tablets = [await seatedTablet(server, seats[0]), await seatedTablet(server, seats[1])];
    pair.timer = setInterval(() => pair.#play(), kEveryMs);
    return pair;
  }

  #play() {
    for (const [i, tablet] of this.tablets.entries())
      tablet.broadcast(tablet.topic, 'play_note', { midi: 60 + i, seq: ++this.#sent[i] });
  }

  /** Both hear all the other has played so far and two notes more, in order, and nothing was refused. */
  async assertUndisturbed() {
    const target = this.#sent.map((count) => count + 2);
    for (const [i, tablet] of this.tablets.entries()) {
      const other = this.tablets[1 - i];
      const notes = () => tablet.heard('play_note').filter(({ seat }) => seat === other.seat);
      await until(
        () => (notes().at(-1)?.seq ?? 0) >= target[1 - i],
        'the next notes of a healthy tablet',
      );
      const numbers = notes().map(({ seq }) => seq);
      assert.deepEqual(
        numbers,
        numbers.map((_, at) => at + 1),
        'every note once and in order',
      );
      assert.deepEqual(tablet.heard('refused'), []);
      assert.equal(tablet.closed, null);
    }
  }

  async leave() {
    clearInterval(this.timer);
    for (const tablet of this.tablets) await tablet.close();
  }
}
