import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { evolveApp } from '../src/app/evolve-app';
import { kAtTheDoor, type AppState } from '../src/app/app-state';
import { screenOf, seatScreenOf } from '../src/app/screen-of';
import { keysOf, notesForHalf, takesBareKeys, type Half } from '../src/touch/half';
import { padOfLetter } from '../src/touch/key-strikes';
import { listenToPointers } from '../src/touch/listen-to-pointers';
import type { Player } from '../src/touch/player';
import { kSeats, PageWorld } from './page-world';

describe('half a tablet', () => {
  test('has the bars that small hands sing first, or what there is', () => {
    expect(notesForHalf([60, 62, 64, 67, 69, 72], false, 'left')).toEqual([64, 67, 69]);
    expect(notesForHalf([48, 50, 52, 55, 57], false, 'right')).toEqual([52, 55, 57]);
    expect(notesForHalf([60, 62, 65, 66], false, 'left')).toEqual([60, 62, 65]);
    expect(notesForHalf([36, 38, 70, 81], true, 'right')).toEqual([36, 70]);
    expect(notesForHalf([38, 40, 81], true, 'right')).toEqual([38, 40]);
    expect(notesForHalf([60, 62], false, 'left')).toEqual([60, 62]);
    expect(notesForHalf([60, 62, 64, 67], false, 'whole')).toEqual([60, 62, 64, 67]);
  });

  test.each<[Half, string, number | null]>([
    ['whole', 'A', 0],
    ['whole', 'k', 7],
    ['left', 'd', 2],
    ['left', 'l', null],
    ['right', 'l', 0],
    ['right', ';', 1],
    ['right', "'", 2],
    ['right', 'a', null],
    ['left', 'Shift', null],
  ])('on the %s, %s is pad %s', (half, key, pad) => {
    expect(padOfLetter(key, half)).toBe(pad);
  });

  test('shares no keys with the other', () => {
    const both = Array.from(keysOf('left')).filter((key) => keysOf('right').includes(key));
    expect(both).toEqual([]);
    expect([takesBareKeys('left'), takesBareKeys('right')]).toEqual([true, false]);
  });
});

/** An element with one pad after the other, each 100 wide, beginning at `from`. */
class FakeSurface extends EventTarget {
  constructor(readonly from: number) {
    super();
  }

  padAt(x: number): object | null {
    const pad = Math.floor((x - this.from) / 100);
    const element = { surface: this, dataset: { pad: String(pad) } };
    return pad < 0 || pad > 2 ? null : { closest: () => element };
  }

  contains(element: { surface: FakeSurface }): boolean {
    return element.surface === this;
  }
}

describe('a finger', () => {
  afterEach(() => {
    vi.unstubAllGlobals();
  });

  function twoHalves() {
    const fingers = new EventTarget();
    const halves = [new FakeSurface(0), new FakeSurface(300)] as const;
    vi.stubGlobal('window', fingers);
    vi.stubGlobal('document', {
      elementFromPoint: (x: number) => halves[0].padAt(x) ?? halves[1].padAt(x),
    });
    const told: string[] = [];
    const names = ['left', 'right'] as const;
    halves.forEach((half, index) => {
      const player: Player = {
        play: (midi) => told.push(`${names[index]!} ${midi}`) > 0,
        stop: () => undefined,
      };
      const live = () => ({ notes: [60, 62, 64], player });
      listenToPointers(half as unknown as HTMLElement, live, () => undefined);
    });
    const touch = (target: EventTarget, name: string, id: number, x: number): void => {
      const event = new Event(name, { cancelable: true });
      target.dispatchEvent(Object.assign(event, { pointerId: id, clientX: x, clientY: 0 }));
    };
    return { halves, fingers, told, touch };
  }

  test('belongs to the half it came down in', () => {
    const { halves, fingers, told, touch } = twoHalves();
    touch(halves[0], 'pointerdown', 1, 50);
    touch(fingers, 'pointermove', 1, 450);
    touch(fingers, 'pointermove', 1, 250);
    touch(halves[1], 'pointerdown', 2, 350);
    expect(told).toEqual(['left 60', 'left 64', 'right 60']);
  });

  test('lifted in the other half is lifted', () => {
    const { halves, fingers, told, touch } = twoHalves();
    touch(halves[0], 'pointerdown', 1, 50);
    touch(fingers, 'pointerup', 1, 450);
    touch(fingers, 'pointermove', 1, 150);
    expect(told).toEqual(['left 60']);
  });
});

