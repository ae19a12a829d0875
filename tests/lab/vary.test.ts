/** Sensitivity studies: points that fill their ranges, regressions that find what is planted, and files that hold together. */
import fc from 'fast-check';
import seedrandom from 'seedrandom';
import { describe, expect, test } from 'vitest';
import { parameterAt } from '../../src/core/rules/parameters.ts';
import { changeScenario } from '../../src/lab/change/apply.ts';
import { analyse, MARGIN, measuresOf, shareBetween } from '../../src/lab/vary/analyse.ts';
import { latinHypercube } from '../../src/lab/vary/design.ts';
import { formatVaryLine, parseVary, type VaryHeader, type VaryPoint } from '../../src/lab/vary/file.ts';
import { changesAt, parametersOf, parseParameters, rangeFault, SETS, valuesAt } from '../../src/lab/vary/parameters.ts';
import { regress } from '../../src/lab/vary/regression.ts';
import { scenarioFiles } from '../scenario/files.ts';
import { shipped } from '../shipped.ts';

function normals(seed: string): () => number {
  const random = seedrandom.alea(seed);
  return () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

describe('the design', () => {
  test('each axis has one point in the middle of each of as many cells as there are points', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 30 }),
        fc.integer({ min: 1, max: 6 }),
        fc.string(),
        (points, axes, seed) => {
          const design = latinHypercube(points, axes, seed);
          const cells = Array.from({ length: points }, (_, i) => (i + 0.5) / points);
          for (let axis = 0; axis < axes; axis++)
            expect(design.map((row) => row[axis] as number).sort((a, b) => a - b)).toEqual(cells);
        },
      ),
      { numRuns: 60 },
    );
  });

  test('equal arguments give equal points, another seed others', () => {
    expect(latinHypercube(20, 4, 'a')).toEqual(latinHypercube(20, 4, 'a'));
    expect(latinHypercube(20, 4, 'a')).not.toEqual(latinHypercube(20, 4, 'b'));
  });

  test('points keep apart, farther than points laid at random', () => {
    const nearest = (rows: readonly number[][]): number => {
      let least = Number.POSITIVE_INFINITY;
      rows.forEach((a, i) => {
        for (const b of rows.slice(i + 1))
          least = Math.min(least, Math.hypot(...a.map((value, axis) => value - (b[axis] as number))));
      });
      return least;
    };
    const random = seedrandom.alea('anywhere');
    const scattered = Array.from({ length: 20 }, () =>
      nearest(Array.from({ length: 30 }, () => Array.from({ length: 3 }, () => random()))),
    );
    expect(nearest(latinHypercube(30, 3, 'a'))).toBeGreaterThan(Math.max(...scattered));
  });

  test('axes have little to do with one another', () => {
    const design = latinHypercube(64, 12, 'a');
    for (let a = 0; a < 12; a++)
      for (let b = 0; b < a; b++) {
        const product = design.reduce((sum, row) => sum + ((row[a] as number) - 0.5) * ((row[b] as number) - 0.5), 0);
        expect(Math.abs(product / 64 / (1 / 12))).toBeLessThan(0.25);
      }
  });
});

describe('parameters', () => {
  test.each(Object.entries(SETS))('the set %s names numbers of the rules and ranges that they allow', (_, ranges) => {
    for (const range of ranges) {
      expect([range.path, rangeFault(range)]).toEqual([range.path, null]);
      const usual = parameterAt(range.path)?.value as number;
      expect(range.low).toBeLessThanOrEqual(usual);
      expect(range.high).toBeGreaterThan(usual);
    }
    expect(new Set(ranges.map(({ path }) => path)).size).toBe(ranges.length);
  });

  test('are read from a list', () => {
    expect(parseParameters('resolver.slope:0.9:1.5, air:aircraft/*/supportValue:0.5:2')).toEqual({
      ok: true,
      ranges: [
        { path: 'resolver.slope', low: 0.9, high: 1.5 },
        { path: 'air:aircraft/*/supportValue', low: 0.5, high: 2 },
      ],
    });
  });

  test.each([
    ['', 'PATH:LOW:HIGH'],
    ['resolver.slope', 'PATH:LOW:HIGH'],
    ['resolver.slope:1:x', 'low end'],
    ['resolver.slope:2:1', 'low end'],
    ['resolver.slope:1:1', 'low end'],
    ['resolver.luck:1:2', 'no such number'],
    ['history:outcomes:1:2', 'no such number'],
    ['resolver.killed:0.5:1.5', 'the rules take 0 to 1'],
    ['oob:units/*/men:-1:1', 'not below 0'],
    ['resolver.slope:1:2,resolver.slope:1:3', 'given twice'],
  ])('refused: "%s"', (text, message) => {
    const read = parseParameters(text);
    expect(!read.ok && read.message).toContain(message);
  });

  test('a point lays the rules and scales the files, whole numbers rounded', () => {
    const parameters = parametersOf(
      [
        { path: 'resolver.slope', low: 1, high: 1.8 },
        { path: 'recovery.cohesion', low: 50, high: 61 },
        { path: 'air:aircraft/*/supportValue', low: 0.5, high: 2 },
      ],
      { 'resolver.slope': 1.7 },
    );
    expect(parameters.map(({ usual }) => usual)).toEqual([1.7, 60, 1]);
    const values = valuesAt(parameters, [0.25, 0.75, 0]);
    expect(values).toEqual([1.2, 58, 0.5]);
    expect(valuesAt(parameters, [0, 0, 0.5])).toEqual([1, 50, 1]);
    expect(valuesAt(parameters, [1, 1, 1])).toEqual([1.8, 61, 2]);
    const changed = changeScenario(scenarioFiles('kunlun-pass'), changesAt(parameters, values, 7));
    if (!changed.ok) throw new Error(JSON.stringify(changed.faults));
    expect(changed.data.scenario.rules).toEqual({ 'resolver.slope': 1.2, 'recovery.cohesion': 58 });
    const half = shipped('kunlun-pass').data.air.aircraft.map((one) => Math.round(one.supportValue / 2));
    expect(changed.data.air.aircraft.map((one) => one.supportValue)).toEqual(half);
  });
});

