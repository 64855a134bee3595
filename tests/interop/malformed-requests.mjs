// Requests that are not what an address expects: status, and what the body has to say.
const join = '/api/v1/join';
const good = (server) => JSON.stringify({ code: server.code, device: 'pad' });
const bearer = (server) => ({ authorization: `Bearer ${server.anon_key}` });
const one = '/realtime/v1/api/broadcast/room1/events/note';
const batch = '/realtime/v1/api/broadcast';
const post = (path, body, headers) => ({ method: 'POST', path, body, headers });

export const kRequests = [
  ['a join of broken JSON', () => post(join, '{'), 400, /bad_request/],
  ['a join of a list', () => post(join, '[]'), 400, /bad_request/],
  [
    'a join without a device',
    (server) => post(join, JSON.stringify({ code: server.code })),
    400,
    /bad_request/,
  ],
  [
    'a join with a device of numbers',
    (server) => post(join, JSON.stringify({ code: server.code, device: 7 })),
    400,
    /bad_request/,
  ],
  [
    'a join over 4 KiB',
    () => post(join, JSON.stringify({ code: 'LARK', device: 'x'.repeat(5000) })),
    413,
    /too_large/,
  ],
  [
    'a wrong code',
    () => post(join, JSON.stringify({ code: 'ZZZZ', device: 'pad' })),
    404,
    /wrong_code/,
  ],
  [
    'a seat past the last',
    (server) => post('/api/v1/seats/99/claim', good(server)),
    404,
    /no_such_seat/,
  ],
  [
    'a seat that is a word',
    (server) => post('/api/v1/seats/owl/claim', good(server)),
    404,
    /no_such_seat|Not Found/i,
  ],
  ['a join by GET', () => ({ method: 'GET', path: join }), 405, /./],
  ['an address that is not there', () => ({ method: 'GET', path: '/api/v1/nothing' }), 404, /./],
  ['a broadcast without a token', () => post(batch, '{"messages":[]}'), 401, /Unauthorized/],
  [
    'a broadcast with a forged token',
    () => post(batch, '{"messages":[]}', { authorization: 'Bearer a.b.c' }),
    401,
    /Unauthorized/,
  ],
  [
    'a broadcast without a topic',
    (server) => post(batch, '{"messages":[{"event":"e","payload":{}}]}', bearer(server)),
    422,
    /can't be blank/,
  ],
  [
    'a broadcast of text',
    (server) => post(one, 'hello', { ...bearer(server), 'content-type': 'text/plain' }),
    415,
    /Unsupported Media Type/,
  ],
  [
    'a broadcast over the limit',
    (server) => post(one, JSON.stringify({ x: 'x'.repeat(300_000) }), bearer(server)),
    422,
    /Payload size exceeds/,
  ],
];

// Bytes that are hardly HTTP: the status line that comes back, or only the end of the connection.
export const kBytes = [
  ['noise', Buffer.from([0, 1, 2, 3, 13, 10, 13, 10]), /^(HTTP\/1\.1 400|$)/],
  ['an unknown method', 'BREW / HTTP/1.1\r\nHost: x\r\n\r\n', /^HTTP\/1\.1 (400|405|501)/],
  [
    'a header without end',
    `GET / HTTP/1.1\r\nHost: x\r\nX: ${'x'.repeat(40_000)}`,
    /^(HTTP\/1\.1 431|$)/,
  ],
  [
    'a body longer than allowed',
    'POST /api/v1/join HTTP/1.1\r\nHost: x\r\nContent-Length: 99999999999\r\n\r\n',
    /^HTTP\/1\.1 413/,
  ],
  [
    'a length that is none',
    'POST /api/v1/join HTTP/1.1\r\nHost: x\r\nContent-Length: many\r\n\r\n',
    /^HTTP\/1\.1 400/,
  ],
  [
    'an upgrade to nowhere',
    'GET /elsewhere HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n',
    /^HTTP\/1\.1 (400|404)/,
  ],
];