const kTwo = [
  { seat: 1, avatar: 'fox', name: null, role: 'rhythm', muted: false, hand: false },
  { seat: 3, avatar: 'owl', name: null, role: 'melody', muted: false, hand: false },
];

describe('two children at a tablet', () => {
  let world: PageWorld;

  beforeEach(async () => {
    world = new PageWorld();
    world.keepPass({ seats: [1, 3] });
    world.page.open(null);
    world.page.players.wake();
    await world.letIn(undefined, { you: { seats: kTwo } });
  });

  afterEach(() => {
    world.close();
  });

  test('have a half each', () => {
    const { state } = world;
    expect(screenOf(state)).toBe('duo');
    const screens =
      state.stage === 'class' ? state.room.own.map((own) => seatScreenOf(state, own)) : [];
    expect(screens).toEqual(['drums', 'bars']);
  });

  test('never share a limit', () => {
    const { players } = world.page;
    const burst = Array.from({ length: 25 }, () => players.instrumentOf(1).play(36, 0));
    expect(burst.filter(Boolean).length).toBeLessThan(25);
    expect(players.instrumentOf(3).play(60, 0)).toBe(true);
    expect(players.instrumentOf(1)).toBe(players.instrumentOf(1));
  });

  test('never share a mute', async () => {
    world.tell('muted', { rev: 50, seats: [1], muted: true });
    await world.pass(10);
    expect(world.page.players.instrumentOf(1).play(36, 0)).toBe(false);
    expect(world.page.players.instrumentOf(3).play(60, 0)).toBe(true);
  });

  test('say with everything which of them it was', () => {
    const { players } = world.page;
    players.instrumentOf(3).play(60, 0);
    players.instrumentOf(1).play(36, 0);
    players.instrumentOf(1).stop(36, 0);
    players.toggleHand(1);
    expect(world.payloads('play_note')).toMatchObject([{ seat: 3 }, { seat: 1 }]);
    expect(world.payloads('stop_note')).toMatchObject([{ seat: 1 }]);
    expect(world.payloads('raise_hand')).toEqual([{ seat: 1, up: true }]);
  });
});

describe('picking two', () => {
  const seats = [...kSeats, { seat: 4, avatar: 'bee', name: null, taken: false }];
  const picking = evolveApp(kAtTheDoor, { kind: 'seatsShown', code: 'LARK', seats });

  function touched(state: AppState, ...picked: number[]): AppState {
    return picked.reduce((now, seat) => evolveApp(now, { kind: 'seatPicked', seat }), state);
  }

  test('is one after all without the friend', () => {
    expect(touched(picking, 3, 4)).toMatchObject({ picked: [4] });
    const two = touched(evolveApp(picking, { kind: 'duoWanted', duo: true }), 3, 4);
    expect(two).toMatchObject({ picked: [3, 4] });
    expect(touched(two, 3)).toMatchObject({ picked: [4] });
    expect(evolveApp(two, { kind: 'duoWanted', duo: false })).toMatchObject({ picked: [3] });
  });

  test('keeps the first when the second is taken', () => {
    const two = evolveApp(picking, { kind: 'duoWanted', duo: true });
    expect(touched(two, 3, 1)).toMatchObject({ picked: [3], trouble: 'seatTaken' });
  });
});
