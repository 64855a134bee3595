// Four tablets in a browser play one lesson together, as children and a teacher would.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Tablet, openBrowser } from '../support/browser.mjs';
import { teacher } from '../support/tablet.mjs';
import { serve } from '../support/tutti.mjs';
import { until } from '../support/until.mjs';

const kSeats = [1, 2, 3, 4];
const kSilent = 0.0005;
let server, browser, conductor;
const tablets = [];

before(async () => {
  server = await serve({ args: ['--code', 'LARK'] });
  browser = await openBrowser();
  conductor = await teacher(server);
});
after(async () => {
  await browser?.close();
  await conductor?.close();
  await server?.stop();
});

test('the first screen is the code pad, light on the wire', async () => {
  const tablet = await Tablet.open(browser, server, 'tablet-1');
  tablets.push(tablet);
  await tablet.shows('code');
  await tablet.shoot('student-code');
  assert.equal(await tablet.page.evaluate(() => window.isSecureContext), false);
  await tablet.page.waitForLoadState('networkidle');
  assert.ok(tablet.bytes > 10_000 && tablet.bytes <= 300 * 1024, `${tablet.bytes} bytes`);
});

test('four tablets join by code and take their seats', async () => {
  for (const seat of kSeats.slice(1))
    tablets.push(await Tablet.open(browser, server, `tablet-${seat}`));
  for (const [i, tablet] of tablets.entries()) {
    await tablet.typeCode('LARK');
    if (i === 0) await tablet.shoot('student-join');
    await tablet.pick(kSeats[i]);
    await tablet.shows('bars');
  }
  const seats = await Promise.all(tablets.map(async (tablet) => (await tablet.look('room')).seat));
  assert.deepEqual(seats, kSeats);
  await tablets[0].shoot('student-xylophone');
});

test('a touched bar sounds on its own tablet and glows on the others', async () => {
  const friends = tablets.slice(1);
  const heard = Promise.all(
    friends.map((friend) =>
      friend.room(({ heard }) => heard.some(({ seat }) => seat === 1), 'hears seat 1'),
    ),
  );
  const level = await tablets[0].strike(2);
  assert.ok(level > kSilent, `level ${level}`);
  await heard;
});

test('every tablet sees a friend land on the bar that was played', async () => {
  const landing = tablets[3].page.locator('[data-pad="1"] .friend');
  await Promise.all([landing.waitFor({ state: 'attached' }), tablets[1].strike(1)]);
});

test('tempo and beat arrive, and the clicks are planned on one clock', async () => {
  conductor.say('set_tempo', { bpm: 150 });
  const tempo = ({ timeline }) => timeline.segments.at(-1).milliBpm === 150_000;
  await Promise.all(tablets.map((tablet) => tablet.room(tempo, 'has 150 bpm')));
  conductor.say('start');
  const planned = await Promise.all(
    tablets.map((tablet) =>
      until(
        async () => {
          const clicks = await tablet.look('clicks');
          return clicks.length >= 6 ? clicks : null;
        },
        'six clicks',
        20_000,
      ),
    ),
  );
  for (const clicks of planned) {
    const gaps = clicks.slice(1).map((click, i) => Math.round((click.at - clicks[i].at) / 1000));
    assert.deepEqual([...new Set(gaps)], [400]);
  }
  const ticks = planned.map((clicks) => new Map(clicks.map(({ tick, at }) => [tick, at])));
  for (const [tick, at] of ticks[0])
    for (const other of ticks.slice(1))
      if (other.has(tick)) assert.ok(Math.abs(other.get(tick) - at) <= 1000);
  await tablets[0].shoot('student-xylophone-playing');
  conductor.say('stop');
  await tablets[0].room(({ timeline }) => timeline.transport.playing === false, 'has stopped');
});

test('muting one shows the listening screen there and nowhere else', async () => {
  conductor.say('mute', { seats: [2] });
  await tablets[1].shows('listen');
  await tablets[1].shoot('student-muted');
  assert.equal(await tablets[0].look('screen'), 'bars');
  conductor.say('unmute', { seats: [2] });
  await tablets[1].shows('bars');
});

test('quiet reaches everyone, and playing comes back', async () => {
  conductor.say('quiet');
  await Promise.all(tablets.map((tablet) => tablet.shows('quiet')));
  await tablets[0].shoot('student-quiet');
  conductor.say('resume');
  await Promise.all(tablets.map((tablet) => tablet.shows('bars')));
});

test('a role changes the instrument', async () => {
  conductor.say('assign_role', { seats: [3], role: 'rhythm' });
  await tablets[2].shows('drums');
  await tablets[2].shoot('student-drums');
  assert.ok((await tablets[2].strike(0)) > kSilent);
  conductor.say('assign_role', { seats: [4], role: 'bass' });
  await tablets[3].page.locator('[data-pad="4"]').waitFor();
  await tablets[3].shoot('student-bass');
});

test('a reload comes back to the same seat within three seconds', async () => {
  const started = performance.now();
  await tablets[1].page.reload();
  await tablets[1].room(({ seat }) => seat === 2, 'has its seat again');
  assert.ok(performance.now() - started < 3000, `${Math.round(performance.now() - started)} ms`);
  await tablets[1].shoot('student-after-reload');
});

test('a tablet whose page was killed comes back to its seat', async () => {
  await tablets[2].page.close();
  await tablets[2].openPage();
  await tablets[2].room(
    ({ seat, role }) => seat === 3 && role === 'rhythm',
    'has seat and role again',
  );
});

test('a tablet without a network says so calmly and comes back by itself', async () => {
  const [tablet] = tablets;
  const cut = await tablet.context.newCDPSession(tablet.page);
  server.child.kill('SIGSTOP');
  try {
    await tablet.shows('reconnecting');
    await tablet.shoot('student-reconnecting');
  } finally {
    server.child.kill('SIGCONT');
    await cut.detach();
  }
  await tablet.room(({ seat }) => seat === 1, 'is back');
  await until(
    async () => (await tablet.look('link')) === 'up' || (await tablet.look('screen')) === 'bars',
    'up',
  );
});

test('the end of the lesson says goodbye', async () => {
  conductor.say('end_lesson');
  await Promise.all(tablets.map((tablet) => tablet.shows('bye')));
  await tablets[0].shoot('student-bye');
});

test('no page had an error', () => {
  const expected = /ERR_CONNECTION|WebSocket connection|net::/;
  const errors = tablets.flatMap((tablet) =>
    tablet.errors.filter((error) => !expected.test(error)),
  );
  assert.deepEqual(errors, []);
});
