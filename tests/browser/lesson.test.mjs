// What a teacher asks of a whole class, from the first song to the goodbye and the next lesson.
import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { hurried, Tablet, openBrowser } from '../support/browser.mjs';
import { teacher } from '../support/tablet.mjs';
import { dataFolder, serve } from '../support/tutti.mjs';

const kMoods = ['excited', 'happy', 'calm', 'worried', 'sad', 'mad'];
const data = dataFolder();
let server, browser, conductor, melody, bass;

const kept = (tablet) => tablet.page.evaluate(() => Object.keys(window.localStorage).sort());

before(async () => {
  server = await serve({ args: ['--code', 'LARK'], data });
  browser = await openBrowser();
  conductor = await teacher(server);
  const open = (name) => Tablet.open(browser, server, name, { prepare: hurried(10_000, 30) });
  [melody, bass] = await Promise.all(['melody', 'bass'].map(open));
  await Promise.all([melody.enter('LARK', 1), bass.enter('LARK', 2)]);
});
after(async () => {
  await browser?.close();
  await server?.stop();
  rmSync(data, { recursive: true, force: true });
});

test('while one role plays alone, the others listen', async () => {
  conductor.say('assign_role', { seats: [2], role: 'bass' });
  await bass.room(({ role }) => role === 'bass', 'plays bass');
  conductor.say('solo', { role: 'bass' });
  await melody.shows('listen');
  assert.equal(await bass.look('screen'), 'bars');
  assert.equal((await bass.look('room')).solo, 'bass');
  conductor.say('solo', { role: null });
  await melody.shows('bars');
});

test('how did that feel: six faces, and an answer is asked for once', async () => {
  conductor.say('ask_mood');
  await Promise.all([melody.shows('mood'), bass.shows('mood')]);
  const faces = melody.page.locator('[data-mood]');
  assert.deepEqual(await faces.evaluateAll((all) => all.map((each) => each.dataset.mood)), kMoods);
  assert.ok(await melody.page.locator('.answer').isDisabled());
  await melody.shoot('student-mood');
  await melody.tap('[data-mood="calm"]');
  await melody.shoot('student-mood-picked');
  await melody.tap('.answer');
  await melody.shows('bars');
  await melody.page.reload();
  await melody.room(({ seat }) => seat === 1, 'has its seat again');
  await melody.shows('wake');
  await melody.tap('.wake');
  await melody.shows('bars');
});

test('a child may skip the question', async () => {
  assert.equal(await bass.look('screen'), 'mood');
  await bass.tap('.skip');
  await bass.shows('bars');
});

test('the question goes when the teacher ends it', async () => {
  conductor.say('end_mood');
  conductor.say('ask_mood');
  await Promise.all([melody.shows('mood'), bass.shows('mood')]);
  conductor.say('end_mood');
  await Promise.all([melody.shows('bars'), bass.shows('bars')]);
});

test('after the goodbye a tablet knows no child any more, and sleeps', async () => {
  assert.deepEqual(await kept(melody), [
    'tutti.checked',
    'tutti.device',
    'tutti.pass',
    'tutti.tablet',
  ]);
  conductor.say('end_lesson');
  await melody.shows('bye');
  assert.equal(await melody.page.locator('.word').innerText(), 'Bye!');
  assert.deepEqual(await kept(melody), ['tutti.device', 'tutti.tablet']);
  await melody.page.locator('.bye.asleep').waitFor();
  await melody.shoot('student-asleep');
  assert.equal(await server.exited, 0);
});

test('a tablet from the cupboard finds the next lesson by itself', async () => {
  server = await serve({ args: ['--code', 'LARK'], data, port: server.port });
  await melody.shows('pick');
  await melody.pick(5);
  await melody.hearBell();
  await melody.shows('bars');
});

test('no page had an error', () => {
  const expected = /ERR_CONNECTION|WebSocket connection|net::/;
  const errors = [melody, bass].flatMap((tablet) => tablet.errors);
  assert.deepEqual(
    errors.filter((error) => !expected.test(error)),
    [],
  );
});
