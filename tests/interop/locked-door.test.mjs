// A door the teacher has locked: who is in stays, who is new waits.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { claim, post, seatedTablet, teacher } from '../support/tablet.mjs';
import { serve } from '../support/tutti.mjs';
import { until } from '../support/until.mjs';

let server;
before(async () => (server = await serve()));
after(() => server.stop());

const knock = (device) => post(server, '/api/v1/join', { code: server.code, device });

test('new tablets wait at a locked door until it is unlocked', async () => {
  const inside = await seatedTablet(server, 3, 'pad-a');
  const conductor = await teacher(server);
  conductor.say('lock', { locked: true });
  const waiting = await until(async () => {
    const answer = await knock('pad-b');
    return answer.status === 202 && answer;
  }, 'the door is locked');
  assert.equal(waiting.json.waiting, true);
  assert.equal(waiting.json.room, server.code);
  assert.ok(waiting.json.retry_ms > 0);
  assert.equal('seats' in waiting.json, false);

  const early = await claim(server, 4, 'pad-b');
  assert.deepEqual([early.status, early.json.error.code], [403, 'not_admitted']);

  const known = await knock('pad-a');
  assert.deepEqual([known.status, known.json.yours], [200, [3]]);
  assert.equal((await claim(server, 3, 'pad-a')).status, 200);

  conductor.say('lock', { locked: false });
  await until(async () => (await knock('pad-b')).status === 200, 'the door is open');
  assert.equal((await claim(server, 4, 'pad-b')).status, 200);
  await inside.close();
  await conductor.close();
});
