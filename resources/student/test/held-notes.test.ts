import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { KeyStrikes } from '../src/touch/key-strikes';
import { listenToPointers } from '../src/touch/listen-to-pointers';
import type { Live, Player } from '../src/touch/player';

let told: string[];
let plays: boolean;
let live: Live;

const player: Player = {
  play: (midi) => {
    told.push(`play ${midi}`);
    return plays;
  },
  stop: (midi) => told.push(`stop ${midi}`),
};

beforeEach(() => {
  told = [];
  plays = true;
  live = { notes: [60, 62, 64], player };
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

/** Three pads, each 100 wide, and the fingers on them. */
function pads() {
  const fingers = new EventTarget();
  const surface = Object.assign(new EventTarget(), { contains: () => true });
  vi.stubGlobal('window', fingers);
  vi.stubGlobal('document', {
    elementFromPoint: (x: number) => ({
      closest: () => ({ dataset: { pad: String(Math.floor(x / 100)) } }),
    }),
  });
  const unmount = listenToPointers(
    surface as unknown as HTMLElement,
    () => live,
    () => undefined,
  );
  const finger = (target: EventTarget, name: string, id: number, x: number): void => {
    const event = new Event(name, { cancelable: true });
    target.dispatchEvent(Object.assign(event, { pointerId: id, clientX: x, clientY: 0 }));
  };
  return {
    down: (id: number, x: number) => {
      finger(surface, 'pointerdown', id, x);
    },
    up: (id: number) => {
      finger(fingers, 'pointerup', id, 0);
    },
    unmount,
  };
}

describe('pads that go away under a hand', () => {
  test('end every note it holds', () => {
    const { down, unmount } = pads();
    down(1, 50);
    down(2, 250);
    unmount();
    expect(told).toEqual(['play 60', 'play 64', 'stop 60', 'stop 64']);
  });

  test('end the notes that keys struck, once', () => {
    vi.useFakeTimers();
    const strikes = new KeyStrikes(
      () => live,
      () => undefined,
    );
    strikes.strike(0, 0);
    strikes.strike(2, 0);
    strikes.release(10);
    vi.advanceTimersByTime(1_000);
    expect(told).toEqual(['play 60', 'play 64', 'stop 60', 'stop 64']);
  });
});

describe('a lifted finger', () => {
  test('ends the note it began, whatever the pad has become', () => {
    const { down, up } = pads();
    down(1, 150);
    live = { notes: [48, 50, 52], player };
    up(1);
    expect(told).toEqual(['play 62', 'stop 62']);
  });

  test('ends no note that never sounded', () => {
    const { down, up } = pads();
    plays = false;
    down(1, 50);
    up(1);
    expect(told).toEqual(['play 60']);
  });
});
