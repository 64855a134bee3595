import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { screenOf } from '../src/app/screen-of';
import { kPass, kSeats, PageWorld } from './page-world';

let world: PageWorld;

beforeEach(() => {
  world = new PageWorld();
});

afterEach(() => {
  world.close();
});

const locked = (): object => ({ waiting: true, room: 'LARK', tablet: 7, retry_ms: 2_000 });

describe('two who choose one tablet', () => {
  const seats = [...kSeats, { seat: 4, avatar: 'bee', name: null, taken: false }];

  test('claim one seat after the other', async () => {
    world.answer = (path) => (path.endsWith('/join') ? { seats } : { ...kPass, seats: [3, 4] });
    world.page.open('LARK');
    await world.pass(10);
    world.page.pick(3);
    world.page.pickTwo(true);
    world.page.claim();
    expect(world.posted).toHaveLength(1);
    world.page.pick(4);
    world.page.claim();
    await world.pass(10);
    expect(world.posted.slice(1)).toEqual([
      { path: '/api/v1/seats/3/claim', code: 'LARK', with: [] },
      { path: '/api/v1/seats/4/claim', code: 'LARK', with: [3] },
    ]);
    expect(world.state).toMatchObject({ stage: 'class', pass: { seats: [3, 4] } });
  });

  test('may come one after the other', async () => {
    world.keepPass();
    world.page.open(null);
    await world.letIn(undefined, { phase: 'lobby' });
    world.answer = (path) => (path.endsWith('/join') ? { seats, yours: [3] } : kPass);
    world.page.addFriend();
    await world.pass(10);
    expect(world.state).toMatchObject({ stage: 'pick', kept: [3], picked: [] });
    await world.pass(10_000);
    world.page.pick(3);
    expect(world.state).toMatchObject({ stage: 'pick', picked: [] });
    world.page.pick(4);
    world.page.claim();
    await world.pass(10);
    expect(world.posted.pop()).toEqual({
      path: '/api/v1/seats/4/claim',
      code: 'LARK',
      with: [3],
    });
    expect(world.state.stage).toBe('class');
  });

  test.each([
    [null, 'noAnswer'],
    [locked(), 'teacherOpens'],
    [{ error: { code: 'slow_down' } }, 'slowDown'],
  ])('learn why they see no animals: %j', async (answer, adding) => {
    world.keepPass();
    world.page.open(null);
    await world.letIn(undefined, { phase: 'lobby' });
    world.answer = () => answer;
    world.page.addFriend();
    expect(world.state).toMatchObject({ stage: 'class', adding: 'asking' });
    world.page.addFriend();
    await world.pass(10);
    expect(world.posted).toHaveLength(1);
    expect(world.state).toMatchObject({ stage: 'class', adding });
    world.answer = () => ({ seats });
    world.page.addFriend();
    await world.pass(10);
    expect(world.state).toMatchObject({ stage: 'pick', kept: [3] });
  });

  test('may think better of it', async () => {
    world.keepPass();
    world.page.open(null);
    await world.letIn(undefined, { phase: 'lobby' });
    world.answer = () => ({ seats });
    world.page.addFriend();
    await world.pass(10);
    world.page.leaveGrid();
    await world.letIn();
    expect(screenOf(world.state)).toBe('bars');
  });
});
