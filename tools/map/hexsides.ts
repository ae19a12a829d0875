import { hexsideOf } from '../../src/core/hex.ts';
import { distanceKm, type Grid, type Point } from './grid.ts';

/**
 * Turns a river line into hexsides.
 *
 * A hexside belongs to the river when the segment between the centres of its two hexes crosses the line an odd number of
 * times: the two centres lie on different banks. Round every corner of the grid the number of such hexsides is even,
 * unless the line ends there; so they form one chain from end to end, and closed rings round hexes that a meander cuts
 * off, which are dropped.
 */

/** A chain of hexsides in the order of the line: `corners` has one entry more than `sides`. */
export interface Chain {
  sides: number[];
  corners: string[];
}

/** Hexes that must lie on one bank. Both lists are of the grid's hexes; the first hex of `left` is surely on its bank. */
export interface Banks {
  left: number[];
  right: number[];
}

/** The two hexes of a hexside. */
export function hexesOf(grid: Grid, side: number): [number, number] {
  const hex = Math.floor(side / 3);
  return [hex, grid.neighbour(hex, side % 3)];
}

const cornerName = (hexes: number[]): string => hexes.sort((a, b) => a - b).join(' ');

/** The names of the two corners of a hexside: each the three hexes that meet there. */
export function cornersOf(grid: Grid, side: number): [string, string] {
  const [hex, other] = hexesOf(grid, side);
  const direction = side % 3;
  return [
    cornerName([hex, other, grid.neighbour(hex, (direction + 5) % 6)]),
    cornerName([hex, other, grid.neighbour(hex, direction + 1)]),
  ];
}

/** The hexsides that meet in a corner inside the grid. */
function sidesAt(grid: Grid, corner: string): number[] {
  const hexes = corner.split(' ').map(Number);
  const sides: number[] = [];
  for (const hex of hexes) {
    for (let direction = 0; direction < 3 && hex >= 0; direction++) {
      const other = grid.neighbour(hex, direction);
      if (other >= 0 && hexes.includes(other)) sides.push(hex * 3 + direction);
    }
  }
  return sides;
}

const turn = (a: Point, b: Point, c: Point): number => (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);

const crosses = (a: Point, b: Point, p: Point, q: Point): boolean =>
  turn(a, b, p) >= 0 !== turn(a, b, q) >= 0 && turn(p, q, a) >= 0 !== turn(p, q, b) >= 0;

function toggle(set: Set<number>, side: number): void {
  if (!set.delete(side)) set.add(side);
}

/** Points no further apart than `stepKm`. */
function densify(line: readonly Point[], stepKm: number): Point[] {
  const points: Point[] = [];
  for (const [index, [x, y]] of line.entries()) {
    const next = line[index + 1];
    points.push([x, y]);
    if (!next) break;
    const parts = Math.ceil(distanceKm([x, y], next) / stepKm);
    for (let part = 1; part < parts; part++) {
      points.push([x + ((next[0] - x) * part) / parts, y + ((next[1] - y) * part) / parts]);
    }
  }
  return points;
}

/** Hexes within two steps of a hex, itself included. */
function within2(grid: Grid, hex: number): Set<number> {
  const near = new Set([hex]);
  for (let step = 0; step < 2; step++) {
    for (const from of [...near]) {
      for (let direction = 0; direction < 6; direction++) {
        const next = grid.neighbour(from, direction);
        if (next >= 0) near.add(next);
      }
    }
  }
  return near;
}

/** The hexsides whose two hexes lie on different banks of the line. */
function oddSides(grid: Grid, line: readonly Point[]): Set<number> {
  const odd = new Set<number>();
  const points = densify(line, grid.hexKm / 2);
  for (const [index, p] of points.entries()) {
    const q = points[index + 1];
    if (!q) break;
    const middle = Math.max(grid.hexAt(p), grid.hexAt(q));
    if (middle < 0) continue;
    for (const hex of within2(grid, middle)) {
      for (let direction = 0; direction < 3; direction++) {
        const other = grid.neighbour(hex, direction);
        if (other >= 0 && crosses(grid.centre(hex), grid.centre(other), p, q)) toggle(odd, hex * 3 + direction);
      }
    }
  }
  return odd;
}

/** All hexes that can be reached from a hex without crossing the sides. */
function bankOf(grid: Grid, sides: ReadonlySet<number>, start: number): Set<number> {
  const bank = new Set([start]);
  for (const hex of bank) {
    for (let direction = 0; direction < 6; direction++) {
      const next = grid.neighbour(hex, direction);
      if (next >= 0 && !sides.has(hexsideOf(grid.cols, grid.rows, hex, direction))) bank.add(next);
    }
  }
  return bank;
}

/** The hexes on the left bank, found from one that is surely there. */
const leftBank = (grid: Grid, sides: ReadonlySet<number>, dams: ReadonlySet<number>, start: number): Set<number> => {
  const border = new Set(sides);
  for (const side of dams) toggle(border, side);
  return bankOf(grid, border, start);
};

/**
 * Sides that part the banks beyond the ends of a line inside the grid: straight on from each end to the nearest edge.
 * Without them the banks of a river would meet round its spring.
 */
