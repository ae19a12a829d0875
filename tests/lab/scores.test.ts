import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Pcg64 } from '../../src/lab/battles/pcg64.ts';
import {
  brier,
  coverage,
  crpsFair,
  deciles,
  distanceFromUniform,
  energyScore,
  logScore,
  medianOf,
  type Point,
  randomisedPit,
  reliability,
} from '../../src/lab/scores.ts';

describe('CRPS', () => {
  test('worked by hand', () => {
    // Mean distance from the truth 2, of the distinct pairs 8/3.
    expect(crpsFair([0, 2, 4], 3)).toBeCloseTo(5 / 3 - 4 / 3, 12);
    expect(crpsFair([7], 3)).toBe(4);
  });

  test('is the sum over all pairs, in any order of the sample', () => {
    const value = fc.double({ min: -50, max: 50, noNaN: true });
    fc.assert(
      fc.property(fc.array(value, { minLength: 2, maxLength: 30 }), value, (sample, truth) => {
        let pairs = 0;
        for (const a of sample) for (const b of sample) pairs += Math.abs(a - b);
        const n = sample.length;
        const error = sample.reduce((sum, a) => sum + Math.abs(a - truth), 0) / n;
        const expected = error - pairs / (2 * n * (n - 1));
        expect(crpsFair(sample, truth)).toBeCloseTo(expected, 9);
        expect(crpsFair(sample.toReversed(), truth)).toBeCloseTo(expected, 9);
      }),
    );
  });

  test('is no better in the mean for a larger sample of the same distribution', () => {
    const random = new Pcg64(1);
    const draw = (n: number): number[] => Array.from({ length: n }, () => random.random());
    const mean = (n: number): number => {
      let sum = 0;
      for (let i = 0; i < 20_000; i++) sum += crpsFair(draw(n), random.random());
      return sum / 20_000;
    };
    // A uniform forecast of a uniform truth: 1/3 - 1/6.
    expect(mean(2)).toBeCloseTo(1 / 6, 2);
    expect(mean(12)).toBeCloseTo(1 / 6, 2);
  });

  test('an empty sample is refused', () => {
    expect(() => crpsFair([], 0)).toThrow(RangeError);
  });
});

test('Brier and log score', () => {
  expect(brier(0.8, 1)).toBeCloseTo(0.04, 12);
  expect(brier(0.8, 0.5)).toBeCloseTo(0.09, 12);
  expect(logScore(0.8, 0)).toBeCloseTo(-Math.log(0.2), 12);
  expect(logScore(0.5, 0.5)).toBeCloseTo(Math.LN2, 12);
});

test('energy score worked by hand: each point and the one before it in the order', () => {
  const sample: Point[] = [
    [0, 0],
    [3, 4],
    [6, 8],
  ];
  // Distances from the truth 5, 0, 5; of the pairs 10 (2 and 0), 5, 5.
  expect(energyScore(sample, [3, 4], [2, 0, 1])).toBeCloseTo(10 / 3 - 20 / 6, 12);
});

describe('places', () => {
  test('the truth shares the room between its neighbours by lot', () => {
    expect(randomisedPit([1, 2, 3], 2.5, 0)).toBe(0.5);
    expect(randomisedPit([1, 2, 3], 2.5, 0.5)).toBe(0.625);
    expect(randomisedPit([1, 2, 2, 3], 2, 0.5)).toBeCloseTo(0.5, 12);
    expect(randomisedPit([1, 2, 3], 0, 0)).toBe(0);
  });

  test('coverage, distance from uniform, tenths', () => {
    const places = [0.02, 0.3, 0.5, 0.7, 0.97];
    expect(coverage(places, 0.9)).toBe(3 / 5);
    expect(coverage(places, 0.5)).toBe(3 / 5);
    expect(distanceFromUniform([0.1, 0.3, 0.5, 0.7, 0.9])).toBeCloseTo(0, 12);
    expect(distanceFromUniform([0.9, 0.9])).toBeCloseTo(0.65, 12);
    expect(deciles([0, 0.05, 0.1, 0.99, 1])).toEqual([2, 1, 0, 0, 0, 0, 0, 0, 0, 2]);
  });

  test('median', () => {
    expect(medianOf([5, 1, 3])).toBe(3);
    expect(medianOf([4, 1, 3, 2])).toBe(2.5);
  });
});

test('reliability: ranges are closed above, empty ones have no means', () => {
  const bins = reliability([
    { chance: 0.35, truth: 0 },
    { chance: 0.36, truth: 1 },
    { chance: 0.5, truth: 0 },
  ]);
  expect(bins.map(({ count }) => count)).toEqual([1, 2, 0, 0, 0]);
  expect(bins[1]).toMatchObject({ from: 0.35, to: 0.5, meanChance: 0.43, cameAbout: 0.5 });
  expect(bins[2]).toMatchObject({ meanChance: null, cameAbout: null });
});

test("numpy's generator: default_rng(5), as numpy 2.4.6 gives it", () => {
  const random = new Pcg64(5);
  expect(random.random()).toBe(0.8050029237453802);
  expect(random.permutation(7)).toEqual([1, 4, 2, 3, 0, 6, 5]);
  expect(random.random()).toBe(0.053930702381656426);
  expect(random.permutation(6)).toEqual([0, 1, 3, 2, 4, 5]);
  expect(random.random()).toBe(0.04875771072716806);
  expect(random.permutation(400).slice(0, 10)).toEqual([307, 253, 234, 70, 206, 136, 43, 52, 172, 334]);
});
