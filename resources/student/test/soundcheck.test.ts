import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { screenOf } from '../src/app/screen-of';
import { lastContext } from './fake-audio-context';
import { kPass, PageWorld } from './page-world';

let world: PageWorld;

beforeEach(() => {
  world = new PageWorld();
});

afterEach(() => {
  world.close();
});

/** A child that has just taken its seat. */
async function joins(change: object = {}): Promise<void> {
  world.stored.set('tutti.pass', JSON.stringify(kPass));
  world.page.open(null);
  await world.letIn(undefined, change);
}

const heard = (): unknown[] =>
  world
    .payloads('device_status')
    .map((status) => (status as { heard?: boolean }).heard)
    .filter((answer) => answer !== undefined);

describe('the sound check', () => {
  test('rings the bell, inside the touch that wakes the sound', async () => {
    await joins();
    expect(screenOf(world.state)).toBe('soundcheck');
    const before = lastContext().sounds.length;
    lastContext().change('suspended');
    world.page.players.ringBell();
    expect(lastContext().state).toBe('running');
    expect(lastContext().sounds.length).toBe(before + 1);
    expect(world.state).toMatchObject({ check: { rung: true } });
  });

  test('is over when the bell was heard', async () => {
    await joins();
    world.page.players.ringBell();
    world.page.players.judgeSound(true);
    expect(screenOf(world.state)).toBe('bars');
    expect(heard()).toEqual([true]);
  });

  test('is told once for a tablet of two, whose children touch twice', async () => {
    const two = [1, 3].map((seat) => ({ seat, avatar: 'fox', name: null, role: 'melody' }));
    await joins({ you: { seats: two } });
    world.page.players.ringBell();
    world.page.players.judgeSound(true);
    world.page.players.judgeSound(false);
    await world.pass(20_000);
    expect(heard()).toEqual([true]);
    expect(world.payloads('device_status').every((each) => !('seat' in (each as object)))).toBe(
      true,
    );
  });

  test('lets the bell ring once more, and then tells the teacher', async () => {
    await joins();
    world.page.players.ringBell();
    world.page.players.judgeSound(false);
    expect(world.state).toMatchObject({ check: { rung: false, nothing: 1 } });
    expect(heard()).toEqual([]);
    world.page.players.ringBell();
    world.page.players.judgeSound(false);
    expect(screenOf(world.state)).toBe('bars');
    expect(heard()).toEqual([false]);
    await world.pass(20_000);
    expect(heard()).toEqual([false]);
  });

  test('is not asked again after a reload or in another seat of the lesson', async () => {
    await joins();
    world.page.players.judgeSound(true);
    expect(world.stored.has('tutti.checked')).toBe(true);
    world.page.open(null);
    await world.letIn();
    expect(screenOf(world.state)).toBe('bars');
    world.tell('bye', { reason: 'seat_released' });
    await world.pass(10);
    expect(world.stored.has('tutti.checked')).toBe(true);
  });

  test('is asked again in the next lesson', async () => {
    await joins();
    world.page.players.judgeSound(true);
    world.tell('bye', { reason: 'lesson_over' });
    await world.pass(10);
    expect(world.stored.has('tutti.checked')).toBe(false);
  });

  test('waits while the class is to be silent', async () => {
    await joins({ quiet: { on: true, release_at: null } });
    expect(screenOf(world.state)).toBe('quiet');
  });
});
