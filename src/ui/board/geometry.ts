/**
 * The plane the board is drawn on: one unit is a hex width, the origin is the centre of hex 0000, y runs south.
 * Pointy-top hexes in odd-r rows, as in `core/hex.ts`.
 */
import { neighbourOf } from '../../core/hex.ts';

/** Distance from the centre of a hex to its corners, and between rows. */
export const RADIUS = 1 / Math.sqrt(3);
export const ROW_STEP = 1.5 * RADIUS;

/** Corners clockwise from north; corner i and i + 1 bound the side in direction `SIDE_DIRECTION[i]`. */
export const CORNER_X = [0, 0.5, 0.5, 0, -0.5, -0.5] as const;
export const CORNER_Y = [-RADIUS, -RADIUS / 2, RADIUS / 2, RADIUS, RADIUS / 2, -RADIUS / 2] as const;
const SIDE_DIRECTION = [5, 0, 1, 2, 3, 4] as const;

export interface Point {
  x: number;
  y: number;
}

export interface Rect {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** Columns and rows of a map and where its hexes lie. */
export interface Grid {
  cols: number;
  rows: number;
}

export function hexX(grid: Grid, hex: number): number {
  const row = Math.floor(hex / grid.cols);
  return hex - row * grid.cols + (row & 1) / 2;
}

export function hexY(grid: Grid, hex: number): number {
  return Math.floor(hex / grid.cols) * ROW_STEP;
}

/** The first corner of the side a hex shows towards a direction; the second is the next clockwise. */
export function sideCorner(direction: number): number {
  return SIDE_DIRECTION.indexOf(direction as 0);
}

/** The hex a point lies in, -1 off the map. */
export function hexAtPoint(grid: Grid, x: number, y: number): number {
  const guess = Math.round(y / ROW_STEP);
  let best = -1;
  let bestDistance = Number.POSITIVE_INFINITY;
  for (let row = guess - 1; row <= guess + 1; row++) {
    const shift = (row & 1) / 2;
    const col = Math.round(x - shift);
    const dx = x - shift - col;
    const dy = y - row * ROW_STEP;
    const distance = dx * dx + dy * dy;
    if (distance < bestDistance) {
      bestDistance = distance;
      best = row >= 0 && row < grid.rows && col >= 0 && col < grid.cols ? row * grid.cols + col : -1;
    }
  }
  return best;
}

/** The box around all hexes. */
export function mapRect(grid: Grid): Rect {
  return {
    left: -0.5,
    top: -RADIUS,
    right: grid.cols - (grid.rows > 1 ? 0 : 0.5),
    bottom: (grid.rows - 1) * ROW_STEP + RADIUS,
  };
}

/** Calls back for every hex whose box touches a rectangle, row by row. */
export function eachHexIn(grid: Grid, rect: Rect, visit: (hex: number, x: number, y: number) => void): void {
  const firstRow = Math.max(0, Math.ceil((rect.top - RADIUS) / ROW_STEP));
  const lastRow = Math.min(grid.rows - 1, Math.floor((rect.bottom + RADIUS) / ROW_STEP));
  for (let row = firstRow; row <= lastRow; row++) {
    const shift = (row & 1) / 2;
    const firstCol = Math.max(0, Math.ceil(rect.left - shift - 0.5));
    const lastCol = Math.min(grid.cols - 1, Math.floor(rect.right - shift + 0.5));
    for (let col = firstCol; col <= lastCol; col++) visit(row * grid.cols + col, col + shift, row * ROW_STEP);
  }
}

/** Whether a hex is inside a view and not at its very rim. */
export function wellInView(grid: Grid, view: Rect, hex: number): boolean {
  const x = hexX(grid, hex);
  const y = hexY(grid, hex);
  const rim = Math.min(1.2, (view.right - view.left) * 0.1);
  return x > view.left + rim && x < view.right - rim && y > view.top + rim && y < view.bottom - rim;
}

/** A side of a hex from one corner to the next, with the key of the second. */
interface Step {
  fromX: number;
  fromY: number;
  key: string;
  x: number;
  y: number;
}

function cornerKey(x: number, y: number): string {
  return `${Math.round(x * 4)},${Math.round(y * 8)}`;
}

/** Sides of hexes that pass a test of the hex beyond, as steps clockwise from corner to corner, by their first corner. */
function stepsOf(grid: Grid, hexes: Iterable<number>, counts: (beyond: number) => boolean): Map<string, Step[]> {
  const steps = new Map<string, Step[]>();
  for (const hex of hexes) {
    const cx = hexX(grid, hex);
    const cy = hexY(grid, hex);
    for (let corner = 0; corner < 6; corner++) {
      if (!counts(neighbourOf(grid.cols, grid.rows, hex, SIDE_DIRECTION[corner] as number))) continue;
      const after = (corner + 1) % 6;
      const fromX = cx + (CORNER_X[corner] as number);
      const fromY = cy + (CORNER_Y[corner] as number);
      const from = cornerKey(fromX, fromY);
      const x = cx + (CORNER_X[after] as number);
      const y = cy + (CORNER_Y[after] as number);
      const step = { fromX, fromY, key: cornerKey(x, y), x, y };
      const list = steps.get(from);
      if (list) list.push(step);
      else steps.set(from, [step]);
    }
  }
  return steps;
}

/**
 * The outline of a set of hexes as closed rings of corners, each ring with the set on its right hand.
 * Corners are x, y pairs laid flat.
 */
export function outline(grid: Grid, inside: (hex: number) => boolean, hexes: Iterable<number>): number[][] {
  const next = stepsOf(grid, hexes, (beyond) => beyond < 0 || !inside(beyond));
  const rings: number[][] = [];
  for (const [start, steps] of next) {
    while (steps.length > 0) {
      const ring: number[] = [];
      let step = steps.pop();
      while (step) {
        ring.push(step.x, step.y);
        if (step.key === start) break;
        step = next.get(step.key)?.pop();
      }
      rings.push(ring);
    }
  }
  return rings;
}

/**
 * The lines between a set of hexes and the rest of the map, without the map's own edge: chains of corners, x, y pairs laid
 * flat, that end at the edge or join themselves.
 */
export function frontier(grid: Grid, inside: (hex: number) => boolean, hexes: Iterable<number>): number[][] {
  const next = stepsOf(grid, hexes, (beyond) => beyond >= 0 && !inside(beyond));
  const reached = new Set<string>();
  for (const steps of next.values()) for (const step of steps) reached.add(step.key);
  // Lines that begin at the edge of the map first, or they would be taken up in their middle and fall in two.
  const starts = [...next.keys()].sort((a, b) => Number(reached.has(a)) - Number(reached.has(b)));
  const lines: number[][] = [];
  for (const start of starts) {
    let step = next.get(start)?.pop();
    while (step) {
      const line = [step.fromX, step.fromY];
      while (step) {
        line.push(step.x, step.y);
        step = step.key === start ? undefined : next.get(step.key)?.pop();
      }
      lines.push(line);
      step = next.get(start)?.pop();
    }
  }
  return lines;
}

/**
 * A line along hexsides through the middles of its sides: a row of hexes then has a straight edge. The ends of an open line
 * stay; a closed one (a ring) is given without its first corner repeated.
 */
export function toothless(line: readonly number[], closed: boolean): number[] {
  const middles: number[] = closed ? [] : [line[0] as number, line[1] as number];
  const count = line.length / 2;
  for (let k = 0; k < (closed ? count : count - 1); k++) {
    const next = (k + 1) % count;
    middles.push(
      ((line[2 * k] as number) + (line[2 * next] as number)) / 2,
      ((line[2 * k + 1] as number) + (line[2 * next + 1] as number)) / 2,
    );
  }
  if (!closed) middles.push(line[line.length - 2] as number, line[line.length - 1] as number);
  return middles;
}
