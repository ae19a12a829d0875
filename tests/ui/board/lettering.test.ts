/** Where names stand on the sheets of the shipped scenarios, at every zoom level. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { MapData, ScenarioData } from '../../../src/core/scenario.ts';
import { LEVELS } from '../../../src/ui/board/camera.ts';
import { contours } from '../../../src/ui/board/contours.ts';
import { hexX, hexY, mapRect, type Rect } from '../../../src/ui/board/geometry.ts';
import { surfaceOf, tintSpread } from '../../../src/ui/board/ground.ts';
import { CONTOUR_NUMBERS_FROM, contourNumbers, type LineName, namesAlong } from '../../../src/ui/board/lineNames.ts';
import { contourSteps } from '../../../src/ui/board/mapArt.ts';
import { readLines } from '../../../src/ui/board/mapFiles.ts';
import {
  type Label,
  leastRank,
  type PlaceSpot,
  placeLabels,
  placeSpots,
  stakedPlaces,
} from '../../../src/ui/board/places.ts';
import { reliefOfHexes } from '../../../src/ui/board/reliefRaster.ts';
import { riverLines } from '../../../src/ui/board/rivers.ts';
import { railLines } from '../../../src/ui/board/roads.ts';
import { counterShare } from '../../../src/ui/board/stacks.ts';

const ROOT = join(import.meta.dirname, '../../..');
const read = <T>(path: string): T => JSON.parse(readFileSync(join(ROOT, path), 'utf8')) as T;

const SHEETS = ['kunlun-pass', 'west-hunan'].map((id) => {
  const map = read<MapData>(`scenarios/${id}/map.json`);
  const scenario = read<ScenarioData['scenario']>(`scenarios/${id}/scenario.json`);
  const lines = readLines(read<Parameters<typeof readLines>[0]>(`assets/${id}/lines.json`), map.hexKm);
  const staked = stakedPlaces({ scenario } as ScenarioData);
  return {
    id,
    map,
    staked,
    spots: placeSpots(map, new Set(staked)),
    named: [...riverLines(map, lines), ...railLines(map, lines)],
  };
});

/** As wide as the names are in the page, near enough. */
function measure(spot: PlaceSpot): { width: number; height: number; gap: number } {
  return { width: spot.name.length * (spot.kind === 'city' ? 11 : 6.5) + 4, height: 26, gap: 6 };
}

function boxOf({ x, y, width, height }: Label): Rect {
  return { left: x - width / 2, right: x + width / 2, top: y - height / 2, bottom: y + height / 2 };
}

function overlap(a: Rect, b: Rect): boolean {
  const slack = 1e-9;
  return a.left < b.right - slack && b.left < a.right - slack && a.top < b.bottom - slack && b.top < a.bottom - slack;
}

