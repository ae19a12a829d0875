/** Lines on the plane: x, y pairs laid flat with their box, and what all of them need. */
import { CORNER_X, CORNER_Y, type Grid, hexX, hexY, mapRect, sideCorner } from './geometry.ts';

/** x, y pairs laid flat, with the box around them. */
export interface Polyline {
  points: Float32Array;
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** Wraps points with their box. */
export function polyline(points: readonly number[]): Polyline {
  let left = Number.POSITIVE_INFINITY;
  let top = Number.POSITIVE_INFINITY;
  let right = Number.NEGATIVE_INFINITY;
  let bottom = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < points.length; i += 2) {
    left = Math.min(left, points[i] as number);
    right = Math.max(right, points[i] as number);
    top = Math.min(top, points[i + 1] as number);
    bottom = Math.max(bottom, points[i + 1] as number);
  }
  return { points: Float32Array.from(points), left, top, right, bottom };
}

/** Rounds a line by cutting its corners twice or more; the ends stay. */
export function soften(points: readonly number[], times: number): number[] {
  let line = points.slice();
  for (let pass = 0; pass < times; pass++) {
    const next = [line[0] as number, line[1] as number];
    for (let i = 0; i + 3 < line.length; i += 2) {
      const ax = line[i] as number;
      const ay = line[i + 1] as number;
      const bx = line[i + 2] as number;
      const by = line[i + 3] as number;
      if (i > 0) next.push(ax * 0.75 + bx * 0.25, ay * 0.75 + by * 0.25);
      if (i + 5 < line.length) next.push(ax * 0.25 + bx * 0.75, ay * 0.25 + by * 0.75);
    }
    next.push(line[line.length - 2] as number, line[line.length - 1] as number);
    line = next;
  }
  return line;
}

/** A line that ends at the edge of the map runs on across the margin of the sheet; `off` tells which ends (1, 2) did. */
export function offTheSheet(grid: Grid, points: number[]): { points: number[]; off: number } {
  const box = mapRect(grid);
  const on = (x: number, y: number): [number, number] | null => {
    if (x < box.left + 0.75) return [box.left - 1.5, y];
    if (x > box.right - 0.75) return [box.right + 1.5, y];
    if (y < box.top + 0.75) return [x, box.top - 1.5];
    if (y > box.bottom - 0.75) return [x, box.bottom + 1.5];
    return null;
  };
  const before = on(points[0] as number, points[1] as number);
  const after = on(points[points.length - 2] as number, points[points.length - 1] as number);
  return { points: [...(before ?? []), ...points, ...(after ?? [])], off: (before ? 1 : 0) + (after ? 2 : 0) };
}

/** The middle of the side a hex has in a direction. */
export function hexsideMiddle(grid: Grid, hex: number, direction: number): { x: number; y: number } {
  const corner = sideCorner(direction);
  const after = (corner + 1) % 6;
  return {
    x: hexX(grid, hex) + ((CORNER_X[corner] as number) + (CORNER_X[after] as number)) / 2,
    y: hexY(grid, hex) + ((CORNER_Y[corner] as number) + (CORNER_Y[after] as number)) / 2,
  };
}
