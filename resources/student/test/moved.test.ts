import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { deviceOfAddress, movedAddress } from '../src/app/moved-address';
import { lastSocket } from './fake-socket';
import { kPass, kSeats, PageWorld } from './page-world';

const kId = '0123456789abcdef0123456789abcdef';
const kUrl = 'http://10.0.0.9:4000/?c=LARK';

describe('the address of the laptop', () => {
  test('takes the tablet’s id along', () => {
    expect(movedAddress(kUrl, kId)).toBe(`${kUrl}#d=${kId}`);
    expect(movedAddress('http://10.0.0.9:4000/#LARK', kId)).toBe(`http://10.0.0.9:4000/#d=${kId}`);
    expect(movedAddress('javascript:alert(1)', kId)).toBeNull();
    expect(movedAddress('nonsense', kId)).toBeNull();
  });

  test.each([
    [`#d=${kId}`, kId],
    [`#d=${kId}0`, null],
    ['#d=<script>', null],
    [`#d=${kId.toUpperCase()}`, null],
    ['#LARK', null],
    ['', null],
  ])('%s holds the id %s', (hash, device) => {
    expect(deviceOfAddress(hash)).toBe(device);
  });
});

describe('a laptop that moved', () => {
  let world: PageWorld;

  beforeEach(async () => {
    world = new PageWorld();
    world.keepPass();
    world.page.open(null, kId);
    await world.letIn();
    world.tell('moved', { url: kUrl });
    await world.pass(10);
  });

  afterEach(() => {
    world.close();
  });

  test('is known by the id that was brought along', () => {
    expect(world.stored.get('tutti.device')).toBe(kId);
  });

  test('is never another tablet because an address says so', async () => {
    world.close();
    world = new PageWorld();
    world.stored.set('tutti.device', 'mine');
    world.answer = (path) => (path.endsWith('/join') ? { seats: kSeats, yours: [3] } : kPass);
    world.page.open('LARK', kId);
    await world.pass(10);
    expect(world.stored.get('tutti.device')).toBe('mine');
    expect(world.state).toMatchObject({ stage: 'class', check: { rung: false } });
  });

  test('needs no second sound check where it went', async () => {
    world.close();
    world = new PageWorld();
    world.answer = (path) => (path.endsWith('/join') ? { seats: kSeats, yours: [3] } : kPass);
    world.page.open('LARK', kId);
    await world.pass(10);
    expect(world.state).toMatchObject({ stage: 'class', check: null });
  });

  test('is left alone while it answers here', async () => {
    await world.pass(60_000);
    expect(world.visited).toEqual([]);
    lastSocket('realtime').drop();
    world.answer = () => ({ seats: kSeats });
    await world.pass(11_000);
    expect(world.visited).toEqual([]);
  });

  test('is followed when it does not answer here any more', async () => {
    lastSocket('realtime').drop();
    world.answer = () => null;
    await world.pass(10_100);
    expect(world.visited[0]).toBe(`${kUrl}#d=${kId}`);
    expect([...world.stored.keys()].sort()).toEqual(['tutti.device', 'tutti.tablet']);
  });

  test('is not followed into a network that is down', async () => {
    world.reachable = false;
    lastSocket('realtime').drop();
    world.answer = () => null;
    await world.pass(60_000);
    expect(world.visited).toEqual([]);
    world.reachable = true;
    await world.pass(5_100);
    expect(world.visited).toHaveLength(1);
  });
});
