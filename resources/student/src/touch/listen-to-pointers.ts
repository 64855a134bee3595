import { padUnder } from './pads';
import { PalmRules } from './palm-rules';
import type { Live, Player, SetDown } from './player';

interface Sounding {
  readonly midi: number;
  readonly player: Player;
}

/** The fingers on one surface of pads. */
class Fingers {
  private readonly rules = new PalmRules();
  /** The note each pad that is down began, whatever notes the pads have by now. */
  private readonly sounding = new Map<number, Sounding>();

  constructor(
    private readonly surface: HTMLElement,
    private readonly live: () => Live,
    private readonly setDown: SetDown,
  ) {}

  readonly touch = (event: PointerEvent): void => {
    const { rules, surface } = this;
    if (event.type === 'pointermove' && !rules.knows(event.pointerId)) {
      return;
    }
    const size = event.pointerType === 'touch' ? Math.max(event.width, event.height) : 0;
    const at = event.timeStamp;
    const under = padUnder(event.clientX, event.clientY, surface);
    const pad = rules.touch(event.pointerId, under, size, at);
    if (pad !== null) {
      this.play(pad, at);
    }
    if (event.type === 'pointerdown') {
      event.preventDefault();
    }
    this.show(at);
  };

  readonly lift = (event: PointerEvent): void => {
    this.rules.lift(event.pointerId);
    this.show(event.timeStamp);
  };

  /** The pads go away under the fingers: every note ends now. */
  release(at: number): void {
    [...this.sounding.keys()].forEach((pad) => {
      this.stop(pad, at);
    });
  }

  private play(pad: number, at: number): void {
    const { notes, player } = this.live();
    const midi = notes[pad];
    if (midi !== undefined && player.play(midi, at)) {
      if (this.sounding.get(pad)?.midi !== midi) {
        this.stop(pad, at);
      }
      this.sounding.set(pad, { midi, player });
    }
  }

  private stop(pad: number, at: number): void {
    const sound = this.sounding.get(pad);
    this.sounding.delete(pad);
    sound?.player.stop(sound.midi, at);
  }

  private show(at: number): void {
    const down = this.rules.held();
    for (const pad of [...this.sounding.keys()]) {
      if (!down.has(pad)) {
        this.stop(pad, at);
      }
    }
    this.setDown(down);
  }
}

/**
 * Plays the pads of a surface by fingers that came down in it. Such a finger stays this surface's
 * until it is lifted, and is over none of its pads elsewhere. Gives the way to end it.
 */
export function listenToPointers(
  surface: HTMLElement,
  live: () => Live,
  setDown: SetDown,
): () => void {
  const fingers = new Fingers(surface, live, setDown);
  const { touch, lift } = fingers;
  surface.addEventListener('pointerdown', touch);
  window.addEventListener('pointermove', touch);
  window.addEventListener('pointerup', lift);
  window.addEventListener('pointercancel', lift);
  return () => {
    surface.removeEventListener('pointerdown', touch);
    window.removeEventListener('pointermove', touch);
    window.removeEventListener('pointerup', lift);
    window.removeEventListener('pointercancel', lift);
    fingers.release(performance.now());
  };
}
