// What a teacher token can do, and what everybody in the room then hears.
import assert from 'node:assert/strict';
import { after, before, beforeEach, afterEach, test } from 'node:test';
import { seatedTablet, teacher } from '../support/tablet.mjs';
import { serve } from '../support/tutti.mjs';
import { until } from '../support/until.mjs';

let server, conductor, tablet;
before(async () => (server = await serve()));
after(() => server.stop());
beforeEach(async () => {
  conductor = await teacher(server);
  tablet = await seatedTablet(server, 3);
});
afterEach(async () => {
  await conductor.close();
  await tablet.close();
});

async function refusedWith(client, event, payload, code) {
  const before = client.heard('refused').length;
  client.broadcast(client.topic, event, payload);
  const refusal = await until(() => client.heard('refused')[before], `a refusal of ${event}`);
  assert.equal(refusal.code, code);
  assert.equal(refusal.event, event);
  assert.ok(refusal.message.length > 0 && refusal.hint.length > 0);
}

test('a tempo change reaches everyone with its time', async () => {
  conductor.say('set_tempo', { bpm: 108 });
  for (const client of [conductor, tablet]) {
    const change = await client.hears('tempo_changed', ({ bpm }) => bpm === 108);
    assert.ok(Number.isInteger(change.at));
    await client.hears('timeline', ({ segments }) => segments.at(-1).milli_bpm === 108_000);
  }
});

test('beats are announced evenly, 300 ms ahead, and numbered', async () => {
  conductor.say('set_tempo', { bpm: 240 });
  await tablet.hears('timeline', ({ segments }) => segments.at(-1).milli_bpm === 240_000);
  conductor.say('start');
  await until(() => tablet.heard('beat').length >= 12, 'twelve beats');
  const beats = tablet.heard('beat');
  const gaps = beats.slice(1).map((beat, i) => beat.at - beats[i].at);
  assert.deepEqual([...new Set(gaps)], [250_000]);
  assert.ok(beats.slice(1).every((beat, i) => beat.beat === beats[i].beat + 1));
  assert.ok(beats.every(({ beat_in_bar }) => beat_in_bar >= 1 && beat_in_bar <= 4));
  conductor.say('stop');
  await tablet.hears('timeline', ({ transport }) => transport.playing === false);
});

test('who wants no beats gets none', async () => {
  tablet.broadcast(tablet.topic, 'beats', { on: false });
  conductor.say('start');
  await until(() => conductor.heard('beat').length >= 3, 'beats for the teacher');
  assert.equal(tablet.heard('beat').length, 0);
  conductor.say('stop');
  await conductor.hears('timeline', ({ transport }) => transport.playing === false);
});

test('a muted seat is refused with a code and plays again when unmuted', async () => {
  conductor.say('mute', { seats: [3] });
  assert.deepEqual((await tablet.hears('muted', ({ muted }) => muted)).seats, [3]);
  await refusedWith(tablet, 'play_note', { midi: 60 }, 'muted');
  conductor.say('unmute', { all: true });
  await tablet.hears('muted', ({ muted }) => !muted);
  tablet.broadcast(tablet.topic, 'play_note', { midi: 62, seq: 7 });
  const note = await conductor.hears('play_note', ({ midi }) => midi === 62);
  assert.deepEqual([note.student_id, note.seat, note.seq], ['seat-3', 3, 7]);
});

test('quiet silences everyone until it is released', async () => {
  conductor.say('quiet');
  await tablet.hears('quiet');
  await refusedWith(tablet, 'play_note', { midi: 60 }, 'quiet');
  conductor.say('resume');
  await tablet.hears('resumed');
  tablet.broadcast(tablet.topic, 'play_note', { midi: 64 });
  await conductor.hears('play_note', ({ midi }) => midi === 64);
});

test('roles arrive, and a listener may not play', async () => {
  conductor.say('assign_role', { seats: [3], role: 'listener' });
  await tablet.hears('role_assigned', ({ role }) => role === 'listener');
  await refusedWith(tablet, 'play_note', { midi: 60 }, 'listener');
  conductor.say('assign_role', { seats: [3], role: 'melody' });
  await tablet.hears('role_assigned', ({ role }) => role === 'melody');
});

test('a tablet may not do the teacher’s work', async () => {
  for (const [event, payload] of [
    ['set_tempo', { bpm: 100 }],
    ['start', {}],
    ['stop', {}],
    ['mute', { all: true }],
    ['assign_role', { seats: [3], role: 'bass' }],
    ['quiet', {}],
    ['resume', {}],
    ['end_lesson', {}],
  ])
    await refusedWith(tablet, event, payload, 'not_allowed');
});

test('what makes no sense is refused by code', async () => {
  for (const [event, payload, code] of [
    ['set_tempo', { bpm: 19 }, 'bad_tempo'],
    ['set_tempo', { bpm: 'fast' }, 'bad_payload'],
    ['assign_role', { seats: [3], role: 'king' }, 'bad_role'],
    ['mute', { seats: [47] }, 'no_such_seat'],
    ['stop', {}, 'not_playing'],
    ['dance', {}, 'unknown_event'],
  ])
    await refusedWith(conductor, event, payload, code);
});

test('a raw event of the channel counts like a broadcast', async () => {
  tablet.push(tablet.topic, 'play_note', { midi: 65 });
  await conductor.hears('play_note', ({ midi }) => midi === 65);
});
