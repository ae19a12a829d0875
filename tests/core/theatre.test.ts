/** What a scenario lays over the map: zones against a slow reference, railways link by link, members of formations. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hexside } from '../../src/core/game.ts';
import { membersOf } from '../../src/core/members.ts';
import { region } from '../../src/core/theatre.ts';
import { tinyData, tinyGame } from './fixture.ts';

const COLS = 9;
const ROWS = 8;
const corner = fc.nat(COLS * ROWS - 1);
const corners = fc.array(corner, { minLength: 1, maxLength: 8 });

/** The centre of a hex one across: rows lie half the root of three apart, the odd ones half a hex to the east. */
function centre(hex: number): [number, number] {
  const row = Math.trunc(hex / COLS);
  return [(hex % COLS) + (row % 2) / 2, (row * Math.sqrt(3)) / 2];
}

/** Whether a ray in an odd direction crosses the lines an odd number of times, or the centre lies on one of them. */
function within(hex: number, polygon: readonly number[]): boolean {
  const [px, py] = centre(hex);
  const [dx, dy] = [Math.cos(0.1234), Math.sin(0.1234)];
  let crossings = 0;
  for (let i = 0; i < polygon.length; i++) {
    const from = centre(polygon[i]!);
    const to = centre(polygon[(i + 1) % polygon.length]!);
    const [ax, ay, bx, by] = [from[0] - px, from[1] - py, to[0] - px, to[1] - py];
    // On the line: the way over this hex is no longer than the line.
    const detour = Math.hypot(ax, ay) + Math.hypot(bx, by) - Math.hypot(bx - ax, by - ay);
    if (Math.abs(detour) < 1e-9) return true;
    const [above, below] = [dx * ay - dy * ax, dx * by - dy * bx];
    if (above > 0 === below > 0) continue;
    // Where the line meets the ray's own line, ahead or behind.
    const share = above / (above - below);
    if ((ax + share * (bx - ax)) * dx + (ay + share * (by - ay)) * dy > 0) crossings++;
  }
  return crossings % 2 === 1;
}

describe('6.10 zones', () => {
  test('6.10 are the hexes in and on the lines between the corners, as the slow reference has them', () => {
    fc.assert(
      fc.property(corners, (polygon) => {
        const expected = Array.from({ length: COLS * ROWS }, (_, hex) => Number(within(hex, polygon)));
        expect([...region(COLS, ROWS, polygon)]).toEqual(expected);
      }),
      { numRuns: 400 },
    );
  });

  test('6.10 whichever corner comes first and whichever way round', () => {
    fc.assert(
      fc.property(corners, fc.nat(7), (polygon, n) => {
        const turned = polygon.map((_, i) => polygon[(i + n) % polygon.length]!);
        const same = region(COLS, ROWS, polygon);
        expect(region(COLS, ROWS, turned)).toEqual(same);
        expect(region(COLS, ROWS, polygon.toReversed())).toEqual(same);
      }),
      { numRuns: 100 },
    );
  });

  test('6.10 by hand: from corner to corner of the map, a single hex, a line', () => {
    const all = region(COLS, ROWS, [0, COLS - 1, COLS * ROWS - 1, COLS * (ROWS - 1)]);
    // The last row lies half a hex to the east of the first, so that the lines lean: of the odd rows between the last hex
    // is outside, of the even ones the first.
    const out = [1, 2, 3, 4, 5, 6].map((row) => row * COLS + (row % 2) * (COLS - 1));
    expect([...all].flatMap((inside, hex) => (inside === 1 ? [] : [hex]))).toEqual(out);
    expect([...region(COLS, ROWS, [30])].flatMap((inside, hex) => (inside === 1 ? [hex] : []))).toEqual([30]);
    expect([...region(COLS, ROWS, [0, 4])].flatMap((inside, hex) => (inside === 1 ? [hex] : []))).toEqual([
      0, 1, 2, 3, 4,
    ]);
  });
});

test('13.3 a railway crosses the hexsides between its hexes, whichever way it runs', () => {
  for (const chain of ['0000 0100 0101 0001', '0001 0101 0100 0000']) {
    const game = tinyGame({ map: [',,,', ',,,'], units: [], rails: { line: chain } });
    // 0000 to 0100 and 0100 to 0101 by the eastern and the south-western side, 0101 to 0001 by the western one.
    const sides = [hexside(game, 0, 0), hexside(game, 1, 1), hexside(game, 4, 3)];
    expect([...game.theatre.railSides].sort((a, b) => a - b)).toEqual(sides.sort((a, b) => a - b));
  }
  expect(() => tinyGame({ map: [',,,'], units: [], rails: { line: '0000 0200' } })).toThrow('do not touch');
});

test('2.6 a formation is all that is below it, however deep, and nobody else', () => {
  const data = tinyData({
    map: [','],
    formations: [
      { id: 'army', side: 'cn', echelon: 'army' },
      { id: 'division', side: 'cn', parent: 'corps' },
    ],
    units: [
      { id: 'corps', side: 'cn', hex: '0000', parent: 'army', echelon: 'corps', kind: 'hq' },
      { id: 'a', side: 'cn', hex: '0000', parent: 'division' },
      { id: 'b', side: 'cn', hex: '0000', parent: 'army' },
      { id: 'c', side: 'cn', hex: '0000' },
    ],
  });
  const members = (id: string): string[] => membersOf(data, id).map((unit) => data.oob.units[unit]!.id);
  expect(members('army')).toEqual(['corps', 'a', 'b']);
  expect(members('corps')).toEqual(['corps', 'a']);
  expect(members('division')).toEqual(['a']);
  expect(members('c')).toEqual(['c']);
  expect(members('nobody')).toEqual([]);
});
