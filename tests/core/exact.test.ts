import { describe, expect, test } from 'vitest';
import { exp, expQ, interpolate, ln, lnQ, mulDiv, NORMALS, normalQ, normalsUpTo } from '../../src/core/exact.ts';

function bitsOf(x: number): string {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, x);
  return view.getBigUint64(0).toString(16).padStart(16, '0');
}

/** Bits as first computed: any change here breaks every recorded game. */
const PINNED_LN = ['c01ba18a998fffa0', 'bfd6d3c324e13f4f', '3fd0ca937be1b9dd', '3ff193ea7aad030a', '4022d79559791e31'];
const PINNED_EXP = ['3fa2e259bb85be32', '3fecf46d99d52b12', '3ffa61298e1e069c', '4015e552770df846', '41bceb088b68e7fc'];
const PINNED_EXP_Q = [
  '3fd785741cea6470',
  '3feff800ffeaac01',
  '3ff00400800aab55',
  '3fffb21c66c454a7',
  '4060800b70191df3',
];
const PINNED_NORMALS = [-3376, -3046, -1323, -1, 1, 1200, 3376];
const PINNED_NORMAL_SUM = 1558856156;

/** Values over the whole range of the rules and beyond, equally spaced in ln. */
const SPREAD = Array.from({ length: 2001 }, (_, i) => 1e-12 * Math.exp((i * 55.3) / 2000));

describe('ln', () => {
  test('agrees with Math.log', () => {
    for (const x of SPREAD)
      expect(Math.abs(ln(x) - Math.log(x))).toBeLessThan(1e-14 * Math.max(1, Math.abs(Math.log(x))));
  });

  test('in fixed point is the nearest 1/1024', () => {
    for (const x of SPREAD) expect(Math.abs(lnQ(x) - 1024 * Math.log(x))).toBeLessThanOrEqual(0.5 + 1e-9);
    expect([lnQ(1), lnQ(2), lnQ(0.5), lnQ(1.5), lnQ(10_000)]).toEqual([0, 710, -710, 415, 9431]);
  });

  test('rises', () => {
    for (let i = 1; i < SPREAD.length; i++) {
      expect(ln(SPREAD[i] as number)).toBeGreaterThan(ln(SPREAD[i - 1] as number));
    }
  });

  test('has the same bits on every engine', () => {
    expect([0.001, 0.7, 1.3, 3, 12_345.678].map((x) => bitsOf(ln(x)))).toEqual(PINNED_LN);
  });

  test.each([0, -1, Number.NaN, Number.POSITIVE_INFINITY])('refuses %d', (x) => {
    expect(() => ln(x)).toThrow(RangeError);
  });
});

describe('exp', () => {
  test('agrees with Math.exp', () => {
    for (let x = -60; x <= 60; x += 0.0371) expect(Math.abs(exp(x) / Math.exp(x) - 1)).toBeLessThan(2e-13);
  });

  test('in fixed point agrees at every step of a table and across whole powers', () => {
    for (let q = -3000; q <= 3000; q++) expect(Math.abs(expQ(q) / Math.exp(q / 1024) - 1)).toBeLessThan(1e-14);
  });

  test('rises, and stays level beyond its limits', () => {
    for (let q = -5000; q < 5000; q++) expect(expQ(q + 1)).toBeGreaterThan(expQ(q));
    expect(exp(1000)).toBe(exp(64));
    expect(expQ(-1e9)).toBe(expQ(-64 * 1024));
  });

  test('undoes ln to the last place of fixed point', () => {
    for (let q = -10_000; q <= 10_000; q += 7) expect(lnQ(expQ(q))).toBe(q);
  });

  test('has the same bits on every engine', () => {
    expect([-3.3, -0.1, 0.5, 1.7, 20].map((x) => bitsOf(exp(x)))).toEqual(PINNED_EXP);
    expect([-1025, -1, 1, 700, 5000].map((q) => bitsOf(expQ(q)))).toEqual(PINNED_EXP_Q);
  });
});

describe('the table of the normal distribution', () => {
  const table = Array.from({ length: NORMALS }, (_, i) => normalQ(i));

  /** Distribution function by Simpson's rule. */
  function normalBelow(z: number): number {
    const steps = 400;
    let area = 0;
    for (let i = 0; i <= steps; i++) {
      const t = (z * i) / steps;
      area += (i === 0 || i === steps ? 1 : i % 2 === 1 ? 4 : 2) * Math.exp((-t * t) / 2);
    }
    return 0.5 + (area * z) / (3 * steps) / Math.sqrt(2 * Math.PI);
  }

  test('is the inverse of the distribution function', () => {
    table.forEach((q, i) => {
      expect(normalBelow((q - 0.51) / 1024)).toBeLessThan((i + 0.5) / NORMALS);
      expect(normalBelow((q + 0.51) / 1024)).toBeGreaterThan((i + 0.5) / NORMALS);
    });
  });

  test('rises, is symmetric, and has spread one', () => {
    for (let i = 1; i < NORMALS; i++) expect(table[i]).toBeGreaterThan(table[i - 1] as number);
    for (let i = 0; i < NORMALS; i++) expect((table[i] as number) + (table[NORMALS - 1 - i] as number)).toBe(0);
    const variance = table.reduce((sum, q) => sum + (q / 1024) ** 2, 0) / NORMALS;
    expect(variance).toBeGreaterThan(0.995);
    expect(variance).toBeLessThan(1);
  });

  test('is the same on every engine', () => {
    expect([0, 1, 100, 511, 512, 900, 1023].map(normalQ)).toEqual(PINNED_NORMALS);
    expect(table.reduce((sum, q, i) => (Math.imul(sum, 31) + q + i) | 0, 0)).toBe(PINNED_NORMAL_SUM);
  });

  test('counts how many values lie at or below another', () => {
    for (const i of [0, 1, 300, 511, 1023]) {
      expect(normalsUpTo(normalQ(i))).toBe(i + 1);
      expect(normalsUpTo(normalQ(i) - 0.5)).toBe(i);
    }
  });

  test.each([-1, 0.5, 1024])('refuses the index %d', (index) => {
    expect(() => normalQ(index)).toThrow(RangeError);
  });
});

test('mulDiv rounds down without the error of a floating quotient', () => {
  for (const [a, b, c] of [
    [7, 3, 4],
    [1_000_003, 999_983, 1_000_000],
    [94_906_265, 94_906_265, 94_906_266],
    [0, 5, 9],
  ] as const) {
    expect(mulDiv(a, b, c)).toBe(Number((BigInt(a) * BigInt(b)) / BigInt(c)));
  }
});

test('a curve is linear between its points and level outside', () => {
  const curve = [
    [100, 200],
    [300, 800],
    [500, 900],
  ] as const;
  expect([0, 100, 200, 300, 400, 500, 9999].map((x) => interpolate(curve, x))).toEqual([
    200, 200, 500, 800, 850, 900, 900,
  ]);
});
