// The Supabase client of npm, unmodified, on plain topics.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { createClient } from '@supabase/supabase-js';
import ws from 'ws';
import { serve } from '../support/tutti.mjs';
import { until, within } from '../support/until.mjs';

let server;
const clients = [];

function supabase() {
  const client = createClient(server.url, server.anon_key, { realtime: { transport: ws } });
  clients.push(client);
  return client;
}

function subscribed(channel) {
  const joined = new Promise((resolve, reject) => {
    channel.subscribe((status, error) => {
      if (status === 'SUBSCRIBED') resolve(channel);
      if (status === 'CHANNEL_ERROR') reject(error);
    });
  });
  return within(joined, 'the channel is joined');
}

function listening(topic, config = {}, client = supabase()) {
  const channel = client.channel(topic, { config });
  channel.heard = [];
  channel.on('broadcast', { event: '*' }, ({ event, payload }) =>
    channel.heard.push([event, payload]),
  );
  return channel;
}

before(async () => (server = await serve()));
after(async () => {
  for (const client of clients) await client.removeAllChannels();
  await server.stop();
});

describe('broadcast', () => {
  test('reaches the others in order and not the sender', async () => {
    const [sender, receiver] = [listening('plain'), listening('plain')];
    await Promise.all([subscribed(sender), subscribed(receiver)]);
    for (let i = 0; i < 50; ++i)
      await sender.send({ type: 'broadcast', event: 'note', payload: { i, t: 'é🎵' } });
    await until(() => receiver.heard.length >= 50, '50 notes');
    assert.deepEqual(
      receiver.heard,
      Array.from({ length: 50 }, (_, i) => ['note', { i, t: 'é🎵' }]),
    );
    assert.deepEqual(sender.heard, []);
  });

  test('comes back to a sender that asked for it, before the acknowledgement', async () => {
    const channel = await subscribed(listening('echo', { broadcast: { self: true, ack: true } }));
    const answer = await channel.send({ type: 'broadcast', event: 'note', payload: { midi: 60 } });
    assert.equal(answer, 'ok');
    assert.deepEqual(channel.heard, [['note', { midi: 60 }]]);
  });

  test('keeps private and public rooms of one name apart', async () => {
    const open = listening('same-name');
    const closed = listening('same-name', { private: true });
    await Promise.all([subscribed(open), subscribed(closed)]);
    const other = await subscribed(listening('same-name', { private: true }));
    await other.send({ type: 'broadcast', event: 'secret', payload: {} });
    await until(() => closed.heard.length === 1, 'the private note');
    assert.deepEqual(open.heard, []);
  });

  test('reaches a member that left and joined again once', async () => {
    const client = supabase();
    const first = await subscribed(listening('again', {}, client));
    assert.equal(await client.removeChannel(first), 'ok');
    const second = await subscribed(listening('again', {}, client));
    const sender = await subscribed(listening('again'));
    await sender.send({ type: 'broadcast', event: 'note', payload: { n: 1 } });
    await until(() => second.heard.length > 0, 'the note');
    assert.deepEqual([first.heard, second.heard], [[], [['note', { n: 1 }]]]);
  });
});

describe('REST', () => {
  test('send() before the join goes through the batch address', async () => {
    const receiver = await subscribed(listening('rest'));
    const answer = await supabase()
      .channel('rest')
      .send({ type: 'broadcast', event: 'note', payload: { via: 'batch' } });
    assert.equal(answer, 'ok');
    await until(() => receiver.heard.length === 1, 'the note');
    assert.deepEqual(receiver.heard, [['note', { via: 'batch' }]]);
  });

  test('httpSend() goes through the address of one event', async () => {
    const receiver = await subscribed(listening('rest:é1'));
    const answer = await supabase().channel('rest:é1').httpSend('note', { via: 'single' });
    assert.equal(answer.success, true);
    await until(() => receiver.heard.length === 1, 'the note');
    assert.deepEqual(receiver.heard, [['note', { via: 'single' }]]);
  });
});

describe('presence', () => {
  const present = async (key) => {
    const channel = supabase().channel('who', { config: { presence: { key } } });
    channel.log = [];
    for (const event of ['sync', 'join', 'leave'])
      channel.on('presence', { event }, (change) => channel.log.push([event, change?.key]));
    return subscribed(channel);
  };

  test('tracks, updates and forgets members for everyone', async () => {
    const ada = await present('ada');
    assert.equal(await ada.track({ mood: 'sun' }), 'ok');
    const ben = await present('ben');
    await until(() => ben.presenceState().ada, 'ben sees ada');
    assert.equal(ben.presenceState().ada[0].mood, 'sun');
    await ben.track({ mood: 'rain' });
    await until(() => ada.presenceState().ben, 'ada sees ben');
    await ada.track({ mood: 'snow' });
    await until(() => ben.presenceState().ada?.[0]?.mood === 'snow', 'the update');
    assert.equal(ben.presenceState().ada.length, 1);
    assert.equal(await ada.untrack(), 'ok');
    await until(() => !ben.presenceState().ada, 'ada is gone');
    assert.ok(ben.log.some(([event, key]) => event === 'leave' && key === 'ada'));
  });
});
