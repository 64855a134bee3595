/** The middle of the envelope around a moment, and how wide it is there; milliseconds. */
export interface SkewPoint {
  readonly at: number;
  readonly middle: number;
  readonly width: number;
}

const kPriorSkew = 50e-6;
const kMaxSkew = 300e-6;

/** Weighted least-squares slope with a Gaussian prior of 0 ± 50 ppm. */
export function fitSkew(points: readonly SkewPoint[]): number {
  const narrowest = Math.min(...points.map((point) => point.width));
  const weighted = points.map((point) => ({
    ...point,
    weight: 1 / (0.3 + (point.width - narrowest) / 2) ** 2,
  }));
  const total = weighted.reduce((sum, point) => sum + point.weight, 0);
  const meanAt = weighted.reduce((sum, point) => sum + point.weight * point.at, 0) / total;
  const meanOf = weighted.reduce((sum, point) => sum + point.weight * point.middle, 0) / total;
  let covariance = 0;
  let variance = 0;
  for (const point of weighted) {
    covariance += point.weight * (point.at - meanAt) * (point.middle - meanOf);
    variance += point.weight * (point.at - meanAt) ** 2;
  }
  const skew = covariance / (variance + 1 / kPriorSkew ** 2);
  return Math.max(-kMaxSkew, Math.min(kMaxSkew, skew));
}
