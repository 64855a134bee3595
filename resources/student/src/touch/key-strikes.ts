import { padOf } from './pads';
import type { Live, SetDown } from './player';

const kKeys = 'asdfghjk';
const kKeyHoldMs = 160;

/** Pads struck by keys, switches and screen readers: down for a moment each. */
export class KeyStrikes {
  private readonly rising = new Map<number, ReturnType<typeof setTimeout>>();

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
    clearTimeout(this.rising.get(pad));
    const rise = setTimeout(() => {
      this.rising.delete(pad);
      this.setDown(new Set(this.rising.keys()));
      this.live().player.stop(midi, performance.now());
    }, kKeyHoldMs);
    this.rising.set(pad, rise);
    this.setDown(new Set(this.rising.keys()));
  }
}

/** Strikes by the keyboard of the tablet and by clicks without a pointer. Gives the way to end it. */
export function listenToKeys(element: HTMLElement, live: () => Live, setDown: SetDown): () => void {
  const strikes = new KeyStrikes(live, setDown);
  const keyDown = (event: KeyboardEvent): void => {
    const pad = padOfKey(event);
    if (event.repeat || pad === null || event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    event.preventDefault();
    strikes.strike(pad, event.timeStamp);
  };
  // A click without a pointer comes from a screen reader or a switch.
  const click = (event: MouseEvent): void => {
    const pad = event.detail === 0 ? padOf(event.target as Element) : null;
    if (pad !== null) {
      strikes.strike(pad, event.timeStamp);
    }
  };
  window.addEventListener('keydown', keyDown);
  element.addEventListener('click', click);
  return () => {
    window.removeEventListener('keydown', keyDown);
    element.removeEventListener('click', click);
  };
}

/** The letters of the home row are the pads from the left; space and enter strike the focused one. */
function padOfKey(event: KeyboardEvent): number | null {
  if (event.key === ' ' || event.key === 'Enter') {
    const focused = document.activeElement;
    const elsewhere = focused instanceof HTMLButtonElement && padOf(focused) === null;
    return elsewhere ? null : (padOf(focused) ?? 0);
  }
  const place = event.key.length === 1 ? kKeys.indexOf(event.key.toLowerCase()) : -1;
  return place < 0 ? null : place;
}
