import { AudioMapping } from './audio-mapping';
import { OutputStamps } from './output-stamps';

const kSampleMs = 50;
const kStaleMs = 2_000;
const kLongestLatency = 0.5;

/**
 * When a sound of one audio context leaves the loudspeaker. Output timestamps say it best; while
 * there are none to trust, the running audio clock and the reported latency have to do.
 * Units: seconds of the audio clock, milliseconds of the tablet's.
 */
export class SpeakerClock {
  private readonly stamps: OutputStamps;
  private stamped = new AudioMapping('median');
  private running = new AudioMapping('upper');
  private stampedAt = -Infinity;
  private sampledAt = -Infinity;

  constructor(private readonly context: AudioContext) {
    this.stamps = new OutputStamps(context);
  }

  get ready(): boolean {
    return this.running.ready;
  }

  get outputLatency(): number {
    const { outputLatency, baseLatency } = this.context as Partial<AudioContext>;
    const reported = outputLatency ?? 0;
    return reported > 0 && reported < kLongestLatency ? reported : (baseLatency ?? 0);
  }

  /** Reads both clocks, at most every 50 ms; true when they jumped and planned sounds are void. */
  sample(tablet: number): boolean {
    if (tablet - this.sampledAt < kSampleMs) {
      return false;
    }
    this.sampledAt = tablet;
    const jumped = this.running.add({ audio: this.context.currentTime, tablet });
    const pair = this.stamps.read(tablet);
    if (jumped || !this.stampsLive) {
      this.stamped = new AudioMapping('median');
    }
    if (!pair) {
      return jumped;
    }
    this.stampedAt = tablet;
    return this.stamped.add(pair) || jumped;
  }

  /** The context sleeps and its clock stands; true if there was something to forget. */
  forget(): boolean {
    const knew = this.ready;
    this.stamped = new AudioMapping('median');
    this.running = new AudioMapping('upper');
    this.sampledAt = -Infinity;
    return knew;
  }

  /** The audio time to start a sound at, so that it leaves the loudspeaker at that tablet time. */
  audioAt(tablet: number): number {
    return this.hasStamps
      ? this.stamped.audioAt(tablet)
      : this.running.audioAt(tablet) - this.outputLatency;
  }

  /** The tablet time at which what starts at that audio time leaves the loudspeaker. */
  tabletAt(audio: number): number {
    return this.hasStamps
      ? this.stamped.tabletAt(audio)
      : this.running.tabletAt(audio + this.outputLatency);
  }

  /** How far the audio clock is ahead of the loudspeaker now, in seconds. */
  lead(tablet: number): number {
    const ahead = this.running.audioAt(tablet) - this.audioAt(tablet);
    return Math.max(0, Math.min(kLongestLatency, ahead));
  }

  private get hasStamps(): boolean {
    return this.stamped.ready && this.stampsLive;
  }

  private get stampsLive(): boolean {
    return this.sampledAt - this.stampedAt < kStaleMs;
  }
}
