import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { screenOf } from '../src/app/screen-of';
import { socketsTo } from './fake-socket';
import { goldenNamed } from './golden-events';
import { kSeats, PageWorld } from './page-world';

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

const worldState = (): object => goldenNamed('room state in a lesson').payload as object;
const noRoom = (): object => ({ error: { code: 'wrong_code' } });

describe('a tablet that comes back', () => {
  test('is in its class again', async () => {
    await inClass();
    expect(screenOf(world.state)).toBe('bars');
  });

  test.each(['LessonOver: That lesson is over.', 'SeatReleased: …'])(
    'chooses again when its seat or its lesson is gone: %s',
    async (refusal) => {
      world.keepPass();
      world.page.open('LARK');
      await world.letIn(refusal);
      expect(world.state).toMatchObject({ stage: 'pick', code: 'LARK', picked: [] });
      expect(world.kept).toBe(false);
      expect(world.page.session).toBeNull();
    },
  );

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

describe('a word on the door that the teacher changed', () => {
  beforeEach(async () => {
    await inClass();
    world.tell('room_state', { ...worldState(), rev: 900, room: 'FERN' });
    await world.pass(10);
  });

  test('is the one that is shown and kept', () => {
    expect(world.state).toMatchObject({ pass: { code: 'FERN' } });
    expect(world.stored.get('tutti.pass')).toContain('FERN');
  });

  test('is the one that is asked for from now on', async () => {
    world.answer = () => ({ room: 'DEER', seats: kSeats });
    world.tell('bye', { reason: 'seat_released' });
    await world.pass(10);
    expect(world.posted.map(({ code }) => code)).toEqual(['FERN']);
    expect(world.state).toMatchObject({ stage: 'pick', code: 'DEER' });
    await world.pass(3_100);
    expect(world.posted.pop()).toMatchObject({ code: 'DEER' });
  });
});

test('a tablet that was asleep asks for the room anew', async () => {
  await inClass();
  world.setHidden(true);
  await world.pass(1_000);
  world.setHidden(false);
  expect(world.sent()).toContain('request_state');
});
