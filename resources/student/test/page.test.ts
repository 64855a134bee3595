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

describe('a tablet that comes back', () => {
  test('is in its class again', async () => {
    await inClass();
    expect(screenOf(world.state)).toBe('bars');
  });

  test('chooses again when its seat or its lesson is gone', async () => {
    for (const refusal of ['LessonOver: That lesson is over.', 'SeatReleased: …']) {
      world.keepPass();
      world.page.open('LARK');
      await world.letIn(refusal);
      expect(world.state).toMatchObject({ stage: 'pick', code: 'LARK', picked: null });
      expect(world.kept).toBe(false);
      expect(world.page.session).toBeNull();
    }
  });

  test('is at the code pad when its room is gone as well', async () => {
    world.keepPass();
    world.answer = noRoom;
    world.page.open(null);
    await world.letIn('LessonOver: That lesson is over.');
    expect(world.state).toMatchObject({ stage: 'code', letters: '', busy: false });
  });
});

describe('a bye', () => {
  test('for a freed seat leads back to the animals of the room', async () => {
    await inClass();
    world.tell('bye', { reason: 'seat_released' });
    await world.pass(10);
    expect(world.state).toMatchObject({ stage: 'pick', code: 'LARK' });
    expect(world.kept).toBe(false);
    await world.pass(60_000);
    expect(socketsTo('realtime')).toHaveLength(1);
  });

  test('after the lesson shows the fox, which sleeps later', async () => {
    await inClass();
    world.tell('bye', { reason: 'lesson_over' });
    await world.pass(10);
    expect(world.state).toEqual({ stage: 'bye', asleep: false });
    await world.pass(20_000);
    expect(world.state).toEqual({ stage: 'bye', asleep: true });
    expect(world.posted).toEqual([]);
  });
});

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
      path.endsWith('/join') ? { seats: kSeats } : { ...kPass, token: 'new' };
    await world.pass(16_000);
    expect(world.posted.map(({ path }) => path)).toContain('/api/v1/seats/3/claim');
    expect(lastSocket('realtime').url).toContain('apikey=new');
    await world.letIn();
    expect(screenOf(world.state)).toBe('bars');
    expect(world.stored.get('tutti.pass')).toContain('new');
  });

  test('leads to the animals when the seat went to another tablet', async () => {
    await inClass();
    lastSocket('realtime').drop();
    world.answer = (path) =>
      path.endsWith('/join') ? { seats: kSeats } : { error: { code: 'seat_taken' } };
    await world.pass(16_000);
    expect(world.state).toMatchObject({ stage: 'pick', code: 'LARK' });
    expect(world.kept).toBe(false);
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

describe('without the clock socket', () => {
  test('quiet ends all the same', async () => {
    await inClass();
    world.tell('quiet', { rev: 46, at: 812_400_000 });
    await world.pass(100);
    expect(screenOf(world.state)).toBe('quiet');
    world.tell('resumed', { rev: 47, at: 812_345_678 + 4_000_000 });
    await world.pass(3_500);
    expect(screenOf(world.state)).toBe('quiet');
    await world.pass(1_000);
    expect(screenOf(world.state)).toBe('bars');
  });

  test('the beat is seen and not heard', async () => {
    await inClass();
    expect(world.page.serverNow()).toBeCloseTo(812_345.678 + 10, 0);
    expect(world.page.session?.serverMicros(performance.now())).toBeNull();
  });
});

test('a tablet that was asleep asks for the room anew', async () => {
  await inClass();
  world.setHidden(true);
  await world.pass(1_000);
  world.setHidden(false);
  expect(world.sent()).toContain('request_state');
});
