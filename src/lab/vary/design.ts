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
  const axes = (rows[0] as number[]).length;
  for (let n = 0; n < tries; n++) {
    const [a, b] = [rows[below(rows.length)], rows[below(rows.length)]] as [number[], number[]];
    const axis = below(axes);
    if (a === b) continue;
    const before = energyOf(rows, a) + energyOf(rows, b);
    swap(a, b, axis);
    if (energyOf(rows, a) + energyOf(rows, b) >= before) swap(a, b, axis);
  }
}

function swap(a: number[], b: number[], axis: number): void {
  [a[axis], b[axis]] = [b[axis] as number, a[axis] as number];
}

function energyOf(rows: readonly number[][], row: readonly number[]): number {
  let sum = 0;
  for (const other of rows) {
    if (other === row) continue;
    let square = 0;
    for (const [i, value] of row.entries()) square += (value - (other[i] as number)) * (value - (other[i] as number));
    sum += 1 / square;
  }
  return sum;
}
