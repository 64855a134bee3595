import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { screenOf } from '../src/app/screen-of';
import { lastSocket, socketsTo } from './fake-socket';
import { kPass, kSeats, PageWorld } from './page-world';

let world: PageWorld;

beforeEach(() => {
  world = new PageWorld();
});

afterEach(() => {
  world.close();
});

async function inClass(): Promise<void> {
  world.keepPass();
  world.page.open(null);
  await world.letIn();
}

const noRoom = (): object => ({ error: { code: 'wrong_code' } });

describe('a lost class', () => {
  test('is asked for in one chain, and left when its room is gone', async () => {
    await inClass();
    lastSocket('realtime').drop();
    world.answer = () => null;
    await world.pass(26_000);
    expect(world.posted.filter(({ path }) => path.endsWith('/join'))).toHaveLength(5);
    world.answer = noRoom;
    await world.pass(5_100);
    expect(world.state).toMatchObject({ stage: 'code', letters: '', trouble: null });
  });

  test('is entered anew, in the same seat, when the room answers but not to the old token', async () => {
    await inClass();
    lastSocket('realtime').drop();
    world.answer = (path) =>
      path.endsWith('/join') ? { seats: kSeats, yours: [3] } : { ...kPass, token: 'new' };
    await world.pass(16_000);
    expect(world.posted.map(({ path }) => path)).toContain('/api/v1/seats/3/claim');
    expect(lastSocket('realtime').url).toContain('apikey=new');
    await world.letIn();
    expect(screenOf(world.state)).toBe('bars');
    expect(world.stored.get('tutti.pass')).toContain('new');
  });

  test('is entered in what the room holds for this tablet by now', async () => {
    await inClass();
    lastSocket('realtime').drop();
    world.answer = (path) =>
      path.endsWith('/join')
        ? { room: 'FERN', seats: kSeats, yours: [1, 4] }
        : { ...kPass, seat: 1, seats: [1, 4], token: 'new' };
    await world.pass(16_000);
    expect(world.posted[world.posted.length - 1]).toEqual({
      path: '/api/v1/seats/1/claim',
      code: 'FERN',
      with: [4],
    });
    expect(world.state).toMatchObject({ stage: 'class', pass: { seats: [1, 4], code: 'FERN' } });
  });

  test('leads to the animals when the room holds no seat for this tablet any more', async () => {
    await inClass();
    lastSocket('realtime').drop();
    world.answer = () => ({ seats: kSeats, yours: [] });
    await world.pass(16_000);
    expect(world.posted.every(({ path }) => path.endsWith('/join'))).toBe(true);
    expect(world.state).toMatchObject({ stage: 'pick', code: 'LARK' });
    expect(world.kept).toBe(false);
  });

  test('leads to the door when it was locked and the seat freed', async () => {
    await inClass();
    lastSocket('realtime').drop();
    world.answer = () => ({ waiting: true, room: 'LARK', tablet: 7, retry_ms: 2_000 });
    await world.pass(16_000);
    expect(world.state).toMatchObject({ stage: 'door', code: 'LARK' });
  });

  test('leads to the animals when the seat goes to another tablet meanwhile', async () => {
    await inClass();
    lastSocket('realtime').drop();
    let joins = 0;
    world.answer = (path) => {
      joins += path.endsWith('/join') ? 1 : 0;
      const room = { seats: kSeats, yours: joins > 3 ? [] : [3] };
      return path.endsWith('/join') ? room : { error: { code: 'seat_taken' } };
    };
    await world.pass(16_000);
    expect(world.state).toMatchObject({ stage: 'pick', code: 'LARK' });
    expect(world.kept).toBe(false);
  });

  test('is looked for again after a look that failed', async () => {
    await inClass();
    lastSocket('realtime').drop();
    world.answer = () => {
      throw new Error('Out of order');
    };
    await world.pass(10_100);
    world.answer = noRoom;
    await world.pass(5_100);
    expect(world.state).toMatchObject({ stage: 'code' });
  });

  test('is not entered anew when only the network is down for long', async () => {
    await inClass();
    lastSocket('realtime').drop();
    world.answer = () => null;
    await world.pass(120_000);
    expect(world.posted.every(({ path }) => path.endsWith('/join'))).toBe(true);
    expect(screenOf(world.state)).toBe('reconnecting');
  });

  test('is noticed when the connection died without a word', async () => {
    await inClass();
    await world.pass(10_000);
    expect(world.state).toMatchObject({ stage: 'class', link: 'lost' });
  });

  test('opens a new clock socket when it is found again', async () => {
    await inClass();
    lastSocket('clock').accept();
    const before = socketsTo('clock').length;
    lastSocket('realtime').drop();
    await world.pass(1_000);
    await world.letIn();
    expect(world.state).toMatchObject({ stage: 'class', link: 'joined' });
    expect(socketsTo('clock')).toHaveLength(before + 1);
  });

  test('keeps its one clock socket through a first join', async () => {
    await inClass();
    expect(socketsTo('clock')).toHaveLength(1);
  });
});
