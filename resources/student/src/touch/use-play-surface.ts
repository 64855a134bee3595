import { useEffect, useRef, useState } from 'preact/hooks';
import type { Half } from './half';
import { listenToKeys } from './key-strikes';
import { listenToPointers } from './listen-to-pointers';
import type { Player } from './player';

const kNone: ReadonlySet<number> = new Set();

/**
 * Lets fingers, keys and switches play the pads inside an element: children with `data-pad` are
 * pads, in the order of `notes`. Gives the pads that are down now. A finger belongs to the part of
 * the tablet it came down in.
 */
export function usePlaySurface(
  notes: readonly number[],
  player: Player,
  half: Half,
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
      listenToKeys(element, half, () => live.current, setKeys),
    ];
    return () => {
      stops.forEach((stop) => {
        stop();
      });
    };
  }, [half]);
  return { surface, down: keys.size === 0 ? fingers : new Set([...fingers, ...keys]) };
}
