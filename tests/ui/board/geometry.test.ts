import { expect, test } from 'vitest';
import { neighbourOf } from '../../../src/core/hex.ts';
import {
  CORNER_X,
  CORNER_Y,
  eachHexIn,
  hexAtPoint,
  hexX,
  hexY,
  mapRect,
  outline,
  sideCorner,
} from '../../../src/ui/board/geometry.ts';

const grid = { cols: 7, rows: 6 };

test('every hex is found at its centre and near each of its corners, and nothing off the map', () => {
  for (let hex = 0; hex < grid.cols * grid.rows; hex++) {
    const x = hexX(grid, hex);
    const y = hexY(grid, hex);
    expect(hexAtPoint(grid, x, y)).toBe(hex);
    for (let corner = 0; corner < 6; corner++) {
      expect(hexAtPoint(grid, x + (CORNER_X[corner] as number) * 0.97, y + (CORNER_Y[corner] as number) * 0.97)).toBe(
        hex,
      );
    }
  }
  expect(hexAtPoint(grid, -0.6, 0)).toBe(-1);
  expect(hexAtPoint(grid, 3, -1)).toBe(-1);
});

test('the neighbour in a direction lies beyond the side of that direction', () => {
  const hex = 2 * grid.cols + 3;
  for (let direction = 0; direction < 6; direction++) {
    const corner = sideCorner(direction);
    const next = (corner + 1) % 6;
    const x = hexX(grid, hex) + ((CORNER_X[corner] as number) + (CORNER_X[next] as number)) * 0.6;
    const y = hexY(grid, hex) + ((CORNER_Y[corner] as number) + (CORNER_Y[next] as number)) * 0.6;
    expect(hexAtPoint(grid, x, y)).toBe(neighbourOf(grid.cols, grid.rows, hex, direction));
  }
});

test('hexes in a rectangle are all that touch it and few others', () => {
  const rect = { left: 1.2, right: 3.4, top: 0.9, bottom: 2.2 };
  const visited = new Set<number>();
  eachHexIn(grid, rect, (hex) => visited.add(hex));
  for (let x = rect.left; x <= rect.right; x += 0.05) {
    for (let y = rect.top; y <= rect.bottom; y += 0.05) expect(visited.has(hexAtPoint(grid, x, y))).toBe(true);
  }
  expect(visited.size).toBeLessThan(20);
});

test('the outline of one hex has six corners, of two adjacent hexes ten, of a ring two rings', () => {
  const single = outline(grid, (hex) => hex === 16, [16]);
  expect(single.map((ring) => ring.length / 2)).toEqual([6]);
  const pair = new Set([16, 17]);
  expect(outline(grid, (hex) => pair.has(hex), pair).map((ring) => ring.length / 2)).toEqual([10]);
  const around = new Set([0, 1, 2, 3, 4, 5].map((direction) => neighbourOf(grid.cols, grid.rows, 16, direction)));
  const rings = outline(grid, (hex) => around.has(hex), around).map((ring) => ring.length / 2);
  expect(rings.sort((a, b) => a - b)).toEqual([6, 18]);
});

test('the box of the map holds every corner of every hex and touches the outermost', () => {
  const box = mapRect(grid);
  let right = 0;
  for (let hex = 0; hex < grid.cols * grid.rows; hex++) right = Math.max(right, hexX(grid, hex) + 0.5);
  expect(box.right).toBeCloseTo(right);
  expect(box.left).toBeCloseTo(-0.5);
});
