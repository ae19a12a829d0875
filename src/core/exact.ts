/**
 * Logarithm, exponential and the normal distribution from exactly rounded operations alone (law 6), so that every engine
 * gets the same bits. Logs that persist or add up are integers in 1/1024 ("q").
 */

const LN2 = 0.6931471805599453;

/** Natural logarithm of a positive number; relative error below 1e-15. */
export function ln(x: number): number {
  let mantissa = x;
  let power = 0;
  while (mantissa >= 1.5) {
    mantissa /= 2;
    power++;
  }
  while (mantissa < 0.75) {
    mantissa *= 2;
    power--;
  }
  const s = (mantissa - 1) / (mantissa + 1);
  const square = s * s;
  let sum = 0;
  for (let n = 25; n >= 1; n -= 2) sum = sum * square + 1 / n;
  return 2 * s * sum + power * LN2;
}

/** e to the x for |x| < 700. */
export function exp(x: number): number {
  const halvings = Math.round(x / LN2);
  const rest = x - halvings * LN2;
  let sum = 1;
  for (let n = 14; n >= 1; n--) sum = 1 + (sum * rest) / n;
  let factor = 1;
  for (let i = Math.abs(halvings); i > 0; i--) factor *= 2;
  return halvings >= 0 ? sum * factor : sum / factor;
}

/** round(1024 ln x), x > 0. */
export function lnQ(x: number): number {
  return Math.round(1024 * ln(x));
}

const FRACTIONS = new Float64Array(1024);
for (let i = 0; i < 1024; i++) FRACTIONS[i] = exp(i / 1024);
const WHOLES = new Float64Array(81);
for (let i = -40; i <= 40; i++) WHOLES[i + 40] = exp(i);

/** exp(q / 1024), q an integer; held to e^-40 .. e^40. */
export function expQ(q: number): number {
  const whole = Math.max(-40, Math.min(40, Math.floor(q / 1024)));
  return (WHOLES[whole + 40] as number) * (FRACTIONS[q & 1023] as number);
}

/** Inverse of the normal distribution: P. J. Acklam's rational approximation, relative error below 1.2e-9. */
function normalQuantile(p: number): number {
  const low = 0.02425;
  if (p < low || p > 1 - low) {
    const t = Math.sqrt(-2 * ln(p < low ? p : 1 - p));
    const top =
      ((((-7.784894002430293e-3 * t - 0.3223964580411365) * t - 2.400758277161838) * t - 2.549732539343734) * t +
        4.374664141464968) *
        t +
      2.938163982698783;
    const bottom =
      (((7.784695709041462e-3 * t + 0.3224671290700398) * t + 2.445134137142996) * t + 3.754408661907416) * t + 1;
    return p < low ? top / bottom : -top / bottom;
  }
  const s = p - 0.5;
  const t = s * s;
  const top =
    (((((-39.69683028665376 * t + 220.9460984245205) * t - 275.9285104469687) * t + 138.357751867269) * t -
      30.66479806614716) *
      t +
      2.506628277459239) *
    s;
  const bottom =
    ((((-54.47609879822406 * t + 161.5858368580409) * t - 155.6989798598866) * t + 66.80131188771972) * t -
      13.28068155288572) *
      t +
    1;
  return top / bottom;
}

const NORMAL = new Int32Array(1024);
for (let i = 0; i < 1024; i++) NORMAL[i] = Math.round(1024 * normalQuantile((i + 0.5) / 1024));

/** Standard normal deviate of the i-th of 1024 equal slices, in 1/1024. */
export function normalQ(index: number): number {
  return NORMAL[index] as number;
}
