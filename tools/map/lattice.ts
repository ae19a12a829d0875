import type { Dem } from './elevation.ts';
import { distanceKm, type Grid, type Point } from './grid.ts';

/** A square lattice of elevation over the map plane, for tracing streams and roads and for drawing relief. */
export interface Lattice {
  stepKm: number;
  west: number;
  north: number;
  cols: number;
  rows: number;
  /** Whole metres, rows from north to south. */
  metres: Int16Array;
  point(node: number): Point;
  nodeAt(point: Point): number;
}

export interface LatticeBox {
  stepKm: number;
  west: number;
  north: number;
  east: number;
  south: number;
}

/** Samples an elevation model on a lattice; the box is in km of the map plane. */
export function layLattice(grid: Grid, dem: Dem, box: LatticeBox): Lattice {
  const { stepKm, west, north } = box;
  const cols = Math.round((box.east - west) / stepKm) + 1;
  const rows = Math.round((box.south - north) / stepKm) + 1;
  const metres = new Int16Array(cols * rows);
  for (let row = 0; row < rows; row++) {
    for (let col = 0; col < cols; col++) {
      const [lon, lat] = grid.toLonLat([west + col * stepKm, north + row * stepKm]);
      metres[row * cols + col] = Math.round(dem.at(lon, lat));
    }
  }
  return {
    ...{ stepKm, west, north, cols, rows, metres },
    point: (node) => [west + (node % cols) * stepKm, north + Math.floor(node / cols) * stepKm],
    nodeAt([x, y]) {
      const col = Math.round((x - west) / stepKm);
      const row = Math.round((y - north) / stepKm);
      if (col < 0 || row < 0 || col >= cols || row >= rows) throw new Error(`point ${x} ${y} lies off the lattice`);
      return row * cols + col;
    },
  };
}

/** Sixteen ways on: along the axes, the diagonals, and the knight's moves between them. */
const AROUND = [-2, -1, 0, 1, 2].flatMap((dr) =>
  [-2, -1, 0, 1, 2]
    .filter((dc) => Math.max(Math.abs(dc), Math.abs(dr)) === 1 || Math.abs(dc * dr) === 2)
    .map((dc) => ({ dc, dr, steps: Math.sqrt(dc * dc + dr * dr) })),
);

/** A binary heap of [cost, node], cheapest first, ties by node so that the order never depends on chance. */
class Heap {
  private readonly items: [number, number][] = [];
  get size(): number {
    return this.items.length;
  }
  private before(a: number, b: number): boolean {
    const [costA, nodeA] = this.items[a] as [number, number];
    const [costB, nodeB] = this.items[b] as [number, number];
    return costA < costB || (costA === costB && nodeA < nodeB);
  }
  private swap(a: number, b: number): void {
    const item = this.items[a] as [number, number];
    this.items[a] = this.items[b] as [number, number];
    this.items[b] = item;
  }
  push(cost: number, node: number): void {
    this.items.push([cost, node]);
    for (let at = this.items.length - 1; at > 0; ) {
      const parent = (at - 1) >> 1;
      if (!this.before(at, parent)) break;
      this.swap(at, parent);
      at = parent;
    }
  }
  pop(): [number, number] {
    const top = this.items[0] as [number, number];
    const last = this.items.pop() as [number, number];
    if (this.items.length > 0) {
      this.items[0] = last;
      for (let at = 0; ; ) {
        const left = 2 * at + 1;
        let next = at;
        if (left < this.items.length && this.before(left, next)) next = left;
        if (left + 1 < this.items.length && this.before(left + 1, next)) next = left + 1;
        if (next === at) break;
        this.swap(at, next);
        at = next;
      }
    }
    return top;
  }
}

/** The cheapest way between two nodes; `cost` is of a step, in whole units, and may be Infinity. */
export function cheapestPath(
  lattice: Lattice,
  from: number,
  to: number,
  cost: (from: number, to: number, km: number) => number,
): number[] {
  const { cols, rows, stepKm } = lattice;
  const best = new Float64Array(cols * rows).fill(Infinity);
  const came = new Int32Array(cols * rows).fill(-1);
  const heap = new Heap();
  best[from] = 0;
  heap.push(0, from);
  while (heap.size > 0) {
    const [spent, node] = heap.pop();
    if (node === to) break;
    if (spent > (best[node] as number)) continue;
    const col = node % cols;
    const row = (node - col) / cols;
    for (const { dc, dr, steps } of AROUND) {
      if (col + dc < 0 || col + dc >= cols || row + dr < 0 || row + dr >= rows) continue;
      const next = node + dr * cols + dc;
      const total = spent + cost(node, next, steps * stepKm);
      if (total >= (best[next] as number)) continue;
      best[next] = total;
      came[next] = node;
      heap.push(total, next);
    }
  }
  if (best[to] === Infinity) throw new Error('no way between two points of the map');
  const path = [to];
  for (let node = to; node !== from; ) {
    node = came[node] as number;
    path.unshift(node);
  }
  return path;
}

/** Cuts the corners of a line (Chaikin), keeping its ends. */
export function smoothLine(line: readonly Point[], rounds: number): Point[] {
  let points = [...line];
  for (let round = 0; round < rounds && points.length > 2; round++) {
    const next: Point[] = [points[0] as Point];
    for (let index = 0; index + 1 < points.length; index++) {
      const [ax, ay] = points[index] as Point;
      const [bx, by] = points[index + 1] as Point;
      next.push([ax * 0.75 + bx * 0.25, ay * 0.75 + by * 0.25], [ax * 0.25 + bx * 0.75, ay * 0.25 + by * 0.75]);
    }
    next.push(points.at(-1) as Point);
    points = next;
  }
  return points;
}

/** Drops the points of a line that lie within `km` of the line without them (Douglas-Peucker). */
export function thinLine(line: readonly Point[], km: number): Point[] {
  const keep = new Set([0, line.length - 1]);
  const spans: [number, number][] = [[0, line.length - 1]];
  for (const [first, last] of spans) {
    const [ax, ay] = line[first] as Point;
    const [bx, by] = line[last] as Point;
    const length = distanceKm([ax, ay], [bx, by]);
    let worst = -1;
    let worstKm = km;
    for (let index = first + 1; index < last; index++) {
      const [x, y] = line[index] as Point;
      const off =
        length === 0 ? distanceKm([x, y], [ax, ay]) : Math.abs((bx - ax) * (y - ay) - (by - ay) * (x - ax)) / length;
      if (off > worstKm) {
        worst = index;
        worstKm = off;
      }
    }
    if (worst < 0) continue;
    keep.add(worst);
    spans.push([first, worst], [worst, last]);
  }
  return line.filter((_, index) => keep.has(index));
}

export function lengthKm(line: readonly Point[]): number {
  let km = 0;
  for (let index = 1; index < line.length; index++) {
    km += distanceKm(line[index - 1] as Point, line[index] as Point);
  }
  return km;
}
