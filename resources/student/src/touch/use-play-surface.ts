import { useEffect, useRef, useState } from 'preact/hooks';
import { listenToKeys } from './key-strikes';
import { padUnder } from './pads';
import { PalmRules } from './palm-rules';
import type { Live, Player, SetDown } from './player';

const kNone: ReadonlySet<number> = new Set();

/**
 * Lets fingers, keys and switches play the pads inside an element: children with `data-pad` are
 * pads, in the order of `notes`. Gives the pads that are down now.
 */
export function usePlaySurface(
  notes: readonly number[],
  player: Player,
): { readonly surface: { current: HTMLDivElement | null }; readonly down: ReadonlySet<number> } {
  const surface = useRef<HTMLDivElement | null>(null);
  const [fingers, setFingers] = useState<ReadonlySet<number>>(kNone);
  const [keys, setKeys] = useState<ReadonlySet<number>>(kNone);
  const live = useRef({ notes, player });
  live.current = { notes, player };

  useEffect(() => {
    const element = surface.current;
    if (!element) {
      return undefined;
    }
    const stops = [
      listenToPointers(element, () => live.current, setFingers),
      listenToKeys(element, () => live.current, setKeys),
    ];
    return () => {
      stops.forEach((stop) => {
        stop();
      });
    };
  }, []);
  return { surface, down: keys.size === 0 ? fingers : new Set([...fingers, ...keys]) };
}

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