function damSides(grid: Grid, line: readonly Point[]): Set<number> {
  const [width, height] = grid.centre(grid.size - 1);
  const dams = new Set<number>();
  for (const end of [line[0], line.at(-1)] as Point[]) {
    if (grid.hexAt(end) < 0) continue;
    const [x, y] = end;
    const beyond = 4 * grid.hexKm;
    const ways: [number, Point][] = [
      [x, [-beyond, y]],
      [width - x, [width + beyond, y]],
      [y, [x, -beyond]],
      [height - y, [x, height + beyond]],
    ];
    const [, edge] = ways.reduce((best, way) => (way[0] < best[0] ? way : best));
    for (const side of oddSides(grid, [end, edge])) toggle(dams, side);
  }
  return dams;
}

/** Moves the hexes that must lie on a bank to that bank: all six sides of a hex change. */
function keepBanks(grid: Grid, sides: Set<number>, dams: ReadonlySet<number>, { left, right }: Banks): void {
  const start = left[0];
  if (start === undefined) return;
  const bank = leftBank(grid, sides, dams, start);
  for (const hex of [...left.filter((hex) => !bank.has(hex)), ...right.filter((hex) => bank.has(hex))]) {
    for (let direction = 0; direction < 6; direction++) {
      const side = hexsideOf(grid.cols, grid.rows, hex, direction);
      if (side >= 0) toggle(sides, side);
    }
  }
}

/** Walks from a corner along the sides to another corner by the fewest sides; null when they are not connected. */
function walk(grid: Grid, usable: (side: number) => boolean, from: string, isEnd: (corner: string) => boolean) {
  const came = new Map<string, { corner: string; side: number } | null>([[from, null]]);
  for (const corner of came.keys()) {
    if (isEnd(corner)) {
      const chain: Chain = { sides: [], corners: [corner] };
      for (let step = came.get(corner); step; step = came.get(step.corner)) {
        chain.sides.unshift(step.side);
        chain.corners.unshift(step.corner);
      }
      return chain;
    }
    for (const side of sidesAt(grid, corner)) {
      if (!usable(side)) continue;
      for (const next of cornersOf(grid, side)) {
        if (!came.has(next)) came.set(next, { corner, side });
      }
    }
  }
  return null;
}

const middleOf = (grid: Grid, side: number): Point => {
  const [a, b] = hexesOf(grid, side).map(grid.centre) as [Point, Point];
  return [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
};

/** How far along a line (index of its nearest point) a hexside lies. */
export function placeOnLine(grid: Grid, line: readonly Point[], side: number): number {
  const middle = middleOf(grid, side);
  let best = 0;
  let bestKm = Infinity;
  for (const [index, point] of line.entries()) {
    const km = distanceKm(point, middle);
    if (km < bestKm) {
      bestKm = km;
      best = index;
    }
  }
  return best;
}

/**
 * The chains of hexsides of a line, each in the direction of the line: one, or more where the line leaves the grid and
 * comes back. Refuses a line that branches.
 */
export function traceLine(grid: Grid, line: readonly Point[], banks: Banks = { left: [], right: [] }): Chain[] {
  const sides = oddSides(grid, line);
  const dams = banks.left.length > 0 ? damSides(grid, line) : new Set<number>();
  keepBanks(grid, sides, dams, banks);
  const degree = new Map<string, number>();
  for (const side of sides) {
    for (const corner of cornersOf(grid, side)) degree.set(corner, (degree.get(corner) ?? 0) + 1);
  }
  const ends = new Set([...degree].filter(([, count]) => count % 2 === 1).map(([corner]) => corner));
  const chains: Chain[] = [];
  for (const end of ends) {
    const chain = walk(
      grid,
      (side) => sides.has(side),
      end,
      (corner) => corner !== end && ends.has(corner),
    );
    if (!chain) throw new Error('a river chain has a loose end');
    ends.delete(end);
    ends.delete(chain.corners.at(-1) as string);
    const first = placeOnLine(grid, line, chain.sides[0] as number);
    const last = placeOnLine(grid, line, chain.sides.at(-1) as number);
    chains.push(first <= last ? chain : { sides: chain.sides.reverse(), corners: chain.corners.reverse() });
  }
  const { left, right } = banks;
  if (left[0] !== undefined) {
    const bank = leftBank(grid, new Set(chains.flatMap((chain) => chain.sides)), dams, left[0]);
    const lost = [...left.filter((hex) => !bank.has(hex)), ...right.filter((hex) => bank.has(hex))];
    if (lost.length > 0) throw new Error(`hexes on the wrong bank: ${lost.map(grid.format).join(' ')}`);
  }
  return chains;
}

/** Ends a tributary at the first corner it shares with the rivers already there; leads it there when it stops short. */
export function joinRivers(grid: Grid, chain: Chain, rivers: ReadonlySet<string>): Chain {
  const meets = chain.corners.findIndex((corner) => rivers.has(corner));
  if (meets >= 0) return { sides: chain.sides.slice(0, meets), corners: chain.corners.slice(0, meets + 1) };
  const rest = walk(
    grid,
    () => true,
    chain.corners.at(-1) as string,
    (corner) => rivers.has(corner),
  );
  if (!rest) throw new Error('a tributary reaches no river');
  return { sides: [...chain.sides, ...rest.sides], corners: [...chain.corners, ...rest.corners.slice(1)] };
}
