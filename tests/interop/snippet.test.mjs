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
