import { useEffect, useRef, useState } from 'preact/hooks';
import { PalmRules } from './palm-rules';

export interface Player {
  /** True if it sounded. */
  play(midi: number, touchedAt: number): boolean;
  stop(midi: number, at: number): void;
}

const kKeys = 'asdfghjk';
const kKeyHoldMs = 160;

/**
 * Lets fingers, keys and switches play the pads inside an element: children with `data-pad` are
 * pads, in the order of `notes`. Gives the pads that are down now.
 */
export function usePlaySurface(
  notes: readonly number[],
  player: Player,
): { readonly surface: { current: HTMLDivElement | null }; readonly down: ReadonlySet<number> } {
  const surface = useRef<HTMLDivElement | null>(null);
  const [down, setDown] = useState<ReadonlySet<number>>(new Set());
  const live = useRef({ notes, player });
  live.current = { notes, player };

  useEffect(() => {
    const element = surface.current;
    if (!element) {
      return undefined;
    }
    const stops = [
      listenToPointers(element, () => live.current, setDown),
      listenToKeys(element, () => live.current, setDown),
    ];
    return () => {
      stops.forEach((stop) => {
        stop();
      });
    };
  }, []);
  return { surface, down };
}

interface Live {
  readonly notes: readonly number[];
  readonly player: Player;
}
type SetDown = (change: ReadonlySet<number>) => void;

function listenToPointers(element: HTMLElement, live: () => Live, setDown: SetDown): () => void {
  const rules = new PalmRules();
  let held: ReadonlySet<number> = new Set();
  const show = (at: number): void => {
    const next = rules.held();
    for (const pad of held) {
      const midi = live().notes[pad];
      if (!next.has(pad) && midi !== undefined) {
        live().player.stop(midi, at);
      }
    }
    held = next;
    setDown(next);
  };
  const touch = (event: PointerEvent): void => {
    if (event.type === 'pointermove' && !rules.knows(event.pointerId)) {
      return;
    }
    const size = event.pointerType === 'touch' ? Math.max(event.width, event.height) : 0;
    const at = event.timeStamp;
    const pad = rules.touch(event.pointerId, padUnder(event.clientX, event.clientY), size, at);
    const midi = pad === null ? undefined : live().notes[pad];
    if (midi !== undefined) {
      live().player.play(midi, at);
    }
    if (event.type === 'pointerdown') {
      event.preventDefault();
    }
    show(at);
  };
  const lift = (event: PointerEvent): void => {
    rules.lift(event.pointerId);
    show(event.timeStamp);
  };
  element.addEventListener('pointerdown', touch);
  window.addEventListener('pointermove', touch);
  window.addEventListener('pointerup', lift);
  window.addEventListener('pointercancel', lift);
  return () => {
    element.removeEventListener('pointerdown', touch);
    window.removeEventListener('pointermove', touch);
    window.removeEventListener('pointerup', lift);
    window.removeEventListener('pointercancel', lift);
  };
}

function padUnder(x: number, y: number): number | null {
  return padOf(document.elementFromPoint(x, y));
}

function padOf(element: Element | null): number | null {
  const pad = element?.closest<HTMLElement>('[data-pad]')?.dataset['pad'];
  return pad === undefined ? null : Number(pad);
}

function listenToKeys(element: HTMLElement, live: () => Live, setDown: SetDown): () => void {
  const strike = (pad: number, at: number): void => {
    const midi = live().notes[pad];
    if (midi === undefined || !live().player.play(midi, at)) {
      return;
    }
    setDown(new Set([pad]));
    window.setTimeout(() => {
      setDown(new Set());
      live().player.stop(midi, performance.now());
    }, kKeyHoldMs);
  };
  const keyDown = (event: KeyboardEvent): void => {
    const pad = padOfKey(event);
    if (event.repeat || pad === null || event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    event.preventDefault();
    strike(pad, event.timeStamp);
  };
  // A click without a pointer comes from a screen reader or a switch.
  const click = (event: MouseEvent): void => {
    const pad = event.detail === 0 ? padOf(event.target as Element) : null;
    if (pad !== null) {
      strike(pad, event.timeStamp);
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
