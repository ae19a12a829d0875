import { expect, test } from 'vitest';
import type { Overlay } from '../../../src/ui/board/contract.ts';
import { hexX, hexY } from '../../../src/ui/board/geometry.ts';
import { courseOf, heartOf, overlayLabels } from '../../../src/ui/board/overlayLabels.ts';
import { dashOf } from '../../../src/ui/board/pane.ts';
import { roadLines, type Ways, waysOf } from '../../../src/ui/board/roads.ts';
import { sampleMap } from './sampleMap.ts';

const grid = { cols: 20, rows: 20 };
const at = (col: number, row: number): number => row * grid.cols + col;
const block = (col: number, row: number, wide: number, high: number): number[] =>
  Array.from({ length: wide * high }, (_, k) => at(col + (k % wide), row + Math.floor(k / wide)));
const measure = (text: string, size: number): number => text.length * size * 0.5;
/** No roads: everything runs from middle to middle. */
const ways: Ways = waysOf(sampleMap(grid.cols, grid.rows));
const blank: Overlay = { id: 'x', cells: [], lines: [] };

test('a zone is named deep inside it, not at the middle of its box', () => {
  expect(heartOf(grid, [])).toBe(-1);
  expect(heartOf(grid, [at(3, 3)])).toBe(at(3, 3));
  // A long arm to the east does not draw the name away from the body.
  const body = block(2, 2, 7, 7);
  const heart = heartOf(grid, [...body, ...block(9, 5, 10, 1)]);
  expect(Math.abs((heart % grid.cols) - 5)).toBeLessThanOrEqual(1);
  expect(Math.floor(heart / grid.cols)).toBe(5);
});

test('every zone is named, even where names crowd', () => {
  const zones = ['74th Army', '100th Army', '18th Army', '73rd Army'].map((name) => ({
    name,
    hexes: block(5, 5, 6, 6),
    colour: '#345',
  }));
  const labels = overlayLabels(grid, ways, { ...blank, zones }, 25, measure);
  expect(labels.map((label) => label.text)).toEqual(zones.map((zone) => zone.name));
  expect(new Set(labels.map((label) => label.y)).size).toBe(4);
});

test('the number of a convoy stands on its way; of two ways that cross both find room', () => {
  const east = { path: Array.from({ length: 9 }, (_, k) => at(4 + k, 8)), width: 4, colour: '#234', text: '24 t' };
  const south = { path: Array.from({ length: 9 }, (_, k) => at(8, 4 + k)), width: 4, colour: '#234', text: '8 t' };
  const labels = overlayLabels(grid, ways, { ...blank, routes: [east, south] }, 30, measure);
  expect(labels.map((label) => label.text)).toEqual(['24 t', '8 t']);
  const [a, b] = labels as [(typeof labels)[0], (typeof labels)[0]];
  expect(Math.abs(a.x - b.x) > 1 || Math.abs(a.y - b.y) > 0.5).toBe(true);
  expect(a.y).toBeCloseTo(hexY(grid, at(4, 8)), 1);
  const { points } = courseOf(ways, east);
  expect([points[0], points[1]]).toEqual([hexX(grid, at(4, 8)), Math.fround(hexY(grid, at(4, 8)))]);
  expect(overlayLabels(grid, ways, { ...blank, routes: [east] }, 13, measure)).toEqual([]);
});

test('words of lines give way to depots and are left out far away', () => {
  const line = { from: at(5, 5), to: at(6, 5), width: 3, colour: '#733', text: 'porters' };
  const depot = { hex: at(5, 5), state: 'open' as const, food: 1, ammo: 1, fuel: 0, text: '9 t' };
  expect(overlayLabels(grid, ways, { ...blank, lines: [line] }, 48, measure)).toHaveLength(1);
  expect(overlayLabels(grid, ways, { ...blank, lines: [line] }, 25, measure)).toEqual([]);
  expect(overlayLabels(grid, ways, { ...blank, lines: [line], depots: [depot] }, 48, measure)).toEqual([]);
});

test('each kind of dash is unlike the others, and a wide line keeps its gaps', () => {
  expect(dashOf(false, 4, 1)).toEqual([]);
  expect(dashOf(undefined, 4, 1)).toEqual([]);
  expect(dashOf(true, 4, 1)).toEqual(dashOf('dash', 4, 1));
  const kinds = (['dash', 'dots', 'dashDot', 'long'] as const).map((kind) => JSON.stringify(dashOf(kind, 4, 1)));
  expect(new Set(kinds).size).toBe(4);
  expect(dashOf('dash', 10, 2)[1]).toBeGreaterThan(dashOf('dash', 2, 2)[1] as number);
});

test('a convoy on a road is drawn along it, and beside no road from middle to middle', () => {
  const hexes = ['0404', '0504', '0604', '0704'];
  const map = sampleMap(20, 20, { roads: [{ id: 'a', name: '', class: 'track', hexes, source: [] }] });
  const onRoad = waysOf(map);
  const path = [at(4, 4), at(5, 4), at(6, 4), at(7, 4)];
  const course = courseOf(onRoad, { path, width: 3, colour: '#234' });
  const road = roadLines(map)[0] as { points: Float32Array };
  for (let k = 0; k < course.points.length; k += 2) {
    let nearest = Number.POSITIVE_INFINITY;
    for (let i = 0; i < road.points.length; i += 2) {
      const dx = (road.points[i] as number) - (course.points[k] as number);
      nearest = Math.min(nearest, Math.hypot(dx, (road.points[i + 1] as number) - (course.points[k + 1] as number)));
    }
    expect(nearest).toBeLessThan(0.08);
  }
  expect(onRoad.between(at(4, 4), at(5, 4))).toEqual(onRoad.between(at(5, 4), at(4, 4)));
  expect(onRoad.between(at(4, 4), at(4, 5))).toBeNull();
  expect(onRoad.node(at(9, 9))).toEqual({ x: hexX(grid, at(9, 9)), y: hexY(grid, at(9, 9)) });
});
