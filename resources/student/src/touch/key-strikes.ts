import { keysOf, takesBareKeys, type Half } from './half';
import { padOf } from './pads';
import type { Live, Player, SetDown } from './player';

const kKeyHoldMs = 160;

interface Strike {
  readonly midi: number;
  readonly player: Player;
  readonly rise: ReturnType<typeof setTimeout>;
}

/** Pads struck by keys, switches and screen readers: down for a moment each. */
export class KeyStrikes {
  private readonly rising = new Map<number, Strike>();

  constructor(
    private readonly live: () => Live,
    private readonly setDown: SetDown,
  ) {}

  strike(pad: number, at: number): void {
    const { notes, player } = this.live();
    const midi = notes[pad];
    if (midi === undefined || !player.play(midi, at)) {
      return;
    }
    clearTimeout(this.rising.get(pad)?.rise);
    const rise = setTimeout(() => {
      this.rising.delete(pad);
      this.setDown(new Set(this.rising.keys()));
      player.stop(midi, performance.now());
    }, kKeyHoldMs);
    this.rising.set(pad, { midi, player, rise });
    this.setDown(new Set(this.rising.keys()));
  }

  /** The pads go away: every struck note ends now. */
  release(at: number): void {
    for (const { midi, player, rise } of this.rising.values()) {
      clearTimeout(rise);
      player.stop(midi, at);
    }
    this.rising.clear();
  }
}

/** Strikes by the keyboard of the tablet and by clicks without a pointer. Gives the way to end it. */
export function listenToKeys(
  surface: HTMLElement,
  half: Half,
  live: () => Live,
  setDown: SetDown,
): () => void {
  const strikes = new KeyStrikes(live, setDown);
  const keyDown = (event: KeyboardEvent): void => {
    const pad = padOfKey(event.key, surface, half);
    if (event.repeat || pad === null || event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    event.preventDefault();
    strikes.strike(pad, event.timeStamp);
  };
  // A click without a pointer comes from a screen reader or a switch.
  const click = (event: MouseEvent): void => {
    const pad = event.detail === 0 ? padOf(event.target as Element, surface) : null;
    if (pad !== null) {
      strikes.strike(pad, event.timeStamp);
    }
  };
  window.addEventListener('keydown', keyDown);
  surface.addEventListener('click', click);
  return () => {
    window.removeEventListener('keydown', keyDown);
    surface.removeEventListener('click', click);
    strikes.release(performance.now());
  };
}

/** The letters are the pads from the left; space and enter strike the focused one, or the first. */
function padOfKey(key: string, surface: HTMLElement, half: Half): number | null {
  if (key === ' ' || key === 'Enter') {
    const focused = document.activeElement;
    const bare = !(focused instanceof HTMLButtonElement) && takesBareKeys(half);
    return padOf(focused, surface) ?? (bare ? 0 : null);
  }
  return padOfLetter(key, half);
}

/** The pad a letter strikes in this part of the tablet. */
export function padOfLetter(key: string, half: Half): number | null {
  const place = key.length === 1 ? keysOf(half).indexOf(key.toLowerCase()) : -1;
  return place < 0 ? null : place;
}