describe('regression', () => {
  test('beside a worked example (Longley, J. Amer. Statist. Assoc. 62 (1967) 819; certified by NIST)', () => {
    const rows = [
      [83, 234289, 2356, 1590, 107608, 1947],
      [88.5, 259426, 2325, 1456, 108632, 1948],
      [88.2, 258054, 3682, 1616, 109773, 1949],
      [89.5, 284599, 3351, 1650, 110929, 1950],
      [96.2, 328975, 2099, 3099, 112075, 1951],
      [98.1, 346999, 1932, 3594, 113270, 1952],
      [99, 365385, 1870, 3547, 115094, 1953],
      [100, 363112, 3578, 3350, 116219, 1954],
      [101.2, 397469, 2904, 3048, 117388, 1955],
      [104.6, 419180, 2822, 2857, 118734, 1956],
      [108.4, 442769, 2936, 2798, 120445, 1957],
      [110.8, 444546, 4681, 2637, 121950, 1958],
      [112.6, 482704, 3813, 2552, 123366, 1959],
      [114.2, 502601, 3931, 2514, 125368, 1960],
      [115.7, 518173, 4806, 2572, 127852, 1961],
      [116.9, 554894, 4007, 2827, 130081, 1962],
    ];
    const employed = [
      60323, 61122, 60171, 61187, 63221, 63639, 64989, 63761, 66019, 67857, 68169, 66513, 68655, 69564, 69331, 70551,
    ];
    const found = regress(rows, employed);
    const certified: [number, number][] = [
      [15.0618722713733, 84.9149257747669],
      [-0.035819179292591, 0.0334910077722432],
      [-2.02022980381683, 0.488399681651699],
      [-1.03322686717359, 0.214274163161675],
      [-0.0511041056535807, 0.22607320006937],
      [1829.15146461355, 455.478499142212],
    ];
    expect(found?.r2).toBeCloseTo(0.995479004577296, 10);
    certified.forEach(([slope, error], i) => {
      const one = found?.slopes[i];
      expect((one?.slope as number) / slope).toBeCloseTo(1, 6);
      const [low = 0, high = 0] = one?.interval ?? [];
      // Student's quantile for 9 degrees of freedom.
      expect((high - low) / 2 / error / 2.2621571628).toBeCloseTo(1, 6);
    });
  });

  test('the shares of predictors without correlation add up to R²', () => {
    const rows = [-1, 1].flatMap((a) => [-1, 1].flatMap((b) => [-1, 1].map((c) => [a, b, c])));
    const noise = [1, -1, -1, 1, -1, 1, 1, -1];
    const found = regress(
      rows,
      rows.map(([a = 0, b = 0, c = 0], i) => 5 + 3 * a - 2 * b + 0 * c + (noise[i] as number)),
    );
    expect(found?.r2).toBeCloseTo(13 / 14, 12);
    expect(found?.slopes.map(({ slope }) => slope)).toEqual([expect.closeTo(3), expect.closeTo(-2), expect.closeTo(0)]);
    expect(found?.slopes.map(({ share }) => share)).toEqual([
      expect.closeTo(9 / 14),
      expect.closeTo(4 / 14),
      expect.closeTo(0),
    ]);
  });

  test('what can not be told is null: too few rows, no spread, predictors that say the same', () => {
    expect(regress([[1], [2]], [1, 2])).toBeNull();
    expect(regress([[1], [2], [3], [4]], [5, 5, 5, 5])).toBeNull();
    expect(
      regress(
        [
          [1, 2],
          [2, 4],
          [3, 6],
          [4, 8],
          [5, 10],
        ],
        [1, 2, 4, 3, 5],
      ),
    ).toBeNull();
    expect(
      regress(
        [
          [1, 1],
          [2, 1],
          [3, 1],
          [4, 1],
        ],
        [1, 2, 4, 3],
      ),
    ).toBeNull();
    expect(regress([], [])).toBeNull();
  });

  test('intervals of slopes hold the true slope in 95 % of the studies', () => {
    const normal = normals('slopes');
    const design = latinHypercube(30, 3, 'a');
    let covered = 0;
    for (let study = 0; study < 1000; study++) {
      const found = regress(
        design,
        design.map(([a = 0, b = 0]) => 2 * a - b + normal()),
      );
      for (const [i, truth] of [2, -1, 0].entries()) {
        const interval = found?.slopes[i]?.interval;
        if (interval && interval[0] <= truth && truth <= interval[1]) covered++;
      }
    }
    expect(covered / 3000).toBeGreaterThan(0.935);
    expect(covered / 3000).toBeLessThan(0.965);
  });
});

