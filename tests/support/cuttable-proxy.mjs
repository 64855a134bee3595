// A network that can go away: a TCP relay to one port that drops everything it carries, and lets nobody in, while it is cut.
import { connect, createServer } from 'node:net';

export class CuttableProxy {
  #links = new Set();
  #isCut = false;

  static async to(port) {
    const proxy = new CuttableProxy();
    proxy.server = createServer((near) => proxy.#relay(near, port));
    await new Promise((resolve) => proxy.server.listen(0, '127.0.0.1', resolve));
    proxy.port = proxy.server.address().port;
    return proxy;
  }

  #relay(near, port) {
    near.on('error', () => {});
    if (this.#isCut) {
      near.resetAndDestroy();
      return;
    }
    const far = connect(port, '127.0.0.1');
    far.on('error', () => {});
    const link = [near, far];
    this.#links.add(link);
    for (const [from, to] of [link, [far, near]]) {
      from.pipe(to);
      from.on('close', () => {
        to.destroy();
        this.#links.delete(link);
      });
    }
  }

  cut() {
    this.#isCut = true;
    for (const [near, far] of this.#links) {
      near.resetAndDestroy();
      far.destroy();
    }
  }

  mend() {
    this.#isCut = false;
  }

  close() {
    this.cut();
    this.server.close();
  }
}
