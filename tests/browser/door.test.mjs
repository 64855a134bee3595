// The door of a room: locked, and a laptop that moves to another address.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { hurried, Tablet, openBrowser } from '../support/browser.mjs';
import { CuttableProxy } from '../support/cuttable-proxy.mjs';
import { RoomRelay } from '../support/room-relay.mjs';
import { teacher } from '../support/tablet.mjs';
import { serve } from '../support/tutti.mjs';
import { until } from '../support/until.mjs';

let server, browser, conductor, oldAddress, inside, outside;
const relay = new RoomRelay();

before(async () => {
  server = await serve({ args: ['--code', 'LARK'] });
  browser = await openBrowser();
  oldAddress = await CuttableProxy.to(server.port);
  conductor = await teacher(server);
});
after(async () => {
  await browser?.close();
  await conductor?.close();
  oldAddress?.close();
  await server?.stop();
});

test('a tablet before a locked door waits', async () => {
  inside = await Tablet.open(browser, oldAddress, 'inside', {
    prepare: async (context) => {
      await relay.on(context);
      await hurried(4000, 8)(context);
    },
  });
  await inside.enter('LARK', 1);
  await inside.shows('bars');
  // The other tablet's child is about to pick. It never had a seat, so it has no number yet.
  outside = await Tablet.open(browser, server, 'outside', { prepare: hurried(1500, 4) });
  await outside.typeCode('LARK');
  conductor.say('lock', { locked: true });
  await outside.shows('door');
  assert.equal(await outside.page.locator('.door-tablet').innerText(), '');
  assert.equal(await outside.page.locator('.door-code').innerText(), 'LARK');
  await outside.shoot('student-door');
});

test('who was inside comes back through the locked door', async () => {
  await inside.page.evaluate(() => window.localStorage.removeItem('tutti.pass'));
  await inside.page.reload();
  await inside.spell('LARK');
  await inside.hearBell();
  await inside.room(({ seat }) => seat === 1, 'has its seat');
});

test('an unlocked door lets in who waits, and it picks its animal', async () => {
  conductor.say('lock', { locked: false });
  await outside.shows('pick');
  await outside.pick(2);
  await outside.hearBell();
  await outside.shows('bars');
});

test('a tablet follows the laptop to its new address and keeps its seat', async () => {
  const device = () => inside.page.evaluate(() => window.localStorage.getItem('tutti.device'));
  const [known, { tablet }] = [await device(), await inside.look('room')];
  relay.say('moved', { url: `${inside.address.replace(/:\d+/, `:${server.port}`)}?c=LARK` });
  // As long as the old address answers, nothing happens.
  assert.equal(new URL(inside.page.url()).port, `${oldAddress.port}`);
  oldAddress.cut();
  await inside.shows('reconnecting');
  await until(() => new URL(inside.page.url()).port === `${server.port}`, 'it moved', 30_000);
  await inside.room((room) => room.seat === 1 && room.tablet === tablet, 'has seat and number');
  assert.equal(await device(), known);
  assert.ok(!inside.page.url().includes(known));
  // In the middle of a lesson nobody asks about the bell again.
  await inside.shows('bars');
});

test('no page had an error', () => {
  const expected = /ERR_CONNECTION|WebSocket connection|net::/;
  const errors = [inside, outside].flatMap((tablet) => tablet.errors);
  assert.deepEqual(
    errors.filter((error) => !expected.test(error)),
    [],
  );
});
