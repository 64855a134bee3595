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

test('one role alone sounds, and all again', async () => {
  conductor.say('solo', { role: 'bass' });
  assert.equal((await tablet.hears('solo')).role, 'bass');
  await refusedWith(tablet, 'play_note', { midi: 60 }, 'muted');
  conductor.say('solo', { role: null });
  await tablet.hears('solo', ({ role }) => role === null);
  tablet.broadcast(tablet.topic, 'play_note', { midi: 66 });
  await conductor.hears('play_note', ({ midi }) => midi === 66);
});

test('a role is muted as one', async () => {
  conductor.say('mute_role', { role: tablet.state.you.seats[0].role, muted: true });
  const { seats } = await tablet.hears('muted', ({ muted }) => muted);
  assert.ok(seats.includes(3) && seats.length > 1);
  conductor.say('unmute', { all: true });
  await tablet.hears('muted', ({ muted }) => !muted);
});

test('roles are dealt to everyone in even numbers', async () => {
  conductor.say('deal_roles', { how: 'groups' });
  await tablet.hears('role_assigned', ({ role }) => role === 'rhythm');
  tablet.broadcast(tablet.topic, 'request_state', {});
  const { seats } = await until(() => tablet.heard('room_state')[1], 'the state');
  const count = (role) => seats.filter((seat) => seat.role === role).length;
  // The one who is here and the 23 who are not are dealt apart, each evenly.
  const counts = ['melody', 'harmony', 'bass', 'rhythm'].map(count);
  assert.ok(
    counts.every((seated) => seated >= 5 && seated <= 7),
    `${counts}`,
  );
  conductor.say('assign_role', { seats: seats.map(({ seat }) => seat), role: 'melody' });
  await tablet.hears(
    'role_assigned',
    ({ role, seats: all }) => role === 'melody' && all.length > 6,
  );
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
    ['start_game', { game: 'beat_ring' }],
    ['next_round', {}],
    ['assign_beat', { seats: [3], beat: 1 }],
    ['solo', { role: 'bass' }],
    ['mute_role', { role: 'bass', muted: true }],
    ['deal_roles', { how: 'shuffle' }],
    ['lock', { locked: true }],
    ['ask_mood', {}],
    ['end_mood', {}],
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
    ['assign_role', { seats: [3], role: 'conductor' }, 'bad_role'],
    ['start_game', { game: 'chess' }, 'no_game'],
    ['start_game', {}, 'bad_payload'],
    ['next_round', {}, 'bad_move'],
    ['assign_beat', { seats: [3] }, 'bad_payload'],
    ['game_move', { move: 'set', beats: 8 }, 'bad_move'],
    ['solo', { role: 'king' }, 'bad_role'],
    ['mute_role', { role: 'bass' }, 'bad_payload'],
    ['deal_roles', { how: 'fairly' }, 'bad_payload'],
    ['lock', {}, 'bad_payload'],
    ['reflect', { prompt: 1, mood: 'calm' }, 'seat_required'],
    ['dance', {}, 'unknown_event'],
  ])
    await refusedWith(conductor, event, payload, code);
});

test('a raw event of the channel counts like a broadcast', async () => {
  tablet.push(tablet.topic, 'play_note', { midi: 65 });
  await conductor.hears('play_note', ({ midi }) => midi === 65);
});
