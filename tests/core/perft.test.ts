/**
 * Counts of the tree of legal orders, on three independent footings: closed forms, a second implementation of the rules,
 * and positions counted by hand. Then a table, so that no change of the rules passes unnoticed: a number that moves
 * must be explained.
 */
import { describe, expect, test } from 'vitest';
import { apply } from '../../src/core/apply.ts';
import { digest } from '../../src/core/digest.ts';
import type { Game } from '../../src/core/game.ts';
import { legalActions } from '../../src/core/legal.ts';
import { perft } from '../../src/core/perft.ts';
import type { GameState } from '../../src/core/state.ts';
import { cloneState } from '../../src/core/view.ts';
import { type Tiny, type TinyOptions, tinyStart } from './fixture.ts';
import { Naive } from './naive.ts';

const open = (size: number): string[] => new Array<string>(size).fill(','.repeat(size));
/** Minutes of a hex of bare flat ground on foot: 2.5 km at 3.5 km/h. */
const HEX = 43;

function count({ game, state }: Tiny, depth: number): number {
  return perft(game, state, depth);
}

describe('closed forms', () => {
  /**
   * A lone unit with time for n hexes of open ground, on the last turn: it can reach 6k hexes at distance k, take two
   * other stances, or end its player turn; then its enemy, who has no unit, can only end the game.
   */
  function lone(n: number, depth: number): number {
    if (depth === 0) return 1;
    let leaves = 2 * lone(n, depth - 1) + 1;
    for (let k = 1; k <= n; k++) leaves += 6 * k * lone(n - k, depth - 1);
    return leaves;
  }

  function loneUnit(n: number): Tiny {
    const tiny = tinyStart({ map: open(15), units: [{ id: 'a', side: 'cn', hex: '0707' }], turns: 1 });
    tiny.of('a').minutes = n * HEX;
    return tiny;
  }

  test.each([1, 2, 3, 4, 5, 6])('a lone unit with time for %i hexes has 3n(n+1) + 3 orders', (n) => {
    expect(count(loneUnit(n), 1)).toBe(3 * n * (n + 1) + 3);
  });

  test.each([
    [1, 2],
    [2, 2],
    [3, 2],
    [5, 2],
    [1, 3],
    [2, 3],
    [3, 3],
    [2, 4],
  ])('time for %i hexes, %i orders deep', (n, depth) => {
    expect(count(loneUnit(n), depth)).toBe(lone(n, depth));
  });

  test('two units far apart do not disturb each other: the orders add up', () => {
    const far = tinyStart({
      map: open(15),
      units: [
        { id: 'a', side: 'cn', hex: '0303' },
        { id: 'b', side: 'cn', hex: '1111' },
      ],
      turns: 1,
    });
    for (const [n, m] of [
      [1, 2],
      [3, 1],
    ] as const) {
      Object.assign(far.of('a'), { minutes: n * HEX });
      Object.assign(far.of('b'), { minutes: m * HEX });
      const orders = (k: number): number => 3 * k * (k + 1) + 2;
      expect(count(far, 1)).toBe(orders(n) + orders(m) + 1);
      // Two deep: an order of one, then any order left to both.
      let leaves = 1;
      for (const [k, rest] of [
        [n, m],
        [m, n],
      ] as const) {
        leaves += 2 * (orders(k) + orders(rest) + 1);
        for (let d = 1; d <= k; d++) leaves += 6 * d * (orders(k - d) + orders(rest) + 1);
      }
      expect(count(far, 2)).toBe(leaves);
    }
  });

  test('the state stays as it was, and the end of the game is a leaf', () => {
    const tiny = loneUnit(2);
    const before = digest(tiny.state);
    count(tiny, 3);
    expect(digest(tiny.state)).toBe(before);
    tiny.state.over = true;
    expect([0, 1, 3].map((depth) => count(tiny, depth))).toEqual([1, 1, 1]);
    expect(legalActions(tiny.game, tiny.state)).toEqual([]);
  });
});

