// Five children at four tablets play Beat Ring, the last two of them at one tablet.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Tablet, openBrowser } from '../support/browser.mjs';
import { beatsOf, padOf, RingClass } from '../support/ring-class.mjs';
import { teacher } from '../support/tablet.mjs';
import { serve } from '../support/tutti.mjs';

const kSeats = [1, 2, 3, 4, 5];
const kBeats = 4;
const kPasses = 2;
let server, browser, conductor, ring, tablets, late;

/** Counts the sounds a tablet starts; the clicks among them are in `__tutti.clicks`. */
function countSounds(context) {
  return context.addInitScript(() => {
    const { start } = window.AudioBufferSourceNode.prototype;
    window.soundsStarted = 0;
    window.AudioBufferSourceNode.prototype.start = function (...args) {
      ++window.soundsStarted;
      return start.apply(this, args);
    };
  });
}

/** The sounds of a tablet in one pass of the ring that are no clicks. */
async function soundsInAPass(tablet) {
  const count = () =>
    tablet.page.evaluate(() => window.soundsStarted - window.__tutti.clicks.length);
  const place = await tablet.look('place');
  const before = await count();
  await tablet.reaches(place + kBeats);
  return (await count()) - before;
}

const pitchOf = (tablet, half) =>
  tablet.page.locator(padOf(half)).evaluate((pad) => /pitch-(\w)/.exec(pad.className)?.[1]);

async function ownNumbers() {
  const texts = ring.players.map(({ tablet, half }) =>
    tablet.page.locator(`${half ? `.half.${half} ` : ''}.own-number`).innerText(),
  );
  return (await Promise.all(texts)).map(Number);
}

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

test('five children take their seats at four tablets', async () => {
  const open = (seat) => Tablet.open(browser, server, `tablet-${seat}`, { prepare: countSounds });
  [late, ...tablets] = await Promise.all([6, 1, 2, 3, 4].map(open));
  const [, , , shared] = tablets;
  await Promise.all(tablets.slice(0, 3).map((tablet, i) => tablet.enter('LARK', i + 1)));
  await Promise.all([late.typeCode('LARK'), shared.typeCode('LARK')]);
  await shared.tap('[data-seat="4"]');
  await shared.tap('.friend-button');
  await shared.page.locator('button.go:disabled').waitFor();
  await shared.tap('[data-seat="5"]');
  await shared.tap('button.go');
  await shared.hearBell();
  await shared.shows('duo');
  const players = kSeats.map((seat) => ({ seat, tablet: tablets[Math.min(seat, 4) - 1] }));
  Object.assign(players[3], { half: 'left' });
  Object.assign(players[4], { half: 'right' });
  ring = new RingClass(conductor, players);
});

test('a ring of four beats has a pad for each child, in the note of its beat', async () => {
  conductor.say('start_game', { game: 'beat_ring' });
  conductor.say('game_move', { move: 'set', beats: kBeats, level: 'seed', rounds: 3 });
  conductor.say('set_tempo', { bpm: 120 });
  await ring.everywhere(({ beats }) => beats === kBeats, 'has four beats');
  for (const { tablet, seat } of ring.players) await tablet.seatShows(seat, 'ring');
  assert.deepEqual(await ownNumbers(), [1, 2, 3, 4, 1]);
  const pitches = await Promise.all(ring.players.map(({ tablet, half }) => pitchOf(tablet, half)));
  assert.deepEqual(pitches, ['C', 'D', 'E', 'D', 'C']);
  await tablets[0].shoot('student-ring');
  await tablets[3].shoot('student-duo-ring');
});

test('taps on the beat light it, and the ring holds', async () => {
  conductor.say('start');
  await ring.play(0, kPasses);
  const state = await ring.says(({ bars }) => bars >= kPasses, 'two passes are counted');
  const asked = kSeats.length * state.bars;
  assert.equal(state.offered, asked);
  assert.ok(state.held > 0 && state.best > 0, `${state.held} of ${state.bars} held`);
  assert.ok(state.answered > (kSeats.length * kPasses) / 2, `${state.answered} answered`);
  assert.ok(state.in_time > 0 && state.in_time <= state.answered);
  await tablets[0].shoot('student-ring-playing');
});

