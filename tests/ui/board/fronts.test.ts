/** The line between two sides' ground: from possession, known units and the nearest holder of nobody's ground. */
import { expect, test } from 'vitest';
import { emptyControl, setControl } from '../../../src/core/control.ts';
import { aside, frontLines, groundOf, teeth } from '../../../src/ui/board/fronts.ts';
import { hexX, hexY } from '../../../src/ui/board/geometry.ts';

const grid = { cols: 12, rows: 8 };
const at = (col: number, row: number): number => row * grid.cols + col;

/** The west held by the first side, the east by the second, `gap` columns between them by nobody. */
function halves(gap = 0): number[] {
  const control = emptyControl(grid.cols * grid.rows);
  for (let row = 0; row < grid.rows; row++)
    for (let col = 0; col < grid.cols; col++)
      if (col < 6 - gap) setControl(control, at(col, row), 0);
      else if (col >= 6) setControl(control, at(col, row), 1);
  return control;
}

test('the front runs between the halves, the second side on its right hand, from edge to edge', () => {
  const lines = frontLines(
    grid,
    groundOf(grid, halves(), new Map(), () => 0),
  );
  expect(lines).toHaveLength(1);
  const line = lines[0] as number[];
  const ys = line.filter((_, k) => k % 2 === 1);
  expect(Math.max(...ys) - Math.min(...ys)).toBeGreaterThan(5.5);
  for (let k = 0; k < line.length; k += 2) expect(Math.abs((line[k] as number) - 5.75)).toBeLessThan(0.6);
  const right = aside(line, 1);
  const middle = Math.floor(line.length / 4) * 2;
  expect(right[middle] as number).toBeGreaterThan((line[middle] as number) + 0.7);
});

test('a unit known to stand in ground of the other side makes that hex its own', () => {
  const control = halves();
  const unit = at(2, 3);
  const ground = groundOf(grid, control, new Map([[unit, [7]]]), (one) => (one === 7 ? 1 : 0));
  expect(ground[unit]).toBe(1);
  expect(frontLines(grid, ground)).toHaveLength(2);
  const ring = frontLines(grid, ground).find((line) => (line[0] as number) < 4) as number[];
  for (let k = 0; k < ring.length; k += 2)
    expect(Math.hypot((ring[k] as number) - hexX(grid, unit), (ring[k + 1] as number) - hexY(grid, unit))).toBeLessThan(
      0.7,
    );
});

test('ground that nobody holds is parted half way', () => {
  const ground = groundOf(grid, halves(4), new Map(), () => 0);
  expect([...ground].every((side) => side >= 0)).toBe(true);
  expect(ground[at(2, 3)]).toBe(0);
  expect(ground[at(5, 3)]).toBe(1);
  expect(frontLines(grid, ground)).toHaveLength(1);
});

test('teeth stand across the line on its right hand, at even steps', () => {
  const strokes = teeth([0, 0, 10, 0], 2, 0.5);
  expect(strokes).toHaveLength(5 * 4);
  for (let k = 0; k < strokes.length; k += 4) {
    expect(strokes[k + 1]).toBeCloseTo(0);
    expect(strokes[k + 3]).toBeCloseTo(0.5);
    expect(strokes[k + 2]).toBeCloseTo(strokes[k] as number);
  }
  expect((strokes[4] as number) - (strokes[0] as number)).toBeCloseTo(2);
});
