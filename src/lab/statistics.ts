/**
 * Intervals and tests of samples. All intervals are of 95 %, all p-values two-sided. Formulas: Wilson, J. Amer. Statist.
 * Assoc. 22 (1927) 209; NIST Digital Library of Mathematical Functions 5.11, 8.17; Press et al., Numerical Recipes, 6.1, 6.4.
 */

/** Quantile of the standard normal distribution at 97.5 %. */
const Z = 1.959963984540054;

export type Interval = [low: number, high: number];

export function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Variance as estimated from a sample; 0 for fewer than two values. */
export function varianceOf(values: readonly number[]): number {
  if (values.length < 2) return 0;
  const mean = meanOf(values);
  return values.reduce((sum, value) => sum + (value - mean) * (value - mean), 0) / (values.length - 1);
}

/** Wilson's score interval of a share seen in `size` independent trials; the size need not be whole. */
export function wilson(share: number, size: number): Interval {
  const z2 = (Z * Z) / size;
  const centre = share + z2 / 2;
  const half = Z * Math.sqrt((share * (1 - share)) / size + z2 / (4 * size));
  return [Math.max(0, (centre - half) / (1 + z2)), Math.min(1, (centre + half) / (1 + z2))];
}

/**
 * How many independent trials say as much about a share as these clusters do (Kish's effective size): `scores` are the means
 * of clusters of `each` trials from 0 to 1. At least the clusters, at most the trials.
 */
export function effectiveSize(scores: readonly number[], each: number): number {
  const share = meanOf(scores);
  const spread = varianceOf(scores);
  const binomial = share * (1 - share);
  if (binomial === 0) return scores.length;
  return Math.min(scores.length * each, Math.max(scores.length, (scores.length * binomial) / spread));
}

/** p of the exact sign test: so many of one sign and of the other, ties left out, where both are equally likely. */
export function signTest(plus: number, minus: number): number {
  const most = Math.max(plus, minus);
  const least = Math.min(plus, minus);
  if (most === least) return 1;
  return Math.min(1, 2 * incompleteBeta(0.5, most, least + 1));
}

/** Two-sided tail of Student's t distribution. */
export function studentTail(t: number, freedom: number): number {
  return incompleteBeta(freedom / (freedom + t * t), freedom / 2, 0.5);
}

/** Quantile of Student's t distribution at 97.5 %. */
export function studentQuantile(freedom: number): number {
  let low = 0;
  let high = 1;
  while (studentTail(high, freedom) > 0.05) high *= 2;
  // The interval is halved until nothing lies between its ends.
  for (;;) {
    const middle = (low + high) / 2;
    if (middle <= low || middle >= high) return middle;
    if (studentTail(middle, freedom) > 0.05) low = middle;
    else high = middle;
  }
}

export interface MeanEstimate {
  mean: number;
  /** Null for fewer than two values. */
  interval: Interval | null;
  /** Of a mean of 0. */
  p: number | null;
}

/** The mean of a sample with Student's interval and test. */
export function estimateMean(values: readonly number[]): MeanEstimate {
  const mean = meanOf(values);
  if (values.length < 2) return { mean, interval: null, p: null };
  const error = Math.sqrt(varianceOf(values) / values.length);
  if (error === 0) return { mean, interval: [mean, mean], p: mean === 0 ? 1 : 0 };
  const half = studentQuantile(values.length - 1) * error;
  return { mean, interval: [mean - half, mean + half], p: studentTail(mean / error, values.length - 1) };
}

/** Lanczos' coefficients for g = 7. */
const LANCZOS = [
  0.9999999999998099, 676.5203681218851, -1259.1392167224028, 771.3234287776531, -176.6150291621406, 12.507343278686905,
  -0.13857109526572012, 9.984369578019572e-6, 1.5056327351493116e-7,
];

function logGamma(x: number): number {
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x);
  const t = x + 6.5;
  const sum = LANCZOS.reduce((total, coefficient, i) => (i === 0 ? coefficient : total + coefficient / (x - 1 + i)), 0);
  return 0.5 * Math.log(2 * Math.PI) + (x - 0.5) * Math.log(t) - t + Math.log(sum);
}

/** The regularised incomplete beta function I_x(a, b). */
export function incompleteBeta(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  // The fraction converges fast on this side of the mean; the other is its complement.
  if (x > (a + 1) / (a + b + 2)) return 1 - incompleteBeta(1 - x, b, a);
  const front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log(1 - x));
  return (front * betaFraction(x, a, b)) / a;
}

const TINY = 1e-300;
const MOST_TERMS = 10_000;

/** The continued fraction of the incomplete beta function, by Lentz's method. */
function betaFraction(x: number, a: number, b: number): number {
  const safe = (value: number): number => (Math.abs(value) < TINY ? TINY : value);
  let c = 1;
  let d = 1 / safe(1 - ((a + b) * x) / (a + 1));
  let fraction = d;
  for (let m = 1; m <= MOST_TERMS; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    let step = 1;
    for (const term of [even, odd]) {
      d = 1 / safe(1 + term * d);
      c = safe(1 + term / c);
      step = c * d;
      fraction *= step;
    }
    if (Math.abs(step - 1) < 1e-15) return fraction;
  }
  throw new RangeError(`the incomplete beta function of ${x}, ${a}, ${b} does not converge`);
}
