import { describe, expect, test } from 'vitest';
import { dice, laid } from '../../src/core/dice.ts';
import { normalQ } from '../../src/core/exact.ts';

/** As first drawn: any change here breaks every recorded game. */
const PINNED_DRAWS = [0.4675591289997101, 928, 220, 1371, 0.7533733721356839];

const DRAWS = 4000;

/** First draw of each of many keys that differ in one number only. */
function firstDraws(seed: string, ...purpose: string[]): number[] {
  return Array.from({ length: DRAWS }, (_, turn) => dice(seed, ...purpose, turn).unit());
}

function correlation(a: readonly number[], b: readonly number[]): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += ((a[i] as number) - 0.5) * ((b[i] as number) - 0.5);
  return (sum / a.length) * 12;
}

describe('keys', () => {
  test('equal seed and key give equal dice, whatever was drawn before', () => {
    const draws = (): number[] => {
      const roll = dice('seed', 'fight', 3, 120);
      return [roll.unit(), roll.below(6), roll.permille(), roll.normal(), roll.round(2.5)];
    };
    const first = draws();
    dice('seed', 'fight', 4, 120).unit();
    expect(draws()).toEqual(first);
  });

  test('never run together', () => {
    const keys: [string, ...(string | number)[]][] = [
      ['s', 'a', 'b'],
      ['s', 'ab'],
      ['s', 'a,1:b'],
      ['s', 'a', 'b', ''],
      ['sa', 'b'],
      ['s', 1],
      ['s', '1'],
      ['s', 1, 2],
      ['s', 12],
      ['s', '1,2'],
      ['s', 1, '2'],
      ['s', -1],
      ['s'],
      ['', 's'],
    ];
    const draws = keys.map(([seed, ...key]) => dice(seed, ...key).unit());
    expect(new Set(draws).size).toBe(keys.length);
  });

  test('the dice of a game are those of every engine', () => {
    const roll = dice('kunlun/1', 'fight', 3, 1234, 0);
    expect([roll.unit(), roll.below(1000), roll.permille(), roll.normal(), roll.unit()]).toEqual(PINNED_DRAWS);
  });
});

describe('draws', () => {
  test('over neighbouring keys fill the range evenly', () => {
    const bins = new Array<number>(16).fill(0);
    for (const unit of firstDraws('even', 'fight'))
      bins[Math.floor(unit * 16)] = (bins[Math.floor(unit * 16)] ?? 0) + 1;
    const expected = DRAWS / 16;
    const chiSquare = bins.reduce((sum, n) => sum + ((n - expected) * (n - expected)) / expected, 0);
    // 99.9 % of fair dice stay below this with 15 degrees of freedom.
    expect(chiSquare).toBeLessThan(37.7);
  });

  test('of different purposes, seeds and neighbouring turns are independent', () => {
    const fight = firstDraws('one', 'fight');
    const limit = 3.5 / Math.sqrt(DRAWS);
    expect(Math.abs(correlation(fight, firstDraws('one', 'losses')))).toBeLessThan(limit);
    expect(Math.abs(correlation(fight, firstDraws('two', 'fight')))).toBeLessThan(limit);
    expect(Math.abs(correlation(fight.slice(1), fight.slice(0, -1)))).toBeLessThan(limit);
  });

  test('of one key follow each other independently', () => {
    const roll = dice('stream', 'x');
    const stream = Array.from({ length: DRAWS }, () => roll.unit());
    expect(Math.abs(correlation(stream.slice(1), stream.slice(0, -1)))).toBeLessThan(3.5 / Math.sqrt(DRAWS));
  });

  test('rounding by lot keeps the mean and leaves whole numbers alone', () => {
    const roll = dice('round');
    let sum = 0;
    for (let i = 0; i < 10_000; i++) {
      const rounded = roll.round(2.3);
      expect([2, 3]).toContain(rounded);
      sum += rounded;
    }
    expect(Math.abs(sum / 10_000 - 2.3)).toBeLessThan(0.02);
    expect([roll.round(7), roll.round(0)]).toEqual([7, 0]);
  });
});

describe('laid dice', () => {
  test('come in order through every kind of draw', () => {
    const roll = laid([0.25, 0.5, 0.9994, 0, 0.69, 0.71]);
    expect([roll.unit(), roll.below(6), roll.permille(), roll.normal(), roll.round(2.3), roll.round(2.3)]).toEqual([
      0.25,
      3,
      999,
      normalQ(0),
      2,
      3,
    ]);
  });

  test('throw when they run out', () => {
    const roll = laid([0.5]);
    roll.unit();
    expect(() => roll.unit()).toThrow(RangeError);
  });
});
