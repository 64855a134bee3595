import { bellBuffer, buildGraph, clickBuffer, connectSource, fadeInClicks } from './audio-graph';
import { fadeMaster, levelOf, noteBuffer, type AudioGraph } from './audio-graph';
import type { ClickKind, ClickOut } from './click-scheduler';
import type { CoverOut } from './cover-scheduler';
import type { Voice } from './pulse-scheduler';
import { SpeakerClock } from './speaker-clock';
import { StallWatch } from './stall-watch';

export type SoundState = 'running' | 'suspended' | 'none';

const kMaxVoices = 24;
const kBellGain = 0.8;

/**
 * The tablet's sound: one audio context, notes and clicks through a master gain and a limiter.
 * `unlock` must run inside a touch, before anything is awaited; browsers insist.
 */
export class AudioEngine implements ClickOut, CoverOut {
  private graph: AudioGraph | null = null;
  private speaker: SpeakerClock | null = null;
  private readonly stall = new StallWatch();
  private voices = 0;
  private audible = true;

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
    return this.speaker?.outputLatency ?? 0;
  }

  /** Whether the mapping to the audio clock is known. */
  get mapped(): boolean {
    return this.speaker?.ready ?? false;
  }

  /** The audio time to start a sound at, so that it leaves the loudspeaker at that tablet time. */
  audioAt(tablet: number): number {
    return this.speaker?.audioAt(tablet) ?? NaN;
  }

  /** The tablet time at which what starts at that audio time leaves the loudspeaker. */
  tabletAt(audio: number): number {
    return this.speaker?.tabletAt(audio) ?? NaN;
  }

  /** How long before it is heard a sound must be started, in seconds. */
  lead(tablet: number): number {
    return this.speaker?.lead(tablet) ?? 0;
  }

  /** Looks at both clocks; true when they jumped or stopped and scheduled sounds are void. */
  sample(): boolean {
    const { graph, speaker } = this;
    if (!graph || !speaker) {
      return false;
    }
    if (graph.context.state !== 'running') {
      this.stall.rest();
      return speaker.forget();
    }
    const tablet = this.tabletNow();
    if (this.stall.stands(graph.context.currentTime, tablet)) {
      this.rebuild(graph);
      return true;
    }
    return speaker.sample(tablet);
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
      this.voices -= this.graph === graph ? 1 : 0;
    };
    source.start();
  }

  /** A pitched note that nobody touched, at a time of the audio clock. */
  startNote(midi: number, gain: number, when: number): Voice {
    return this.start((graph) => noteBuffer(graph, midi, false), 'master', gain, when);
  }

  /** The bell of the sound check, at once. */
  ringBell(): void {
    this.start(bellBuffer, 'master', kBellGain, 0);
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

  startClick(kind: ClickKind, when: number): Voice {
    return this.start((graph) => clickBuffer(graph, kind), 'clicks', 1, when);
  }

  /** Silence, or sound again, within 10 ms. */
  setAudible(audible: boolean): void {
    if (this.audible !== audible) {
      this.audible = audible;
      if (this.graph) {
        fadeMaster(this.graph, audible);
      }
    }
  }

  /** Lets the click in with a short fade, after a join or a reconnect. */
  enterClicks(): void {
    if (this.graph) {
      fadeInClicks(this.graph);
    }
  }

  /** Root mean square of what leaves the limiter now; 0 is silence. */
  level(): number {
    return this.graph ? levelOf(this.graph.meter) : 0;
  }

  private start(
    bufferOf: (graph: AudioGraph) => AudioBuffer,
    to: 'master' | 'clicks',
    gain: number,
    when: number,
  ): Voice {
    const graph = this.graph;
    if (!graph) {
      return { stop: () => undefined };
    }
    const source = connectSource(graph, bufferOf(graph), graph[to], gain);
    source.start(when);
    return {
      stop: () => {
        source.stop();
        source.disconnect();
      },
    };
  }

  /** A new context may need a touch to sound; the listener is told in any case. */
  private rebuild(old: AudioGraph): void {
    old.context.onstatechange = null;
    old.context.close().catch(() => undefined);
    this.graph = this.build();
    this.graph.context.resume().catch(() => undefined);
    this.onState(this.state);
  }

  private build(): AudioGraph {
    const graph = buildGraph(this.audible);
    this.speaker = new SpeakerClock(graph.context);
    this.voices = 0;
    graph.context.onstatechange = () => {
      this.onState(this.state);
    };
    return graph;
  }
}
