import { coveredNotes, type BeatRing } from '../ring/beat-ring';
import type { Timeline } from '../timeline/timeline';
import { PulseScheduler, type PulseWindow, type Voice } from './pulse-scheduler';

/** What the scheduler needs of the audio side; times in seconds of its own clock. */
export interface CoverOut {
  now(): number;
  startNote(midi: number, gain: number, when: number): Voice;
}

/** Half as loud as a child's own touch. */
const kCoverGain = 0.45;

/** Plays the beats of a ring whose owners are missing, for the seats of this tablet. */
export class CoverScheduler {
  private readonly scheduler: PulseScheduler;
  private ring: BeatRing | null = null;
  private seats: readonly number[] = [];

  constructor(out: CoverOut) {
    this.scheduler = new PulseScheduler({
      now: () => out.now(),
      start: ({ number }, when) => {
        const voices = this.notesAt(number).map((midi) => out.startNote(midi, kCoverGain, when));
        const stop = (): void => {
          voices.forEach((voice) => {
            voice.stop();
          });
        };
        return voices.length === 0 ? null : { stop };
      },
      keeps: ({ number }) => this.notesAt(number).length > 0,
    });
  }

  tick(
    ring: BeatRing | null,
    seats: readonly number[],
    timeline: Timeline,
    window: PulseWindow,
  ): void {
    this.ring = ring;
    this.seats = seats;
    this.scheduler.tick(timeline, window);
  }

  drop(): void {
    this.scheduler.drop();
  }

  /** The count-in is nobody's turn. */
  private notesAt(pulse: number): readonly number[] {
    return this.ring && pulse >= 1 ? coveredNotes(this.ring, this.seats, pulse) : [];
  }
}
