import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { RingPlayer } from '../src/app/ring-player';
import { screenOf } from '../src/app/screen-of';
import { announcement, standings } from '../src/ui/announcer';
import { kEmptyRoom, type RoomState } from '../src/room/room-state';
import { lastContext } from './fake-audio-context';
import { PageWorld } from './page-world';
import { ringGame, ringOf } from './rings';

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

async function tell(event: string, rev: number, payload: object): Promise<void> {
  world.tell(event, { rev, ...payload });
  await world.pass(10);
}

function room(): RoomState {
  const { state } = world;
  if (state.stage !== 'class') {
    throw new Error('Not in class');
  }
  return state.room;
}

/** Whether a touch of the middle of the ring sounded. */
function taps(): boolean {
  return world.page.players.ringPlayerOf(3).play(0, performance.now());
}

describe('a Beat Ring', () => {
  test('is played with the note of the own beat', async () => {
    await tell('game', 50, ringGame());
    expect(screenOf(world.state)).toBe('ring');
    const before = lastContext().sounds.length;
    expect(taps()).toBe(true);
    expect(lastContext().sounds.length).toBe(before + 1);
    world.page.players.ringPlayerOf(3).stop(0, performance.now());
    expect(world.payloads('play_note')).toMatchObject([{ midi: 64, seat: 3 }]);
    expect(world.payloads('stop_note')).toMatchObject([{ midi: 64, seat: 3 }]);
  });

  test.each([[{ phase: 'held' }], [{ watching: [3] }], [{ rest: [3] }], [{ owners: [] }]])(
    'does nothing when touched while the seat rests: %j',
    async (change) => {
      await tell('game', 50, ringGame());
      await tell('game_changed', 51, ringGame(change));
      expect(taps()).toBe(false);
      world.page.players.ringPlayerOf(3).stop(0, performance.now());
      expect(world.payloads('play_note')).toEqual([]);
      expect(world.payloads('stop_note')).toEqual([]);
    },
  );

  test('gives way to the game that comes after it', async () => {
    await tell('game', 50, ringGame());
    await tell('game', 51, { id: 'free_jam', state: { notes: {} } });
    expect(screenOf(world.state)).toBe('bars');
  });

  test('is stopped and let go by the conductor’s hand, and by nothing when it is paused', async () => {
    await tell('role_assigned', 50, { seats: [3], role: 'conductor' });
    expect(screenOf(world.state)).toBe('listen');
    await tell('game', 51, ringGame());
    expect(screenOf(world.state)).toBe('conductor');
    world.page.players.toggleStop(3);
    await tell('game_changed', 52, ringGame({ phase: 'held' }));
    world.page.players.toggleStop(3);
    await tell('game_changed', 53, ringGame({ phase: 'paused' }));
    world.page.players.toggleStop(3);
    expect(world.payloads('game_move')).toEqual([
      { move: 'hand', up: true, seat: 3 },
      { move: 'hand', up: false, seat: 3 },
    ]);
    expect(taps()).toBe(false);
  });
});

describe('a touch a little early', () => {
  test('belongs to the beat that comes, and to its new owner', () => {
    const told: number[] = [];
    const instrument = { play: (midi: number) => told.push(midi) > 0, stop: () => undefined };
    const next = { from_beat: 17, owners: [[3], [], [], [], [], [], [], []] };
    const ring = ringOf({ next });
    const view = { room: () => ({ ...kEmptyRoom, ring }), placeAt: (tablet: number) => tablet };
    const player = new RingPlayer(3, view, instrument);
    player.play(0, 16.4);
    player.play(0, 16.9);
    player.play(0, 17.1);
    expect(told).toEqual([64, 60, 60]);
  });
});

describe('the note of another beat', () => {
  function twoBeats(plays = true) {
    const told: string[] = [];
    const instrument = {
      play: (midi: number) => told.push(`play ${midi}`) > 0 && plays,
      stop: (midi: number) => told.push(`stop ${midi}`),
    };
    const ring = ringOf({ next: { from_beat: 17, owners: [[3], [], [], [], [], [], [], []] } });
    const view = { room: () => ({ ...kEmptyRoom, ring }), placeAt: (tablet: number) => tablet };
    return { told, player: new RingPlayer(3, view, instrument) };
  }

  test('ends the one that sounds', () => {
    const { told, player } = twoBeats();
    player.play(0, 16.4);
    player.play(0, 17.1);
    player.play(0, 17.2);
    player.stop(0, 17.3);
    expect(told).toEqual(['play 64', 'stop 64', 'play 60', 'play 60', 'stop 60']);
  });

  test('is not ended when it never sounded', () => {
    const { told, player } = twoBeats(false);
    player.play(0, 16.4);
    player.stop(0, 16.5);
    expect(told).toEqual(['play 64']);
  });
});

describe('solo', () => {
  test('makes the other roles listen until it ends', async () => {
    await tell('solo', 50, { role: 'bass' });
    expect(screenOf(world.state)).toBe('listen');
    expect(world.page.players.instrumentOf(3).play(60, 0)).toBe(false);
    await tell('solo', 51, { role: 'melody' });
    expect(screenOf(world.state)).toBe('bars');
    await tell('solo', 52, { role: 'rhythm' });
    await tell('solo', 53, { role: null });
    expect(screenOf(world.state)).toBe('bars');
  });

  test('is in the state of the room', async () => {
    await world.letIn(undefined, { rev: 60, solo: 'bass' });
    expect(screenOf(world.state)).toBe('listen');
  });
});

test('a new list of seats brings new friends, and tells about this one too', async () => {
  const seat = { seat: 3, avatar: 'cat', role: 'bass', muted: false, here: true };
  const guest = { seat: 9, avatar: 'bee', role: 'melody', muted: false, here: false };
  await tell('seats', 50, { seats: [seat, guest] });
  expect(room().seats).toEqual([seat, guest]);
  expect(room().own[0]).toMatchObject({ seat: 3, avatar: 'cat', role: 'bass' });
});

describe('what is read out', () => {
  test('are changes of role, of beat and of listening, not beats', async () => {
    await tell('game', 50, ringGame());
    const before = standings(room(), 1);
    expect(announcement([], before)).toBeNull();
    await tell('play_note', 0, { midi: 60, seat: 1 });
    expect(announcement(before, standings(room(), 2))).toBeNull();
    const owners = [[], [], [], [3], [], [], [], []];
    await tell('game_changed', 51, ringGame({ owners }));
    const after = standings(room(), 2);
    expect(announcement(before, after)).toBe('Your beat is now 4.');
    await tell('role_assigned', 52, { seats: [3], role: 'bass' });
    await tell('muted', 53, { seats: [3], muted: true });
    expect(announcement(after, standings(room(), 2))).toBe('You are Bass now. You listen now.');
  });

  test('names the child where two share a tablet', () => {
    const one = { seat: 1, who: 'Fox', role: 'melody', beats: [1], listens: false } as const;
    const other = { seat: 2, who: 'Owl', role: 'melody', beats: [2], listens: false } as const;
    const moved = { ...other, beats: [3, 7] };
    expect(announcement([one, other], [one, moved])).toBe('Owl: Your beats are now 3 and 7.');
  });
});
