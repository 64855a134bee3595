// From the code on the board to a seat, and back to it after a reload.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { claim, post, seatedTablet, teacher } from '../support/tablet.mjs';
import { serve } from '../support/tutti.mjs';
import { claimsOf } from '../support/tokens.mjs';
import { until } from '../support/until.mjs';
import { WireClient } from '../support/wire-client.mjs';

let server;
before(async () => (server = await serve()));
after(() => server.stop());

test('the code leads to the seats', async () => {
  const { status, json } = await post(server, '/api/v1/join', { code: server.code, device: 'pad' });
  assert.equal(status, 200);
  assert.equal(json.seats.length, 24);
  assert.equal(json.topic, `realtime:music_room:${server.code}`);
  assert.ok(json.seats.every(({ taken, name }) => taken === false && name === null));
  assert.equal(new Set(json.seats.map(({ avatar }) => avatar)).size, 24);
});

test('a tablet keeps its number and finds its seat again', async () => {
  const knock = async (device) =>
    (await post(server, '/api/v1/join', { code: server.code, device })).json;
  const first = await knock('pad-n');
  // A number comes with the first seat: made-up devices at the door use up none.
  assert.deepEqual([first.tablet, first.yours], [null, []]);
  const { tablet } = (await claim(server, 12, 'pad-n')).json;
  assert.ok(Number.isInteger(tablet) && tablet > 0);
  const again = await knock('pad-n');
  assert.deepEqual([again.tablet, again.yours], [tablet, [12]]);
  assert.equal((await knock('pad-m')).tablet, null);
});

test('a claimed seat belongs to its device, across a reload', async () => {
  const first = await claim(server, 5, 'pad-a');
  assert.equal(first.status, 200);
  assert.deepEqual(claimsOf(first.json.token).seats, [5]);
  const other = await claim(server, 5, 'pad-b');
  assert.deepEqual([other.status, other.json.error.code], [409, 'seat_taken']);
  const again = await claim(server, 5, 'pad-a');
  assert.equal(again.status, 200);
  const listed = (device) => post(server, '/api/v1/join', { code: server.code, device });
  assert.equal((await listed('pad-b')).json.seats[4].taken, true);
  assert.equal((await listed('pad-a')).json.seats[4].taken, false);
});

test('a reload with the kept token joins the same seat', async () => {
  const tablet = await seatedTablet(server, 6, 'pad-c');
  await tablet.close();
  const reloaded = await WireClient.connect(server, tablet.token);
  await reloaded.join(tablet.topic);
  const state = await reloaded.hears('room_state');
  assert.deepEqual(
    state.you.seats.map(({ seat }) => seat),
    [6],
  );
  await reloaded.close();
});

test('a tablet speaks for its own seat only', async () => {
  const [mine, theirs] = [
    await seatedTablet(server, 7, 'pad-d'),
    await seatedTablet(server, 8, 'pad-e'),
  ];
  mine.broadcast(mine.topic, 'play_note', { midi: 60, seat: 8 });
  assert.equal((await mine.hears('refused')).code, 'not_your_seat');
  mine.broadcast(mine.topic, 'play_note', { midi: 60, student_id: 'somebody else', text: 'hello' });
  const note = await theirs.hears('play_note');
  assert.equal(note.student_id, 'seat-7');
  assert.equal('text' in note, false);
  await mine.close();
  await theirs.close();
});

test('everyone sees who is here', async () => {
  const watcher = await WireClient.connect(server, server.anon_key);
  const topic = `realtime:music_room:${server.code}`;
  await watcher.join(topic, { presence: { enabled: true } });
  const tablet = await seatedTablet(server, 9, 'pad-f');
  const joined = await until(
    () => watcher.frames.find((frame) => frame[3] === 'presence_diff' && frame[4].joins['seat-9']),
    'seat 9 arrives',
  );
  assert.equal(joined[4].joins['seat-9'].metas[0].seat, 9);
  await tablet.close();
  await until(
    () => watcher.frames.some((frame) => frame[3] === 'presence_diff' && frame[4].leaves['seat-9']),
    'seat 9 leaves',
  );
  await watcher.close();
});

test('wrong codes are told, and too many are slowed down', async () => {
  const guess = () => post(server, '/api/v1/join', { code: 'QQQQ', device: 'pad-g' });
  const first = await guess();
  assert.deepEqual([first.status, first.json.error.code], [404, 'wrong_code']);
  let last = first;
  for (let i = 0; i < 8 && last.status !== 429; ++i) last = await guess();
  assert.deepEqual([last.status, last.json.error.code], [429, 'slow_down']);
  assert.ok(Number(last.headers.get('retry-after')) > 0);
});

test('the end of the lesson closes the room and, without a window, the program', async () => {
  const own = await serve({ args: ['--code', 'WREN'] });
  const [tablet, conductor] = [await seatedTablet(own, 3), await teacher(own)];
  conductor.say('end_lesson');
  assert.equal((await tablet.hears('bye')).reason, 'lesson_over');
  await until(() => tablet.frames.some((frame) => frame[3] === 'phx_close'), 'the channel closes');
  assert.equal(await own.exited, 0);
  await own.stop();
});
