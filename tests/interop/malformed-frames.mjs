// What a broken or hostile client may put on a channel socket, and what has to come back.
// `answer`: dropped (the socket lives, nothing is said), system, close, reply, ok or refused.
import { inSeconds, sign } from '../support/tokens.mjs';

const frame = (topic, event, payload) => JSON.stringify(['1', '9', topic, event, payload]);
const note = (payload) => (client) =>
  client.raw(frame(client.topic, 'broadcast', { type: 'broadcast', event: 'play_note', payload }));
const raw = (data) => (client) => client.raw(data);
const says = (event, payload) => (client) => client.broadcast(client.topic, event, payload);
const joins = (topic, payload) => (client, server) =>
  client.raw(JSON.stringify(['9', '9', topic, 'phx_join', payload(server)]));
const token = (claims, secret) => (server) => ({
  config: {},
  access_token: sign(secret ?? server.jwt_secret, claims),
});

function userBroadcast(topic, event, body, { encoding = 1, lie = 0 } = {}) {
  const parts = ['1', '9', topic, event].map((text) => Buffer.from(text));
  const sizes = parts.map((part, i) => part.length + (i === 2 ? lie : 0));
  return Buffer.concat([Buffer.from([3, ...sizes, 0, encoding]), ...parts, Buffer.from(body)]);
}
const binary = (body, options) => (client) =>
  client.raw(userBroadcast(client.topic, 'play_note', body, options));

