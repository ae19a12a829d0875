/** The report of a run against answers worked out by hand: ranks, verdicts, scores, what counts as history, notable games. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { quantile } from '../../src/lab/report/distribution.ts';
import type { RunLine } from '../../src/lab/run/run.ts';
import { wilson } from '../../src/lab/statistics.ts';
import { ridge } from '../play/ridge.ts';
import { figure, historyOf, line, oneMeasure, outcome, report } from './madeUpRun.ts';

const range = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, i) => from + i);

describe('where a figure lies among the games', () => {
  test('ties count half, and the quantiles are values of the games', () => {
    const men = outcome('men', 'men', [figure(20)]);
    const measure = oneMeasure(men, [10, 20, 20, 30]);
    expect(measure.figures[0]).toMatchObject({
      rank: (1 + 2 / 2) / 4,
      inside: true,
      at: { low: 20, best: 20, high: 20 },
    });
    expect(measure.distribution).toMatchObject({ happened: 4, never: 0, quantiles: [10, 10, 20, 20, 30], mean: 20 });
    expect(oneMeasure(men, range(1, 100)).distribution.quantiles).toEqual([5, 25, 50, 75, 95]);
    expect(quantile(range(1, 60), 0.05)).toBe(3);
  });

  test('a range is inside when any of it is within 5-95 % of the games', () => {
    const games = range(1, 100);
    const at = (low: number, best: number, high: number): boolean | undefined =>
      oneMeasure(outcome('men', 'men', [figure([low, best, high])]), games).figures[0]?.inside;
    expect(at(96, 99, 120)).toBe(false);
    expect(at(95, 99, 120)).toBe(true);
    expect(at(1, 2, 4)).toBe(false);
    expect(at(1, 2, 5)).toBe(true);
    expect(at(0, 50, 200)).toBe(true);
  });

  test('yes and no: the share that agrees, inside from 5 %', () => {
    const held = outcome('held', 'yes', [figure('yes')]);
    const games = (yes: number): string[] => range(1, 100).map((i) => (i <= yes ? 'yes' : 'no'));
    const four = oneMeasure(held, games(4));
    expect(four).toMatchObject({ verdict: 'missed', yes: 0.04, agreed: { low: 1, high: 1 } });
    expect(four.off?.by).toBeCloseTo(0.01, 12);
    expect(four.figures[0]).toMatchObject({ rank: 0.04, inside: false, at: null, crps: null });
    expect(four.figures[0]?.brier).toBeCloseTo(0.96 ** 2, 12);
    expect(oneMeasure(held, games(5))).toMatchObject({ verdict: 'inside', off: null });
    const no = oneMeasure(outcome('held', 'yes', [figure('no')]), games(5));
    expect(no.figures[0]).toMatchObject({ rank: 0.95, inside: true });
    expect(no.figures[0]?.brier).toBeCloseTo(0.05 ** 2, 12);
    expect(no.distribution).toMatchObject({ quantiles: null, bins: [] });
  });

  test('what the game has no answer to is left out of ranks', () => {
    const measure = oneMeasure(outcome('far', 'km', [figure(4)]), [3, null, 5, null]);
    expect(measure.distribution).toMatchObject({ happened: 2, never: 2 });
    expect(measure.figures[0]).toMatchObject({ rank: 0.5, inside: true });
  });
});

describe('dates', () => {
  const falls = outcome('falls', 'date', [figure('1939-12-20')]);

  test('what never came is later than any date', () => {
    const measure = oneMeasure(falls, ['1939-12-18', '1939-12-20', null, null]);
    expect(measure.distribution).toMatchObject({ happened: 2, never: 2, quantiles: [0, 0, 0, 2, 2], mean: 1 });
    expect(measure.figures[0]).toMatchObject({ rank: (1 + 1 / 2) / 4, inside: true, at: { best: 2 } });
    expect(measure.figures[0]?.brier).toBe(0.25);
    // Days 0, 2, 5, 5 against 2: mean distance 2, less half the mean of 2, 5, 5, 3, 3 and 0 between two games.
    expect(measure.figures[0]?.crps).toBeCloseTo((2 + 0 + 3 + 3) / 4 - (2 + 5 + 5 + 3 + 3 + 0) / 6 / 2, 12);
  });

  test('a date that comes in less than 5 % of the games is a miss, by the days to the end at least', () => {
    const measure = oneMeasure(falls, [...range(1, 96).map(() => null), ...range(1, 4).map(() => '1939-12-19')]);
    expect(measure).toMatchObject({ verdict: 'missed', off: { by: 3, ratio: null } });
    const enough = [...range(1, 95).map(() => null), ...range(1, 5).map(() => '1939-12-19')];
    expect(oneMeasure(falls, enough).verdict).toBe('inside');
  });

  test('history stands at the first day of its turn, as the games do', () => {
    const slow = ridge((data) => {
      data.scenario.turnHours = 48;
    });
    // Turns begin on the 18th, 20th and 22nd.
    const measure = oneMeasure(outcome('falls', 'date', [figure('1939-12-21')]), ['1939-12-20', '1939-12-20'], slow);
    expect(measure).toMatchObject({ verdict: 'inside', agreed: { low: 2, high: 2 } });
    expect(measure.figures[0]).toMatchObject({ rank: 0.5, at: { best: 2 }, crps: 0 });
    expect(measure.distribution.bins).toEqual([{ from: 2, to: 4, games: 2 }]);
  });

  test('a date after the scenario agrees with games in which it never came', () => {
    const late = oneMeasure(outcome('falls', 'date', [figure('1940-02-02')]), [null, null, null]);
    expect(late).toMatchObject({ verdict: 'inside', agreed: { low: 5, high: 5 } });
  });
});

describe('which sources count, and whether they agree', () => {
  const verdictOf = (...figures: ReturnType<typeof figure>[]) =>
    oneMeasure(outcome('men', 'men', figures), range(1, 100));

  test('the refuted and enemies stand back', () => {
    const measure = verdictOf(
      figure(50),
      figure(5000, { claim: 'enemy' }),
      figure(900, { claim: 'own', refuted: 'impossible' }),
    );
    expect(measure.figures.map(({ counts }) => counts)).toEqual([true, false, false]);
    expect(measure).toMatchObject({ verdict: 'inside', agreed: { low: 50, high: 50 } });
  });

  test("an enemy's claim counts where there is nothing else", () => {
    const claimed = verdictOf(figure(5000, { claim: 'enemy' }), figure(40, { refuted: 'a slip of the pen' }));
    expect(claimed.figures.map(({ counts }) => counts)).toEqual([true, false]);
    expect(claimed.verdict).toBe('missed');
  });

  test('where all is refuted there is nothing to hold the games against', () => {
    expect(verdictOf(figure(50, { refuted: 'no' }))).toMatchObject({ verdict: 'refuted', agreed: null, off: null });
  });

  test('ranges agree where they meet, on what they have in common', () => {
    expect(verdictOf(figure([10, 40, 60]), figure([50, 80, 90])).agreed).toEqual({ low: 50, high: 60 });
    expect(verdictOf(figure([10, 40, 60]), figure(50)).agreed).toEqual({ low: 50, high: 50 });
  });

  test('a tenth of the larger figure, or a day, may lie between them', () => {
    expect(verdictOf(figure(90), figure(100)).agreed).toEqual({ low: 90, high: 100 });
    expect(verdictOf(figure(89), figure(100)).agreed).toBeNull();
    const dates = (...days: string[]) =>
      oneMeasure(
        outcome(
          'day',
          'date',
          days.map((day) => figure(day)),
        ),
        ['1939-12-19'],
      );
    expect(dates('1939-12-18', '1939-12-19').agreed).toEqual({ low: 0, high: 1 });
    expect(dates('1939-12-18', '1939-12-20').agreed).toBeNull();
  });

  test('contradicting sources are disputed, missed only when the games cover none of them', () => {
    expect(verdictOf(figure(50), figure(900)).verdict).toBe('disputed');
    const missed = verdictOf(figure(200), figure(900));
    expect(missed).toMatchObject({ verdict: 'disputedMissed', off: { by: 105, ratio: 105 / 50 } });
  });

  test('a miss is told by the distance to what is agreed, and by the spread of the games', () => {
    expect(verdictOf(figure([150, 160, 170]), figure([160, 165, 190]))).toMatchObject({
      verdict: 'missed',
      agreed: { low: 160, high: 170 },
      off: { by: 65, ratio: 65 / 50 },
    });
  });
});

test('bins are of round widths, few enough, and a value on an edge is in the bin that begins there', () => {
  const share = outcome('share', 'share', [figure(0.3)]);
  const widths = (values: number[]) => oneMeasure(share, values).distribution.bins.map(({ from, to }) => [from, to]);
  expect(widths([0.3])).toEqual([[expect.closeTo(0.3, 9), expect.closeTo(0.301, 9)]]);
  expect(widths([0.3, 0.3 + 5e-324])).toHaveLength(1);
  expect(widths([0, 5e-324])).toEqual([[0, 0.001]]);
  const wide = oneMeasure(share, [0, 0.3, 0.9, 2]).distribution.bins;
  expect(wide.filter(({ games }) => games > 0).map(({ from }) => Math.round(10 * from) / 10)).toEqual([0, 0.3, 0.9, 2]);
});

test('counts are scored on ln(1 + x), shares and distances as they are', () => {
  const men = oneMeasure(outcome('men', 'men', [figure(0)]), [Math.E - 1, Math.E - 1]);
  expect(men.scale).toBe('ln');
  expect(men.figures[0]?.crps).toBeCloseTo(1, 12);
  const share = oneMeasure(outcome('share', 'share', [figure(0.5)]), [0.25, 0.25]);
  expect(share).toMatchObject({ scale: 'unit' });
  expect(share.figures[0]?.crps).toBeCloseTo(0.25, 12);
});

test('the summary counts agreed measures, and names misses that nobody explains', () => {
  const history = historyOf(
    outcome('a', 'men', [figure(50)]),
    outcome('b', 'men', [figure(500)]),
    outcome('c', 'men', [figure(500)], { why: 'the game has no such troops' }),
    outcome('d', 'men', [figure(50), figure(900)]),
    outcome('e', 'men', [figure(50)], { measure: null, noMeasure: 'nobody counts them' }),
    outcome('f', 'yes', [figure('yes')]),
    outcome('g', 'men', [figure(10)]),
  );
  const values = (n: number) => ({ a: n, b: n, c: n, d: n, g: n, f: n <= 50 ? 'yes' : 'no' });
  const made = report(
    history,
    range(1, 100).map((n) => line(n, values(n))),
  );
  expect(made.summary).toEqual({
    agreed: 5,
    inside: 3,
    cover50: 1 / 4,
    cover90: 2 / 4,
    brier: 0.25,
    unexplained: ['b'],
  });
  expect(made.measures.map(({ verdict }) => verdict)).toEqual([
    'inside',
    'missed',
    'missed',
    'disputed',
    'unmeasured',
    'inside',
    'inside',
  ]);
  expect(made.measures[2]?.why).toBe('the game has no such troops');
  expect(made.measures[4]?.why).toBe('nobody counts them');
});

describe('notable games', () => {
  const history = historyOf(outcome('men', 'men', [figure(100)]), outcome('day', 'date', [figure('1939-12-20')]));
  const games: RunLine[] = [
    line(1, { men: 90, day: '1939-12-18' }, { margin: -60, grade: 'jp-win' }),
    line(2, { men: 300, day: '1939-12-20' }, { margin: 10 }),
    line(3, { men: 110, day: '1939-12-20' }, { margin: 10 }),
    line(4, { men: 120, day: null }, { margin: 80, grade: 'cn-win' }),
  ];

  test('the nearest to history over all agreed measures, and the nearest of those with the median margin', () => {
    const { nearest, median } = report(history, games);
    expect(nearest).toMatchObject({ game: 3, seed: 's/3', digest: '0000000000000003', margin: 10, grade: 'draw' });
    // Men: the middle half is 90 to 120, 10 off is a third of it. The day is met.
    expect(nearest.distance).toBeCloseTo(10 / 30 / 2, 12);
    expect(median.game).toBe(3);
    expect(report(history, games.slice(0, 2)).median.game).toBe(1);
  });

  test('without agreed history there is no distance', () => {
    expect(report(null, games).nearest).toMatchObject({ game: 1, distance: null });
  });

  test('grades are counted in their order, the historical one marked', () => {
    expect(report(history, games).grades).toEqual([
      { id: 'cn-win', name: 'Northern victory', games: 1, historical: false },
      { id: 'draw', name: 'Draw', games: 2, historical: true },
      { id: 'jp-win', name: 'Southern victory', games: 1, historical: false },
    ]);
  });
});

describe('what a game says that the scenario has not', () => {
  test.each([
    [line(1, { men: 'yes' }), 'outcomes.men: "yes" where a number is expected'],
    [line(1, { men: 1 }, { control: [[1, 0, 120]] }), 'control[0][2]: hex 120 is not on the map'],
    [line(1, { men: 1 }, { control: [[6, 0, 1]] }), 'control[0][0]: turn 6 of 5'],
  ])('is refused with its path (%#)', (game, message) => {
    expect(() => report(historyOf(outcome('men', 'men', [figure(1)])), [game])).toThrow(message);
  });
});

test('a share is known to the half-width of its Wilson interval where that is widest', () => {
  const { resolution } = report(
    null,
    range(1, 1000).map((n) => line(n, {})),
  );
  const [low, high] = wilson(0.5, 1000);
  expect(resolution).toBeCloseTo((high - low) / 2, 12);
  expect(resolution).toBeCloseTo(0.031, 3);
});

describe('whatever the games', () => {
  const asked = historyOf(
    outcome('men', 'men', [figure(100), figure([50, 200, 400], { claim: 'own' })]),
    outcome('day', 'date', [figure('1939-12-20')]),
    outcome('held', 'yes', [figure('yes')]),
    outcome('share', 'share', [figure([0.2, 0.3, 0.4])]),
  );
  const day = fc.constantFrom('1939-12-18', '1939-12-19', '1939-12-20', '1939-12-21', '1939-12-22');
  const game = fc.record({
    men: fc.option(fc.nat(5000)),
    day: fc.option(day),
    held: fc.constantFrom('yes', 'no', null),
    share: fc.option(fc.double({ min: 0, max: 3, noNaN: true })),
  });
  const margins = fc.integer({ min: -500, max: 500 });
  const runs = fc
    .array(fc.tuple(game, margins), { minLength: 1, maxLength: 40 })
    .map((games) =>
      games.map(([outcomes, margin], i) => line(i + 1, outcomes, { margin, series: { margin: [margin] } })),
    );

  test('the order in which they are read changes nothing', () => {
    fc.assert(
      fc.property(runs, fc.infiniteStream(fc.nat()), (lines, lots) => {
        const keys = lines.map(() => lots.next().value as number);
        const shuffled = lines.map((one, i) => ({ one, key: keys[i] as number })).sort((a, b) => a.key - b.key);
        expect(
          report(
            asked,
            shuffled.map(({ one }) => one),
          ),
        ).toEqual(report(asked, lines));
      }),
      { numRuns: 60 },
    );
  });

  test('quantiles rise within the values, bins hold every game, ranks are shares', () => {
    fc.assert(
      fc.property(runs, (lines) => {
        for (const { id, distribution, figures, verdict, off, unit } of report(asked, lines).measures) {
          const { quantiles, bins, happened, never } = distribution;
          expect(happened + never).toBe(lines.length);
          for (const { rank } of figures) expect(rank >= 0 && rank <= 1).toBe(true);
          expect(off !== null && off.by <= 0).toBe(false);
          if (verdict === 'inside') expect(off).toBeNull();
          if (unit !== 'yes') expect(bins.reduce((sum, bin) => sum + bin.games, 0)).toBe(happened);
          expect(bins.length).toBeLessThanOrEqual(24);
          if (!quantiles || unit === 'date') continue;
          const values = lines.flatMap((one) => one.outcomes[id] ?? []) as number[];
          const all = [Math.min(...values), ...quantiles, Math.max(...values)];
          expect(all).toEqual([...all].sort((a, b) => a - b));
        }
      }),
      { numRuns: 60 },
    );
  });
});
