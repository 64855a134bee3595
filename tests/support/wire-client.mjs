// A client that says exactly what a test wants said: serializer 2.0.0 over a bare WebSocket.
import WebSocket from 'ws';
import { until, within } from './until.mjs';

export class WireClient {
  frames = [];
  closed = null;
  #ref = 0;
  #joinRefs = new Map();

  static async connect(server, token, { path = '/socket/websocket', vsn = '2.0.0' } = {}) {
    const url = `ws://127.0.0.1:${server.port}${path}?apikey=${encodeURIComponent(token)}&vsn=${vsn}`;
    const client = new WireClient();
    client.socket = new WebSocket(url);
    client.socket.on('message', (bytes) => client.frames.push(JSON.parse(bytes.toString())));
    client.socket.on('close', (code) => (client.closed = code));
    client.socket.on('error', () => {});
    await within(
      new Promise((resolve, reject) => {
        client.socket.once('open', resolve);
        client.socket.once('error', reject);
      }),
      'the socket opens',
    );
    return client;
  }

  raw(data) {
    this.socket.send(data);
  }

  push(topic, event, payload) {
    const ref = `${++this.#ref}`;
    if (event === 'phx_join') this.#joinRefs.set(topic, ref);
    this.raw(JSON.stringify([this.#joinRefs.get(topic) ?? null, ref, topic, event, payload]));
    return ref;
  }

  reply(ref) {
    return until(
      () => this.frames.find((frame) => frame[3] === 'phx_reply' && frame[1] === ref)?.[4],
      `a reply to ${ref}`,
    );
  }

  async join(topic, config = {}, more = {}) {
    const answer = await this.reply(this.push(topic, 'phx_join', { config, ...more }));
    if (answer.status !== 'ok') throw new Error(answer.response.reason);
    return answer;
  }

  broadcast(topic, event, payload) {
    return this.push(topic, 'broadcast', { type: 'broadcast', event, payload });
  }

  /** Payloads of all broadcasts of that event so far. */
  heard(event) {
    return this.frames
      .filter((frame) => frame[3] === 'broadcast' && frame[4].event === event)
      .map((frame) => frame[4].payload);
  }

  /** The first broadcast of that event that satisfies the condition. */
  hears(event, condition = () => true, ms = undefined) {
    return until(() => this.heard(event).find(condition), `a ${event}`, ms);
  }

  async close() {
    this.socket.close();
    await until(() => this.closed !== null, 'the socket closes');
  }
}
