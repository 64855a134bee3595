// Tokens, addresses and headers before any channel is joined.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import WebSocket from 'ws';
import { serve } from '../support/tutti.mjs';
import { inSeconds, sign } from '../support/tokens.mjs';
import { WireClient } from '../support/wire-client.mjs';
import { until, within } from '../support/until.mjs';

let server;
before(async () => (server = await serve()));
after(() => server.stop());

/** The HTTP status and body with which an upgrade is refused. */
function refusal(path) {
  const socket = new WebSocket(`ws://127.0.0.1:${server.port}${path}`);
  const answer = new Promise((resolve, reject) => {
    socket.on('open', () => reject(new Error(`${path} was let in`)));
    socket.on('error', () => {});
    socket.on('unexpected-response', (_, response) => {
      let body = '';
      response.on('data', (bytes) => (body += bytes));
      response.on('end', () => resolve([response.statusCode, body]));
    });
  });
  return within(answer, 'a refusal').finally(() => socket.terminate());
}

describe('a connection', () => {
  const anon = (more) => ({
    role: 'anon',
    iss: 'tutti',
    iat: inSeconds(0),
    exp: inSeconds(60),
    ...more,
  });
  const rows = [
    ['no key', () => '', 401, 'API key is missing'],
    ['an expired token', (s) => sign(s, anon({ exp: inSeconds(-5) })), 401, 'Token has expired'],
    [
      'no expiry',
      (s) => sign(s, { role: 'anon' }),
      401,
      'Fields `role` and `exp` are required in JWT',
    ],
    ['another secret', () => sign('x'.repeat(32), anon()), 401, 'Failed to validate JWT signature'],
    ['no token at all', () => 'hello', 401, 'The token provided is not a valid JWT'],
    ['no algorithm', (s) => sign(s, anon(), { alg: 'none' }), 401, 'Failed to generate JWT signer'],
  ];
  for (const [name, make, status, message] of rows) {
    test(`with ${name} is refused`, async () => {
      const token = make(server.jwt_secret);
      const query = token ? `apikey=${token}&vsn=2.0.0` : 'vsn=2.0.0';
      const [code, body] = await refusal(`/realtime/v1/websocket?${query}`);
      assert.equal(code, status);
      assert.ok(JSON.parse(body).error.startsWith(message), body);
    });
  }

  test('of an unknown serializer is refused', async () => {
    const [code] = await refusal(`/socket/websocket?apikey=${server.anon_key}&vsn=3.0.0`);
    assert.equal(code, 403);
  });

  test('with a token signed by the secret of the ready line is let in', async () => {
    const client = await WireClient.connect(server, sign(server.jwt_secret, anon()));
    await client.join('realtime:plain');
    await client.close();
  });
});

test('a join with an expired token of its own is refused and the socket lives', async () => {
  const client = await WireClient.connect(server, server.anon_key);
  const stale = sign(server.jwt_secret, { role: 'anon', exp: inSeconds(-9) });
  await assert.rejects(
    client.join('realtime:plain', {}, { access_token: stale }),
    /InvalidJWTToken: Token has expired/,
  );
  await client.join('realtime:plain');
  await client.close();
});

test('a token that expires ends its channel', async () => {
  const client = await WireClient.connect(
    server,
    sign(server.jwt_secret, { role: 'anon', exp: inSeconds(2) }),
  );
  await client.join('realtime:plain');
  await until(() => client.frames.some((frame) => frame[3] === 'phx_close'), 'phx_close', 10_000);
  const system = client.frames.find((frame) => frame[3] === 'system');
  assert.match(system[4].message, /^Token has expired/);
  await client.close();
});

test('health and page answer, with CORS', async () => {
  const get = (path, options) => fetch(`${server.url}${path}`, options);
  assert.equal(await (await get('/healthcheck')).text(), 'ok');
  assert.deepEqual(await (await get('/health')).json(), { status: 'ok', room: 'open' });
  assert.deepEqual(await (await get('/api/ping')).json(), { message: 'Success' });
  assert.match(await (await get('/')).text(), /<!doctype html>/i);
  const preflight = await get('/realtime/v1/api/broadcast', {
    method: 'OPTIONS',
    headers: { origin: 'http://elsewhere.test', 'access-control-request-method': 'POST' },
  });
  assert.ok(preflight.ok);
  assert.equal(preflight.headers.get('access-control-allow-origin'), '*');
  const allowed = preflight.headers.get('access-control-allow-headers');
  for (const header of ['authorization', 'apikey', 'content-type', 'x-client-info'])
    assert.ok(allowed.toLowerCase().includes(header), header);
});

test('nothing outside the page is served', async () => {
  for (const path of ['/../CMakeLists.txt', '/assets/..%2f..%2fetc/passwd', '/nothing-here'])
    assert.ok([400, 403, 404].includes((await fetch(`${server.url}${path}`)).status), path);
});
