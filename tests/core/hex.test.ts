import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { direction, distance, hexside } from '../../src/core/game.ts';
import {
  directionTo,
  distanceHexes,
  formatHex,
  hexsideOf,
  neighbourOf,
  oppositeDirection,
  parseHex,
} from '../../src/core/hex.ts';
import { tinyGame } from './fixture.ts';

const maps = fc.tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 12 }));
const placed = maps.chain(([cols, rows]) =>
  fc.record({
    cols: fc.constant(cols),
    rows: fc.constant(rows),
    hex: fc.nat(cols * rows - 1),
    to: fc.nat(cols * rows - 1),
  }),
);

/** Distance by walking: rings of neighbours until the other hex is met. */
function walked(cols: number, rows: number, from: number, to: number): number {
  let ring = new Set([from]);
  const seen = new Set(ring);
  for (let steps = 0; ; steps++) {
    if (ring.has(to)) return steps;
    const next = new Set<number>();
    for (const hex of ring)
      for (let d = 0; d < 6; d++) {
        const near = neighbourOf(cols, rows, hex, d);
        if (near >= 0 && !seen.has(near)) next.add(near);
      }
    for (const hex of next) seen.add(hex);
    ring = next;
  }
}

describe('hexes', () => {
  test('the six neighbours of an even and an odd row, from the picture', () => {
    // Rows of five; odd rows stand half a hex to the right.
    const at = (text: string): number => parseHex(5, 5, text);
    const around = (text: string): string[] =>
      [0, 1, 2, 3, 4, 5].map((d) => formatHex(5, neighbourOf(5, 5, at(text), d)));
    expect(around('0202')).toEqual(['0302', '0203', '0103', '0102', '0101', '0201']);
    expect(around('0203')).toEqual(['0303', '0304', '0204', '0103', '0202', '0302']);
    expect(around('0000')).toEqual(['0100', '0001', 'off map', 'off map', 'off map', 'off map']);
    expect(around('0404')).toEqual(['off map', 'off map', 'off map', '0304', '0303', '0403']);
  });

  test('a step and its opposite lead back', () => {
    fc.assert(
      fc.property(placed, fc.nat(5), ({ cols, rows, hex }, d) => {
        const near = neighbourOf(cols, rows, hex, d);
        if (near < 0) return;
        expect(neighbourOf(cols, rows, near, oppositeDirection(d))).toBe(hex);
        expect(directionTo(cols, rows, hex, near)).toBe(d);
        // Both hexes name the side between them alike.
        expect(hexsideOf(cols, rows, hex, d)).toBe(hexsideOf(cols, rows, near, oppositeDirection(d)));
      }),
    );
  });

  test('no two hexsides have the same number', () => {
    const seen = new Map<number, string>();
    for (let hex = 0; hex < 20; hex++)
      for (let d = 0; d < 3; d++) {
        const side = hexsideOf(5, 4, hex, d);
        if (side < 0) continue;
        expect(seen.get(side)).toBeUndefined();
        seen.set(side, `${hex} ${d}`);
      }
    // 4 rows of 4 between neighbours in a row, 3 pairs of rows with 9 each.
    expect(seen.size).toBe(4 * 4 + 3 * 9);
    expect(hexsideOf(5, 4, 0, 3)).toBe(-1);
  });

  test('distance is the number of steps', () => {
    fc.assert(
      fc.property(placed, ({ cols, rows, hex, to }) => {
        expect(distanceHexes(cols, hex, to)).toBe(walked(cols, rows, hex, to));
      }),
      { numRuns: 60 },
    );
  });

  test('names survive the round trip, and only names of this map are read', () => {
    fc.assert(
      fc.property(placed, ({ cols, rows, hex }) => {
        expect(parseHex(cols, rows, formatHex(cols, hex))).toBe(hex);
      }),
    );
    for (const text of ['0500', '0005', '000', '00000', '-100', 'aabb', '']) expect(parseHex(5, 5, text)).toBe(-1);
    expect(formatHex(5, -1)).toBe('off map');
  });

  test('the compiled map has the same geometry', () => {
    const game = tinyGame({ map: [',,,,,', ',,,,,', ',,,,,', ',,,,,'], units: [] });
    for (let from = 0; from < game.size; from++)
      for (let to = 0; to < game.size; to++) {
        expect(distance(game, from, to)).toBe(distanceHexes(5, from, to));
        const d = directionTo(5, 4, from, to);
        expect(direction(game, from, to)).toBe(d);
        if (d >= 0) expect(hexside(game, from, d)).toBe(hexsideOf(5, 4, from, d));
      }
  });
});
