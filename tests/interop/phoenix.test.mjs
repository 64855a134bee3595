// The phoenix client of npm, unmodified, with both serializers.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { Presence, Serializer, Socket } from 'phoenix';
import ws from 'ws';
import { serve } from '../support/tutti.mjs';
import { until, within } from '../support/until.mjs';

let server;
const sockets = [];

// Serializer 1.0.0 is an option of the client: objects instead of arrays.
const kObjects = {
  vsn: '1.0.0',
  encode: (message, done) => done(JSON.stringify(message)),
  decode: (text, done) => done(JSON.parse(text)),
};
const kArrays = {
  vsn: '2.0.0',
  encode: Serializer.encode.bind(Serializer),
  decode: Serializer.decode.bind(Serializer),
};

function connected(options) {
  const socket = new Socket(`ws://127.0.0.1:${server.port}/socket`, {
    transport: ws,
    params: { apikey: server.anon_key },
    ...options,
  });
  socket.connect();
  sockets.push(socket);
  return socket;
}

function answered(push, wanted = 'ok') {
  const answer = new Promise((resolve, reject) => {
    for (const status of ['ok', 'error'])
      push.receive(
        status,
        status === wanted ? resolve : (it) => reject(new Error(JSON.stringify(it))),
      );
  });
  return within(answer, `the answer ${wanted}`);
}

/** What the server says right behind its answer to the join is heard too: `before` sees the channel first. */
async function member(options, topic, payload = {}, before = () => {}) {
  const channel = connected(options).channel(topic, payload);
  channel.heard = [];
  before(channel);
  channel.on('broadcast', (message) => channel.heard.push(message));
  await answered(channel.join());
  return channel;
}

before(async () => (server = await serve()));
after(async () => {
  for (const socket of sockets) socket.disconnect();
  await server.stop();
});

for (const options of [kObjects, kArrays]) {
  describe(`phoenix with serializer ${options.vsn}`, () => {
    const topic = (name) => `realtime:${name}-${options.vsn}`;

    test('relays a broadcast as it was sent', async () => {
      const [a, b] = [await member(options, topic('relay')), await member(options, topic('relay'))];
      const message = {
        type: 'broadcast',
        event: 'note',
        payload: { midi: 60, deep: [1, { a: null }] },
      };
      a.push('broadcast', message);
      await until(() => b.heard.length === 1, 'the note');
      assert.deepEqual(b.heard, [message]);
      assert.deepEqual(a.heard, []);
    });

    test('acknowledges a broadcast if asked', async () => {
      const a = await member(options, topic('ack'), {
        config: { broadcast: { ack: true, self: true } },
      });
      await answered(a.push('broadcast', { type: 'broadcast', event: 'note', payload: {} }));
      assert.equal(a.heard.length, 1);
    });

    test('keeps presence', async () => {
      const config = (key) => ({ config: { presence: { enabled: true, key } } });
      const events = { state: 'presence_state', diff: 'presence_diff' };
      let seen;
      await member(options, topic('who'), config('ada'), (channel) => {
        seen = new Presence(channel, { events });
      });
      const b = await member(options, topic('who'), config('ben'));
      await answered(
        b.push('presence', { type: 'presence', event: 'track', payload: { mood: 'sun' } }),
      );
      await until(() => seen.state.ben?.metas[0].mood === 'sun', 'ben is seen');
      await answered(b.leave());
      await until(() => !seen.state.ben, 'ben is gone');
    });

    test('leaves and joins again on one socket', async () => {
      const a = await member(options, topic('again'));
      // Without a join_ref (1.0.0) the client takes the old channel's end for the new one's.
      const ended = within(
        new Promise((resolve) =>
          a.socket.onMessage((message) => message.event === 'phx_close' && resolve()),
        ),
        'the end of the channel',
      );
      await answered(a.leave());
      await ended;
      const again = a.socket.channel(topic('again'), {});
      again.heard = [];
      again.on('broadcast', (message) => again.heard.push(message));
      await answered(again.join());
      const b = await member(options, topic('again'));
      b.push('broadcast', { type: 'broadcast', event: 'note', payload: {} });
      await until(() => again.heard.length === 1, 'the note');
    });

    test('refuses a topic that is none of ours', async () => {
      const channel = connected(options).channel('lobby', {});
      channel.rejoinTimer.scheduleTimeout = () => {};
      const refusal = new Promise((resolve) => channel.join().receive('error', resolve));
      assert.deepEqual(await within(refusal, 'the refusal'), { reason: 'unmatched topic' });
    });
  });
}

test('clients of both serializers hear each other', async () => {
  const old = await member(kObjects, 'realtime:mixed');
  const current = await member(kArrays, 'realtime:mixed');
  const message = (n) => ({ type: 'broadcast', event: 'note', payload: { n } });
  old.push('broadcast', message(1));
  current.push('broadcast', message(2));
  await until(() => old.heard.length === 1 && current.heard.length === 1, 'both notes');
  assert.deepEqual([current.heard, old.heard], [[message(1)], [message(2)]]);
});