describe('counted by hand', () => {
  test('a corridor: one side walks up to the zone of control of the other', () => {
    // 0000 a . . x 0400: a marches to 01, 02 and, for 90 minutes more, 03; two stances; the end.
    const tiny = tinyStart({
      map: [',,,,,'],
      units: [
        { id: 'a', side: 'cn', hex: '0000' },
        { id: 'x', side: 'jp', hex: '0400' },
      ],
    });
    expect(count(tiny, 1)).toBe(6);
    // 557 minutes at 01: 00, 02, 03 = 6 orders. 514 at 02: 00, 01, 03 = 6.
    // 381 at 03, next to x: 00, 01, 02, and the assault = 7. After a stance 6, twice.
    // After the end x has 03, 02 and, into a's control, 01: 6.
    expect(count(tiny, 2)).toBe(6 + 6 + 7 + 2 * 6 + 6);
  });

  test('two units face to face', () => {
    // . a x: a steps back, takes a stance, assaults, ends.
    const tiny = tinyStart({
      map: [',,,'],
      units: [
        { id: 'a', side: 'cn', hex: '0100' },
        { id: 'x', side: 'jp', hex: '0200', men: 3000 },
      ],
    });
    expect(count(tiny, 1)).toBe(5);
    const after = cloneState(tiny.state);
    apply(tiny.game, after, { type: 'assault', units: [0], support: [], hex: 2, advance: true });
    expect(after.units[0]!.hex).toBe(1);
    // Back at 00 with 557 minutes: forward again (133), two stances, the end: 4. After a stance 5, twice.
    // After the assault, which fails: two stances, the end: 3. After the end x can only take a stance, assault or end: 4.
    expect(count(tiny, 2)).toBe(4 + 2 * 5 + 3 + 4);
  });

  test('a hex too full to stop in', () => {
    // a (5,000 men) may pass b's hex (8,000 of 12,000) but not stop there.
    const tiny = tinyStart({
      map: [',,,'],
      units: [
        { id: 'a', side: 'cn', hex: '0000', men: 5000 },
        { id: 'b', side: 'cn', hex: '0100', men: 8000 },
      ],
    });
    // a: 02; b: 02 (00 is full for b as well); two stances each; the end.
    expect(count(tiny, 1)).toBe(1 + 1 + 4 + 1);
  });

  test('engineers at a bridge, with lorries behind them', () => {
    // A road 00-01-02 with a bridge between 00 and 01.
    const tiny = tinyStart({
      map: ['www'],
      roads: ['0000-0200'],
      rivers: ['0000 0 river'],
      bridges: ['0000 0'],
      units: [
        { id: 's', side: 'cn', hex: '0000', kind: 'engineer', men: 200 },
        { id: 'a', side: 'cn', hex: '0100', men: 299 },
      ],
      sources: [{ side: 'cn', hex: '0200' }],
      scenario: { truckLift: { cn: 250, jp: 0 } },
    });
    // s: on foot 01, 02; by lorry 01, 02; two stances; one bridge to blow.
    // a: on foot 00, 02; too many men for the lorries, and too few with picks; two stances. The end.
    expect(count(tiny, 1)).toBe(2 + 2 + 2 + 1 + (2 + 2) + 1);
    apply(tiny.game, tiny.state, { type: 'engineer', unit: 0, task: 'demolish', hexside: 0 });
    // The bridge is down: over the river on foot through the woods takes 60 minutes and the river 120, with 480 left:
    // 01 (180) and 02 (218). No lorries over a broken link, no second demolition today; a as before, but 00 is 180.
    expect(count(tiny, 1)).toBe(2 + 0 + 2 + 0 + (2 + 2) + 1);
  });

  test('a battery on a height with two targets', () => {
    // g at 0000 (crest 180) reaches 8 km: x at 02 (3.75 km to its edge) and y at 03 (6.25), not z at 04 (8.75).
    const tiny = tinyStart({
      map: [',,,,,'],
      elevation: { '0000': [100, 180] },
      units: [
        { id: 'g', side: 'cn', hex: '0000', kind: 'artillery', men: 100, equipment: { gun75: 2 } },
        { id: 'x', side: 'jp', hex: '0200' },
        { id: 'y', side: 'jp', hex: '0300' },
        { id: 'z', side: 'jp', hex: '0400' },
      ],
    });
    // March to 01; two stances; two bombardments; the end.
    expect(count(tiny, 1)).toBe(1 + 2 + 2 + 1);
    // From 01: back, two stances, x to assault, x and y to bombard (z is in range, but the plain hides it), the end.
    apply(tiny.game, tiny.state, { type: 'move', unit: 0, path: [1], mode: 'march' });
    const orders = legalActions(tiny.game, tiny.state).map((action) => action.type);
    expect(orders.filter((type) => type === 'assault')).toHaveLength(1);
    expect(orders.filter((type) => type === 'bombard')).toHaveLength(2);
    expect(orders).toHaveLength(1 + 2 + 1 + 2 + 1);
  });
});

