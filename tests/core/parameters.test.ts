/** Rulebook 1.7: numbers of the rules by path, with a scenario's own laid over. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dice } from '../../src/core/dice.ts';
import { compile, type Game, marchTableOf } from '../../src/core/game.ts';
import type { Bounded } from '../../src/core/rules/parameters/bounds.ts';
import {
  PARAMETERS,
  parameterAt,
  parameterFault,
  parameterPaths,
  parametersWith,
} from '../../src/core/rules/parameters.ts';
import { needs } from '../../src/core/rules/supply.ts';
import { MOBILITIES } from '../../src/core/scenario.ts';
import { tinyGame, tinyStart } from './fixture.ts';
import { checkInvariants } from './invariants.ts';
import { campaign, crowd, randomGame } from './wars.ts';

const PATHS = parameterPaths();

/** The number at a path, found by walking the record. */
function read(record: unknown, path: string): unknown {
  return path.split('.').reduce((node, key) => (node as Record<string, unknown>)[key], record);
}

/** A path and a value that may be laid over it. */
const laid = fc.constantFrom(...PATHS).chain((path) => {
  const { least, most, whole } = parameterAt(path) as NonNullable<ReturnType<typeof parameterAt>>;
  const value = whole ? fc.integer({ min: least, max: most }) : fc.double({ min: least, max: most, noNaN: true });
  return fc.tuple(fc.constant(path), value);
});

describe('1.7 the numbers of the rules', () => {
  test('have each a path of its own, and stand in the rulebook within their bounds', () => {
    expect(new Set(PATHS).size).toBe(PATHS.length);
    expect(PATHS.length).toBeGreaterThan(100);
    for (const path of PATHS) {
      const value = read(PARAMETERS, path) as number;
      expect(value).toBe(parameterAt(path)?.value);
      expect([path, parameterFault(path, value)]).toEqual([path, null]);
    }
  });

  test('are the rulebook itself where nothing is laid over', () => {
    expect(parametersWith(undefined)).toBe(PARAMETERS);
    expect(parametersWith({})).toBe(PARAMETERS);
    expect(tinyGame({ map: [',,'], units: [] }).rules).toBe(PARAMETERS);
  });

  test('change where a number is laid over, there alone, and the rulebook keeps its own', () => {
    const before = JSON.stringify(PARAMETERS);
    fc.assert(
      fc.property(laid, ([path, value]) => {
        expect(parameterFault(path, value)).toBeNull();
        const rules = parametersWith({ [path]: value });
        expect(PATHS.filter((one) => !Object.is(read(rules, one), read(PARAMETERS, one)))).toEqual(
          Object.is(value, parameterAt(path)?.value) ? [] : [path],
        );
      }),
    );
    expect(JSON.stringify(PARAMETERS)).toBe(before);
  });

  test.each([
    'resolver',
    'resolver.',
    'resolver.slop',
    'resolver.noise',
    'resolver.nerve.3.0',
    'resolver.nerve.0.value',
    'resolver.slope.value',
    '__proto__',
    'constructor.name',
    '',
  ])('have no path "%s"', (path) => {
    expect(parameterFault(path, 1)).toBe('unknown');
    expect(parameterAt(path)).toBeUndefined();
  });

  test.each([
    ['resolver.slope', 0],
    ['resolver.slope', -1],
    ['resolver.slope', Number.NaN],
    ['resolver.slope', Number.POSITIVE_INFINITY],
    ['resolver.killed', 1.01],
    ['resolver.nerve.1.0', 100],
    ['resolver.armourShield.attack', -0.1],
    ['recovery.rest', 10.5],
    ['supply.roadKg', -1],
  ])('do not take for %s the value %d', (path, value) => {
    expect(parameterFault(path, value)).toBe('range');
  });
});

describe('1.7 a game with numbers of its own', () => {
  const plain = { map: [',,', ',,'], units: [{ id: 'a', side: 'cn' as const, hex: '0000' }], roads: ['0000 0100'] };
  const ruled = (rules: Record<string, number>) => tinyStart({ ...plain, scenario: { rules } });

  test('is another game by its digest, as soon as any is given', () => {
    const digests = [undefined, { 'resolver.slope': 1.3 }, { 'resolver.slope': 1.4 }].map(
      (rules) => tinyGame({ ...plain, scenario: rules ? { rules } : {} }).digest,
    );
    expect(new Set(digests).size).toBe(3);
  });

  test('is marched and fed by them', () => {
    const { game, state } = ruled({ 'movement.road.foot': 8, 'supply.foodKg': 0.5 });
    const usual = tinyStart(plain);
    const minutes = (one: typeof usual) =>
      marchTableOf(one.game, one.state, MOBILITIES.indexOf('foot')).open[0] as number;
    expect(minutes({ ...usual, game, state })).toBe(minutes(usual) / 2);
    expect(needs(game, state, 0).foodDay).toBe(needs(usual.game, usual.state, 0).foodDay / 2);
  });

  test('leaves the games beside it alone', () => {
    const one = ruled({ 'strength.guns': 0.25 });
    const other = ruled({});
    expect([one.game.rules.strength.guns, other.game.rules.strength.guns]).toEqual([0.25, PARAMETERS.strength.guns]);
  });
});

describe('1.7 within their bounds', () => {
  /** A game of the same war with every number of the rules drawn anew: at its least, at its most, or between. */
  const redrawn = (war: Game, value: (bounds: Readonly<Bounded>) => number): Game => {
    const rules = Object.fromEntries(PATHS.map((path) => [path, value(parameterAt(path) as Bounded)]));
    expect(PATHS.filter((path) => parameterFault(path, rules[path] as number) !== null)).toEqual([]);
    return compile({ ...war.data, scenario: { ...war.data.scenario, rules } });
  };
  const play = (war: Game, seed: string): void => {
    const state = randomGame(war, seed, 8, (now) => checkInvariants(war, now));
    checkInvariants(war, state);
  };

  test.each([
    ['crowd', crowd()],
    ['campaign', campaign()],
  ])(
    '%s: men, pieces and tonnes are conserved, and games are played, with every number at its least or its most',
    (name, war) => {
      const roll = dice('extremes', name);
      const games = [
        redrawn(war, ({ least }) => least),
        redrawn(war, ({ most }) => most),
        ...Array.from({ length: 12 }, () => redrawn(war, ({ least, most }) => (roll.unit() < 0.5 ? least : most))),
      ];
      for (const [i, game] of games.entries()) play(game, `${name}/${i}`);
    },
  );

  test('the same with every number somewhere round its own', () => {
    const roll = dice('around');
    const near = ({ value, least, most, whole }: Readonly<Bounded>): number => {
      const drawn = Math.min(most, Math.max(least, value * (0.3 + 1.4 * roll.unit())));
      return whole ? Math.round(drawn) : drawn;
    };
    for (let i = 0; i < 12; i++) play(redrawn(i % 2 === 0 ? crowd() : campaign(), near), `around/${i}`);
  });
});
