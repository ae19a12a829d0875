/** Linear regression by least squares with a constant, for a few dozen predictors. */
import { type Interval, studentQuantile, studentTail } from '../statistics.ts';

export interface Slope {
  /** Of the outcome for one of the predictor, with its 95 % interval and the p of no slope. */
  slope: number;
  interval: Interval;
  p: number;
  /** Squared semi-partial correlation: what R² would lose without this predictor. */
  share: number;
}

export interface Regression {
  slopes: Slope[];
  /** Share of the variance that all predictors explain together. */
  r2: number;
}

/** Residuals below this share of the variance are rounding, not noise. */
const ROUNDING = 1e-14;

/**
 * Regresses outcomes on rows of predictors. Null when there are not at least two more rows than predictors and constant, when
 * the outcome never varies, or when a predictor is constant or a sum of others.
 */
export function regress(rows: readonly (readonly number[])[], outcomes: readonly number[]): Regression | null {
  const count = rows.length;
  const width = rows[0]?.length ?? 0;
  const freedom = count - width - 1;
  if (freedom < 1 || width === 0) return null;
  const centred = columnsOf(rows).map(centre);
  const y = centre(outcomes);
  const total = dot(y, y);
  const inverse = invert(centred.map((a) => centred.map((b) => dot(a, b))));
  if (!inverse || total <= Number.EPSILON * count) return null;
  const moments = centred.map((column) => dot(column, y));
  const slopes = inverse.map((row) => dot(row, moments));
  const explained = Math.min(total, dot(slopes, moments));
  const residual = Math.max(0, total - explained);
  const error = residual / total < ROUNDING ? 0 : residual / freedom;
  const t = studentQuantile(freedom);
  return {
    r2: explained / total,
    slopes: slopes.map((slope, i) => {
      const diagonal = inverse[i]?.[i] as number;
      const deviation = Math.sqrt(error * diagonal);
      const p = deviation === 0 ? (slope === 0 ? 1 : 0) : studentTail(slope / deviation, freedom);
      return {
        slope,
        interval: [slope - t * deviation, slope + t * deviation],
        p,
        share: (slope * slope) / (diagonal * total),
      };
    }),
  };
}

function columnsOf(rows: readonly (readonly number[])[]): number[][] {
  return (rows[0] as readonly number[]).map((_, i) => rows.map((row) => row[i] as number));
}

function centre(values: readonly number[]): number[] {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.map((value) => value - mean);
}

function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, i) => sum + value * (b[i] as number), 0);
}

/** The inverse of a symmetric positive matrix by elimination with its largest pivots; null when it has none. */
function invert(matrix: readonly (readonly number[])[]): number[][] | null {
  const size = matrix.length;
  // Each row and column by its own scale: a rate of 0.02 and a road of 400 t are no reason for a bad condition.
  const scale = matrix.map((row, i) => 1 / Math.sqrt(row[i] as number));
  if (!scale.every(Number.isFinite)) return null;
  const work = matrix.map((row, i) => [
    ...row.map((value, j) => value * (scale[i] as number) * (scale[j] as number)),
    ...Array.from({ length: size }, (_, j) => (i === j ? 1 : 0)),
  ]);
  for (let column = 0; column < size; column++) {
    let pivot = column;
    for (let row = column + 1; row < size; row++)
      if (Math.abs(work[row]?.[column] as number) > Math.abs(work[pivot]?.[column] as number)) pivot = row;
    const top = work[pivot] as number[];
    if (Math.abs(top[column] as number) < 1e-10) return null;
    work[pivot] = work[column] as number[];
    const divisor = top[column] as number;
    work[column] = top.map((value) => value / divisor);
    for (let row = 0; row < size; row++) {
      if (row === column) continue;
      const factor = work[row]?.[column] as number;
      if (factor !== 0)
        work[row] = (work[row] as number[]).map((value, j) => value - factor * (work[column]?.[j] as number));
    }
  }
  return work.map((row, i) => row.slice(size).map((value, j) => value * (scale[i] as number) * (scale[j] as number)));
}
