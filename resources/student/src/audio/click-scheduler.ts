import { pulsesBetween, type Pulse } from '../timeline/pulses';
import type { Timeline } from '../timeline/timeline';

export type ClickKind = 'accent' | 'normal' | 'countIn';

/** A click that was handed to the audio clock and can still be taken back. */
export interface ClickVoice {
  stop(): void;
}

/** What the scheduler needs of the audio side; times in seconds of its own clock. */
export interface ClickOut {
  now(): number;
  startClick(kind: ClickKind, when: number): ClickVoice;
}

/** The two conversions a click needs, chained: server time → audio time. Units: ms → s. */
export type ToAudioTime = (server: number) => number;

export interface ClickWindow {
  readonly serverNow: number;
  readonly horizon: number;
  /** No click before this server time. */
  readonly notBefore: number;
  readonly toAudio: ToAudioTime;
}

export interface ScheduledClick {
  readonly pulse: Pulse;
  readonly when: number;
  readonly voice: ClickVoice;
}

const kLateMs = 30;
const kSameMomentMs = 0.5;
const kForgetMs = 1_000;

/**
 * Hands the pulses of the timeline to the audio clock a little ahead of time.
 * Call `tick` every 25 ms; a click that would be more than 30 ms late is dropped.
 */
export class ClickScheduler {
  private scheduled: ScheduledClick[] = [];

  constructor(
    private readonly out: ClickOut,
    private readonly log: (click: ScheduledClick) => void = () => undefined,
  ) {}

  tick(timeline: Timeline, window: ClickWindow): void {
    const { serverNow, horizon, notBefore, toAudio } = window;
    this.takeBackChanged(timeline, serverNow);
    const from = Math.max(serverNow - kLateMs, notBefore);
    for (const pulse of pulsesBetween(timeline, from, serverNow + horizon)) {
      if (!this.scheduled.some((click) => isSamePulse(click.pulse, pulse))) {
        this.schedule(pulse, toAudio(pulse.at));
      }
    }
  }

  /** Takes back everything that has not sounded; for quiet, a lost room and a jumped audio clock. */
  drop(): void {
    this.scheduled.forEach((click) => {
      click.voice.stop();
    });
    this.scheduled = [];
  }

  private schedule(pulse: Pulse, wanted: number): void {
    const now = this.out.now();
    if ((now - wanted) * 1000 > kLateMs) {
      return;
    }
    const when = Math.max(wanted, now);
    const kind = pulse.countIn ? 'countIn' : pulse.inBar === 0 ? 'accent' : 'normal';
    const voice = this.out.startClick(kind, when);
    const click = { pulse, when, voice };
    this.scheduled.push(click);
    this.log(click);
  }

  /** A new revision may have moved pulses: what has not sounded and is not in it any more goes. */
  private takeBackChanged(timeline: Timeline, serverNow: number): void {
    this.scheduled = this.scheduled.filter((click) => {
      if (click.pulse.at <= serverNow) {
        return click.pulse.at > serverNow - kForgetMs;
      }
      const { at } = click.pulse;
      const still = pulsesBetween(timeline, at - kSameMomentMs, at + kSameMomentMs);
      const keeps = still.some((pulse) => isSamePulse(click.pulse, pulse));
      if (!keeps) {
        click.voice.stop();
      }
      return keeps;
    });
  }
}

/**
 * A pulse is known by its tick and its time: every start begins again at the same ticks, and a
 * stop leaves the pulses before it as they were.
 */
function isSamePulse(one: Pulse, other: Pulse): boolean {
  return one.tick === other.tick && Math.abs(one.at - other.at) < kSameMomentMs;
}
