// Four tablets in a browser play one lesson together, as children and a teacher would.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Tablet, openBrowser } from '../support/browser.mjs';
import { CuttableProxy } from '../support/cuttable-proxy.mjs';
import { teacher } from '../support/tablet.mjs';
import { serve } from '../support/tutti.mjs';
import { until } from '../support/until.mjs';

const kSeats = [1, 2, 3, 4];
const kSilent = 0.0005;
// Two processors carry four browsers: wide for them, far below the 400 ms that a beat on arrival could be off.
const kTogetherMs = 40;
let server, browser, conductor, wifi;
const tablets = [];

/**
 * Each tablet's clicks are a beat apart, and each pulse falls on the same moment of this computer's own clock, which
 * no page used for it: server time, as that tablet understands it, turned into the wall time the browser shares.
 */
function assertTogether(planned, offsets) {
  for (const clicks of planned) {
    const gaps = clicks.slice(1).map((click, i) => Math.round((click.at - clicks[i].at) / 1000));
    assert.deepEqual([...new Set(gaps)], [400]);
  }
  const [first, ...others] = planned.map(
    (clicks, i) => new Map(clicks.map(({ tick, sounds }) => [tick, sounds / 1000 - offsets[i]])),
  );
  for (const other of others) {
    const shared = [...first.keys()].filter((tick) => other.has(tick));
    assert.ok(shared.length >= 3, `${shared.length} pulses in common`);
    for (const tick of shared) {
      const apart = Math.abs(first.get(tick) - other.get(tick));
      assert.ok(apart < kTogetherMs, `tick ${tick}: ${apart} ms apart`);
    }
  }
}

before(async () => {
  server = await serve({ args: ['--code', 'LARK'] });
  browser = await openBrowser();
  wifi = await CuttableProxy.to(server.port);
  conductor = await teacher(server);
});
after(async () => {
  await browser?.close();
  await conductor?.close();
  wifi?.close();
  await server?.stop();
});

test('the first screen is the code pad, light on the wire', async () => {
  // The first tablet's way to the laptop can be cut.
  const tablet = await Tablet.open(browser, wifi, 'tablet-1');
  tablets.push(tablet);
  await tablet.shows('code');
  await tablet.shoot('student-code');
  assert.equal(await tablet.page.evaluate(() => window.isSecureContext), false);
  await tablet.page.waitForLoadState('networkidle');
  assert.ok(tablet.bytes > 10_000 && tablet.bytes <= 300 * 1024, `${tablet.bytes} bytes`);
});

test('four tablets join by code and take their seats', async () => {
  const [first] = tablets;
  const open = (seat) => Tablet.open(browser, server, `tablet-${seat}`);
  tablets.push(...(await Promise.all(kSeats.slice(1).map(open))));
  await first.typeCode('LARK');
  await first.shoot('student-join');
  await Promise.all(tablets.slice(1).map((tablet) => tablet.typeCode('LARK')));
  for (const [i, tablet] of tablets.entries()) await tablet.pick(kSeats[i]);
  await Promise.all(tablets.map((tablet) => tablet.shows('soundcheck')));
  const seats = await Promise.all(tablets.map(async (tablet) => (await tablet.look('room')).seat));
  assert.deepEqual(seats, kSeats);
});

test('a bell asks every child whether its tablet can be heard', async () => {
  const [first, ...others] = tablets;
  await first.shoot('student-soundcheck');
  assert.ok(await first.page.locator('.heard.nothing').isDisabled());
  await first.tap('.bell');
  assert.ok((await first.loudness()) > kSilent);
  await first.tap('.heard.nothing');
  // Louder, and once more.
  await first.page.locator('.keys-hint').waitFor();
  await first.hearBell();
  await Promise.all(others.map((tablet) => tablet.hearBell()));
  await Promise.all(tablets.map((tablet) => tablet.shows('bars')));
  await first.shoot('student-xylophone');
});

for (const [i, seat] of kSeats.entries()) {
  test(`what seat ${seat} plays sounds there, and its picture lands on that bar everywhere else`, async () => {
    const landings = tablets.filter((_, other) => other !== i).map((friend) => friend.landsOn(i));
    const [level] = await Promise.all([tablets[i].strike(i), ...landings]);
    assert.ok(level > kSilent, `level ${level}`);
  });
}

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
  assertTogether(planned, await Promise.all(tablets.map((tablet) => tablet.clockOffset())));
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

test('a tablet whose browser was killed comes back to its seat', async () => {
  await tablets[2].kill();
  await tablets[2].openPage();
  await tablets[2].room(
    ({ seat, role }) => seat === 3 && role === 'rhythm',
    'has seat and role again',
  );
});

test('a tablet without a network says so calmly and comes back by itself', async () => {
  const [tablet, , , friend] = tablets;
  wifi.cut();
  try {
    await tablet.shows('reconnecting');
    await tablet.shoot('student-reconnecting');
    assert.equal(await friend.look('screen'), 'bars');
  } finally {
    wifi.mend();
  }
  await tablet.shows('bars');
  assert.equal((await tablet.look('room')).seat, 1);
  await Promise.all([tablet.strike(0), friend.landsOn(0)]);
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