for (const { id, map, spots, staked, named } of SHEETS) {
  test(`${id}: names never overlap and never leave the frame, at any level`, () => {
    const frame = mapRect(map);
    for (const hexPx of LEVELS) {
      const labels = placeLabels(map, spots, hexPx, measure);
      expect(labels.length).toBeGreaterThan(0);
      const boxes = labels.map(boxOf);
      boxes.forEach((box, i) => {
        expect(boxes.slice(i + 1).some((other) => overlap(box, other))).toBe(false);
        expect(box.left >= frame.left && box.right <= frame.right).toBe(true);
        expect(box.top >= frame.top && box.bottom <= frame.bottom).toBe(true);
      });
    }
  });

  test(`${id}: what the game is about is named as soon as its rank allows`, () => {
    for (const hexPx of LEVELS) {
      const shown = new Set(placeLabels(map, spots, hexPx, measure).map((label) => label.place.index));
      const due = spots.filter((spot) => spot.staked && spot.rank >= leastRank(hexPx));
      expect(due.length).toBeGreaterThan(0);
      const unnamed = due.filter((spot) => !shown.has(spot.index)).map((spot) => spot.name);
      expect(unnamed.length, `${hexPx}: ${unnamed.join(', ')}`).toBeLessThanOrEqual(hexPx < 30 ? due.length * 0.2 : 1);
    }
    expect(spots.filter((spot) => spot.staked)).toHaveLength(new Set(staked).size);
  });

  test(`${id}: counters that lie on every objective and beside it hide no name, and no name lies on them`, () => {
    const hexes = new Set(
      spots.filter((spot) => spot.staked).flatMap(({ hex }) => (hex % map.cols > 0 ? [hex, hex - 1] : [hex])),
    );
    for (const hexPx of LEVELS) {
      const half = counterShare(hexPx) / 2;
      const labels = placeLabels(map, spots, hexPx, measure, mapRect(map), { hexes, half });
      const due = spots.filter((spot) => spot.staked && spot.rank >= leastRank(hexPx));
      const shown = new Set(labels.map((label) => label.place.index));
      const unnamed = due.filter((spot) => !shown.has(spot.index)).map((spot) => spot.name);
      expect(unnamed.length, `${hexPx}: ${unnamed.join(', ')}`).toBeLessThanOrEqual(hexPx < 30 ? due.length * 0.2 : 1);
      const covered = labels.filter((label) =>
        [...hexes].some((hex) => {
          const [x, y] = [hexX(map, hex), hexY(map, hex)];
          return overlap(boxOf(label), { left: x - half, right: x + half, top: y - half, bottom: y + half });
        }),
      );
      // A name that had to lie on a counter is one that the game is about, and it lies above it.
      for (const { place } of covered) expect(place.staked || place.kind === 'city').toBe(true);
      expect(covered.length, `${hexPx}: ${covered.map((one) => one.place.name)}`).toBeLessThanOrEqual(
        due.length * 0.15,
      );
    }
  });

  test(`${id}: rivers and railways are named along their course, clear of places and of each other`, () => {
    const frame = mapRect(map);
    for (const hexPx of LEVELS) {
      const taken = placeLabels(map, spots, hexPx, measure).map(boxOf);
      const names = namesAlong(
        named,
        hexPx,
        () => 4,
        (text, size) => text.length * size * 0.5,
        taken,
        frame,
      );
      expect(names.some((name) => name.class === 'major')).toBe(true);
      expect(names.some((name) => name.class === 'stream')).toBe(hexPx >= 46 && id === 'west-hunan');
      expect(names.some((name) => name.class === 'rail')).toBe(hexPx >= 24 && id === 'west-hunan');
      for (const name of names) {
        expectReadable(name);
        for (const { x, y } of name.glyphs) {
          expect(taken.some((box) => x > box.left && x < box.right && y > box.top && y < box.bottom)).toBe(false);
          expect(x > frame.left && x < frame.right && y > frame.top && y < frame.bottom).toBe(true);
        }
      }
      const letters = names.flatMap((name, k) => name.glyphs.map((glyph) => ({ ...glyph, k })));
      const em = 9 / hexPx;
      for (const a of letters) {
        expect(letters.some((b) => b.k !== a.k && Math.abs(a.x - b.x) < em && Math.abs(a.y - b.y) < em)).toBe(false);
      }
    }
  });
}

/** From left to right, no letter on its head, no letter far off its neighbour's line. */
function expectReadable({ glyphs }: LineName): void {
  const first = glyphs[0] as LineName['glyphs'][0];
  const last = glyphs[glyphs.length - 1] as LineName['glyphs'][0];
  expect(last.x).toBeGreaterThan(first.x - 0.2);
  for (let k = 1; k < glyphs.length; k++) {
    const turn = Math.abs((glyphs[k] as { angle: number }).angle - (glyphs[k - 1] as { angle: number }).angle);
    expect(Math.min(turn, Math.PI * 2 - turn)).toBeLessThan(0.35);
  }
}

test('thick contours carry their height, head up, near by and not far out', () => {
  const { map } = SHEETS[1] as (typeof SHEETS)[0];
  const [interval, thick] = contourSteps(1900, map.hexKm);
  expect([interval, thick]).toEqual([100, 500]);
  const lines = contours(surfaceOf(map, reliefOfHexes(map), 3), interval);
  const frame = mapRect(map);
  const numbers = contourNumbers(lines, thick, 90, [], frame);
  expect(new Set(numbers.map((name) => name.glyphs[0]?.text))).toEqual(new Set(['500', '1000', '1500']));
  for (const { glyphs } of numbers) expect(Math.abs(glyphs[0]?.angle ?? 9)).toBeLessThanOrEqual(Math.PI / 2 + 1e-9);
  expect(contourNumbers(lines, thick, CONTOUR_NUMBERS_FROM - 1, [], frame)).toEqual([]);
});

test('tints are spread and contours thinned for high country alone', () => {
  const [kunlun, hunan] = SHEETS.map(({ map }) => tintSpread(map)) as [number, number];
  expect(kunlun).toBe(1);
  expect(hunan).toBeGreaterThan(1.2);
  expect(contourSteps(1760, 2.5)).toEqual([50, 200]);
  expect(contourSteps(400, 2.5)).toEqual([20, 80]);
});
