import { gzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { neighbourOf } from '../../../src/core/hex.ts';
import type { PlaceData } from '../../../src/core/scenario.ts';
import { contours } from '../../../src/ui/board/contours.ts';
import { hexAtPoint, hexX, hexY, ROW_STEP } from '../../../src/ui/board/geometry.ts';
import { paintGround, shade, surfaceOf } from '../../../src/ui/board/ground.ts';
import { hexsideMiddle } from '../../../src/ui/board/lines.ts';
import { readLines, readRelief } from '../../../src/ui/board/mapFiles.ts';
import { leastRank, onPlane, placeLabels, placeSpots } from '../../../src/ui/board/places.ts';
import { reliefOfHexes, resample } from '../../../src/ui/board/reliefRaster.ts';
import { riverLines } from '../../../src/ui/board/rivers.ts';
import { bridgeSpots, roadLines } from '../../../src/ui/board/roads.ts';
import { sampleMap } from './sampleMap.ts';

test('a raster is unpacked from delta-coded rows, gzipped or already unpacked by the server', () => {
  const rows = [
    [5, 7, 4, -3],
    [300, 299, 1000, -1000],
  ];
  const bytes = new Uint8Array(16);
  rows.forEach((row, j) => {
    row.forEach((metres, i) => {
      const delta = (metres - (i > 0 ? (row[i - 1] as number) : 0)) & 0xffff;
      bytes[(j * 4 + i) * 2] = delta & 255;
      bytes[(j * 4 + i) * 2 + 1] = delta >> 8;
    });
  });
  const head = { file: 'x', cols: 4, rows: 2, stepKm: 0.5, originKm: [-3, -3] as [number, number] };
  for (const packed of [bytes, gzipSync(bytes)]) {
    const relief = readRelief(head, packed, 2.5);
    expect([...relief.metres]).toEqual(rows.flat());
    expect(relief).toMatchObject({ originX: -1.2, stepX: 0.2, width: 4, height: 2 });
  }
  expect(() => readRelief(head, bytes.slice(2), 2.5)).toThrow('14 bytes for 4 x 2');
});

test('lines are scaled from km to hex widths', () => {
  const lines = readLines({ rivers: [{ class: 'major', points: [[5, 2.5]] }], roads: [] }, 2.5);
  expect(lines.rivers[0]?.points).toEqual([[2, 1]]);
});

test('resampling keeps a plane and a slope', () => {
  const slope = sampleMap(8, 8, {
    elevationM: Array.from({ length: 8 }, (_, row) =>
      Array.from({ length: 8 }, (_, col) => 100 + 20 * (col + (row & 1) / 2)),
    ),
  });
  const flat = resample(reliefOfHexes(sampleMap(8, 8)), 1, 1, 9, 9, 0.5);
  for (const metres of flat.heights) expect(metres).toBeCloseTo(100, 3);
  const surface = resample(reliefOfHexes(slope), 2, 2, 9, 1, 0.5);
  const rise = (surface.heights[8] as number) - (surface.heights[0] as number);
  expect(rise).toBeGreaterThan(65);
  expect(rise).toBeLessThan(95);
});

test('light comes from the north-west', () => {
  expect(shade(0, 0)).toBe(0);
  // Ground that rises to the east faces west, ground that rises to the south faces north.
  expect(shade(0.1, 0.1)).toBeGreaterThan(0);
  expect(shade(-0.1, -0.1)).toBeLessThan(0);
});

test('a spot height is raised to its metres, and the same in a part of the sheet as in the whole', () => {
  const place: PlaceData = {
    id: 'peak',
    name: 'Peak',
    zh: '',
    kind: 'height',
    hex: '0404',
    lat: 0,
    lon: 0,
    positionErrorKm: 1,
    elevationM: 400,
    source: [],
  };
  const map = sampleMap(9, 9, { places: [place] });
  const relief = reliefOfHexes(map);
  const x = hexX(map, 4 * 9 + 4);
  const y = hexY(map, 4 * 9 + 4);
  const part = surfaceOf(map, relief, 20, { left: x - 1, top: y - 1, right: x + 1, bottom: y + 1 });
  const whole = surfaceOf(map, relief, 20);
  const highest = (heights: Float32Array): number => heights.reduce((high, metres) => Math.max(high, metres), 0);
  expect(highest(part.heights)).toBeGreaterThan(390);
  expect(highest(part.heights)).toBeCloseTo(highest(whole.heights), -1);
  const picture = paintGround(map, part);
  expect(picture.rgba.length).toBe(picture.width * picture.height * 4);
  expect(picture.rgba[3]).toBe(255);
});

test('contours of a cone are closed rings, one a level', () => {
  const size = 41;
  const heights = new Float32Array(size * size);
  for (let j = 0; j < size; j++)
    for (let i = 0; i < size; i++) heights[j * size + i] = 200 - Math.hypot(i - 20, j - 20) * 8;
  const lines = contours({ width: size, height: size, heights, x0: 0, y0: 0, step: 0.1 }, 50);
  const rings = lines.filter((line) => line.metres === 100 || line.metres === 150);
  expect(rings.map((line) => line.metres)).toEqual([100, 150]);
  for (const { points, metres } of rings) {
    expect([points[0], points[1]]).toEqual([points[points.length - 2], points[points.length - 1]]);
    for (let k = 0; k < points.length; k += 2) {
      const away = Math.hypot((points[k] as number) - 2, (points[k + 1] as number) - 2);
      expect(away).toBeCloseTo(((200 - metres) / 8) * 0.1, 1);
    }
  }
});

test('a river runs by its hexsides in one course and never crosses into the middle of a hex', () => {
  const map = sampleMap(8, 8, {
    rivers: [
      { hex: '0303', direction: 0, class: 'river' },
      { hex: '0303', direction: 1, class: 'river' },
      { hex: '0303', direction: 2, class: 'river' },
    ],
  });
  const lines = riverLines(map);
  expect(lines).toHaveLength(1);
  const { points } = lines[0] as { points: Float32Array };
  for (let k = 0; k < points.length; k += 2) {
    const hex = hexAtPoint(map, points[k] as number, points[k + 1] as number);
    const away = Math.hypot((points[k] as number) - hexX(map, hex), (points[k + 1] as number) - hexY(map, hex));
    expect(away).toBeGreaterThan(0.25);
  }
});

test('a river bends towards the surveyed course but stays by its hexside', () => {
  const map = sampleMap(8, 8, { rivers: [{ hex: '0303', direction: 0, class: 'river' }] });
  const middle = hexsideMiddle(map, 3 * 8 + 3, 0);
  const far: [number, number][] = [
    [middle.x + 0.6, middle.y - 2],
    [middle.x + 0.6, middle.y + 2],
  ];
  const bent = riverLines(map, { rivers: [{ class: 'river', points: far }], roads: [] })[0];
  const middleX = ((bent?.left ?? 0) + (bent?.right ?? 0)) / 2;
  expect(middleX).toBeGreaterThan(middle.x + 0.1);
  expect(bent?.right).toBeLessThan(middle.x + 0.3);
});

test('a stretch of two roads is drawn once, by the better; roads pass through every hex of their chain', () => {
  const road = { id: 'a', name: '', class: 'road' as const, hexes: ['0101', '0201', '0301'], source: [] };
  const track = { id: 'b', name: '', class: 'track' as const, hexes: ['0201', '0301', '0401'], source: [] };
  const map = sampleMap(8, 4, { roads: [track, road] });
  const lines = roadLines(map);
  expect(lines.map((line) => line.class)).toEqual(['track', 'road']);
  expect(lines[0]?.left).toBeGreaterThan(3);
  const visited = new Set<number>();
  const { points } = lines[1] as { points: Float32Array };
  for (let k = 0; k < points.length; k += 2) visited.add(hexAtPoint(map, points[k] as number, points[k + 1] as number));
  for (const hex of [9, 10, 11]) expect(visited.has(hex)).toBe(true);
});

test('a bridge stands where road and river meet', () => {
  const map = sampleMap(8, 8, {
    rivers: [{ hex: '0303', direction: 0, class: 'river' }],
    roads: [{ id: 'a', name: '', class: 'road', hexes: ['0303', '0403'], source: [] }],
    bridges: [{ id: 'b', hex: '0403', direction: 3, kind: 'bridge' }],
  });
  const rivers = riverLines(map);
  const spot = bridgeSpots(map, rivers, roadLines(map))[0];
  const middle = hexsideMiddle(map, 3 * 8 + 3, 0);
  expect(spot?.hexside).toBe((3 * 8 + 3) * 3);
  expect(Math.hypot((spot?.x ?? 0) - middle.x, (spot?.y ?? 0) - middle.y)).toBeLessThan(0.5);
  expect(Math.abs(Math.cos(spot?.angle ?? Math.PI / 2))).toBeGreaterThan(0.7);
});

const town = (name: string, hex: string, kind: PlaceData['kind'] = 'town'): PlaceData => ({
  id: name,
  name,
  zh: '',
  kind,
  hex,
  lat: 0,
  lon: 0,
  positionErrorKm: 0,
  source: [],
});

test('a place stands at its position when that is in its hex, else in the middle of the hex', () => {
  const map = sampleMap(64, 64);
  const at = onPlane(map, 23.05, 108.65);
  expect(at.x).toBeCloseTo(31.75 + 5.12 / 2.5, 1);
  expect(at.y).toBeCloseTo((63 * ROW_STEP) / 2 - 5.55 / 2.5, 1);
  const hex = hexAtPoint(map, at.x, at.y);
  const text = String(hex % 64).padStart(2, '0') + String(Math.floor(hex / 64)).padStart(2, '0');
  const right = { ...town('right', text), lat: 23.05, lon: 108.65 };
  const wrong = { ...town('wrong', '0505'), lat: 23.05, lon: 108.65 };
  const spots = placeSpots({ ...map, places: [right, wrong] });
  expect(spots[0]?.x).toBeCloseTo(at.x);
  expect(spots[1]).toMatchObject({ x: hexX(map, 5 * 64 + 5), y: hexY(map, 5 * 64 + 5) });
});

test('names never overlap; the city is named before the village beside it', () => {
  const places = [town('village', '0403', 'village'), town('City', '0303', 'city')];
  for (let k = 0; k < 10; k++) places.push(town(`t${k}`, `0${k % 8}0${2 + Math.floor(k / 5)}`));
  const map = sampleMap(9, 9, { places });
  const labels = placeLabels(map, placeSpots(map), 48, () => ({ width: 70, height: 28, gap: 6 }));
  expect(labels[0]?.place.name).toBe('City');
  labels.forEach((a, i) => {
    for (const b of labels.slice(i + 1)) {
      const apart =
        Math.abs(a.x - b.x) >= (a.width + b.width) / 2 - 1e-9 ||
        Math.abs(a.y - b.y) >= (a.height + b.height) / 2 - 1e-9;
      expect(apart).toBe(true);
    }
  });
});

test('far out only cities and passes are named', () => {
  const map = sampleMap(9, 9, { places: [town('a', '0101'), town('b', '0505', 'pass'), town('c', '0707', 'village')] });
  const labels = placeLabels(map, placeSpots(map), 13, () => ({ width: 30, height: 12, gap: 4 }));
  expect(labels.map((label) => label.place.name)).toEqual(['b']);
  expect(leastRank(90)).toBe(1);
});

test('neighbours of the sample map agree with the plane', () => {
  const map = sampleMap(6, 6);
  for (let direction = 0; direction < 6; direction++) {
    const beyond = neighbourOf(6, 6, 14, direction);
    expect(Math.hypot(hexX(map, beyond) - hexX(map, 14), hexY(map, beyond) - hexY(map, 14))).toBeCloseTo(1);
  }
});
