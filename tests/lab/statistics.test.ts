import { describe, expect, test } from 'vitest';
import {
  effectiveSize,
  estimateMean,
  incompleteBeta,
  signTest,
  studentQuantile,
  studentTail,
  wilson,
} from '../../src/lab/statistics.ts';

describe('known values', () => {
  // Exact: 2^-n times sums of binomial coefficients.
  test.each([
    [5, 0, 2 / 32],
    [8, 2, (2 * (45 + 10 + 1)) / 1024],
    [9, 3, (2 * (220 + 66 + 12 + 1)) / 4096],
    [3, 9, (2 * (220 + 66 + 12 + 1)) / 4096],
    [6, 4, (2 * (210 + 120 + 45 + 10 + 1)) / 1024],
    [7, 7, 1],
    [1, 0, 1],
    [0, 0, 1],
  ])('sign test of %i against %i', (plus, minus, p) => {
    expect(signTest(plus, minus)).toBeCloseTo(p, 12);
  });

  test('sign test of many pairs, against the sum with whole numbers', () => {
    let coefficient = 1n;
    let sum = 0n;
    for (let k = 0n; k <= 80n; k++) {
      sum += coefficient;
      coefficient = (coefficient * (200n - k)) / (k + 1n);
    }
    const exact = Number((2n * sum * 10n ** 20n) / 2n ** 200n) / 1e20;
    expect(signTest(120, 80) / exact).toBeCloseTo(1, 9);
  });

  // NIST/SEMATECH e-Handbook of Statistical Methods, 1.3.6.7.2: upper critical values of Student's t at 0.975.
  test.each([
    [1, 12.706],
    [2, 4.303],
    [4, 2.776],
    [9, 2.262],
    [30, 2.042],
    [100, 1.984],
  ])("Student's quantile at %i degrees of freedom", (freedom, t) => {
    expect(studentQuantile(freedom)).toBeCloseTo(t, 3);
  });

  test("Student's tails in closed form: 1 and 2 degrees of freedom", () => {
    expect(studentTail(1, 1)).toBeCloseTo(0.5, 12);
    expect(studentTail(2, 2)).toBeCloseTo(1 - 2 / Math.sqrt(6), 12);
    expect(studentTail(-2, 2)).toBeCloseTo(1 - 2 / Math.sqrt(6), 12);
    expect(studentTail(0, 7)).toBe(1);
  });

  // Newcombe, Statistics in Medicine 17 (1998) 857, table I, method 3.
  test.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('Wilson interval of %i of %i', (seen, size, low, high) => {
    const interval = wilson(seen / size, size);
    expect(interval[0]).toBeCloseTo(low, 4);
    expect(interval[1]).toBeCloseTo(high, 4);
  });

  test('the beta function of whole numbers is a binomial sum, and both ends are met', () => {
    expect(incompleteBeta(0.3, 2, 3)).toBeCloseTo(0.3483, 12);
    expect(incompleteBeta(0.7, 3, 2)).toBeCloseTo(1 - 0.3483, 12);
    expect(incompleteBeta(0, 2, 3)).toBe(0);
    expect(incompleteBeta(1, 2, 3)).toBe(1);
  });

  // Student, Biometrika 6 (1908) 1, the hours of sleep gained by one drug over the other: t = 4.0621, p = 0.00283.
  test("Student's own sample", () => {
    const { mean, interval, p } = estimateMean([1.2, 2.4, 1.3, 1.3, 0, 1, 1.8, 0.8, 4.6, 1.4]);
    expect(mean).toBeCloseTo(1.58, 12);
    expect(p).toBeCloseTo(0.002833, 6);
    expect(interval?.[0]).toBeCloseTo(0.700114, 5);
    expect(interval?.[1]).toBeCloseTo(2.459886, 5);
  });
});

test('a sample of one has no interval, one without spread an interval without width', () => {
  expect(estimateMean([3])).toEqual({ mean: 3, interval: null, p: null });
  expect(estimateMean([0, 0])).toEqual({ mean: 0, interval: [0, 0], p: 1 });
});

test('the effective size lies between clusters and trials, by how alike the trials of a cluster are', () => {
  const alike = [1, 0, 1, 0, 1, 0];
  expect(effectiveSize(alike, 2)).toBe(6);
  const opposed = [0.5, 0.5, 0.5, 0.5];
  expect(effectiveSize(opposed, 2)).toBe(8);
  expect(effectiveSize([1, 1, 1], 2)).toBe(3);
  // Independent trials: as many pairs of each kind as two coins give.
  const coins = [...Array<number>(250).fill(1), ...Array<number>(500).fill(0.5), ...Array<number>(250).fill(0)];
  expect(effectiveSize(coins, 2) / 2000).toBeCloseTo(1, 2);
});