/** Small positions in which every rule of chapters 3-6 and 10 has its say. */
const MICRO: Record<string, TinyOptions> = {
  'a hill between two battalions': {
    map: [',,,', ',h,', ',,,'],
    units: [
      { id: 'a', side: 'cn', hex: '0000' },
      { id: 'x', side: 'jp', hex: '0202' },
    ],
  },
  'a road through the woods, a bridge, engineers': {
    map: ['www', 'www'],
    roads: ['0000 0100 0200'],
    rivers: ['0100 0 river', '0100 1 river'],
    bridges: ['0100 0'],
    units: [
      { id: 's', side: 'cn', hex: '0000', kind: 'engineer', men: 400 },
      { id: 'x', side: 'jp', hex: '0201' },
    ],
    scenario: { truckLift: { cn: 500, jp: 0 } },
    sources: [{ side: 'cn', hex: '0000' }],
  },
  'guns, cavalry and a garrison': {
    map: ['.,.', 'ltl'],
    units: [
      { id: 'g', side: 'cn', hex: '0000', kind: 'artillery', men: 300, equipment: { gun75: 6 } },
      { id: 'c', side: 'cn', hex: '0100', kind: 'cavalry', mobility: 'horse', men: 600 },
      { id: 'x', side: 'jp', hex: '0101', dugDays: 5 },
    ],
  },
  'tanks on the road to the saddle': {
    map: ['hhh', 'hhh'],
    roads: ['0001 0101 0201'],
    units: [
      { id: 't', side: 'cn', hex: '0001', kind: 'armour', mobility: 'tracked', men: 150, equipment: { tank: 12 } },
      { id: 'a', side: 'cn', hex: '0000', men: 800 },
      { id: 'x', side: 'jp', hex: '0201', men: 500, equipment: { at37: 4 }, dugDays: 3 },
    ],
  },
};

describe('the second implementation', () => {
  /** As `perft`, but the leaves are counted by the second implementation. */
  function naivePerft(game: Game, state: GameState, depth: number): number {
    if (depth === 0 || state.over) return 1;
    if (depth === 1) return new Naive(game.data, state).legal().length;
    let leaves = 0;
    for (const action of legalActions(game, state)) {
      const next = cloneState(state);
      apply(game, next, action);
      leaves += naivePerft(game, next, depth - 1);
    }
    return leaves;
  }

  test.each(Object.entries(MICRO))('%s: the same counts one to three orders deep', (_, options) => {
    const { game, state } = tinyStart(options, { seed: 'perft' });
    for (const depth of [1, 2, 3]) expect(perft(game, state, depth)).toBe(naivePerft(game, state, depth));
  });
});

describe('the table', () => {
  test.each([
    ['a hill between two battalions', [10, 103, 1024]],
    ['a road through the woods, a bridge, engineers', [9, 70, 519]],
    ['guns, cavalry and a garrison', [14, 174, 1976]],
    ['tanks on the road to the saddle', [10, 101, 987]],
  ])('%s', (name, counts) => {
    const { game, state } = tinyStart(MICRO[name]!, { seed: 'perft' });
    expect([1, 2, 3].map((depth) => perft(game, state, depth))).toEqual(counts);
  });
});
