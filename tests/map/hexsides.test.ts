import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hexsideOf } from '../../src/core/hex.ts';
import { layGrid, type Point } from '../../tools/map/grid.ts';
import { type Chain, cornersOf, hexesOf, joinRivers, traceLine } from '../../tools/map/hexsides.ts';

const grid = layGrid({ cols: 12, rows: 12, hexKm: 2.5, projection: { lat0: 23, lon0: 108 } });
const EAST = grid.centre(grid.size - 1)[0];

/** A line from west to east of the grid through heights given for points evenly apart. */
const across = (heights: readonly number[]): Point[] =>
  heights.map((y, index) => [-4.013 + ((EAST + 8.027) * index) / (heights.length - 1), y]);

function contiguous(chain: Chain): void {
  expect(chain.corners).toHaveLength(chain.sides.length + 1);
  for (const [index, side] of chain.sides.entries()) {
    const ends = cornersOf(grid, side);
    expect([...ends].sort()).toEqual([chain.corners[index], chain.corners[index + 1]].sort());
  }
  expect(new Set(chain.sides).size).toBe(chain.sides.length);
}

/** Sizes of the parts the chains cut the grid into. */
function parts(chains: readonly Chain[]): number[] {
  const sides = new Set(chains.flatMap((chain) => chain.sides));
  const seen = new Set<number>();
  const sizes: number[] = [];
  for (let start = 0; start < grid.size; start++) {
    if (seen.has(start)) continue;
    const part = new Set([start]);
    for (const hex of part) {
      seen.add(hex);
      for (let direction = 0; direction < 6; direction++) {
        const next = grid.neighbour(hex, direction);
        if (next >= 0 && !sides.has(hexsideOf(grid.cols, grid.rows, hex, direction))) part.add(next);
      }
    }
    sizes.push(part.size);
  }
  return sizes;
}

const [rowOf, at] = [(hex: number) => Math.floor(hex / grid.cols), (text: string) => grid.parse(text)];

describe('a river traced along hexsides', () => {
  it('is exactly the sides between hexes north and south of a straight line', () => {
    const [chain, ...others] = traceLine(grid, across([11.9, 11.9]));
    expect(others).toEqual([]);
    const wanted: number[] = [];
    for (let side = 0; side < grid.size * 3; side++) {
      const [a, b] = hexesOf(grid, side);
      if (b >= 0 && grid.centre(a)[1] < 11.9 !== grid.centre(b)[1] < 11.9) wanted.push(side);
    }
    expect([...(chain as Chain).sides].sort((a, b) => a - b)).toEqual(wanted);
    expect(rowOf(hexesOf(grid, (chain as Chain).sides[0] as number)[0])).toBe(5);
  });

  it('is contiguous and cuts the grid in two, and once more for every hex of the edge it cuts off', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 3.1, max: 20.3, noNaN: true }), { minLength: 4, maxLength: 9 }),
        (heights) => {
          const chains = traceLine(grid, across(heights));
          expect(chains.length).toBeGreaterThanOrEqual(1);
          for (const chain of chains) contiguous(chain);
          expect(parts(chains)).toHaveLength(chains.length + 1);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('runs in the direction of the line', () => {
    const east = (traceLine(grid, across([11.9, 12.3]))[0] as Chain).sides;
    const west = (traceLine(grid, across([11.9, 12.3]).reverse())[0] as Chain).sides;
    expect(west).toEqual([...east].reverse());
  });

  it('drops the ring round a hex that a meander cuts off', () => {
    const [x, y] = grid.centre(at('0504'));
    const line: Point[] = [
      [-4.01, 11.9],
      [x - 0.2, 11.9],
      [x - 0.2, y + 1],
      [x - 1, y],
      [x, y - 1],
      [x + 1, y],
      [x + 0.2, y + 1],
      [x + 0.2, 11.9],
      [EAST + 4, 11.9],
    ];
    expect(traceLine(grid, line)).toEqual(traceLine(grid, across([11.9, 11.9])));
  });

  it('keeps a hex on the bank it is known to lie on', () => {
    const line = across([11.9, 11.9]);
    expect(rowOf(at('0406'))).toBe(6);
    const [chain] = traceLine(grid, line, { left: [at('0400'), at('0406')], right: [at('0806')] });
    contiguous(chain as Chain);
    const sizes = parts([chain as Chain]);
    expect(sizes).toEqual([6 * 12 + 1, 6 * 12 - 1]);
  });

  it('keeps a hex on its bank though the river springs inside the grid, where both banks meet', () => {
    const spring: Point[] = [
      [9.9, 11.9],
      [EAST + 4.013, 11.9],
    ];
    const [free] = traceLine(grid, spring) as [Chain];
    const [kept] = traceLine(grid, spring, { left: [at('0800'), at('0806')], right: [at('0810')] }) as [Chain];
    contiguous(kept);
    expect(parts([free])).toHaveLength(1);
    const around = [0, 1, 2, 3, 4, 5].map((direction) => hexsideOf(grid.cols, grid.rows, at('0806'), direction));
    const changed = new Set(free.sides.filter((side) => !kept.sides.includes(side)));
    for (const side of kept.sides) if (!free.sides.includes(side)) changed.add(side);
    expect([...changed].sort()).toEqual([...around].sort());
  });

  it('refuses a bank that can not be kept', () => {
    expect(() => traceLine(grid, across([11.9, 11.9]), { left: [at('0400'), at('0410')], right: [] })).toThrow(
      /wrong bank: 0410/,
    );
  });

  it('ends a tributary in the river, whether its line crosses or stops short', () => {
    const river = traceLine(grid, across([11.9, 11.9]))[0] as Chain;
    const corners = new Set(river.corners);
    for (const end of [14.2, 10.4]) {
      const line: Point[] = [
        [13.3, 2.3],
        [13.9, 6.1],
        [14.2, end],
      ];
      const chain = joinRivers(grid, traceLine(grid, line)[0] as Chain, corners);
      contiguous(chain);
      expect(chain.corners.filter((corner) => corners.has(corner))).toEqual([chain.corners.at(-1)]);
      expect(chain.sides.filter((side) => river.sides.includes(side))).toEqual([]);
    }
  });
});
