import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { pauseBeforeLesson } from '../src/app/next-lesson';
import { screenOf } from '../src/app/screen-of';
import { socketsTo } from './fake-socket';
import { kPass, kSeats, PageWorld } from './page-world';

let world: PageWorld;

beforeEach(async () => {
  world = new PageWorld();
  world.keepPass({ name: 'Mei' });
  world.page.open(null);
  await world.letIn();
  world.tell('bye', { reason: 'lesson_over' });
  await world.pass(10);
});

afterEach(() => {
  world.close();
});

describe('a lesson that ends while a friend is added', () => {
  const seats = [...kSeats, { seat: 4, avatar: 'bee', name: 'Ben', taken: false }];

  beforeEach(async () => {
    world.close();
    world = new PageWorld();
    world.keepPass({ name: 'Mei' });
    world.page.open(null);
    await world.letIn(undefined, { phase: 'lobby' });
    world.answer = () => ({ seats });
    world.page.addFriend();
    await world.pass(10);
  });

  test('takes the names of the class off the screen', async () => {
    world.tell('bye', { reason: 'lesson_over' });
    await world.pass(10);
    expect(world.state).toEqual({ stage: 'bye', asleep: false, tablet: 7 });
    expect(JSON.stringify([...world.stored, world.state])).not.toMatch(/Mei|Ben|"t"/);
  });

  test('is over also for a claim that was on its way', async () => {
    world.page.pick(4);
    world.answer = () => ({ ...kPass, seats: [3, 4] });
    world.page.claim();
    world.tell('bye', { reason: 'lesson_over' });
    await world.pass(10);
    expect(world.state).toMatchObject({ stage: 'bye' });
    expect(world.kept).toBe(false);
  });
});

test('a lesson that ends while the tablet claims a seat it was given is over', async () => {
  world.close();
  world = new PageWorld();
  world.keepPass();
  world.page.open(null);
  await world.letIn();
  world.answer = () => ({ ...kPass, seats: [3, 4] });
  world.tell('yours', { seats: [3, 4] });
  world.tell('bye', { reason: 'lesson_over' });
  await world.pass(10);
  expect(world.posted).toHaveLength(1);
  expect(world.state).toMatchObject({ stage: 'bye' });
  expect(world.kept).toBe(false);
});

describe('after the lesson', () => {
  test('the fox waves, and sleeps later', async () => {
    expect(world.state).toEqual({ stage: 'bye', asleep: false, tablet: 7 });
    await world.pass(20_000);
    expect(world.state).toEqual({ stage: 'bye', asleep: true, tablet: 7 });
    expect(world.posted).toEqual([]);
  });

  test('only the tablet itself is remembered', () => {
    expect([...world.stored.keys()].sort()).toEqual(['tutti.device', 'tutti.tablet']);
    expect(JSON.stringify([...world.stored, world.state])).not.toMatch(/Mei|owl|"t"/);
    expect(world.page.session).toBeNull();
  });

  test('a closed room is asked for ever more seldom, and costs no wrong tries', async () => {
    expect([0, 1, 2].map(pauseBeforeLesson)).toEqual([15_000, 22_500, 33_750]);
    expect(pauseBeforeLesson(50)).toBe(120_000);
    await world.pass(10 * 60_000);
    expect(world.asked).toBeGreaterThan(5);
    expect(world.asked).toBeLessThan(12);
    expect(world.posted).toEqual([]);
  });

  test('the next class finds the animals without a touch', async () => {
    world.health = { room: 'open' };
    await world.pass(16_000);
    expect(world.state).toMatchObject({ stage: 'pick', code: 'LARK', picked: [] });
  });

  test('a seat that is kept for this tablet is taken at once', async () => {
    world.health = { room: 'open' };
    world.answer = (path) => (path.endsWith('/join') ? { seats: kSeats, yours: [3] } : kPass);
    await world.pass(16_000);
    await world.letIn();
    expect(screenOf(world.state)).toBe('soundcheck');
    expect(socketsTo('realtime')).toHaveLength(2);
  });

  test('a room with another code needs its letters', async () => {
    world.health = { room: 'open' };
    world.answer = () => ({ error: { code: 'wrong_code' } });
    await world.pass(16_000);
    expect(world.state).toMatchObject({ stage: 'code', letters: '', trouble: null });
    const posts = world.posted.length;
    await world.pass(10 * 60_000);
    expect(world.posted).toHaveLength(posts);
  });
});
