// The room's socket of a page, so that a test can say what only a laptop with a window says, and change what is said.
export class RoomRelay {
  #page = null;
  #topic = null;
  change = (event, payload) => payload;

  /** For `prepare` of `Tablet.open`. */
  on(context) {
    return context.routeWebSocket(/\/realtime\/v1\/websocket|\/socket\/websocket/, (page) => {
      const server = page.connectToServer();
      this.#page = page;
      page.onMessage((frame) => server.send(frame));
      server.onMessage((frame) => page.send(this.#changed(frame)));
    });
  }

  /** As if the room had said it. */
  say(event, payload) {
    const body = { type: 'broadcast', event, payload };
    this.#page.send(JSON.stringify([null, null, this.#topic, 'broadcast', body]));
  }

  #changed(frame) {
    const [joinRef, ref, topic, name, body] = JSON.parse(frame);
    if (name !== 'broadcast') return frame;
    this.#topic = topic;
    const payload = this.change(body.event, body.payload);
    return JSON.stringify([joinRef, ref, topic, name, { ...body, payload }]);
  }
}
