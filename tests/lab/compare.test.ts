/** Comparisons: what is planted is found, what is chance is called chance, and games are paired by their seeds. */
import fc from 'fast-check';
import seedrandom from 'seedrandom';
import { describe, expect, test } from 'vitest';
import { type ComparedLine, compareRuns, refusePairs } from '../../src/lab/compare/compare.ts';
import { adjustAll, holmAdjusted } from '../../src/lab/compare/multiple.ts';
import { meanDifference, type Pair, shareDifference } from '../../src/lab/compare/paired.ts';
import type { RunHeader } from '../../src/lab/run/run.ts';
import { scenarioFiles } from '../scenario/files.ts';
import { shipped } from '../shipped.ts';

const game = shipped('kunlun-pass');
const { history } = scenarioFiles('kunlun-pass');
const measured = history.outcomes.filter(({ measure }) => measure !== null);
const byUnit = (unit: string): string => {
  const found = measured.find((one) => one.unit === unit);
  if (!found) throw new Error(`the history has no measure in ${unit}`);
  return found.id;
};
const DATE = byUnit('date');
const YES = byUnit('yes');
const MEN = byUnit('men');
const GRADES = [...game.data.scenario.victory.grades].sort((a, b) => b.atLeast - a.atLeast).map(({ id }) => id);

function headerOf(more: Partial<RunHeader> = {}): RunHeader {
  return {
    kind: 'ridgeline-run',
    formatVersion: 1,
    scenario: 'kunlun-pass',
    seed: 's',
    games: 4,
    fog: true,
    bots: ['regular', 'regular'],
    plans: ['historical', 'historical'],
    changes: null,
    rules: 1,
    digest: '0'.repeat(16),
    ...more,
  };
}

function lineOf(number: number, more: Partial<ComparedLine> = {}): ComparedLine {
  const outcomes = Object.fromEntries(measured.map(({ id }) => [id, null]));
  return {
    game: number,
    seed: `s/${number}`,
    grade: GRADES[3] as string,
    margin: 0,
    digest: String(number),
    series: {},
    ...more,
    outcomes: { ...outcomes, ...more.outcomes },
  };
}

const compare = (base: ComparedLine[], changed: ComparedLine[]) =>
  compareRuns({ header: headerOf(), lines: base }, { header: headerOf(), lines: changed }, { game, history });

