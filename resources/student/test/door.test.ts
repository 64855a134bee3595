import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { socketsTo } from './fake-socket';
import { kPass, kSeats, PageWorld } from './page-world';

let world: PageWorld;

beforeEach(() => {
  world = new PageWorld();
});

afterEach(() => {
  world.close();
});

const locked = (): object => ({ waiting: true, room: 'LARK', tablet: 7, retry_ms: 2_000 });
const declined = (): object => ({ error: { code: 'not_admitted' } });

describe('a locked door', () => {
  beforeEach(async () => {
    world.answer = locked;
    world.page.open('LARK');
    await world.pass(10);
  });

  test('is knocked at until it opens', async () => {
    expect(world.state).toEqual({ stage: 'door', code: 'LARK', tablet: 7 });
    await world.pass(10_000);
    expect(world.posted).toHaveLength(6);
    world.answer = () => ({ seats: kSeats });
    await world.pass(2_000);
    expect(world.state).toMatchObject({ stage: 'pick', code: 'LARK' });
  });

  test('is knocked at again when the laptop did not answer', async () => {
    world.answer = () => null;
    await world.pass(4_000);
    expect(world.state.stage).toBe('door');
    world.answer = () => ({ seats: kSeats });
    await world.pass(2_000);
    expect(world.state.stage).toBe('pick');
  });

  test('leads back to the code pad without a word when the teacher said no', async () => {
    world.answer = declined;
    await world.pass(2_000);
    expect(world.state).toMatchObject({ stage: 'code', letters: '', trouble: null, busy: false });
    const asked = world.posted.length;
    await world.pass(60_000);
    expect(world.posted).toHaveLength(asked);
  });

  test('tells this tablet its number, which it keeps', () => {
    expect(world.stored.get('tutti.tablet')).toBe('7');
  });
});

describe('a door that was locked while a child chose', () => {
  beforeEach(async () => {
    world.page.open('LARK');
    await world.pass(10);
    world.page.pick(3);
  });

  test('is shown at once', async () => {
    world.answer = (path) => (path.endsWith('/join') ? locked() : declined());
    world.page.claim();
    await world.pass(10);
    expect(world.state).toEqual({ stage: 'door', code: 'LARK', tablet: 7 });
    world.answer = () => ({ seats: kSeats });
    await world.pass(2_100);
    expect(world.state.stage).toBe('pick');
  });

  test('leads to the code pad when the teacher said no', async () => {
    world.answer = declined;
    world.page.claim();
    await world.pass(10);
    expect(world.state).toMatchObject({ stage: 'code', letters: '', trouble: null });
  });

  test('is asked about again by the grid when the laptop does not say', async () => {
    world.answer = (path) => (path.endsWith('/join') ? null : declined());
    world.page.claim();
    await world.pass(10);
    expect(world.state).toMatchObject({ stage: 'pick', busy: false, trouble: 'noAnswer' });
    world.answer = locked;
    await world.pass(3_100);
    expect(world.state.stage).toBe('door');
  });
});

describe('seats that the room holds for this tablet', () => {
  test('are taken without a touch', async () => {
    world.answer = (path) => (path.endsWith('/join') ? { seats: kSeats, yours: [3, 1] } : kPass);
    world.page.open('LARK');
    await world.pass(10);
    expect(world.posted.slice(1)).toEqual([
      { path: '/api/v1/seats/3/claim', code: 'LARK', with: [1] },
    ]);
    expect(world.state).toMatchObject({ stage: 'class' });
  });

  test('are shown with the others when they went to a friend meanwhile', async () => {
    const taken = (): object => ({ error: { code: 'seat_taken' } });
    world.answer = (path) => (path.endsWith('/join') ? { seats: kSeats, yours: [3] } : taken());
    world.page.open('LARK');
    await world.pass(10);
    expect(world.state).toMatchObject({ stage: 'pick', picked: [] });
  });

  test('are taken from the grid, unless a child has begun to choose', async () => {
    world.page.open('LARK');
    await world.pass(10);
    world.page.pick(3);
    world.answer = (path) => (path.endsWith('/join') ? { seats: kSeats, yours: [3] } : kPass);
    await world.pass(3_100);
    expect(world.state).toMatchObject({ stage: 'pick', picked: [3] });
    world.page.pickTwo(true);
    world.page.pick(3);
    world.page.pickTwo(false);
    await world.pass(3_100);
    expect(world.state).toMatchObject({ stage: 'class' });
  });

  test('are claimed anew when the teacher gave this tablet others', async () => {
    world.keepPass();
    world.page.open(null);
    await world.letIn();
    world.tell('yours', { seats: [3] });
    await world.pass(10);
    expect(world.posted).toEqual([]);
    world.answer = () => ({ ...kPass, seat: 4, seats: [3, 4], token: 'two' });
    world.tell('yours', { seats: [4, 3] });
    await world.pass(10);
    expect(world.posted).toEqual([{ path: '/api/v1/seats/4/claim', code: 'LARK', with: [3] }]);
    expect(socketsTo('apikey=two')).toHaveLength(1);
    expect(world.state).toMatchObject({ pass: { seats: [3, 4] } });
  });
});
