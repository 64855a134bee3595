// A broken client gets its clear error, and the healthy tablets in its room never notice.
import assert from 'node:assert/strict';
import { connect } from 'node:net';
import { after, before, describe, test } from 'node:test';
import { HealthyPair } from '../support/healthy-pair.mjs';
import { seatedTablet } from '../support/tablet.mjs';
import { serve } from '../support/tutti.mjs';
import { until, within } from '../support/until.mjs';
import { WireClient } from '../support/wire-client.mjs';
import { kFrames } from './malformed-frames.mjs';
import { kBytes, kRequests } from './malformed-requests.mjs';

const kBadSeat = 9;
let server, pair;
before(async () => {
  server = await serve();
  pair = await HealthyPair.seat(server, [1, 2]);
});
after(async () => {
  await pair.leave();
  await server.stop();
});

async function assertAlive(client) {
  assert.equal((await client.reply(client.push('phoenix', 'heartbeat', {}))).status, 'ok');
}

async function assertAnswered(client, answer) {
  if (answer.close) {
    await until(() => client.closed !== null, 'the socket is closed');
    assert.equal(client.closed, answer.close);
    return;
  }
  if (answer.system) {
    const said = await until(
      () => client.frames.find((frame) => frame[3] === 'system'),
      'a system message',
    );
    assert.match(said[4].message, answer.system);
    assert.equal(said[4].status, 'error');
  }
  if (answer.reply || answer.ok) {
    const { status, response } = await client.reply('9');
    assert.equal(status, answer.ok ? 'ok' : 'error');
    if (answer.reply) assert.match(response.reason, answer.reply);
  }
  if (answer.refused) {
    const { code, message, hint } = await client.hears('refused');
    assert.match(
      code,
      answer.refused instanceof RegExp ? answer.refused : new RegExp(`^${answer.refused}$`),
    );
    assert.ok(message && hint, 'says what is wrong and what to do');
  }
  await assertAlive(client);
  if (answer.dropped) assert.deepEqual(client.heard('refused'), []);
}

describe('on a channel socket', () => {
  for (const [name, misbehave, answer] of kFrames) {
    test(name, async () => {
      const client = await seatedTablet(server, kBadSeat);
      misbehave(client, server);
      await assertAnswered(client, answer);
      await client.close();
      await pair.assertUndisturbed();
    });
  }
});

describe('in a request', () => {
  for (const [name, request, status, says] of kRequests) {
    test(name, async () => {
      const { method, path, body, headers } = request(server);
      const answer = await fetch(`${server.url}${path}`, {
        method,
        body,
        headers: { 'content-type': 'application/json', ...headers },
      });
      const text = await answer.text();
      assert.equal(answer.status, status, text);
      assert.match(text, says);
      await pair.assertUndisturbed();
    });
  }
});

describe('in bare bytes', () => {
  for (const [name, bytes, statusLine] of kBytes) {
    test(name, async () => {
      const socket = connect(server.port, '127.0.0.1');
      let answer = '';
      socket.on('data', (data) => (answer += data));
      const ended = new Promise((resolve) => socket.on('close', resolve).on('error', resolve));
      socket.write(bytes);
      await within(
        Promise.race([ended, until(() => answer.includes('\r\n'), 'an answer', 9000)]),
        name,
        9000,
      );
      assert.match(answer.split('\r\n')[0], statusLine);
      socket.destroy();
      await pair.assertUndisturbed();
    });
  }
});

describe('slow and large', () => {
  test('a broadcast over the payload limit is told so and goes nowhere', async () => {
    const topic = 'realtime:large';
    const [sender, receiver] = [
      await WireClient.connect(server, server.anon_key),
      await WireClient.connect(server, server.anon_key),
    ];
    await sender.join(topic, { broadcast: { ack: true } });
    await receiver.join(topic);
    const answer = await sender.reply(sender.broadcast(topic, 'big', { x: 'x'.repeat(400_000) }));
    assert.deepEqual([answer.status, answer.response.error], ['error', 'payload_size_exceeded']);
    assert.deepEqual(receiver.heard('big'), []);
    await sender.close();
    await receiver.close();
    await pair.assertUndisturbed();
  });

  test('a tablet that stops reading is dropped, the others never wait', async () => {
    const topic = 'realtime:flood';
    const stalled = await seatedTablet(server, kBadSeat);
    await stalled.join(topic);
    stalled.socket.pause();
    // Twenty that each stay below what one may send.
    for (let sender = 0; sender < 20; ++sender) {
      const flood = await WireClient.connect(server, server.anon_key);
      await flood.join(topic, { broadcast: { ack: true } });
      for (let i = 0; i < 4; ++i)
        assert.equal(
          (await flood.reply(flood.broadcast(topic, 'big', { x: 'x'.repeat(250_000) }))).status,
          'ok',
        );
      await flood.close();
    }
    await pair.assertUndisturbed();
    stalled.socket.resume();
    await until(() => stalled.closed !== null, 'the stalled tablet is closed', 15_000);
    assert.ok(stalled.heard('big').length < 80, 'what it was too slow for is not kept for it');
    await pair.assertUndisturbed();
  });

  for (const [name, text, times] of [
    ['of heartbeats', '[null,"1","phoenix","heartbeat",{}]', 6000],
    ['of nonsense', '{', 6000],
    ['of bytes', `["1","1","realtime:x","note",{"x":"${'x'.repeat(200_000)}"}]`, 20],
  ])
    test(`a flood ${name} ends the connection it comes from, with 1008`, async () => {
      const flood = await WireClient.connect(server, server.anon_key);
      for (let i = 0; i < times; ++i) flood.socket.send(text);
      await until(() => flood.closed !== null, 'the flood is cut off', 15_000);
      assert.equal(flood.closed, 1008);
      await pair.assertUndisturbed();
    });
});
