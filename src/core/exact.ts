/**
 * Logarithms, exponentials and the normal distribution from exactly rounded operations only. `Math.log`, `Math.exp` and
 * `Math.pow` differ between engines in the last bit; these do not, so a replay is the same to the bit everywhere.
 *
 * A name ending in Q means fixed point: an integer in units of 1/1024. Factors are multiplied by adding their ln in Q.
 */

const ONE = 1024;
// Literals and not Math.LN2 and the like, so that their bits are pinned here.
// biome-ignore lint/suspicious/noApproximativeNumericConstant: see above
const LN2 = 0.6931471805599453;
// biome-ignore lint/suspicious/noApproximativeNumericConstant: see above
const E = 2.718281828459045;
// biome-ignore lint/suspicious/noApproximativeNumericConstant: see above
const SQRT2 = 1.4142135623730951;
const TWO_12 = 4096;

/** Natural logarithm of x > 0, to about 1e-15 relative. Refuses zero, negative numbers, NaN and infinity by a throw. */
export function ln(x: number): number {
  if (!(x > 0) || x === Number.POSITIVE_INFINITY) throw new RangeError(`ln of ${x}`);
  let m = x;
  let twos = 0;
  while (m >= TWO_12) {
    m /= TWO_12;
    twos += 12;
  }
  while (m < 1 / TWO_12) {
    m *= TWO_12;
    twos -= 12;
  }
  while (m > SQRT2) {
    m /= 2;
    twos++;
  }
  while (m < SQRT2 / 2) {
    m *= 2;
    twos--;
  }
  // ln m = 2 artanh t, |t| < 0.172: twelve odd terms leave 1e-19.
  const t = (m - 1) / (m + 1);
  const tt = t * t;
  let sum = 0;
  for (let odd = 23; odd >= 1; odd -= 2) sum = sum * tt + 1 / odd;
  return twos * LN2 + 2 * t * sum;
}

/** round(1024 ln x) for x > 0; refuses anything else by a throw. */
export function lnQ(x: number): number {
  return Math.round(ONE * ln(x));
}

/** Beyond e^±64 the exponential stays where it is: far outside any factor of the rules. */
const SPAN = 64;
const EXP_WHOLE = wholePowers();
const EXP_PART = partPowers();

function wholePowers(): Float64Array {
  const table = new Float64Array(2 * SPAN + 1);
  table[SPAN] = 1;
  for (let k = 1; k <= SPAN; k++) {
    table[SPAN + k] = (table[SPAN + k - 1] as number) * E;
    table[SPAN - k] = 1 / (table[SPAN + k] as number);
  }
  return table;
}

function partPowers(): Float64Array {
  return Float64Array.from({ length: ONE }, (_, i) => {
    const x = i / ONE;
    let sum = 1;
    for (let term = 20; term >= 1; term--) sum = 1 + (sum * x) / term;
    return sum;
  });
}

/** exp(q / 1024). A fraction of q counts for nothing (rounded down); beyond e^±64 the value stays at the limit. */
export function expQ(q: number): number {
  const whole = Math.max(-SPAN * ONE, Math.min(SPAN * ONE, Math.floor(q)));
  return (EXP_WHOLE[(whole >> 10) + SPAN] as number) * (EXP_PART[whole & (ONE - 1)] as number);
}

/** e to the power of x, to about 1e-13 relative; beyond e^±64 the value stays at the limit. */
export function exp(x: number): number {
  const held = Math.max(-SPAN, Math.min(SPAN, x));
  const q = Math.floor(held * ONE);
  const rest = held - q / ONE;
  return expQ(q) * (1 + rest * (1 + (rest / 2) * (1 + rest / 3)));
}

/** Number of entries of the table of the normal distribution. */
export const NORMALS = 1024;
const NORMAL_TABLE = normalTable();

/**
 * The standard normal distribution as 1024 equally likely values: entry i is its inverse at (i + 0.5) / 1024, in 1/1024
 * standard deviations. Refuses an index outside 0..1023 by a throw.
 */
export function normalQ(index: number): number {
  const value = NORMAL_TABLE[index];
  if (value === undefined) throw new RangeError(`normalQ of ${index}`);
  return value;
}

/** How many of the 1024 values lie at or below q (1/1024 standard deviations): the distribution function times 1024. */
export function normalsUpTo(q: number): number {
  let low = 0;
  let high = NORMALS;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((NORMAL_TABLE[middle] as number) <= q) low = middle + 1;
    else high = middle;
  }
  return low;
}

function normalTable(): Int32Array {
  const table = new Int32Array(NORMALS);
  for (let i = NORMALS / 2; i < NORMALS; i++) {
    const q = Math.round(ONE * inverseNormal((i + 0.5) / NORMALS));
    table[i] = q;
    table[NORMALS - 1 - i] = -q;
  }
  return table;
}

/** P. J. Acklam's rational approximation (relative error 1.2e-9), for p from 0.5 up. */
function inverseNormal(p: number): number {
  if (p <= 0.97575) {
    const x = p - 0.5;
    const r = x * x;
    const above =
      ((((-39.69683028665376 * r + 220.9460984245205) * r - 275.9285104469687) * r + 138.357751867269) * r -
        30.66479806614716) *
        r +
      2.506628277459239;
    const below =
      ((((-54.47609879822406 * r + 161.5858368580409) * r - 155.6989798598866) * r + 66.80131188771972) * r -
        13.28068155288572) *
        r +
      1;
    return (above * x) / below;
  }
  const x = Math.sqrt(-2 * ln(1 - p));
  const above =
    ((((-0.007784894002430293 * x - 0.3223964580411365) * x - 2.400758277161838) * x - 2.549732539343734) * x +
      4.374664141464968) *
      x +
    2.938163982698783;
  const below =
    (((0.007784695709041462 * x + 0.3224671290700398) * x + 2.445134137142996) * x + 3.754408661907416) * x + 1;
  return -above / below;
}

/**
 * A piecewise linear curve at x: `points` are [x, y] with rising x, at least one. Outside the first and the last point
 * the curve goes on level. The result is not rounded.
 */
export function interpolate(points: readonly (readonly [number, number])[], x: number): number {
  let [x0, y0] = points[0] as readonly [number, number];
  if (x <= x0) return y0;
  for (const [x1, y1] of points) {
    if (x <= x1) return y0 + ((y1 - y0) * (x - x0)) / (x1 - x0);
    x0 = x1;
    y0 = y1;
  }
  return y0;
}

/** floor(a * b / c) for integers a, b >= 0 and c > 0 with a * b below 2^53. */
export function mulDiv(a: number, b: number, c: number): number {
  const product = a * b;
  return (product - (product % c)) / c;
}
