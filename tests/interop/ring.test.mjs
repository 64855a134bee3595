// Beat Ring over the wire, with the Supabase client of npm as it is: the teacher's and a tablet's.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { createClient } from '@supabase/supabase-js';
import ws from 'ws';
import { claim } from '../support/tablet.mjs';
import { serve } from '../support/tutti.mjs';
import { until, within } from '../support/until.mjs';

const kBeatMs = 15_000;
let server, conductor, child;
const clients = [];

/** A subscribed channel of the music room that keeps what it hears, event by event. */
async function channelOf(token) {
  const client = createClient(server.url, token, { realtime: { transport: ws } });
  clients.push(client);
  const channel = client.channel(`music_room:${server.code}`, {
    config: { presence: { key: 'unused' } },
  });
  const heard = [];
  channel.on('broadcast', { event: '*' }, ({ event, payload }) => heard.push([event, payload]));
  channel.on('presence', { event: 'sync' }, () => {});
  const joined = new Promise((resolve, reject) => {
    channel.subscribe((status, error) => {
      if (status === 'SUBSCRIBED') resolve();
      if (status === 'CHANNEL_ERROR') reject(error);
    });
  });
  await within(joined, 'the channel is joined');
  return {
    channel,
    all: (name) => heard.filter(([event]) => event === name).map(([, payload]) => payload),
    say: (event, payload = {}) => channel.send({ type: 'broadcast', event, payload }),
    hears(name, condition = () => true, ms = undefined) {
      return until(() => this.all(name).find(condition), `a ${name}`, ms);
    },
  };
}

before(async () => {
  server = await serve();
  const granted = await claim(server, 3, 'pad');
  child = await channelOf(granted.json.token);
  await child.hears('room_state', ({ you }) => you.seats[0]?.seat === 3);
  conductor = await channelOf(server.teacher_token);
});
after(async () => {
  for (const client of clients) await client.removeAllChannels();
  await server.stop();
});

const beatOf = (state, seat) => state.owners.findIndex((owners) => owners.includes(seat)) + 1;

test('a ring begins for everyone, and beats are dealt', async () => {
  await conductor.say('start_game', { game: 'beat_ring' });
  const { id, state, rev } = await child.hears('game', (game) => game.id === 'beat_ring');
  assert.equal(id, 'beat_ring');
  assert.deepEqual([state.beats, state.phase, state.round, state.lit.length], [8, 'play', 1, 8]);
  assert.ok(beatOf(state, 3) > 0);
  const assigned = await child.hears('beat_assigned', (each) => each.rev === rev);
  assert.deepEqual(assigned.beats, [{ seat: 3, beats: [beatOf(state, 3)] }]);
  const meta = () => conductor.channel.presenceState()['seat-3']?.[0];
  await until(() => meta()?.beat === beatOf(state, 3), 'the beat in the presence');
  assert.deepEqual(meta().beats, [beatOf(state, 3)]);
});

test('the teacher sets the ring and hands out a beat', async () => {
  await conductor.say('game_move', { move: 'set', beats: 4 });
  await child.hears('game_changed', ({ state }) => state.beats === 4);
  await conductor.say('assign_beat', { seats: [3], beat: 2 });
  await child.hears('game_changed', ({ state }) => beatOf(state.next ?? state, 3) === 2);
  await child.hears('beat_assigned', ({ beats }) => beats[0]?.beats[0] === 2);
});

test('a seat that plays its beat lights it for the class', async () => {
  const answered = () =>
    child.all('game_changed').find(({ state }) => state.answered > 0 && state.lit[1] === true);
  await conductor.say('set_tempo', { bpm: 240 });
  await conductor.say('start');
  let played = 0;
  await until(
    () => {
      for (const { beat, at } of child.all('beat').slice(played)) {
        ++played;
        // The touch is named in server time, exactly on the beat.
        if (beat > 0 && ((beat - 1) % 4) + 1 === 2)
          setTimeout(() => void child.say('play_note', { midi: 64, at }), 320);
      }
      return answered();
    },
    'the second beat is lit',
    kBeatMs,
  );
  const { state } = answered();
  assert.ok(state.offered >= state.answered && state.in_time === state.answered);
});

test('the next round says how the group did, and moves the beats on', async () => {
  await conductor.say('next_round');
  const result = await child.hears('group_result');
  assert.deepEqual(
    [result.game, result.round, result.rounds, result.final],
    ['beat_ring', 1, 4, false],
  );
  assert.ok(
    Number.isInteger(result.bars) && result.held <= result.bars && result.best <= result.held,
  );
  const { state } = await child.hears('game_changed', ({ state: next }) => next.round === 2);
  assert.equal(beatOf(state.next ?? state, 3), 3);
  await conductor.say('game_move', { move: 'pause', on: true });
  await child.hears('game_changed', ({ state: paused }) => paused.phase === 'paused');
  await child.say('play_note', { midi: 67 });
  assert.equal((await child.hears('refused')).code, 'not_in_round');
});

test('a hand is the conductor’s alone', async () => {
  await child.say('game_move', { move: 'hand', up: true });
  await child.hears(
    'refused',
    ({ event, code }) => event === 'game_move' && code === 'not_allowed',
  );
  await conductor.say('game_move', { move: 'pause', on: false });
  await conductor.say('assign_role', { seats: [3], role: 'conductor' });
  await child.hears('role_assigned', ({ role }) => role === 'conductor');
  await child.say('game_move', { move: 'hand', up: true });
  await conductor.hears('game_changed', ({ state }) => state.phase === 'held');
  await child.say('game_move', { move: 'hand', up: false });
  await until(
    () => conductor.all('game_changed').at(-1).state.phase === 'play',
    'the ring goes on',
  );
});
