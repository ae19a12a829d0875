import { expect, test } from 'vitest';
import { formatHex } from '../../../src/core/hex.ts';
import type { MapData } from '../../../src/core/scenario.ts';
import type { MapLines } from '../../../src/ui/board/contract.ts';
import { frontier, hexAtPoint, mapRect, toothless } from '../../../src/ui/board/geometry.ts';
import { tickSteps, ticks } from '../../../src/ui/board/graticule.ts';
import { onPlane } from '../../../src/ui/board/places.ts';
import { type RiverLine, riverLines, riverStrokes } from '../../../src/ui/board/rivers.ts';
import { railLines, roadLines } from '../../../src/ui/board/roads.ts';
import { barLength } from '../../../src/ui/board/scaleBar.ts';
import { sampleMap } from './sampleMap.ts';

function hexesAlong(map: MapData, points: Float32Array): Set<number> {
  const hexes = new Set<number>();
  for (let k = 0; k < points.length; k += 2) hexes.add(hexAtPoint(map, points[k] as number, points[k + 1] as number));
  hexes.delete(-1);
  return hexes;
}

test('the front runs between the sides from edge to edge of the map, never along the edge', () => {
  const grid = { cols: 8, rows: 6 };
  const east = (hex: number): boolean => hex % grid.cols >= 4;
  const held = Array.from({ length: 48 }, (_, hex) => hex).filter(east);
  const lines = frontier(grid, east, held);
  expect(lines).toHaveLength(1);
  const line = lines[0] as number[];
  const box = mapRect(grid);
  for (let k = 0; k < line.length; k += 2) {
    expect(line[k]).toBeGreaterThan(3);
    expect(line[k]).toBeLessThan(5);
  }
  expect(Math.min(line[1] as number, line[line.length - 1] as number)).toBeCloseTo(box.top, 0);
  expect(Math.max(line[1] as number, line[line.length - 1] as number)).toBeCloseTo(box.bottom, 0);
  // A pocket inside the map closes on itself.
  const pocket = frontier(grid, (hex) => hex === 19, [19])[0] as number[];
  expect(pocket).toHaveLength(14);
  expect([pocket[0], pocket[1]]).toEqual([pocket[12], pocket[13]]);
  expect(frontier(grid, () => true, held)).toEqual([]);
});

test('without its teeth a row of hexes has a straight edge', () => {
  const grid = { cols: 8, rows: 6 };
  const north = (hex: number): boolean => hex < 24;
  const line = frontier(grid, north, [...Array(24).keys()])[0] as number[];
  const smooth = toothless(line, false);
  const heights = smooth.slice(2, -2).filter((_, k) => k % 2 === 1);
  expect(Math.max(...heights) - Math.min(...heights)).toBeLessThan(1e-9);
  expect(smooth.slice(0, 2)).toEqual(line.slice(0, 2));
  expect(toothless([0, 0, 2, 0, 2, 2, 0, 2], true)).toEqual([1, 0, 2, 1, 1, 2, 0, 1]);
});

/** A river down the middle of the map and another that falls into it from the east. */
const confluence = sampleMap(9, 9, {
  rivers: [
    { hex: '0302', direction: 0, class: 'major', name: 'Main' },
    { hex: '0302', direction: 1, class: 'major', name: 'Main' },
    { hex: '0303', direction: 3, class: 'major', name: 'Main' },
    { hex: '0303', direction: 5, class: 'river', name: 'Side' },
    { hex: '0303', direction: 0, class: 'river', name: 'Side' },
  ],
});

test('a river ends where it meets another, with no gap between them', () => {
  const [side, main] = riverLines(confluence) as [RiverLine, RiverLine];
  expect([side.name, main.name]).toEqual(['Side', 'Main']);
  const ends = [0, side.points.length - 2].map((k) => {
    let nearest = Number.POSITIVE_INFINITY;
    for (let i = 0; i < main.points.length; i += 2) {
      const dx = (main.points[i] as number) - (side.points[k] as number);
      const dy = (main.points[i + 1] as number) - (side.points[k + 1] as number);
      nearest = Math.min(nearest, Math.hypot(dx, dy));
    }
    return nearest;
  });
  expect(Math.min(...ends)).toBeLessThan(0.06);
});

