/**
 * Proper scores of forecasts given as samples, and what their calibration is told by. Lower is better for every score.
 * Gneiting & Raftery, J. Amer. Statist. Assoc. 102 (2007) 359; fair scores: Ferro, Q. J. R. Meteorol. Soc. 140 (2014) 1917;
 * randomised PIT: Czado, Gneiting & Held, Biometrics 65 (2009) 1254.
 */

/**
 * Continuous ranked probability score of a sample, fair: unbiased for a sample of any size, so it may fall below 0.
 * In the units of the values. Refuses an empty sample by a throw.
 */
export function crpsFair(sample: readonly number[], truth: number): number {
  const size = sample.length;
  if (size === 0) throw new RangeError('the score of an empty sample');
  const sorted = Float64Array.from(sample).sort();
  let error = 0;
  let spread = 0;
  sorted.forEach((value, i) => {
    error += Math.abs(value - truth);
    spread += (2 * (i + 1) - size - 1) * value;
  });
  return error / size - (size > 1 ? spread / (size * (size - 1)) : 0);
}

/** Brier's score of a chance (0..1) of what came about (1), did not (0) or half did. */
export function brier(chance: number, truth: number): number {
  return (chance - truth) * (chance - truth);
}

/** Logarithmic score, in nats; the chance lies strictly between 0 and 1. */
export function logScore(chance: number, truth: number): number {
  return -(truth * Math.log(chance) + (1 - truth) * Math.log(1 - chance));
}

export type Point = readonly [number, number];

/**
 * Energy score of a sample of points in the plane. The spread is estimated from as many pairs as there are points:
 * each and the one before it in `order`, a permutation of the sample.
 */
export function energyScore(sample: readonly Point[], truth: Point, order: readonly number[]): number {
  let error = 0;
  let spread = 0;
  sample.forEach((point, i) => {
    error += between(point, truth);
    const before = order[i === 0 ? order.length - 1 : i - 1] as number;
    spread += between(sample[order[i] as number] as Point, sample[before] as Point);
  });
  return (error - spread / 2) / sample.length;
}

function between(a: Point, b: Point): number {
  return Math.sqrt((a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2);
}

/** Place of the truth in a sample, 0..1, ties and the room between neighbours shared out by `lot`, uniform in [0, 1). */
export function randomisedPit(sample: readonly number[], truth: number, lot: number): number {
  let below = 0;
  let equal = 0;
  for (const value of sample) {
    if (value < truth) below++;
    else if (value === truth) equal++;
  }
  return (below + lot * (1 + equal)) / (sample.length + 1);
}

/** Share of places in the middle interval that should hold this share of them. */
export function coverage(places: readonly number[], share: number): number {
  const tail = (1 - share) / 2;
  return places.filter((place) => place > tail && place < 1 - tail).length / places.length;
}

/** Greatest distance between the places and the uniform distribution (Kolmogorov and Smirnov), at the middles of its steps. */
export function distanceFromUniform(places: readonly number[]): number {
  const sorted = Float64Array.from(places).sort();
  let most = 0;
  sorted.forEach((place, i) => {
    most = Math.max(most, Math.abs(place - (i + 0.5) / sorted.length));
  });
  return most;
}

/** How many places fall into each tenth of 0..1. */
export function deciles(places: readonly number[]): number[] {
  const counts = new Array<number>(10).fill(0);
  for (const place of places) {
    const tenth = Math.min(9, Math.floor(place * 10));
    counts[tenth] = (counts[tenth] as number) + 1;
  }
  return counts;
}

/** Forecasts of a range of chances, and how often it came about. Means are null where there are none. */
export interface ReliabilityBin {
  /** Above `from`, up to and with `to`. */
  from: number;
  to: number;
  count: number;
  meanChance: number | null;
  cameAbout: number | null;
}

const EDGES = [0, 0.35, 0.5, 0.65, 0.8, 1] as const;

/** Chances against what came about, range by range. */
export function reliability(forecasts: readonly { chance: number; truth: number }[]): ReliabilityBin[] {
  return EDGES.slice(1).map((to, i) => {
    const from = EDGES[i] as number;
    const within = forecasts.filter(({ chance }) => chance > from && chance <= to);
    const mean = (of: (forecast: { chance: number; truth: number }) => number): number | null =>
      within.length === 0 ? null : within.reduce((sum, forecast) => sum + of(forecast), 0) / within.length;
    return {
      from,
      to,
      count: within.length,
      meanChance: mean(({ chance }) => chance),
      cameAbout: mean(({ truth }) => truth),
    };
  });
}

/** The middle value, or the mean of the two middle ones. NaN for none. */
export function medianOf(values: readonly number[]): number {
  const sorted = Float64Array.from(values).sort();
  const half = sorted.length >> 1;
  if (sorted.length % 2 === 1) return sorted[half] as number;
  return ((sorted[half - 1] as number) + (sorted[half] as number)) / 2;
}