const game = shipped('kunlun-pass');
const { history } = scenarioFiles('kunlun-pass');

function headerOf(points: number, games: number, paths: readonly string[]): VaryHeader {
  return {
    kind: 'ridgeline-vary',
    formatVersion: 1,
    scenario: 'kunlun-pass',
    seed: 's',
    games,
    fog: true,
    bots: ['regular', 'regular'],
    plans: ['historical', 'historical'],
    points,
    parameters: paths.map((path) => ({ path, low: 0, high: 10, usual: 5 })),
    rules: 1,
    digest: '0'.repeat(16),
  };
}

/** A study with a margin of our own making: luck of the seed, and what the values do. */
function studyOf(points: number, games: number, paths: readonly string[], margin: (values: number[]) => number) {
  const header = headerOf(points, games, paths);
  const normal = normals('study');
  const luck = Array.from({ length: games }, () => 40 * normal());
  const lines = latinHypercube(points, paths.length, 's').map((point, i): VaryPoint => {
    const values = valuesAt(header.parameters, point);
    return {
      point: i + 1,
      values,
      games: luck.map((shared) => ({
        grade: null,
        margin: Math.round(margin(values) + shared + 5 * normal()),
        outcomes: {},
      })),
    };
  });
  return { header, lines };
}

describe('a study', () => {
  const told = measuresOf(history).filter(({ id }) => id === MARGIN);

  test('ranks a planted effect first, says how strong it is, and calls nothing else an effect', () => {
    const paths = ['a', 'b', 'c', 'd', 'e', 'f'];
    const { header, lines } = studyOf(60, 8, paths, ([, , c = 0, , e = 0]) => 12 * c - 4 * e);
    const model = analyse(game, header, lines, told);
    const [margin] = model.measures;
    expect(margin?.effects.map(({ path }) => path).slice(0, 2)).toEqual(['c', 'e']);
    const [first, second, ...rest] = margin?.effects ?? [];
    expect(first?.lowToHigh).toBeGreaterThan(117);
    expect(first?.lowToHigh).toBeLessThan(123);
    expect(first?.coefficient).toBeGreaterThan(0.9);
    expect(second?.lowToHigh).toBeLessThan(-37);
    expect(first?.share).toBeGreaterThan(0.85);
    expect(rest.every(({ holm }) => holm > 0.05)).toBe(true);
    expect(model.tests).toMatchObject({ made: 6, hold: 2 });
    expect(margin?.explained).toBeGreaterThan(0.99);
  });

  test('knows a range by ratios: what a doubling does is the same at either end', () => {
    const header = headerOf(40, 4, ['a', 'b']);
    header.parameters = [
      { path: 'a', low: 0.5, high: 8, usual: 2 },
      { path: 'b', low: 3, high: 4, usual: 3.5 },
    ];
    const lines = latinHypercube(40, 2, 's').map((point, i): VaryPoint => {
      const values = valuesAt(header.parameters, point);
      const margin = 10 * Math.log2(values[0] as number);
      return {
        point: i + 1,
        values,
        games: [1, 2, 3, 4].map((n) => ({ grade: null, margin: margin + n, outcomes: {} })),
      };
    });
    const [margin] = analyse(game, header, lines, told).measures;
    expect(margin?.effects[0]).toMatchObject({ path: 'a', lowToHigh: expect.closeTo(40), share: expect.closeTo(1) });
    expect(margin?.effects[1]?.share).toBeLessThan(1e-9);
  });

  test('is not misled by the luck of its seeds, which is the same at all points', () => {
    const { header, lines } = studyOf(40, 4, ['a', 'b', 'c'], () => 0);
    const [margin] = analyse(game, header, lines, told).measures;
    expect(margin?.between).toBeLessThan(0.05);
    expect(margin?.explained).toBeLessThan(0.3);
  });

  test('dates that never came are later than any; what has no answer is left out; yes and no are shares', () => {
    const byUnit = (unit: string) => measuresOf(history).find((one) => one.unit === unit) as (typeof told)[number];
    const [date, yes, men] = [byUnit('date'), byUnit('yes'), byUnit('men')];
    const header = headerOf(2, 2, ['a']);
    const outcomes = (first: object, second: object): VaryPoint['games'] =>
      [first, second].map((given) => ({
        grade: null,
        margin: 0,
        outcomes: { [date.id]: null, [yes.id]: null, [men.id]: null, ...given },
      }));
    const lines: VaryPoint[] = [
      {
        point: 1,
        values: [1],
        games: outcomes({ [date.id]: '1939-12-20', [yes.id]: 'yes', [men.id]: 70 }, { [yes.id]: 'no' }),
      },
      { point: 2, values: [9], games: outcomes({}, {}) },
    ];
    const found = analyse(game, header, lines, [date, yes, men]).measures;
    expect(found.map(({ points, range }) => [points, range])).toEqual([
      [2, [(5 + 29) / 2, 29]],
      [1, [0.5, 0.5]],
      [1, [70, 70]],
    ]);
    expect(found.every(({ effects, explained }) => effects.length === 0 && explained === null)).toBe(true);
  });

  test('shares of variance, by hand', () => {
    expect(
      shareBetween([
        [1, 2],
        [1, 2],
        [1, 2],
      ]),
    ).toBe(0);
    expect(
      shareBetween([
        [1, 1],
        [5, 5],
      ]),
    ).toBe(1);
    expect(
      shareBetween([
        [0, 4],
        [4, 8],
      ]),
    ).toBeCloseTo(0.5, 12);
    expect(
      shareBetween([
        [3, 3],
        [3, 3],
      ]),
    ).toBeNull();
    expect(shareBetween([[1, 2]])).toBeNull();
  });
});

