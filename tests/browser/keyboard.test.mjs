// A child who plays with keys alone, and one whose tablet shows everything twice as large.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Tablet, openBrowser } from '../support/browser.mjs';
import { teacher } from '../support/tablet.mjs';
import { serve } from '../support/tutti.mjs';
import { until } from '../support/until.mjs';

const kMostTabs = 40;
let server, browser, conductor, tablet;

async function press(...keys) {
  for (const key of keys) await tablet.page.keyboard.press(key);
}

const focused = (selector) =>
  tablet.page.evaluate(
    (wanted) => window.document.activeElement?.matches(wanted) ?? false,
    selector,
  );

/** Goes on with Tab until that control has the focus, and a ring round it. */
async function tabTo(selector) {
  await tablet.page.locator(`${selector}:enabled`).first().waitFor();
  for (let i = 0; i < kMostTabs && !(await focused(selector)); ++i) await press('Tab');
  assert.ok(await focused(selector), `Tab reaches ${selector}`);
  assert.ok(await focused(':focus-visible'));
}

/** The note that key makes the class hear. */
async function noteOf(key) {
  const { length } = conductor.heard('play_note');
  await press(key);
  return (await until(() => conductor.heard('play_note')[length], `a note of ${key}`)).midi;
}

before(async () => {
  server = await serve({ args: ['--code', 'LARK'] });
  browser = await openBrowser();
  conductor = await teacher(server);
  tablet = await Tablet.open(browser, server, 'tablet');
});
after(async () => {
  await browser?.close();
  await conductor?.close();
  await server?.stop();
});

test('from the code to the sound check without a touch', async () => {
  await press('l', 'a', 'x', 'Backspace', 'r', 'k');
  await tablet.shows('pick');
  await tabTo('[data-seat="3"]');
  await press('Enter');
  await tabTo('button.go');
  await press('Enter');
  await tablet.shows('soundcheck');
  await tabTo('.bell');
  await press(' ');
  await tabTo('.heard:not(.nothing)');
  await press('Enter');
  await tablet.shows('bars');
});

test('letters and Tab play the bars', async () => {
  assert.equal(await noteOf('a'), 60);
  assert.equal(await noteOf('d'), 64);
  await tabTo('[data-pad="3"]');
  assert.equal(await noteOf(' '), 67);
  await tabTo('.hand');
  await press('Enter');
  await tablet.room(({ hand }) => hand, 'has its hand up');
  await press('Enter');
  await tablet.room(({ hand }) => !hand, 'has its hand down');
});

test('space plays the own beat of a ring', async () => {
  conductor.say('start_game', { game: 'beat_ring' });
  conductor.say('game_move', { move: 'set', beats: 4, level: 'seed' });
  conductor.say('assign_beat', { seats: [3], beat: 2 });
  conductor.say('set_tempo', { bpm: 120 });
  await tablet.shows('ring');
  await tablet.room(({ ring }) => ring.owners[1]?.includes(3), 'has beat 2');
  conductor.say('start');
  const lit = () =>
    conductor.heard('game_changed').some(({ state }) => state.lit[1] && state.answered > 0);
  for (let pass = 0; pass < 4 && !lit(); ++pass) {
    await tablet.reaches(4 * pass + 2);
    await press(' ');
    await tablet.reaches(4 * pass + 4.5);
  }
  assert.ok(lit());
  await tabTo('.ring-pad');
  assert.equal(await noteOf('Enter'), 62);
});

test('the conductor’s hand is a key away', async () => {
  conductor.say('assign_role', { seats: [3], role: 'conductor' });
  await tablet.shows('conductor');
  await tabTo('.stop-hand');
  await press('Enter');
  await tablet.room(({ ring }) => ring.phase === 'held', 'is held');
  await press('Enter');
  await tablet.room(({ ring }) => ring.phase === 'play', 'goes on');
});

test('arrows choose a face', async () => {
  conductor.say('ask_mood');
  await tablet.shows('mood');
  await tabTo('[data-mood="excited"]');
  await press('ArrowRight', 'ArrowRight');
  await tablet.page.locator('[data-mood="happy"][aria-checked="true"]').waitFor();
  await tabTo('.answer');
  await press('Enter');
  await tablet.shows('conductor');
});

test('at twice the size a finger moves the animals', async () => {
  const large = await Tablet.open(browser, server, 'large', {
    viewport: { width: 512, height: 384 },
  });
  await large.typeCode('LARK');
  const { x, y } = await large.middleOf('[data-seat="6"]');
  await large.fingers.down(0, { x, y });
  for (let moved = 12; moved <= 144; moved += 12) await large.fingers.move(0, { x, y: y - moved });
  await large.fingers.up(0);
  const scrolled = () =>
    large.page.evaluate(() => window.document.querySelector('.seats').scrollTop);
  await until(async () => (await scrolled()) > 0, 'the animals move');
  // Nothing was picked on the way.
  assert.equal(await large.page.locator('button.go').count(), 0);
  assert.deepEqual([...large.errors, ...tablet.errors], []);
});
