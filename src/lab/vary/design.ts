/**
 * Where a study puts its points: a Latin hypercube, so that each parameter takes as many different values as there are points,
 * evenly spread over its range, with the points pushed apart (the energy of Audze & Eglais: the sum of the inverse squares of
 * their distances; Bates, Sienz & Toropov, 2004).
 */
import { dice } from '../../core/dice.ts';

/** Exchanges tried for each point and axis: more of them gain little. */
const TRIES = 60;

/** Points in the unit cube, one row a point: on each axis one at the middle of each of `points` equal cells. Equal arguments give equal points. */
export function latinHypercube(points: number, axes: number, seed: string): number[][] {
  const lot = dice(seed, 'design');
  const columns = Array.from({ length: axes }, () => shuffled(points, lot.below));
  const rows = Array.from({ length: points }, (_, i) => columns.map((column) => column[i] as number));
  if (points > 2 && axes > 1) pushApart(rows, TRIES * points * axes, lot.below);
  return rows.map((row) => row.map((cell) => (cell + 0.5) / points));
}

function shuffled(size: number, below: (n: number) => number): number[] {
  const list = Array.from({ length: size }, (_, i) => i);
  for (let i = size - 1; i > 0; i--) {
    const j = below(i + 1);
    [list[i], list[j]] = [list[j] as number, list[i] as number];
  }
  return list;
}

/** Exchanges the cells of two points on one axis wherever that lowers the energy. */
function pushApart(rows: number[][], tries: number, below: (n: number) => number): void {
  const size = rows.length;
  const axes = (rows[0] as number[]).length;
  const squares = rows.map((a) => Float64Array.from(rows, (b) => squareOf(a, b)));
  const [toA, toB] = [new Float64Array(size), new Float64Array(size)];
  for (let n = 0; n < tries; n++) {
    const [a, b, axis] = [below(size), below(size), below(axes)];
    if (a === b) continue;
    const [one, other] = [rows[a]?.[axis] as number, rows[b]?.[axis] as number];
    const [fromA, fromB] = [squares[a] as Float64Array, squares[b] as Float64Array];
    let gain = 0;
    for (let k = 0; k < size; k++) {
      // Between the two themselves nothing changes.
      if (k === a || k === b) continue;
      const third = rows[k]?.[axis] as number;
      const moved = (other - third) * (other - third) - (one - third) * (one - third);
      const [before, after] = [fromA[k] as number, fromB[k] as number];
      toA[k] = before + moved;
      toB[k] = after - moved;
      gain += 1 / before + 1 / after - 1 / (before + moved) - 1 / (after - moved);
    }
    if (gain <= 0) continue;
    (rows[a] as number[])[axis] = other;
    (rows[b] as number[])[axis] = one;
    for (let k = 0; k < size; k++) {
      if (k === a || k === b) continue;
      fromA[k] = toA[k] as number;
      fromB[k] = toB[k] as number;
      (squares[k] as Float64Array)[a] = toA[k] as number;
      (squares[k] as Float64Array)[b] = toB[k] as number;
    }
  }
}

function squareOf(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, i) => sum + (value - (b[i] as number)) * (value - (b[i] as number)), 0);
}
