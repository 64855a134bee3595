// Two children at one tablet: one token, one connection, two seats.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { claim, post, seatedTablet, teacher } from '../support/tablet.mjs';
import { serve } from '../support/tutti.mjs';
import { claimsOf } from '../support/tokens.mjs';
import { until } from '../support/until.mjs';
import { WireClient } from '../support/wire-client.mjs';

let server;
before(async () => (server = await serve()));
after(() => server.stop());

const claimWith = (seat, device, others) =>
  post(server, `/api/v1/seats/${seat}/claim`, { code: server.code, device, with: others });
const ownSeats = (state) => state.you.seats.map(({ seat }) => seat);

/** A tablet with its first seat, and the granted claim of a second one. */
async function duo(first, second, device) {
  const tablet = await seatedTablet(server, first, device);
  const granted = await claimWith(second, device, [first]);
  assert.equal(granted.status, 200, granted.text);
  return { tablet, granted: granted.json };
}

test('a second seat joins the first, and both play', async () => {
  const { tablet, granted } = await duo(2, 3, 'pad-a');
  assert.deepEqual(granted.seats, [2, 3]);
  assert.deepEqual(claimsOf(granted.token).seats, [2, 3]);
  // The same socket joins the topic again, with the new token.
  await tablet.join(granted.topic, {}, { access_token: granted.token });
  const state = await until(
    () => tablet.heard('room_state').find((each) => each.you.seats.length === 2),
    'both seats',
  );
  assert.deepEqual(ownSeats(state), [2, 3]);

  const listener = await teacher(server);
  for (const seat of [2, 3])
    tablet.broadcast(granted.topic, 'play_note', { midi: 60 + seat, seat });
  for (const seat of [2, 3])
    assert.equal((await listener.hears('play_note', ({ midi }) => midi === 60 + seat)).seat, seat);
  tablet.broadcast(granted.topic, 'request_state', {});
  const last = await until(() => tablet.heard('room_state').at(2), 'the state');
  const here = last.seats.filter((seat) => seat.here).map(({ seat }) => seat);
  assert.deepEqual(here, [2, 3]);
  await tablet.close();
  await listener.close();
});

test('claiming both again in either way changes nothing', async () => {
  const { tablet } = await duo(5, 6, 'pad-b');
  for (const [seat, other] of [
    [5, 6],
    [6, 5],
  ]) {
    const again = await claimWith(seat, 'pad-b', [other]);
    assert.deepEqual(again.json.seats, [5, 6]);
    assert.deepEqual(claimsOf(again.json.token).gens, [1, 1]);
  }
  await tablet.close();
});

test('a new token over the old one takes effect at once', async () => {
  const { tablet, granted } = await duo(7, 8, 'pad-c');
  tablet.push(granted.topic, 'access_token', { access_token: granted.token });
  await until(
    () => tablet.heard('room_state').some((state) => state.you.seats.length === 2),
    'both seats',
  );
  await tablet.close();
});

test('a seat that is not named is given up at once, and its token with it', async () => {
  const { tablet, granted } = await duo(9, 10, 'pad-d');
  await tablet.join(granted.topic, {}, { access_token: granted.token });
  assert.equal((await claimWith(10, 'pad-d', [])).status, 200);
  tablet.broadcast(granted.topic, 'play_note', { midi: 60, seat: 9 });
  assert.equal((await tablet.hears('refused')).code, 'not_your_seat');
  assert.equal((await claim(server, 9, 'pad-e')).status, 200);
  const late = await WireClient.connect(server, granted.token);
  await assert.rejects(late.join(granted.topic), /^Error: SeatReleased: /);
  await tablet.close();
  await late.close();
});

test('a third seat pushes nobody out', async () => {
  const { tablet } = await duo(13, 14, 'pad-f');
  const third = await claimWith(15, 'pad-f', [13, 14]);
  assert.equal(third.status, 200);
  assert.equal(third.json.seats.length, 2);
  await tablet.close();
});
