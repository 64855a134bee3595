import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { kPass, PageWorld } from './page-world';

let world: PageWorld;

beforeEach(() => {
  world = new PageWorld();
});

afterEach(() => {
  world.close();
});

function type(letters: string): void {
  letters.split('').forEach((letter) => {
    world.page.typeLetter(letter);
  });
}

const silence = (): null => null;
const noRoom = (): object => ({ error: { code: 'wrong_code' } });

describe('no answer', () => {
  beforeEach(async () => {
    world.answer = silence;
    type('LARK');
    await world.pass(10);
  });

  test('is asked again until there is one', async () => {
    expect(world.state).toMatchObject({ letters: 'LARK', trouble: 'noAnswer', busy: false });
    await world.pass(10_000);
    expect(world.posted.length).toBeGreaterThanOrEqual(3);
    expect(world.state).toMatchObject({ letters: 'LARK', trouble: 'noAnswer', busy: false });
    world.answer = () => ({ seats: [{ seat: 1, avatar: 'fox', name: null, taken: false }] });
    await world.pass(4_000);
    expect(world.state).toMatchObject({ stage: 'pick', code: 'LARK' });
  });

  test('says so when the room turns out not to exist', async () => {
    world.answer = noRoom;
    await world.pass(4_000);
    expect(world.state).toMatchObject({ stage: 'code', letters: '', trouble: 'wrongCode' });
    const asked = world.posted.length;
    await world.pass(20_000);
    expect(world.posted).toHaveLength(asked);
  });

  test('ends when the child types other letters, which start afresh', async () => {
    const asked = world.posted.length;
    type('FE');
    expect(world.state).toMatchObject({ letters: 'FE', trouble: null });
    await world.pass(20_000);
    expect(world.posted).toHaveLength(asked);
    type('RN');
    await world.pass(10);
    expect(world.posted.map(({ code }) => code)).toEqual(['LARK', 'FERN']);
  });

  test('ends when a letter is erased', async () => {
    const asked = world.posted.length;
    world.page.eraseLetter();
    await world.pass(20_000);
    expect(world.state).toMatchObject({ letters: 'LAR', trouble: null });
    expect(world.posted).toHaveLength(asked);
  });
});

describe('the animals', () => {
  test('are asked for once every three seconds, however often the grid was entered', async () => {
    type('LARK');
    await world.pass(10);
    for (let round = 0; round < 3; round += 1) {
      world.page.pick(3);
      world.answer = () => kPass;
      world.page.claim();
      await world.pass(10);
      await world.letIn();
      world.answer = () => ({ seats: [{ seat: 3, avatar: 'owl', name: null, taken: false }] });
      world.tell('bye', { reason: 'seat_released' });
      await world.pass(10);
    }
    expect(world.state.stage).toBe('pick');
    const asked = world.posted.length;
    await world.pass(30_000);
    expect(world.posted.length - asked).toBe(10);
  });

  test('give way to the code pad when the room closed', async () => {
    type('LARK');
    await world.pass(10);
    world.answer = noRoom;
    await world.pass(3_100);
    expect(world.state.stage).toBe('code');
  });
});
