import { vi } from 'vitest';

/** A sound that was started: which buffer, and when on the audio clock. */
export interface StartedSound {
  readonly buffer: { readonly length: number } | null;
  readonly when: number;
  stopped: boolean;
  end(): void;
}

/** What a loudness was told to become, and by when. */
export interface Plan {
  readonly kind: 'set' | 'towards' | 'ramp';
  readonly to: number;
  readonly at: number;
}

/** A loudness that remembers its plans. */
export class FakeParam {
  value = 1;
  plans: readonly Plan[] = [];

  cancelScheduledValues(from: number): void {
    this.plans = this.plans.filter((plan) => plan.at < from);
  }

  setTargetAtTime(to: number, at: number): void {
    this.plan('towards', to, at);
  }

  setValueAtTime(to: number, at: number): void {
    this.plan('set', to, at);
  }

  linearRampToValueAtTime(to: number, at: number): void {
    this.plan('ramp', to, at);
  }

  /** Where it is going. */
  get target(): number {
    return this.plans[this.plans.length - 1]?.to ?? this.value;
  }

  private plan(kind: Plan['kind'], to: number, at: number): void {
    this.plans = [...this.plans, { kind, to, at }];
  }
}

class FakeNode {
  readonly gain = new FakeParam();
  readonly threshold = new FakeParam();
  readonly ratio = new FakeParam();
  readonly attack = new FakeParam();
  readonly release = new FakeParam();
  readonly fftSize = 4;
  samples: readonly number[] = [0, 0, 0, 0];

  connect<T>(next: T): T {
    return next;
  }

  disconnect(): void {
    // Nothing hangs on a fake node.
  }

  getFloatTimeDomainData(into: Float32Array): void {
    into.set(this.samples);
  }
}

/** An audio context whose clocks the test moves. */
export class FakeAudioContext {
  static made: FakeAudioContext[] = [];
  readonly sampleRate = 1_000;
  readonly destination = new FakeNode();
  readonly baseLatency = 0.01;
  readonly gains: FakeNode[] = [];
  readonly analysers: FakeNode[] = [];
  readonly started: StartedSound[] = [];
  outputLatency = 0.03;
  state: AudioContextState = 'suspended';
  currentTime = 0;
  stamp: AudioTimestamp = { contextTime: 0, performanceTime: 0 };
  onstatechange: (() => void) | null = null;

  constructor() {
    FakeAudioContext.made.push(this);
  }

  getOutputTimestamp(): AudioTimestamp {
    return this.stamp;
  }

  /** Lets the audio clock run to a moment; what sounds then left it 30 ms ago. */
  runTo(audioSeconds: number, tabletMs: number): void {
    this.currentTime = audioSeconds;
    this.stamp = { contextTime: audioSeconds - 0.03, performanceTime: tabletMs };
  }

  resume(): Promise<void> {
    this.change('running');
    return Promise.resolve();
  }

  close(): Promise<void> {
    this.state = 'closed';
    return Promise.resolve();
  }

  change(state: AudioContextState): void {
    this.state = state;
    this.onstatechange?.();
  }

  createGain(): FakeNode {
    const node = new FakeNode();
    this.gains.push(node);
    return node;
  }

  createDynamicsCompressor(): FakeNode {
    return new FakeNode();
  }

  createAnalyser(): FakeNode {
    const node = new FakeNode();
    this.analysers.push(node);
    return node;
  }

  createBuffer(_channels: number, length: number) {
    const samples = new Float32Array(length);
    return { length, getChannelData: () => samples };
  }

  createBufferSource() {
    const { started } = this;
    const source = {
      buffer: null as { readonly length: number } | null,
      onended: null as (() => void) | null,
      connect: <T>(next: T): T => next,
      disconnect: () => undefined,
      start(when = 0) {
        const end = (): void => source.onended?.();
        started.push({ buffer: source.buffer, when, stopped: false, end });
        source.sound = started[started.length - 1];
      },
      stop() {
        if (source.sound) {
          source.sound.stopped = true;
        }
      },
      sound: undefined as StartedSound | undefined,
    };
    return source;
  }

  /** What was started after the unlocking spark of one sample. */
  get sounds(): readonly StartedSound[] {
    return this.started.filter((sound) => (sound.buffer?.length ?? 0) > 1);
  }
}

/** Makes `new AudioContext` give fakes; the test reads them from `FakeAudioContext.made`. */
export function installFakeAudio(): void {
  FakeAudioContext.made = [];
  vi.stubGlobal('AudioContext', FakeAudioContext);
  vi.stubGlobal('navigator', {});
}

/** The context made last. */
export function lastContext(): FakeAudioContext {
  const context = FakeAudioContext.made[FakeAudioContext.made.length - 1];
  if (!context) {
    throw new Error('No audio context was made');
  }
  return context;
}
