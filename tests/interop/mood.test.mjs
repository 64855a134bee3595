// How does it feel: everyone is asked, and nobody learns who answered what.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { seatedTablet, teacher } from '../support/tablet.mjs';
import { serve } from '../support/tutti.mjs';
import { until } from '../support/until.mjs';

let server;
before(async () => (server = await serve()));
after(() => server.stop());

test('an answer is acknowledged to its own seat and told to nobody', async () => {
  const conductor = await teacher(server);
  const [fox, bear] = [await seatedTablet(server, 1), await seatedTablet(server, 2)];
  assert.equal(fox.state.prompt, null);
  conductor.say('ask_mood');
  const { kind, id } = await fox.hears('prompt');
  assert.equal(kind, 'mood');

  const heardBefore = [conductor, bear].map((client) => client.frames.length);
  fox.broadcast(fox.topic, 'reflect', { prompt: id, mood: 'worried' });
  const prompt = async (client) => {
    const count = client.heard('room_state').length;
    client.broadcast(client.topic, 'request_state', {});
    return (await until(() => client.heard('room_state')[count], 'the state')).prompt;
  };
  assert.deepEqual(await prompt(fox), { kind: 'mood', id, answered: [1] });
  assert.deepEqual(await prompt(bear), { kind: 'mood', id, answered: [] });
  for (const [i, client] of [conductor, bear].entries()) {
    const since = JSON.stringify(client.frames.slice(heardBefore[i]));
    assert.equal(since.includes('worried'), false);
  }

  conductor.say('end_mood');
  assert.equal((await bear.hears('prompt_over')).id, id);
  bear.broadcast(bear.topic, 'reflect', { prompt: id, mood: 'skip' });
  assert.equal((await bear.hears('refused')).code, 'bad_move');
  for (const client of [conductor, fox, bear]) await client.close();
});
