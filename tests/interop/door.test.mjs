// A crowd at the door, or a script that pretends to be one.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { post } from '../support/tablet.mjs';
import { serve } from '../support/tutti.mjs';

let server;
before(async () => (server = await serve({ args: ['--code', 'LARK'] })));
after(() => server.stop());

test('whoever asks without end is told to wait', async () => {
  const ask = () => post(server, '/api/v1/join', { code: 'LARK', device: 'crowd' });
  const answers = await Promise.all(Array.from({ length: 600 }, ask));
  const late = answers.filter(({ status }) => status === 429);
  assert.ok(late.length > 0);
  assert.ok(answers.filter(({ status }) => status === 200).length >= 200);
  assert.equal(late[0].json.error.code, 'slow_down');
  assert.equal(late[0].headers.get('retry-after'), '1');
});