test('a river narrows towards its spring and nowhere else', () => {
  const rivers = riverLines(confluence);
  const side = rivers.find((river) => river.name === 'Side') as RiverLine;
  expect([1, 2]).toContain(side.springs);
  const strokes = riverStrokes(rivers.filter((river) => river.name === 'Side'));
  const shares = strokes.map((stroke) => stroke.share);
  expect(shares.at(-1)).toBe(1);
  expect(shares[0]).toBeLessThan(0.5);
  expect([...shares].sort()).toEqual(shares);
  const main = rivers.find((river) => river.name === 'Main') as RiverLine;
  expect(main.springs).toBe(3);
  expect(riverStrokes([main]).map((stroke) => stroke.share)).toContain(1);
  // From the edge of the map a river comes with its full width.
  const edge = riverLines(sampleMap(9, 9, { rivers: [{ hex: '0000', direction: 0, class: 'river' }] }))[0] as RiverLine;
  expect([1, 2]).toContain(edge.springs);
});

test('a railway stays in its hexes, bends to its survey and keeps beside the road', () => {
  const hexes = Array.from({ length: 8 }, (_, col) => formatHex(10, 4 * 10 + col + 1));
  const rail = { id: 'r', name: 'Line', hexes, source: [] };
  const road = { id: 'a', name: '', class: 'road' as const, hexes, source: [] };
  const course: MapLines = {
    rivers: [],
    roads: [],
    rails: [
      {
        name: 'Line',
        points: [
          [0, 3.2],
          [9, 3.2],
        ],
      },
    ],
  };
  const chain = new Set(hexes.map((hex) => 40 + Number(hex.slice(0, 2))));
  const map = sampleMap(10, 9, { rails: [rail] });
  const bent = railLines(map, course)[0] as { points: Float32Array; top: number };
  for (const hex of hexesAlong(map, bent.points)) expect(chain).toContain(hex);
  expect(hexesAlong(map, bent.points).size).toBe(chain.size);
  const straight = railLines(map)[0] as { top: number };
  expect(bent.top).toBeLessThan(straight.top - 0.2);
  const beside = sampleMap(10, 9, { rails: [rail], roads: [road] });
  const rails = railLines(beside)[0] as { points: Float32Array };
  const roads = roadLines(beside)[0] as { points: Float32Array };
  const mean = (points: Float32Array): number => {
    let sum = 0;
    for (let k = 1; k < points.length; k += 2) sum += points[k] as number;
    return sum / (points.length / 2);
  };
  expect(Math.abs(mean(rails.points) - mean(roads.points))).toBeGreaterThan(0.08);
  expect(railLines(sampleMap(4, 4))).toEqual([]);
});

test('degrees stand on the frame where the projection has them', () => {
  const map = sampleMap(72, 69, { hexKm: 5.5, projection: { kind: 'laea', lat0: 27.23, lon0: 111.1 } });
  const box = mapRect(map);
  const named = ticks(map).filter((tick) => tick.text !== '');
  const top = named.filter((tick) => tick.edge === 'top').map((tick) => tick.text);
  expect(top).toEqual(['110°E', '111°E', '112°E', '113°E']);
  expect(named.filter((tick) => tick.edge === 'left').map((tick) => tick.text)).toEqual(['26°N', '27°N', '28°N']);
  const at = (named.find((tick) => tick.edge === 'bottom' && tick.text === '112°E') as { at: number }).at;
  let low = 20;
  let high = 27.23;
  for (let pass = 0; pass < 50; pass++) {
    const middle = (low + high) / 2;
    if (onPlane(map, middle, 112).y > box.bottom) low = middle;
    else high = middle;
  }
  expect(at).toBeCloseTo(onPlane(map, low, 112).x, 3);
  expect(tickSteps(160)).toEqual({ named: 30, every: 10 });
});

test('the scale bar shows a round length that fits', () => {
  expect([13, 25, 48, 122].map((hexPx) => barLength(hexPx / 5.5))).toEqual([50, 20, 10, 5]);
  expect([13, 48, 122].map((hexPx) => barLength(hexPx / 2.5))).toEqual([20, 5, 2]);
});
