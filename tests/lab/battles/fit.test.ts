import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PARAMETERS, parameterAt } from '../../../src/core/rules/parameters.ts';
import { prepare } from '../../../src/lab/battles/fights.ts';
import { foldsByFamily, foldsByWar, SMALLER_WARS } from '../../../src/lab/battles/fit/folds.ts';
import { FREE, fromScale, laidOver, rulesWith, toScale } from '../../../src/lab/battles/fit/free.ts';
import { measure } from '../../../src/lab/battles/fit/measure.ts';
import { priorValues, scoresOf, search } from '../../../src/lab/battles/fit/search.ts';
import { simulate } from '../../../src/lab/battles/simulate.ts';
import { allBattles } from './engagements.ts';

const battles = allBattles();

describe('what is left out', () => {
  test('every battle once, families together, about one size, whatever the seed', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 2, max: 10 }), (seed, count) => {
        const folds = foldsByFamily(battles, count, seed);
        expect(folds.flatMap(({ left }) => left).length).toBe(battles.length);
        expect(new Set(folds.flatMap(({ left }) => left)).size).toBe(battles.length);
        const parts = folds.map(({ left }) => new Set(left.map(({ engagement }) => engagement.family)));
        expect(parts.reduce((sum, part) => sum + part.size, 0)).toBe(new Set(parts.flatMap((part) => [...part])).size);
        for (const { left } of folds) expect(left.length).toBeGreaterThan(battles.length / count / 2);
      }),
      { numRuns: 30 },
    );
    expect(foldsByFamily(battles, 5, 'a')).toEqual(foldsByFamily(battles, 5, 'a'));
    expect(foldsByFamily(battles, 5, 'a')).not.toEqual(foldsByFamily(battles, 5, 'b'));
  });

  test('whole wars, the smaller ones together', () => {
    const folds = foldsByWar(battles);
    expect(folds.map(({ name }) => name)).toEqual([
      'Six Day War',
      'World War I',
      'World War II',
      'Yom Kippur War',
      SMALLER_WARS,
    ]);
    expect(folds.flatMap(({ left }) => left).length).toBe(battles.length);
  });
});

describe('free numbers', () => {
  test('begin within their bounds, and stay there', () => {
    for (const free of FREE) {
      expect(fromScale(free, toScale(free, free.prior)), free.id).toBeCloseTo(free.prior, 9);
      expect(fromScale(free, -99), free.id).toBe(free.least);
      expect(fromScale(free, 99), free.id).toBe(free.most);
    }
  });

  test('are laid over numbers that the rules have', () => {
    const laid = laidOver(priorValues());
    expect(laid['resolver.wet.attack']).toBe(laid['resolver.wet.defence']);
    expect(rulesWith({ slope: 2 }).resolver.slope).toBe(2);
    expect(rulesWith({}).resolver).toEqual(PARAMETERS.resolver);
  });
});

test("the rulebook's numbers are those of the fit that comes along", () => {
  const path = join(import.meta.dirname, '..', '..', '..', 'docs', 'calibration', 'parameters.json');
  const { parameters } = JSON.parse(readFileSync(path, 'utf8')) as { parameters: Record<string, number> };
  expect(Object.keys(parameters).sort()).toEqual(Object.keys(laidOver(priorValues())).sort());
  for (const [at, value] of Object.entries(parameters)) expect(parameterAt(at)?.value, at).toBe(value);
});

describe('a fit', () => {
  const some = battles.filter((_, i) => i % 5 === 0);
  const options = { seed: 'a', repetitions: 12, rounds: 1 };

  test('finds rates and odds that made-up battles were fought with', () => {
    const truth = { ...priorValues(), attackRate: 0.07, defenceRate: 0.012, bias: -0.2 };
    const madeUp = some.map(({ engagement }) => {
      const prepared = prepare(engagement);
      const [made] = simulate(prepared, rulesWith(truth), 'made up', 1);
      if (!made) throw new Error('no battle');
      const { attackerWins, attackerLosses, defenderLosses } = made;
      return {
        prepared,
        history: { wins: attackerWins ? (1 as const) : (-1 as const), attackerLosses, defenderLosses },
      };
    });
    const { values } = search(madeUp, options);
    const prior = priorValues();
    for (const id of ['attackRate', 'defenceRate', 'bias'] as const) {
      const [from, to, found] = [prior[id], truth[id], values[id]] as [number, number, number];
      expect((found - from) / (to - from), `${id} went to ${found}`).toBeGreaterThan(0.3);
    }
    const before = scoresOf(measure(madeUp, rulesWith(prior), 'b', 20));
    const after = scoresOf(measure(madeUp, rulesWith(values), 'b', 20));
    expect(after.attacker).toBeLessThan(before.attacker);
    expect(after.brier).toBeLessThan(before.brier);
  });

  test('comes out the same twice', () => {
    const few = some.slice(0, 8).map(({ engagement, history }) => {
      if (!history) throw new Error('no history');
      return { prepared: prepare(engagement), history };
    });
    const small = { ...options, repetitions: 4 };
    expect(search(few, small)).toEqual(search(few, small));
  });
});
