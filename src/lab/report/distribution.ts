/** What a batch says of one number: quantiles, mean and bins. */
import { meanOf } from '../statistics.ts';
import type { Distribution } from './model.ts';

export type Quantiles = [number, number, number, number, number];

const SHARES = [0.05, 0.25, 0.5, 0.75, 0.95] as const;
/** Bins are as narrow as they can be with no more than so many. */
const MOST_BINS = 24;

/** Ascending, without what is no answer (NaN). */
export function sortedOf(values: Iterable<number>): Float64Array {
  return Float64Array.from([...values].filter((value) => !Number.isNaN(value))).sort();
}

/**
 * The least value that at least this share of the sample does not exceed: the inverse of the empirical distribution
 * (Hyndman & Fan, Amer. Statistician 50 (1996) 361, type 1). Always a value of the sample. The sample is not empty.
 */
export function quantile(sorted: ArrayLike<number>, share: number): number {
  // A share of a whole number of values, such as 0.05 of 60, may come out a hair above it.
  const at = Math.ceil(share * sorted.length - 1e-9) - 1;
  return sorted[Math.max(0, Math.min(sorted.length - 1, at))] as number;
}

/** 5, 25, 50, 75 and 95 % of a sample that is not empty. */
export function quantilesOf(sorted: ArrayLike<number>): Quantiles {
  return SHARES.map((share) => quantile(sorted, share)) as Quantiles;
}

/** Share of a sample below a value, ties half: 0..1, 1/2 for the median of a symmetric sample. The sample is not empty. */
export function rankIn(sorted: ArrayLike<number>, value: number): number {
  let below = 0;
  let equal = 0;
  for (let i = 0; i < sorted.length; i++) {
    if ((sorted[i] as number) < value) below++;
    else if (sorted[i] === value) equal++;
  }
  return (below + equal / 2) / sorted.length;
}

interface Grain {
  /** The least width of a bin, and what widths are multiples of, above 0: days of a turn, 1 for whole numbers. */
  grain: number;
  /** From here on a value is of what never came. */
  end?: number;
}

/** The distribution of the values of all games; those without an answer (NaN) and those from `end` on are its `never`. */
export function distributionOf(
  values: readonly number[],
  { grain, end = Number.POSITIVE_INFINITY }: Grain,
): Distribution {
  const sorted = sortedOf(values.filter((value) => value < end));
  const happened = sorted.length;
  const counts = { happened, never: values.length - happened };
  if (happened === 0) return { ...counts, quantiles: null, mean: null, bins: [] };
  return { ...counts, quantiles: quantilesOf(sorted), mean: meanOf([...sorted]), bins: binsOf(sorted, grain) };
}

/** Of yes (1) and no (0): the mean is the share of yes, and that says all. */
export function sharesOf(values: readonly number[]): Distribution {
  const { happened, never, mean } = distributionOf(values, { grain: 1 });
  return { happened, never, quantiles: null, mean, bins: [] };
}

function binsOf(sorted: Float64Array, grain: number): Distribution['bins'] {
  const width = widthFor((sorted[sorted.length - 1] as number) - (sorted[0] as number), grain);
  // 0.3 / 0.1 is a hair below 3.
  const binOf = (value: number): number => Math.floor(value / width + 1e-9);
  const first = binOf(sorted[0] as number);
  const bins: Distribution['bins'] = [];
  for (const value of sorted) {
    while (bins.length <= binOf(value) - first) {
      const from = first + bins.length;
      bins.push({ from: from * width, to: (from + 1) * width, games: 0 });
    }
    (bins[bins.length - 1] as { games: number }).games++;
  }
  return bins;
}

/** The least of 1, 2, 5, 10, ... grains that covers the range with few enough bins. */
function widthFor(range: number, grain: number): number {
  for (let power = grain; ; power *= 10)
    for (const step of [1, 2, 5]) if (range / (power * step) < MOST_BINS - 1) return power * step;
}
