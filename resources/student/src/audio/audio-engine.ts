import { buildGraph, clickBuffer, connectSource, noteBuffer, type AudioGraph } from './audio-graph';
import { AudioMapping } from './audio-mapping';
import type { ClickKind, ClickOut, ClickVoice } from './click-scheduler';
import { readClockPair } from './clock-pair';

export type SoundState = 'running' | 'suspended' | 'none';

const kFadeSeconds = 0.01;
const kEntrySeconds = 0.05;
const kMaxVoices = 24;
const kStallMs = 500;

/**
 * The tablet's sound: one audio context, notes and clicks through a master gain and a limiter.
 * `unlock` must run inside a touch, before anything is awaited; browsers insist.
 */
export class AudioEngine implements ClickOut {
  private graph: AudioGraph | null = null;
  private mapping = new AudioMapping('median');
  private fallback = new AudioMapping('upper');
  private voices = 0;
  private audible = true;
  private lastAudio = 0;
  private movedAt = 0;

  constructor(
    private readonly tabletNow: () => number,
    private readonly onState: (state: SoundState) => void,
  ) {}

  get state(): SoundState {
    if (typeof AudioContext === 'undefined') {
      return 'none';
    }
    return this.graph?.context.state === 'running' ? 'running' : 'suspended';
  }

  unlock(): void {
    if (this.state === 'none') {
      return;
    }
    const session = (navigator as { audioSession?: { type: string } }).audioSession;
    if (session) {
      session.type = 'playback'; // Otherwise the side switch of an iPad silences the page.
    }
    this.graph ??= this.build();
    const { context } = this.graph;
    context.resume().catch(() => undefined);
    const spark = context.createBufferSource();
    spark.buffer = context.createBuffer(1, 1, context.sampleRate);
    spark.connect(context.destination);
    spark.start();
  }

  now(): number {
    return this.graph?.context.currentTime ?? 0;
  }

  get outputLatency(): number {
    const context = this.graph?.context;
    const reported = context?.outputLatency ?? 0;
    return reported > 0 && reported < 0.5 ? reported : (context?.baseLatency ?? 0);
  }

  /** Whether the mapping to the audio clock is known. */
  get mapped(): boolean {
    return this.mapping.ready || this.fallback.ready;
  }

  /** The audio time to start a sound at, so that it leaves the loudspeaker at that tablet time. */
  audioAt(tablet: number): number {
    return this.mapping.ready
      ? this.mapping.audioAt(tablet)
      : this.fallback.audioAt(tablet) - this.outputLatency;
  }

  /** The tablet time at which what starts at that audio time leaves the loudspeaker. */
  tabletAt(audio: number): number {
    return this.mapping.ready
      ? this.mapping.tabletAt(audio)
      : this.fallback.tabletAt(audio + this.outputLatency);
  }

  /** Samples both clocks; true when they jumped and scheduled sounds are void. */
  sample(): boolean {
    const graph = this.graph;
    if (graph?.context.state !== 'running') {
      return false;
    }
    const tablet = this.tabletNow();
    const audio = graph.context.currentTime;
    if (audio > this.lastAudio) {
      this.lastAudio = audio;
      this.movedAt = tablet;
    } else if (tablet - this.movedAt > kStallMs) {
      this.rebuild();
      return true;
    }
    const pair = readClockPair(graph.context, tablet);
    const jumped = this.fallback.add({ audio, tablet });
    return pair ? this.mapping.add(pair) : jumped;
  }

  playNote(midi: number, rhythm: boolean, gain: number): void {
    const graph = this.graph;
    if (!graph || this.voices >= kMaxVoices) {
      return;
    }
    const buffer = noteBuffer(graph, midi, rhythm);
    const source = connectSource(graph, buffer, graph.master, gain);
    this.voices += 1;
    source.onended = () => {
      this.voices -= 1;
    };
    source.start();
  }

  /** Renders the notes beforehand, so that the first touch is as quick as the others. */
  prepare(notes: readonly number[], rhythm: boolean): void {
    const graph = this.graph;
    notes.forEach((midi) => {
      if (graph) {
        noteBuffer(graph, midi, rhythm);
      }
    });
  }

  startClick(kind: ClickKind, when: number): ClickVoice {
    const graph = this.graph;
    if (!graph) {
      return { stop: () => undefined };
    }
    const buffer = clickBuffer(graph, kind);
    const source = connectSource(graph, buffer, graph.clicks, 1);
    source.start(when);
    return {
      stop: () => {
        source.stop();
        source.disconnect();
      },
    };
  }

  /** Silence, or sound again, within 10 ms. */
  setAudible(audible: boolean): void {
    if (this.audible !== audible) {
      this.audible = audible;
      this.ramp(this.graph?.master.gain, audible ? 1 : 0, kFadeSeconds);
    }
  }

  /** Lets the click in with a short fade, after a join or a reconnect. */
  enterClicks(): void {
    const gain = this.graph?.clicks.gain;
    gain?.setValueAtTime(0, this.now());
    this.ramp(gain, 1, kEntrySeconds);
  }

  /** Root mean square of what leaves the limiter now; 0 is silence. */
  level(): number {
    const meter = this.graph?.meter;
    if (!meter) {
      return 0;
    }
    const samples = new Float32Array(meter.fftSize);
    meter.getFloatTimeDomainData(samples);
    return Math.sqrt(samples.reduce((sum, value) => sum + value * value, 0) / samples.length);
  }

  private ramp(param: AudioParam | undefined, value: number, seconds: number): void {
    const now = this.now();
    param?.cancelScheduledValues(now);
    param?.setTargetAtTime(value, now, seconds / 4);
    param?.setValueAtTime(value, now + seconds);
  }

  private rebuild(): void {
    this.graph?.context.close().catch(() => undefined);
    this.graph = this.build();
  }

  private build(): AudioGraph {
    const graph = buildGraph(this.audible);
    this.mapping = new AudioMapping('median');
    this.fallback = new AudioMapping('upper');
    this.lastAudio = 0;
    this.movedAt = this.tabletNow();
    this.voices = 0;
    graph.context.onstatechange = () => {
      this.onState(this.state);
    };
    return graph;
  }
}
