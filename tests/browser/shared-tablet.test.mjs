// Two children at one tablet, and the seats a room holds for a tablet.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Tablet, openBrowser } from '../support/browser.mjs';
import { RoomRelay } from '../support/room-relay.mjs';
import { post, teacher } from '../support/tablet.mjs';
import { serve } from '../support/tutti.mjs';
import { until } from '../support/until.mjs';

let server, browser, conductor, tablet;
const relay = new RoomRelay();

const pad = (half, index) => `.half.${half} [data-pad="${index}"]`;
const isDown = (half, index) => tablet.page.locator(`${pad(half, index)}.down`).count();
const played = (from) =>
  conductor
    .heard('play_note')
    .slice(from)
    .map(({ seat }) => seat);

before(async () => {
  server = await serve({ args: ['--code', 'LARK'] });
  browser = await openBrowser();
  conductor = await teacher(server);
  tablet = await Tablet.open(browser, server, 'tablet', { prepare: (to) => relay.on(to) });
});
after(async () => {
  await browser?.close();
  await conductor?.close();
  await server?.stop();
});

test('two animals are picked for one tablet, and each child has a half', async () => {
  await tablet.enter('LARK', 7, 8);
  await tablet.shows('duo');
  const screens = await tablet.look('seatScreens');
  assert.deepEqual(screens, [
    { seat: 7, screen: 'bars' },
    { seat: 8, screen: 'bars' },
  ]);
  const number = await tablet.page.locator('.tablet-number').innerText();
  assert.equal(Number(number), (await tablet.look('room')).tablet);
  await tablet.shoot('student-duo');
});

test('a finger stays with the half it came down in', async () => {
  const { fingers } = tablet;
  const [left, right] = [
    await tablet.middleOf(pad('left', 0)),
    await tablet.middleOf(pad('right', 0)),
  ];
  const before = conductor.heard('play_note').length;
  await fingers.down(1, left);
  await fingers.down(2, right);
  await until(() => played(before).length === 2, 'both play');
  assert.deepEqual(played(before).sort(), [7, 8]);
  assert.deepEqual([await isDown('left', 0), await isDown('right', 0)], [1, 1]);
  // The left child's finger slides into the right half: it plays nothing there and lets its own pad go.
  await fingers.move(1, await tablet.middleOf(pad('right', 1)));
  await until(async () => (await isDown('left', 0)) === 0, 'the left pad is up');
  assert.deepEqual([await isDown('right', 0), await isDown('right', 1)], [1, 0]);
  // Back in its own half it plays on.
  await fingers.move(1, await tablet.middleOf(pad('left', 1)));
  await until(() => played(before).length === 3, 'the left child plays on');
  assert.equal(played(before)[2], 7);
  await fingers.up(1);
  await fingers.up(2);
});

test('muting one child leaves the other one playing', async () => {
  conductor.say('mute', { seats: [8] });
  await tablet.seatShows(8, 'listen');
  await tablet.seatShows(7, 'bars');
  await tablet.page.locator('.half.right .listen').waitFor();
  await tablet.shoot('student-duo-muted');
  const before = conductor.heard('play_note').length;
  await tablet.tap(pad('left', 0));
  await until(() => played(before).length === 1, 'the left child plays');
  assert.deepEqual(played(before), [7]);
  conductor.say('unmute', { seats: [8] });
  await tablet.seatShows(8, 'bars');
});

test('children who sit face to face turn the right half round', async () => {
  await tablet.tap('.turn');
  await tablet.page.locator('.face-to-face').waitFor();
  const before = conductor.heard('play_note').length;
  await tablet.fingers.down(1, await tablet.middleOf(pad('right', 0)));
  await tablet.fingers.up(1);
  await until(() => played(before).length === 1, 'the right child plays');
  assert.deepEqual(played(before), [8]);
  await tablet.tap('.turn');
});

test('each child says for itself how it felt', async () => {
  conductor.say('ask_mood');
  await Promise.all([7, 8].map((seat) => tablet.seatShows(seat, 'mood')));
  await tablet.tap('.half.left [data-mood="happy"]');
  await tablet.tap('.half.left .answer');
  await tablet.seatShows(7, 'bars');
  await tablet.seatShows(8, 'mood');
  await tablet.tap('.half.right .skip');
  await tablet.seatShows(8, 'bars');
  conductor.say('end_mood');
});

test('a reload brings both children back', async () => {
  await tablet.page.reload();
  await tablet.room(({ own }) => own.length === 2, 'has both seats');
  await tablet.tap('.wake');
  await tablet.shows('duo');
});

/** A laptop without a window gives no seats, so they are claimed for the tablet from outside its page. */
async function hold(seat, others) {
  const device = await tablet.page.evaluate(() => window.localStorage.getItem('tutti.device'));
  const body = { code: 'LARK', device, with: others };
  assert.equal((await post(server, `/api/v1/seats/${seat}/claim`, body)).status, 200);
}

const has = (...seats) =>
  tablet.room(({ own }) => `${own.map(({ seat }) => seat).sort()}` === `${seats}`, `has ${seats}`);

test('a seat the room gives or takes away is the tablet’s without asking the children', async () => {
  await hold(7, []);
  relay.say('yours', { seats: [7] });
  await has(7);
  await tablet.shows('bars');
  await hold(9, [7]);
  relay.say('yours', { seats: [7, 9] });
  await has(7, 9);
  await tablet.shows('duo');
});

test('a tablet whose seats were freed takes the one the room holds for it now', async () => {
  await hold(6, []);
  await has(6);
  await tablet.shows('bars');
});

test('a tablet that lost its pass is led back to the seat the room holds for it', async () => {
  await tablet.page.evaluate(() => window.localStorage.removeItem('tutti.pass'));
  await tablet.page.reload();
  await tablet.shows('code');
  for (const letter of 'LARK') await tablet.page.keyboard.press(letter);
  await tablet.shows('soundcheck');
  await has(6);
});

test('no page had an error', () => {
  // Freeing a seat ends its clock socket; QWebSocket says so twice, and the browser remarks on it.
  const errors = tablet.errors.filter((error) => !/Close received after close/.test(error));
  assert.deepEqual(errors, []);
});
