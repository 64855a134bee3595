import type { Pulse } from '../timeline/pulses';
import type { Timeline } from '../timeline/timeline';
import { PulseScheduler, type PulseWindow, type Voice } from './pulse-scheduler';

export type ClickKind = 'accent' | 'normal' | 'countIn';

/** What the scheduler needs of the audio side; times in seconds of its own clock. */
export interface ClickOut {
  now(): number;
  startClick(kind: ClickKind, when: number): Voice;
}

export interface ScheduledClick {
  readonly pulse: Pulse;
  readonly when: number;
}

/** The click on every pulse. */
export class ClickScheduler {
  private readonly scheduler: PulseScheduler;

  constructor(out: ClickOut, log: (click: ScheduledClick) => void = () => undefined) {
    this.scheduler = new PulseScheduler({
      now: () => out.now(),
      start: (pulse, when) => {
        const kind = pulse.countIn ? 'countIn' : pulse.inBar === 0 ? 'accent' : 'normal';
        const voice = out.startClick(kind, when);
        log({ pulse, when });
        return voice;
      },
      keeps: () => true,
    });
  }

  tick(timeline: Timeline, window: PulseWindow): void {
    this.scheduler.tick(timeline, window);
  }

  drop(): void {
    this.scheduler.drop();
  }
}
