import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { kMoods } from '../src/app/players';
import { screenOf } from '../src/app/screen-of';
import { moodAfterKey } from '../src/screens/mood-screen';
import { lastSocket } from './fake-socket';
import { PageWorld } from './page-world';

let world: PageWorld;

beforeEach(async () => {
  world = new PageWorld();
  world.keepPass();
  world.page.open(null);
  await world.letIn();
});

afterEach(() => {
  world.close();
});

async function ask(rev = 50, id = 2): Promise<void> {
  world.tell('prompt', { rev, kind: 'mood', id });
  await world.pass(10);
}

describe('the question how that felt', () => {
  test('is shown until it is answered', async () => {
    await ask();
    expect(screenOf(world.state)).toBe('mood');
    world.page.players.answerMood(3, 'calm');
    expect(world.payloads('reflect')).toEqual([{ prompt: 2, mood: 'calm', seat: 3 }]);
    expect(screenOf(world.state)).toBe('bars');
    world.page.players.answerMood(3, 'sad');
    expect(world.payloads('reflect')).toHaveLength(1);
  });

  test('may always be skipped, in a quiet class too', async () => {
    world.tell('quiet', { rev: 49, at: 812_400_000 });
    await ask();
    expect(screenOf(world.state)).toBe('mood');
    world.page.players.answerMood(3, 'skip');
    expect(world.payloads('reflect')).toEqual([{ prompt: 2, mood: 'skip', seat: 3 }]);
    expect(screenOf(world.state)).toBe('quiet');
  });

  test('goes when the teacher has heard enough', async () => {
    await ask();
    world.tell('prompt_over', { rev: 51, id: 1 });
    await world.pass(10);
    expect(screenOf(world.state)).toBe('mood');
    world.tell('prompt_over', { rev: 52, id: 2 });
    await world.pass(10);
    expect(screenOf(world.state)).toBe('bars');
  });

  test('stays when the answer cannot be sent', async () => {
    await ask();
    lastSocket('realtime').drop();
    world.page.players.answerMood(3, 'happy');
    expect(world.state).toMatchObject({ room: { prompt: { id: 2, answered: [] } } });
  });

  test('is not asked again by a state that crossed the answer', async () => {
    await ask();
    world.page.players.answerMood(3, 'happy');
    await world.letIn(undefined, { rev: 60, prompt: { kind: 'mood', id: 2, answered: [] } });
    expect(screenOf(world.state)).toBe('bars');
    await ask(61, 3);
    expect(screenOf(world.state)).toBe('mood');
  });

  test('is known as answered after a reload', async () => {
    await world.letIn(undefined, { rev: 60, prompt: { kind: 'mood', id: 2, answered: [3] } });
    expect(screenOf(world.state)).toBe('bars');
  });
});

describe('arrow keys', () => {
  test('go round the faces in the order they are drawn', () => {
    expect(moodAfterKey('ArrowRight', 'excited')).toBe('happy');
    expect(moodAfterKey('ArrowDown', 'mad')).toBe('excited');
    expect(moodAfterKey('ArrowLeft', 'excited')).toBe('mad');
    expect(moodAfterKey('ArrowUp', null)).toBe('mad');
    expect(moodAfterKey('ArrowRight', null)).toBe('excited');
    expect(moodAfterKey('x', null)).toBeNull();
    expect(kMoods).toEqual(['excited', 'happy', 'calm', 'worried', 'sad', 'mad']);
  });
});
