import { pulsesBetween, type Pulse } from '../timeline/pulses';
import type { Timeline } from '../timeline/timeline';

/** A sound that was handed to the audio clock and can still be taken back. */
export interface Voice {
  stop(): void;
}

/** The two conversions a sound needs, chained: server time → audio time. Units: ms → s. */
export type ToAudioTime = (server: number) => number;

export interface PulseWindow {
  readonly serverNow: number;
  readonly horizon: number;
  /** Nothing before this server time. */
  readonly notBefore: number;
  readonly toAudio: ToAudioTime;
}

/** What sounds on the pulses. Audio times in seconds. */
export interface PulseSound {
  now(): number;
  /** Hands the pulse's sound to the audio clock; null if it has none. */
  start(pulse: Pulse, when: number): Voice | null;
  /** Whether a pulse that was handed over is still to sound. */
  keeps(pulse: Pulse): boolean;
}

interface Scheduled {
  readonly pulse: Pulse;
  readonly voice: Voice;
}

const kLateMs = 30;
const kSameMomentMs = 0.5;
const kForgetMs = 1_000;

/**
 * Hands the pulses of the timeline to the audio clock a little ahead of time.
 * Call `tick` every 25 ms; a sound that would be more than 30 ms late is dropped.
 */
export class PulseScheduler {
  private scheduled: Scheduled[] = [];

  constructor(private readonly sound: PulseSound) {}

  tick(timeline: Timeline, window: PulseWindow): void {
    const { serverNow, horizon, notBefore, toAudio } = window;
    this.takeBackChanged(timeline, serverNow);
    const from = Math.max(serverNow - kLateMs, notBefore);
    for (const pulse of pulsesBetween(timeline, from, serverNow + horizon)) {
      if (!this.scheduled.some((each) => isSamePulse(each.pulse, pulse))) {
        this.schedule(pulse, toAudio(pulse.at));
      }
    }
  }

  /** Takes back everything that has not sounded; for quiet, a lost room and a jumped audio clock. */
  drop(): void {
    this.scheduled.forEach((each) => {
      each.voice.stop();
    });
    this.scheduled = [];
  }

  private schedule(pulse: Pulse, wanted: number): void {
    const now = this.sound.now();
    if ((now - wanted) * 1000 > kLateMs) {
      return;
    }
    const voice = this.sound.start(pulse, Math.max(wanted, now));
    if (voice) {
      this.scheduled.push({ pulse, voice });
    }
  }

  /** A new revision may have moved pulses: what has not sounded and is not in it any more goes. */
  private takeBackChanged(timeline: Timeline, serverNow: number): void {
    this.scheduled = this.scheduled.filter(({ pulse, voice }) => {
      const { at } = pulse;
      if (at <= serverNow) {
        return at > serverNow - kForgetMs;
      }
      const still = pulsesBetween(timeline, at - kSameMomentMs, at + kSameMomentMs);
      const keeps = still.some((each) => isSamePulse(pulse, each)) && this.sound.keeps(pulse);
      if (!keeps) {
        voice.stop();
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
