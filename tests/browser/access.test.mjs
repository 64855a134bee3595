// Every screen of the page: axe finds nothing, and at twice the size every control can still be touched.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { lostAtDouble, violations } from '../support/accessible.mjs';
import { hurried, Tablet, openBrowser } from '../support/browser.mjs';
import { CuttableProxy } from '../support/cuttable-proxy.mjs';
import { RoomRelay } from '../support/room-relay.mjs';
import { post, teacher } from '../support/tablet.mjs';
import { serve } from '../support/tutti.mjs';

let server, browser, conductor, wifi, tablet;
const relay = new RoomRelay();

/** A screen, and the way to it from the one before. */
function screen(name, way) {
  test(`the screen ${name} is for every child`, async () => {
    await way();
    await tablet.settles();
    assert.deepEqual(await violations(tablet.page), []);
    assert.deepEqual(await lostAtDouble(tablet.page), []);
  });
}

before(async () => {
  server = await serve({ args: ['--code', 'LARK'] });
  browser = await openBrowser();
  wifi = await CuttableProxy.to(server.port);
  conductor = await teacher(server);
  tablet = await Tablet.open(browser, wifi, 'tablet', {
    prepare: async (context) => {
      await relay.on(context);
      await hurried(10_000, 30)(context);
    },
  });
});
after(async () => {
  await browser?.close();
  await conductor?.close();
  wifi?.close();
  await server?.stop();
});

screen('code', () => tablet.shows('code'));

screen('code, mistyped', async () => {
  await tablet.spell('KRAL');
  await tablet.page.locator('.boxes.shake').waitFor();
});

screen('door', async () => {
  conductor.say('lock', { locked: true });
  await conductor.reply(conductor.push('phoenix', 'heartbeat', {}));
  await tablet.spell('LARK');
  await tablet.shows('door');
});

screen('pick', async () => {
  conductor.say('lock', { locked: false });
  await tablet.shows('pick');
});

screen('pick, one of two picked', async () => {
  await tablet.tap('[data-seat="3"]');
  await tablet.tap('.friend-button');
  await tablet.page.locator('.friend-button.on').waitFor();
});

screen('soundcheck', async () => {
  // A laptop without a window has no lobby; this room says it has.
  relay.change = (event, payload) =>
    event === 'room_state' ? { ...payload, phase: 'lobby' } : payload;
  await tablet.tap('.friend-button.on');
  await tablet.tap('button.go');
  await tablet.shows('soundcheck');
});

screen('soundcheck, nothing heard', async () => {
  await tablet.tap('.bell');
  await tablet.tap('.heard.nothing');
  await tablet.page.locator('.keys-hint').waitFor();
});

screen('waiting', async () => {
  await tablet.hearBell();
  await tablet.shows('waiting');
});

screen('pick, for a friend', async () => {
  await tablet.tap('.friend-button');
  await tablet.page.locator('.back').waitFor();
});

screen('wake', async () => {
  relay.change = (_, payload) => payload;
  await tablet.tap('.back');
  await tablet.shows('waiting');
  await tablet.page.reload();
  await tablet.shows('wake');
});

screen('bars', async () => {
  await tablet.tap('.wake');
  await tablet.shows('bars');
});

screen('drums', async () => {
  conductor.say('assign_role', { seats: [3], role: 'rhythm' });
  await tablet.shows('drums');
});

screen('listen', async () => {
  conductor.say('mute', { seats: [3] });
  await tablet.shows('listen');
});

screen('quiet', async () => {
  conductor.say('unmute', { seats: [3] });
  conductor.say('quiet');
  await tablet.shows('quiet');
});

screen('mood', async () => {
  conductor.say('resume');
  conductor.say('ask_mood');
  await tablet.shows('mood');
  await tablet.tap('[data-mood="worried"]');
});

screen('ring', async () => {
  conductor.say('end_mood');
  conductor.say('start_game', { game: 'beat_ring' });
  conductor.say('game_move', { move: 'set', beats: 16, rest: [7], rounds: 1 });
  await tablet.room(({ ring }) => ring?.beats === 16, 'has sixteen beats');
  await tablet.shows('ring');
});

screen('conductor', async () => {
  conductor.say('assign_role', { seats: [3], role: 'conductor' });
  await tablet.shows('conductor');
});

screen('ring, done', async () => {
  conductor.say('next_round');
  await tablet.page.locator('.ring-result').waitFor();
});

screen('duo, ring', async () => {
  const device = await tablet.page.evaluate(() => window.localStorage.getItem('tutti.device'));
  const body = { code: 'LARK', device, with: [3] };
  assert.equal((await post(server, '/api/v1/seats/4/claim', body)).status, 200);
  relay.say('yours', { seats: [3, 4] });
  conductor.say('start_game', { game: 'beat_ring' });
  conductor.say('assign_role', { seats: [3], role: 'melody' });
  await tablet.seatShows(3, 'ring');
  await tablet.shows('duo');
});

screen('duo, bars and listen', async () => {
  conductor.say('start_game', { game: 'free_jam' });
  conductor.say('mute', { seats: [4] });
  await tablet.seatShows(3, 'bars');
  await tablet.seatShows(4, 'listen');
});

screen('duo, mood', async () => {
  conductor.say('ask_mood');
  await tablet.seatShows(4, 'mood');
});

screen('reconnecting', async () => {
  conductor.say('end_mood');
  wifi.cut();
  await tablet.shows('reconnecting');
  // As if it had been lost for long.
  await tablet.page.evaluate(() => {
    const now = performance.now.bind(performance);
    performance.now = () => now() + 21_000;
  });
  await tablet.page.locator('.help-card').waitFor();
});

screen('bye', async () => {
  wifi.mend();
  await tablet.shows('duo');
  conductor.say('end_lesson');
  await tablet.shows('bye');
});

screen('bye, asleep', () => tablet.page.locator('.bye.asleep').waitFor());
