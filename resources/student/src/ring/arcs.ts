/** The ring in its own units, middle at 0, first beat at the top, clockwise. */
export const kRing = {
  box: 352,
  outer: 335,
  inner: 233,
  ownOuter: 351,
  ownInner: 229,
  pad: 172,
} as const;

const kGap = 14;
const kRound = 8;

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** The middle of a beat's arc, in degrees from the top. */
export function angleOf(beat: number, beats: number): number {
  return ((beat - 1) * 360) / beats;
}

export function onRing(radius: number, degrees: number): Point {
  const angle = (degrees * Math.PI) / 180;
  return { x: radius * Math.sin(angle), y: -radius * Math.cos(angle) };
}

/** The outline of a beat's arc; its gaps to the neighbours are as wide inside as outside. */
export function arcPath(beat: number, beats: number, own: boolean): string {
  const outer = (own ? kRing.ownOuter : kRing.outer) - kRound / 2;
  const inner = (own ? kRing.ownInner : kRing.inner) + kRound / 2;
  const middle = angleOf(beat, beats);
  const gap = own ? kGap / 2 : kGap;
  const spread = (radius: number): number =>
    180 / beats - (((gap + kRound) / 2 / radius) * 180) / Math.PI;
  const at = (radius: number, side: number): string => {
    const { x, y } = onRing(radius, middle + side * spread(radius));
    return `${x.toFixed(1)} ${y.toFixed(1)}`;
  };
  return (
    `M${at(outer, -1)}A${outer} ${outer} 0 0 1 ${at(outer, 1)}` +
    `L${at(inner, 1)}A${inner} ${inner} 0 0 0 ${at(inner, -1)}Z`
  );
}

/** Where a picture sits in an arc, and how wide it is. */
export interface Bead extends Point {
  readonly size: number;
}

const kBead = 62;
const kSmallest = 38;
const kBeadGap = 4;

/** Places for `count` pictures in a beat's arc, in one row if they fit and in two if not. */
export function beads(beat: number, beats: number, count: number): readonly Bead[] {
  const middle = (kRing.inner + kRing.outer) / 2;
  const length = (2 * Math.PI * middle) / beats - 2 * kGap;
  const inOneRow = Math.min(kBead, length / count - kBeadGap);
  if (inOneRow >= kSmallest) {
    return row(beat, beats, middle, count, inOneRow);
  }
  const size = Math.min(kSmallest + 4, (2 * length) / count - kBeadGap);
  const most = Math.max(1, Math.floor(length / (kSmallest + kBeadGap)));
  const above = Math.min(most, Math.ceil(count / 2));
  const below = Math.min(most, count - above);
  const clipped = Math.max(size, kSmallest);
  return [
    ...row(beat, beats, middle + 24, above, clipped),
    ...row(beat, beats, middle - 24, below, clipped),
  ];
}

function row(
  beat: number,
  beats: number,
  radius: number,
  count: number,
  size: number,
): readonly Bead[] {
  const step = (((size + kBeadGap * 2) / radius) * 180) / Math.PI;
  return Array.from({ length: count }, (_, index) => ({
    ...onRing(radius, angleOf(beat, beats) + (index - (count - 1) / 2) * step),
    size,
  }));
}