describe('the file', () => {
  const { header, lines } = studyOf(5, 2, ['a', 'b'], ([a = 0]) => a);
  const text = [header, ...lines].map(formatVaryLine).join('');

  test('what is written is read', () => {
    expect(parseVary(text)).toEqual({ ok: true, header, points: lines, length: text.length });
  });

  test('cut off anywhere, its whole lines are read', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: text.length }), (cut) => {
        const read = parseVary(text.slice(0, cut));
        const whole = text.slice(0, cut).split('\n').length - 1;
        expect(read).toEqual({
          ok: true,
          header: whole > 0 ? header : null,
          points: lines.slice(0, Math.max(0, whole - 1)),
          length: text.slice(0, cut).lastIndexOf('\n') + 1,
        });
      }),
    );
  });

  test.each<[string, (parts: string[]) => string[], string]>([
    ['no header', ([, ...rest]) => rest, 'line 1'],
    [
      'a line twice',
      ([head = '', one = '', ...rest]) => [head, one, one, ...rest],
      'line 3: point: point 1 where point 2',
    ],
    ['a line left out', ([head = '', , ...rest]) => [head, ...rest], 'line 2: point: point 2 where point 1'],
    [
      'a value too many',
      ([head = '', one = '']) => [head, one.replace('"values":[', '"values":[1,')],
      'line 2: values',
    ],
    ['a field too many', ([head = '', one = '']) => [head, one.replace('{', '{"x":1,')], 'line 2'],
    ['no JSON', ([head = '']) => [head, '{'], 'line 2: not JSON'],
    [
      'a point too many',
      (parts) => [...parts, (parts[5] as string).replace('"point":5', '"point":6')],
      'line 7: the study',
    ],
  ])('%s', (_, change, message) => {
    const parts = text.split('\n').slice(0, -1);
    const read = parseVary(
      change(parts)
        .map((part) => `${part}\n`)
        .join(''),
    );
    const { line, path, message: said } = read.ok ? { line: 0, path: '', message: '' } : read.fault;
    expect([`line ${line}`, path, said].filter((part) => part !== '').join(': ')).toContain(message);
  });
});