test('the next round moves the beats on, on every tablet', async () => {
  conductor.say('set_tempo', { bpm: 240 }); // Nobody has to hit a beat from here on.
  conductor.say('next_round');
  await tablets[0].page.locator('.coming').waitFor();
  await ring.everywhere(({ round, next }) => round === 2 && next === null, 'is in round 2');
  assert.deepEqual(await ownNumbers(), [2, 3, 4, 1, 2]);
  const pitches = await Promise.all(ring.players.map(({ tablet, half }) => pitchOf(tablet, half)));
  assert.deepEqual(pitches, ['D', 'E', 'D', 'C', 'D']);
  const results = await Promise.all(tablets.map((tablet) => tablet.look('room')));
  for (const { result } of results)
    assert.deepEqual([result.round, result.final, result.held > 0], [1, false, true]);
});

test('a beat whose child is gone is covered, and its child comes back to it', async () => {
  const [friend, leaver] = tablets;
  assert.equal(await soundsInAPass(friend), 0);
  await leaver.page.close();
  // Beat 3 is seat 2's; seats 1 and 5 own the one before.
  const { cover } = await ring.says((state) => state.cover.length > 0, 'covers a beat');
  assert.deepEqual(cover, [{ beat: 3, seat: 1 }]);
  await friend.room((room) => room.ring.cover.length === 1, 'covers');
  assert.ok((await soundsInAPass(friend)) >= 1);
  await leaver.openPage();
  // A page that was opened without a touch may not sound yet.
  await leaver.shows('wake');
  await leaver.tap('.wake');
  await leaver.shows('ring');
  await ring.says((state) => state.cover.length === 0, 'covers nothing');
  assert.deepEqual(beatsOf((await leaver.look('room')).ring, 2), [3]);
});

test('a child who comes late watches until the next round', async () => {
  tablets.push(late);
  await late.pick(6);
  await late.hearBell();
  await late.shows('ring');
  await late.room(({ ring: { watching } }) => watching.includes(6), 'watches');
  await late.page.locator('.ring-pad.resting').waitFor();
  const heard = conductor.heard('play_note').length;
  await late.strike(0);
  await late.shoot('student-ring-watching');
  conductor.say('next_round');
  await late.room(({ ring: { watching } }) => !watching.includes(6), 'plays');
  await late.room((room) => beatsOf(room.ring, 6).length === 1, 'has a beat');
  await late.page.locator('.ring-pad:not(.resting)').waitFor();
  assert.equal(conductor.heard('play_note').length, heard);
  await late.tap('.ring-pad');
  await conductor.hears('play_note', ({ seat }) => seat === 6);
});

test('the conductor’s hand stops the ring and lets it go on', async () => {
  conductor.say('assign_role', { seats: [3], role: 'conductor' });
  await tablets[2].shows('conductor');
  await tablets[2].tap('.stop-hand');
  await ring.everywhere(({ phase }) => phase === 'held', 'is held');
  await tablets[0].page.locator('.ring-pad.resting').waitFor();
  await tablets[2].shoot('student-conductor');
  const heard = conductor.heard('play_note').length;
  await tablets[0].strike(0);
  await tablets[2].tap('.stop-hand.held');
  await ring.everywhere(({ phase }) => phase === 'play', 'goes on');
  assert.equal(conductor.heard('play_note').length, heard);
});

test('the game ends with what the group did, and nothing about one child', async () => {
  conductor.say('next_round');
  await ring.everywhere(({ phase }) => phase === 'done', 'is done');
  for (const tablet of tablets) {
    const places = tablet.page.locator('.ring-result');
    await places.first().waitFor();
    for (const text of await places.allInnerTexts())
      assert.match(text, /^Our ring held\s+\d+\s+bars?$/);
    // Beside the sentence there is no number on the glass, but that of the tablet.
    const rest = await tablet.page.evaluate(() =>
      window.document.querySelector('main').innerText.replace(/Our ring held\s+\d+/g, ''),
    );
    const number = await tablet.page.locator('.tablet-number').allInnerTexts();
    assert.deepEqual(rest.match(/\d+/g) ?? [], number);
  }
  await tablets[0].shoot('student-ring-done');
  const { round, final, ...result } = conductor.heard('group_result').at(-1);
  assert.deepEqual([round, final], [3, true]);
  assert.deepEqual(Object.keys(result).sort(), ['bars', 'best', 'game', 'held', 'rev', 'rounds']);
});

test('no page had an error', () => {
  assert.deepEqual(
    tablets.flatMap((tablet) => tablet.errors),
    [],
  );
});