describe('runs', () => {
  const base = [1, 2, 3, 4].map((n) =>
    lineOf(n, {
      margin: 10 * n,
      outcomes: { [DATE]: n === 4 ? null : `1939-12-2${n}`, [YES]: n > 2 ? 'yes' : 'no', [MEN]: 100 * n },
      series: { margin: [0, n] },
    }),
  );

  test('a run does not differ from itself', () => {
    const model = compare(base, base);
    expect(model.equal).toBe(4);
    expect(model.tests).toEqual({ made: 0, byChance: 0, found: 0, hold: 0 });
    expect(model.margin).toMatchObject({ base: 25, changed: 25, difference: 0, interval: [0, 0], p: null });
    for (const { happened, amount, yes } of model.measures)
      for (const told of [happened, amount, yes]) expect(told?.difference ?? 0).toBe(0);
  });

  test('each measure is told by its kind: dates as days, yes and no as shares, what never came apart', () => {
    const changed = base.map((line) =>
      lineOf(line.game, {
        margin: line.game === 1 ? 50 : (line.margin as number) + 2,
        grade: GRADES[line.game === 1 ? 2 : 4] as string,
        outcomes: { [DATE]: '1939-12-25', [YES]: 'yes', [MEN]: 90 * line.game },
        series: { margin: [1, line.game + 3] },
      }),
    );
    const model = compare(base, changed);
    const told = (id: string) => model.measures.find((one) => one.id === id);
    expect(told(DATE)?.amount).toMatchObject({ pairs: 3, base: 7, changed: 10, difference: 3 });
    expect(told(DATE)?.happened).toMatchObject({
      pairs: 4,
      base: 0.75,
      changed: 1,
      onlyBase: 0,
      onlyChanged: 1,
      p: expect.closeTo(1),
    });
    expect(told(DATE)?.yes).toBeNull();
    expect(told(YES)?.yes).toMatchObject({
      pairs: 4,
      base: 0.5,
      changed: 1,
      difference: 0.5,
      onlyChanged: 2,
      p: expect.closeTo(0.5),
    });
    expect(told(YES)?.amount).toBeNull();
    expect(told(MEN)?.amount).toMatchObject({ pairs: 4, base: 250, changed: 225, difference: -25 });
    expect(model.grade).toMatchObject({ better: 1, worse: 3, p: expect.closeTo(0.625) });
    expect(model.grades.map(({ base: one, changed: other }) => [one, other])).toContainEqual([4, 0]);
    expect(model.series).toEqual([
      {
        id: 'margin',
        turns: [
          { pairs: 4, difference: 1, interval: [1, 1] },
          { pairs: 4, difference: 3, interval: [3, 3] },
        ],
      },
    ]);
  });

  test('games are paired by number, whatever their order; those without their other half are left out', () => {
    const changed = [lineOf(9, { margin: 1000 }), lineOf(3, { margin: 33 }), lineOf(2, { margin: 22 })];
    expect(compare(base, changed)).toMatchObject({ pairs: 2, margin: { base: 25, changed: 27.5, difference: 2.5 } });
  });

  test('runs of other scenarios, seeds or rules are no pairs; other levels, plans and changes are what is compared', () => {
    expect(
      refusePairs(headerOf(), headerOf({ bots: ['elite', 'recruit'], plans: ['free', 'free'], games: 9 })),
    ).toEqual([]);
    expect(refusePairs(headerOf(), headerOf({ seed: 't', scenario: 'x', rules: 2 }))).toEqual([
      'scenario: "kunlun-pass" and "x"',
      'seed: "s" and "t"',
      'version of the rules: 1 and 2',
    ]);
    expect(() => compare(base, [lineOf(7)])).toThrow('no game in common');
  });
});

