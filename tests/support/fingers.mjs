// Several fingers on one screen, each with an id of its own, as a tablet's digitiser reports them.
export class Fingers {
  #points = new Map();

  static async on(page) {
    const fingers = new Fingers();
    fingers.session = await page.context().newCDPSession(page);
    return fingers;
  }

  down(id, place) {
    this.#points.set(id, { id, ...place });
    return this.#send('touchStart');
  }

  move(id, place) {
    this.#points.set(id, { id, ...place });
    return this.#send('touchMove');
  }

  up(id) {
    this.#points.delete(id);
    return this.#send('touchEnd');
  }

  #send(type) {
    const touchPoints = [...this.#points.values()];
    return this.session.send('Input.dispatchTouchEvent', { type, touchPoints });
  }
}
