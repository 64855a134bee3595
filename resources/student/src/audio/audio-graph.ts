import type { ClickKind } from './click-scheduler';
import { renderBell, renderClick, renderNote } from './waveforms';

const kFadeSeconds = 0.01;
const kEntrySeconds = 0.05;

/** One audio context and its fixed nodes: notes and clicks → master → limiter → meter → loudspeaker. */
export interface AudioGraph {
  readonly context: AudioContext;
  readonly master: GainNode;
  readonly clicks: GainNode;
  readonly meter: AnalyserNode;
  readonly buffers: Map<string, AudioBuffer>;
}

export function buildGraph(audible: boolean): AudioGraph {
  const context = new AudioContext({ latencyHint: 'interactive' });
  const master = context.createGain();
  const clicks = context.createGain();
  const limiter = context.createDynamicsCompressor();
  const meter = context.createAnalyser();
  limiter.threshold.value = -8;
  limiter.ratio.value = 16;
  limiter.attack.value = 0.002;
  limiter.release.value = 0.12;
  master.gain.value = audible ? 1 : 0;
  clicks.connect(master).connect(limiter).connect(meter).connect(context.destination);
  return { context, master, clicks, meter, buffers: new Map() };
}

/** The rendered sound of a note, made once. */
export function noteBuffer(graph: AudioGraph, midi: number, rhythm: boolean): AudioBuffer {
  return rendered(graph, `note-${midi}-${String(rhythm)}`, () =>
    renderNote(midi, rhythm, graph.context.sampleRate),
  );
}

export function clickBuffer(graph: AudioGraph, kind: ClickKind): AudioBuffer {
  return rendered(graph, `click-${kind}`, () => renderClick(kind, graph.context.sampleRate));
}

export function bellBuffer(graph: AudioGraph): AudioBuffer {
  return rendered(graph, 'bell', () => renderBell(graph.context.sampleRate));
}

/** A source that is ready to start, at a loudness of its own. */
export function connectSource(
  graph: AudioGraph,
  buffer: AudioBuffer,
  to: AudioNode,
  gain: number,
): AudioBufferSourceNode {
  const source = graph.context.createBufferSource();
  const level = graph.context.createGain();
  source.buffer = buffer;
  level.gain.value = gain;
  source.connect(level).connect(to);
  return source;
}

function rendered(graph: AudioGraph, key: string, render: () => Float32Array): AudioBuffer {
  const known = graph.buffers.get(key);
  if (known) {
    return known;
  }
  const samples = render();
  const buffer = graph.context.createBuffer(1, samples.length, graph.context.sampleRate);
  buffer.getChannelData(0).set(samples);
  graph.buffers.set(key, buffer);
  return buffer;
}

/** Root mean square of what passes a meter now; 0 is silence. */
export function levelOf(meter: AnalyserNode): number {
  const samples = new Float32Array(meter.fftSize);
  meter.getFloatTimeDomainData(samples);
  return Math.sqrt(samples.reduce((sum, value) => sum + value * value, 0) / samples.length);
}

/** Silence, or sound again, within 10 ms. */
export function fadeMaster({ context, master }: AudioGraph, audible: boolean): void {
  const now = context.currentTime;
  master.gain.cancelScheduledValues(now);
  master.gain.setTargetAtTime(audible ? 1 : 0, now, kFadeSeconds / 4);
  master.gain.setValueAtTime(audible ? 1 : 0, now + kFadeSeconds);
}

export function fadeInClicks({ context, clicks }: AudioGraph): void {
  const now = context.currentTime;
  clicks.gain.cancelScheduledValues(now);
  clicks.gain.setValueAtTime(0, now);
  clicks.gain.linearRampToValueAtTime(1, now + kEntrySeconds);
}
