// The client of the origin document: it must work against a music room as it was written there.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { createClient } from '@supabase/supabase-js';
import ws from 'ws';
import { teacher } from '../support/tablet.mjs';
import { serve } from '../support/tutti.mjs';
import { until, within } from '../support/until.mjs';

let server;
before(async () => (server = await serve({ args: ['--code', 'LARK'] })));
after(() => server.stop());

test('plays a note, hears notes and beats, and sees a tempo change', async () => {
  const heard = { note: [], beat: [], tempo: [] };
  const clients = [0, 1].map(() =>
    createClient(server.url, server.anon_key, { realtime: { transport: ws } }),
  );
  const [player, listener] = clients.map((supabase) => supabase.channel('music_room:LARK'));
  listener
    .on('broadcast', { event: 'play_note' }, (message) => heard.note.push(message.payload))
    .on('broadcast', { event: 'beat' }, (message) => heard.beat.push(message.payload))
    .on('broadcast', { event: 'tempo_changed' }, (message) => heard.tempo.push(message.payload));
  const joined = (channel) =>
    new Promise((resolve) => channel.subscribe((status) => status === 'SUBSCRIBED' && resolve()));
  await within(Promise.all([joined(player), joined(listener)]), 'both channels are joined');

  player.send({
    type: 'broadcast',
    event: 'play_note',
    payload: { midi: 60, student_id: 'student-1' },
  });
  await until(() => heard.note.length === 1, 'the note');
  assert.equal(heard.note[0].midi, 60);
  assert.equal(heard.note[0].student_id, 'student-1');

  const conductor = await teacher(server);
  conductor.say('set_tempo', { bpm: 132 });
  await until(() => heard.tempo.some(({ bpm }) => bpm === 132), 'tempo_changed');
  conductor.say('start');
  await until(() => heard.beat.length >= 3, 'three beats');
  assert.ok(heard.beat.every(({ bpm }) => bpm === 132));
  await conductor.close();
  for (const supabase of clients) await supabase.removeAllChannels();
});

test('a note sent before the channel is joined, as the readme does it, is heard too', async () => {
  const listener = await teacher(server);
  const supabase = createClient(server.url, server.anon_key, { realtime: { transport: ws } });
  const channel = supabase.channel('music_room:LARK');
  channel.subscribe();
  const note = { midi: 62, student_id: 'student-2' };
  await within(channel.send({ type: 'broadcast', event: 'play_note', payload: note }), 'the send');
  const heard = await listener.hears('play_note');
  assert.deepEqual([heard.midi, heard.student_id], [62, 'student-2']);
  await supabase.removeAllChannels();
  await listener.close();
});

test('a teacher can send by REST what a tablet cannot', async () => {
  const listener = await teacher(server);
  const send = (token) =>
    fetch(`${server.url}/api/broadcast/music_room:LARK/events/set_tempo`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: '{"bpm":77}',
    });
  assert.equal((await send(server.anon_key)).status, 403);
  assert.equal((await send(server.teacher_token)).status, 202);
  assert.equal((await listener.hears('tempo_changed')).bpm, 77);
  await listener.close();
});