describe('paired differences', () => {
  test('of means, beside a worked example (Student, Biometrika 6 (1908) 20: hours of sleep gained)', () => {
    const first = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2];
    const second = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4];
    const told = meanDifference(first.map((one, i): Pair => [one, second[i] as number]));
    expect(told.difference).toBeCloseTo(1.58, 10);
    expect(told.p).toBeCloseTo(0.002833, 6);
    expect(told.interval?.[0]).toBeCloseTo(0.700114, 5);
    expect(told.interval?.[1]).toBeCloseTo(2.459886, 5);
  });

  test('of shares: the exact test counts only pairs that differ', () => {
    const pairs = (both: number, onlyBase: number, onlyChanged: number, none: number): Pair[] => [
      ...Array.from({ length: both }, (): Pair => [1, 1]),
      ...Array.from({ length: onlyBase }, (): Pair => [1, 0]),
      ...Array.from({ length: onlyChanged }, (): Pair => [0, 1]),
      ...Array.from({ length: none }, (): Pair => [0, 0]),
    ];
    expect(shareDifference(pairs(5, 2, 10, 3))).toMatchObject({
      base: 0.35,
      changed: 0.75,
      onlyBase: 2,
      onlyChanged: 10,
    });
    // Twice the chance of at most 2 heads in 12 throws.
    expect(shareDifference(pairs(5, 2, 10, 3)).p).toBeCloseTo((2 * (1 + 12 + 66)) / 4096, 12);
    expect(shareDifference(pairs(500, 2, 10, 300)).p).toBe(shareDifference(pairs(0, 2, 10, 0)).p);
    expect(shareDifference(pairs(9, 0, 0, 9))).toMatchObject({ difference: 0, p: null });
    expect(shareDifference([])).toMatchObject({ pairs: 0, difference: null, interval: null, p: null });
  });

  test('a difference and its interval lie between -1 and 1, the interval round the difference', () => {
    const bit = fc.integer({ min: 0, max: 1 });
    fc.assert(
      fc.property(fc.array(fc.tuple(bit, bit), { minLength: 2, maxLength: 60 }), (pairs) => {
        const { difference, interval } = shareDifference(pairs);
        const [low, high] = interval as [number, number];
        expect(low).toBeGreaterThanOrEqual(-1);
        expect(high).toBeLessThanOrEqual(1);
        expect(low).toBeLessThanOrEqual((difference as number) + 1e-12);
        expect(high).toBeGreaterThanOrEqual((difference as number) - 1e-12);
      }),
    );
  });

  /** How often the interval holds the true difference, of many made-up comparisons. */
  function coverage(sample: (random: () => number) => Pair, truth: number, of: typeof meanDifference): number {
    const random = seedrandom.alea('coverage');
    const trials = 2000;
    let covered = 0;
    for (let trial = 0; trial < trials; trial++) {
      const [low, high] = of(Array.from({ length: 40 }, () => sample(random))).interval as [number, number];
      if (low <= truth && truth <= high) covered++;
    }
    return covered / trials;
  }

  test('intervals of means hold the true difference in 95 % of the comparisons, though pairs share much', () => {
    const normal = (random: () => number): number =>
      Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
    const found = coverage(
      (random) => {
        const shared = 30 * normal(random);
        return [shared + 5 * normal(random), shared + 2 + 5 * normal(random)];
      },
      2,
      meanDifference,
    );
    expect(found).toBeGreaterThan(0.935);
    expect(found).toBeLessThan(0.965);
  });

  test('intervals of shares hold it in about as many', () => {
    const found = coverage(
      (random) => {
        const luck = random();
        return [luck < 0.6 ? 1 : 0, luck < 0.5 || random() < 0.5 ? 1 : 0];
      },
      0.15,
      shareDifference,
    );
    expect(found).toBeGreaterThan(0.93);
    expect(found).toBeLessThan(0.98);
  });

  test('pairs that share their luck are told apart by far fewer games than strangers', () => {
    const random = seedrandom.alea('luck');
    const pairs = Array.from({ length: 50 }, (): Pair => {
      const luck = 100 * random();
      return [luck, luck + 3 + random()];
    });
    const strangers = pairs.map(([base], i): Pair => [base, (pairs[(i + 7) % 50] as Pair)[1]]);
    const width = (list: Pair[]): number => {
      const [low, high] = meanDifference(list).interval as [number, number];
      return high - low;
    };
    expect(width(pairs)).toBeLessThan(width(strangers) / 50);
  });
});

describe('many tests', () => {
  test("Holm's adjustment, by hand", () => {
    expect(holmAdjusted([0.01, 0.04, 0.03, 0.005])).toEqual([0.03, 0.06, 0.06, 0.02]);
    expect(holmAdjusted([])).toEqual([]);
  });

  test('adjusted values keep the order, are no smaller, and at most 1', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 40 }), (values) => {
        const adjusted = holmAdjusted(values);
        values.forEach((one, i) => {
          expect(adjusted[i]).toBeGreaterThanOrEqual(one);
          expect(adjusted[i]).toBeLessThanOrEqual(1);
          values.forEach((other, j) => {
            if (one < other) expect(adjusted[i]).toBeLessThanOrEqual(adjusted[j] as number);
          });
        });
      }),
    );
  });

  test('what was not tested is not counted', () => {
    const tested = [0.001, null, 0.03, 0.9].map((p) => ({ p, holm: null }));
    expect(adjustAll(tested)).toEqual({ made: 3, byChance: expect.closeTo(0.15, 12), found: 2, hold: 1 });
    expect(tested.map(({ holm }) => holm)).toEqual([0.003, null, 0.06, 0.9]);
  });

  test('among a hundred tests of nothing about five are found and nearly never one holds', () => {
    const random = seedrandom.alea('nothing');
    let found = 0;
    let held = 0;
    for (let study = 0; study < 200; study++) {
      const tested = Array.from({ length: 100 }, () => ({ p: random(), holm: null }));
      const count = adjustAll(tested);
      found += count.found;
      if (count.hold > 0) held++;
    }
    expect(found / 200).toBeGreaterThan(4);
    expect(found / 200).toBeLessThan(6);
    expect(held / 200).toBeLessThan(0.1);
  });
});
