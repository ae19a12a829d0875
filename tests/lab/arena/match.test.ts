import alea from 'seedrandom/lib/alea.js';
import { describe, expect, test } from 'vitest';
import { type MatchGame, type MatchStanding, standingOf } from '../../../src/lab/arena/match.ts';

/** The two games of a seed by the first side's margin: the first contestant leads it, then the second. Ten points are a grade. */
function pairOf(pair: number, [one, other]: readonly [number, number], scenario = 'pass'): MatchGame[] {
  return [one, other].map((margin, i) => ({
    scenario,
    pair,
    first: i as 0 | 1,
    margin,
    scaled: margin / 10,
    whole: Math.floor(margin / 10),
  }));
}

function standing(margins: readonly (readonly [number, number])[]): MatchStanding {
  return standingOf(margins.flatMap((two, i) => pairOf(i + 1, two))) as MatchStanding;
}

describe('the standing of a match', () => {
  test('a game is won beside the average of the side, whoever wins the battle', () => {
    // The first side wins every battle; its average is 30.
    const { all, scenarios } = standing([
      [50, 10],
      [40, 20],
      [35, 25],
      [32, 28],
    ]);
    expect(all.rate).toMatchObject({ won: 8, drawn: 0, lost: 0, share: 1 });
    // Four pairs of one sign: 2 * 2^-4.
    expect(all.rate.p).toBeCloseTo(0.125, 12);
    expect(all.byPoints).toMatchObject({ won: 4, lost: 0 });
    expect(all.points.mean).toBe((20 + 10 + 5 + 2) / 4);
    expect(scenarios[0]?.leads).toEqual([39.25, 20.75]);
    expect(scenarios[0]?.sides).toMatchObject([{ won: 4 }, { won: 4 }]);
  });

  test('with the names the other way round everything is the other way round', () => {
    const margins: [number, number][] = [
      [50, 10],
      [-5, 20],
      [35, 35],
      [12, -28],
    ];
    const one = standing(margins);
    const other = standing(margins.map(([a, b]) => [b, a]));
    for (const by of ['rate', 'whole', 'byPoints'] as const) {
      expect(one.all[by].share).toBeCloseTo(1 - other.all[by].share, 12);
      expect(one.all[by].interval[0]).toBeCloseTo(1 - other.all[by].interval[1], 12);
      expect(one.all[by].p).toBe(other.all[by].p);
    }
    expect(one.all.points.mean).toBe(-other.all.points.mean);
  });

  test('equal players who play the same games draw every pair, whatever the sides and the dice do', () => {
    const { all } = standing([
      [50, 50],
      [10, 10],
      [40, 40],
    ]);
    expect(all.rate).toMatchObject({ won: 3, lost: 3, share: 0.5, p: 1 });
    expect(all.byPoints).toMatchObject({ won: 0, drawn: 3, lost: 0, share: 0.5, p: 1 });
    expect(all.points).toEqual({ mean: 0, interval: [0, 0], p: 1 });
  });

  test('games as good as the average are drawn and count half; whole grades tell less apart', () => {
    const { all } = standing([
      [34, 31],
      [33, 34],
    ]);
    expect(all.rate).toMatchObject({ won: 2, drawn: 1, lost: 1, share: 0.625 });
    expect(all.whole).toMatchObject({ won: 0, drawn: 4, lost: 0, share: 0.5, p: 1 });
  });

  test('each scenario has its own par, and the sum is over the games of all', () => {
    const games = [
      ...pairOf(1, [110, 100]),
      ...pairOf(2, [120, 90]),
      ...pairOf(1, [-10, -20], 'valley'),
      ...pairOf(2, [-20, -10], 'valley'),
    ];
    const { all, scenarios } = standingOf(games) as MatchStanding;
    expect(scenarios.map(({ scenario, rate }) => [scenario, rate.share])).toEqual([
      ['pass', 1],
      ['valley', 0.5],
    ]);
    expect(all.pairs).toBe(4);
    expect(all.rate.share).toBe(0.75);
  });

  test('games without their other half do not count', () => {
    const broken = [...pairOf(1, [50, 10]), ...pairOf(2, [-900, 0]).slice(0, 1), ...pairOf(3, [0, 900]).slice(1)];
    expect(standingOf(broken)).toEqual(standingOf(pairOf(1, [50, 10])));
    expect(standingOf(pairOf(2, [0, 0]).slice(0, 1))).toBeNull();
    expect(standingOf([])).toBeNull();
  });
});

/**
 * Matches of 50 pairs whose margins are drawn: sides are unequal, a seed favours a side in both of its games, and outcomes
 * have a long tail to one side, as sieges have.
 */
function drawnMatches(count: number, skill: number): MatchStanding[] {
  const random = alea('arena');
  const tail = (): number => -60 * Math.log(1 - random());
  return Array.from({ length: count }, () =>
    standing(
      Array.from({ length: 50 }, (): [number, number] => {
        const luck = tail();
        return [Math.round(200 - luck - tail() + skill), Math.round(200 - luck - tail() - skill)];
      }),
    ),
  );
}

describe('over many matches', () => {
  test('equal contestants: no more than 5 % of the tests find a difference, the intervals hold the truth in 95 %', () => {
    const matches = drawnMatches(1000, 0).map(({ all }) => all);
    // Binomial: 1,000 trials of 5 % are above 6.6 % once in a hundred times.
    for (const found of [
      matches.filter(({ rate }) => (rate.p as number) < 0.05),
      matches.filter(({ whole }) => (whole.p as number) < 0.05),
      matches.filter(({ byPoints }) => (byPoints.p as number) < 0.05),
      matches.filter(({ points }) => (points.p as number) < 0.05),
      matches.filter(({ rate: { interval } }) => interval[0] > 0.5 || interval[1] < 0.5),
      matches.filter(({ points: { interval } }) => interval && (interval[0] > 0 || interval[1] < 0)),
    ])
      expect(found.length).toBeLessThan(67);
    const mean = matches.reduce((sum, { rate }) => sum + rate.share, 0) / matches.length;
    expect(mean).toBeCloseTo(0.5, 2);
  });

  test('a better contestant is found, by as many points as it is better', () => {
    const matches = drawnMatches(200, 30).map(({ all }) => all);
    expect(matches.filter(({ rate }) => (rate.p as number) < 0.05).length).toBeGreaterThan(150);
    expect(matches.every(({ rate }) => rate.share > 0.5)).toBe(true);
    const mean = matches.reduce((sum, { points }) => sum + points.mean, 0) / matches.length;
    expect(mean).toBeCloseTo(30, 0);
    const held = matches.filter(({ points: { interval } }) => interval && interval[0] < 30 && interval[1] > 30);
    expect(held.length).toBeGreaterThan(180);
  });
});
