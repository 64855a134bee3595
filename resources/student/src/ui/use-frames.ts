import { useEffect } from 'preact/hooks';

/** Calls `draw` before every repaint, until something in `inputs` changes or the part is gone. */
export function useFrames(draw: () => void, inputs: readonly unknown[]): void {
  useEffect(() => {
    let frame = 0;
    const next = (): void => {
      draw();
      frame = requestAnimationFrame(next);
    };
    next();
    return () => {
      cancelAnimationFrame(frame);
    };
  }, inputs);
}

const kStill =
  typeof matchMedia === 'function' ? matchMedia('(prefers-reduced-motion: reduce)') : null;

/** The child's tablet asks for less motion: things step on the beat instead of sweeping. */
export function wantsStillness(): boolean {
  return kStill?.matches ?? false;
}