export const kFrames = [
  ['an empty text', raw(''), { dropped: true }],
  ['half a JSON', raw('["1","2"'), { dropped: true }],
  ['a number', raw('42'), { dropped: true }],
  ['null', raw('null'), { dropped: true }],
  ['an array of three', raw('["1","2","realtime:x"]'), { dropped: true }],
  [
    'an object on an array socket',
    raw('{"topic":"phoenix","event":"heartbeat"}'),
    { dropped: true },
  ],
  ['a topic that is a number', raw('["1","9",7,"phx_join",{}]'), { dropped: true }],
  ['an event that is null', raw('["1","9","realtime:x",null,{}]'), { dropped: true }],
  ['ten thousand brackets', raw('['.repeat(10_000)), { dropped: true }],
  ['a text with zero bytes', raw('["1",\u0000]'), { dropped: true }],
  [
    'a text that is no UTF-8',
    (client) => client.socket.send(Buffer.from([0x5b, 0xff, 0xfe]), { binary: false }),
    { close: 1007 },
  ],
  [
    'a frame over the limit',
    raw(`["1","9","realtime:x","e","${'x'.repeat(1 << 20)}"]`),
    { close: 1009 },
  ],
  ['an empty binary frame', raw(Buffer.alloc(0)), { dropped: true }],
  ['an unknown binary kind', raw(Buffer.from([9, 1, 2, 3])), { system: /binary/i }],
  ['a binary push', raw(Buffer.from([0, 1, 1, 1, 1, 49, 50, 97, 98])), { system: /binary/i }],
  [
    'lengths beyond the frame',
    raw(Buffer.from([3, 255, 255, 255, 255, 255, 1, 65])),
    { dropped: true },
  ],
  ['a topic longer than it is', binary('{"midi":60}', { lie: 9 }), { dropped: true }],
  ['a binary note of bare bytes', binary('\u0001\u0002', { encoding: 0 }), { system: /binary/i }],
  ['a binary note of broken JSON', binary('{"midi":'), { dropped: true }],
  ['a binary note that is no object', binary('[60]'), { refused: 'bad_payload' }],
  ['a topic outside realtime', raw(frame('lobby', 'phx_join', {})), { reply: /^unmatched topic$/ }],
  [
    'a push where nobody joined',
    raw(frame('realtime:nowhere', 'shout', {})),
    { reply: /^unmatched topic$/ },
  ],
  ['a join without a topic', joins('realtime:', () => ({})), { reply: /^TopicNameRequired: / }],
  [
    'a room that is not there',
    joins('realtime:music_room:ZZZZ', () => ({ config: {} })),
    { reply: /^RoomNotFound: / },
  ],
  [
    'a token of junk',
    joins('realtime:x', () => ({ config: {}, access_token: 'a.b' })),
    { reply: /^MalformedJWT: / },
  ],
  [
    'a stale token',
    joins('realtime:x', token({ role: 'anon', exp: inSeconds(-60) })),
    { reply: /^InvalidJWTToken: Token has expired/ },
  ],
  [
    'a token without a role',
    joins('realtime:x', token({ exp: inSeconds(60) })),
    { reply: /^InvalidJWTToken: Fields/ },
  ],
  [
    'a forged token',
    joins('realtime:x', token({ role: 'teacher', exp: inSeconds(60) }, 'y'.repeat(32))),
    { reply: /^JwtSignatureError: / },
  ],
  ['a join whose config is text', joins('realtime:x', () => ({ config: 'yes' })), { ok: true }],
  ['a leave of a topic not joined', raw(frame('realtime:nowhere', 'phx_leave', {})), { ok: true }],
  [
    'presence that is no object',
    (client) => client.raw(frame(client.topic, 'presence', { event: 'track', payload: [1] })),
    { reply: /must be a map/ },
  ],
  ['a note without a number', note({}), { refused: 'bad_payload' }],
  ['a note that is text', note({ midi: '60' }), { refused: 'bad_payload' }],
  ['half a note', note({ midi: 60.5 }), { refused: 'bad_payload' }],
  ['a note above 127', note({ midi: 128 }), { refused: 'bad_payload' }],
  ['a note below 0', note({ midi: -1 }), { refused: 'bad_payload' }],
  ['a note past all integers', note({ midi: 1e300 }), { refused: 'bad_payload' }],
  ['no velocity at all', note({ midi: 60, velocity: 0 }), { refused: 'bad_payload' }],
  ['a velocity above 127', note({ midi: 60, velocity: 128 }), { refused: 'bad_payload' }],
  ['a sequence of text', note({ midi: 60, seq: 'one' }), { refused: 'bad_payload' }],
  ['a note of next week', note({ midi: 60, at: 9e14 }), { refused: /^(note_time|bad_payload)$/ }],
  ['a note of long ago', note({ midi: 60, at: -60_000_000 }), { refused: 'note_time' }],
  ['a note for another seat', note({ midi: 60, seat: 1 }), { refused: 'not_your_seat' }],
  ['a note in a list', note([60]), { refused: 'bad_payload' }],
  ['a note of nothing', note(null), { refused: 'bad_payload' }],
  ['an event nobody knows', says('dance', {}), { refused: 'unknown_event' }],
  ['a hand neither up nor down', says('raise_hand', { up: 'maybe' }), { refused: 'bad_payload' }],
  ['a mood nobody has', says('reflect', { prompt: 1, mood: 'hungry' }), { refused: 'bad_payload' }],
  ['a mood for no prompt', says('reflect', { mood: 'calm' }), { refused: 'bad_payload' }],
  [
    'a mood nobody asked for',
    says('reflect', { prompt: 9, mood: 'calm' }),
    { refused: 'bad_move' },
  ],
  [
    'a mood of another seat',
    says('reflect', { prompt: 1, mood: 'calm', seat: 1 }),
    { refused: 'not_your_seat' },
  ],
  ['a move without a name', says('game_move', { up: true }), { refused: 'bad_payload' }],
  [
    'a move of a long name',
    says('game_move', { move: 'x'.repeat(33) }),
    { refused: 'bad_payload' },
  ],
  ['a large move', says('game_move', { move: 'x', y: 'y'.repeat(2000) }), { refused: 'too_large' }],
  [
    'a move of another seat',
    says('game_move', { move: 'hand', seat: 1 }),
    { refused: 'not_your_seat' },
  ],
  ['a move this game has not', says('game_move', { move: 'castle' }), { refused: 'bad_move' }],
  [
    'a tablet that starts a game',
    says('start_game', { game: 'beat_ring' }),
    { refused: 'not_allowed' },
  ],
  ['a tablet that sets the tempo', says('set_tempo', { bpm: 300 }), { refused: 'not_allowed' }],
  ['a tablet that ends the lesson', says('end_lesson', {}), { refused: 'not_allowed' }],
  [
    'a hundred notes at once',
    (client) => {
      for (let i = 0; i < 100; ++i) note({ midi: 60 })(client);
    },
    { refused: 'too_many_notes' },
  ],
];
