import type { ClickKind } from './click-scheduler';

/** One decaying sine: a multiple of the fundamental, how loud, and seconds to fall by 60 dB. */
interface Overtone {
  readonly ratio: number;
  readonly level: number;
  readonly decay: number;
}

const kSixtyDecibels = Math.log(1000);

// A xylophone bar is tuned so that its second partial is a twelfth up; a bass bar rings at the
// double octave. The third is the knock of the mallet.
const kXylophone: readonly Overtone[] = [
  { ratio: 1, level: 0.62, decay: 0.6 },
  { ratio: 3, level: 0.2, decay: 0.22 },
  { ratio: 9.2, level: 0.1, decay: 0.05 },
];
const kBassBar: readonly Overtone[] = [
  { ratio: 1, level: 0.75, decay: 1.2 },
  { ratio: 4, level: 0.16, decay: 0.4 },
  { ratio: 9.2, level: 0.05, decay: 0.05 },
];
const kTriangle: readonly Overtone[] = [
  { ratio: 1, level: 0.2, decay: 1.5 },
  { ratio: 1.59, level: 0.16, decay: 1.2 },
  { ratio: 2.47, level: 0.14, decay: 0.9 },
  { ratio: 3.63, level: 0.1, decay: 0.6 },
];

// A hand bell: a strong octave and a minor third above it that rings out first.
const kBell: readonly Overtone[] = [
  { ratio: 1, level: 0.34, decay: 1.6 },
  { ratio: 2, level: 0.26, decay: 1.1 },
  { ratio: 2.4, level: 0.16, decay: 0.7 },
  { ratio: 5.4, level: 0.07, decay: 0.25 },
];

const kBellHz = 784;
const kBassBelow = 55;
const kTriangleHz = 1640;

/** Renders the sound of a note; `rhythm` notes are General MIDI percussion. */
export function renderNote(midi: number, rhythm: boolean, rate: number): Float32Array {
  if (!rhythm) {
    const hertz = 440 * 2 ** ((midi - 69) / 12);
    return partials(midi < kBassBelow ? kBassBar : kXylophone, hertz, rate);
  }
  switch (midi) {
    case 36:
      return drum(rate);
    case 38:
      return snare(rate);
    case 70:
      return shaker(rate);
    default:
      return partials(kTriangle, kTriangleHz, rate);
  }
}

/** The click: our own short tick, higher on the downbeat, rounder in the count-in. */
export function renderClick(kind: ClickKind, rate: number): Float32Array {
  const hertz = { accent: 1760, normal: 1175, countIn: 880 }[kind];
  const level = { accent: 0.5, normal: 0.34, countIn: 0.42 }[kind];
  return partials([{ ratio: 1, level, decay: 0.06 }], hertz, rate);
}

/** The bell a child rings to find out whether the tablet can be heard. */
export function renderBell(rate: number): Float32Array {
  return partials(kBell, kBellHz, rate);
}

function partials(list: readonly Overtone[], hertz: number, rate: number): Float32Array {
  const seconds = Math.max(...list.map((partial) => partial.decay));
  return shape(seconds, rate, (t) =>
    list.reduce((sum, partial) => {
      const fall = Math.exp((-kSixtyDecibels * t) / partial.decay);
      return sum + partial.level * fall * Math.sin(2 * Math.PI * hertz * partial.ratio * t);
    }, 0),
  );
}

function drum(rate: number): Float32Array {
  return shape(0.3, rate, (t) => {
    const phase = 2 * Math.PI * (72 * t + (110 / 30) * (1 - Math.exp(-30 * t)));
    return 0.85 * Math.exp((-kSixtyDecibels * t) / 0.3) * Math.sin(phase);
  });
}

function snare(rate: number): Float32Array {
  const noise = whiteNoise();
  return shape(0.22, rate, (t) => {
    const body = 0.35 * Math.exp(-40 * t) * Math.sin(2 * Math.PI * 190 * t);
    return body + 0.4 * Math.exp(-26 * t) * noise();
  });
}

function shaker(rate: number): Float32Array {
  const noise = whiteNoise();
  let last = 0;
  return shape(0.1, rate, (t) => {
    const next = noise();
    const bright = next - last;
    last = next;
    return 0.3 * Math.min(1, t / 0.012) * Math.exp(-38 * t) * bright;
  });
}

/** Samples a function of time; the first and last 2 ms are ramps, so nothing begins with a crack. */
function shape(seconds: number, rate: number, at: (t: number) => number): Float32Array {
  const count = Math.ceil(seconds * rate);
  const ramp = Math.max(1, Math.round(0.002 * rate));
  return Float32Array.from({ length: count }, (_, index) => {
    const edge = Math.min(1, (index + 1) / ramp, (count - 1 - index) / ramp);
    return edge * at(index / rate);
  });
}

/** The same noise every time: a linear congruential generator. */
function whiteNoise(): () => number {
  let state = 22_222;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 31 - 1;
  };
}
