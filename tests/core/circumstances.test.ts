/** Rulebook 6.3, 6.13: surprise, air superiority, the age of the battle, bare ground, armour among its men. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dice, laid } from '../../src/core/dice.ts';
import { ln } from '../../src/core/exact.ts';
import type { Odds } from '../../src/core/odds.ts';
import { oddsOf } from '../../src/core/rules/combat.ts';
import { setUpFight } from '../../src/core/rules/fight.ts';
import { type Parameters, parametersWith } from '../../src/core/rules/parameters.ts';
import {
  airSuperiorityQ,
  type Fight,
  forecast,
  forecastWin,
  resolve,
  surpriseQ,
} from '../../src/core/rules/resolver.ts';
import { ERAS, type ScenarioFile } from '../../src/core/scenario.ts';
import { tinyStart } from './fixture.ts';

const DIVISIONS: Fight = {
  attackStrength: 12_000,
  defenceStrength: 9000,
  attackMen: 100_000,
  defenceMen: 100_000,
  attackArmour: 0,
  defenceArmour: 0,
  lnFactors: -300,
  lnLossAttack: 0,
  lnLossDefence: 0,
  surprise: 0,
  airSuperiority: 0,
  era: 'wwii',
  relief: 1,
  wooded: false,
  bare: false,
  wet: false,
  day: 1,
  steps: 2,
  attackCohesion: 900,
  defenceCohesion: 900,
  hold: false,
  elastic: false,
};

/** Every one of these terms at work, each by a number that nothing else has. */
const ALL = {
  'resolver.surprisePower': 0.5,
  'resolver.surpriseLoss': 0.25,
  'resolver.airPower': 0.75,
  'resolver.airLoss': -0.3,
  'resolver.armourShield.attack': 0.35,
  'resolver.armourShield.defence': 0.6,
  'resolver.bare.attack': 1.4,
  'resolver.bare.defence': 1.2,
  'resolver.era.wwi.attack': 1.7,
  'resolver.era.wwi.defence': 1.3,
  'resolver.era.postwar.attack': 0.6,
  'resolver.era.postwar.defence': 1.1,
  'resolver.relief.attack.2': 0.75,
  'resolver.relief.defence.2': 0.65,
  'resolver.wooded.attack': 1.35,
  'resolver.wooded.defence': 1.45,
  'resolver.sizePower.attack': -0.3,
  'resolver.sizePower.defence': -0.35,
  'posture.hasty': 1.25,
};
const AT_WORK = parametersWith(ALL).resolver;
const NEUTRAL = parametersWith(undefined).resolver;
type Rules = Parameters['resolver'];

/** Rates of men hit, without noise. */
function rates(fight: Fight, rules: Rules = AT_WORK): [number, number] {
  const { attackerHit, defenderHit } = resolve(
    rules,
    fight,
    laid(new Array<number>(80).fill(0.5)),
    laid([0.5, 0.5, 0.5]),
  );
  return [-Math.log(1 - attackerHit / fight.attackMen), -Math.log(1 - defenderHit / fight.defenceMen)];
}

/** How much higher the rates of attacker and defender are for a change of the fight. */
function ratio(change: Partial<Fight>, from: Fight = DIVISIONS, rules: Rules = AT_WORK): [number, number] {
  const [attack, defence] = rates(from, rules);
  const [attackNow, defenceNow] = rates({ ...from, ...change }, rules);
  return [attackNow / attack, defenceNow / defence];
}

function near(got: [number, number], attack: number, defence: number): void {
  expect(got[0]).toBeCloseTo(attack, 1.5);
  expect(got[1]).toBeCloseTo(defence, 1.5);
}

describe('6.3 surprise', () => {
  test('adds to power by its level, wears off by a third a day and is gone after three', () => {
    const day = (day: number, surprise = 3): number => surpriseQ(AT_WORK, { surprise, day });
    expect([1, 2, 3, 4, 5, 40].map((one) => day(one))).toEqual([1536, 1024, 512, 0, 0, 0]);
    expect([-3, -2, -1, 0, 1, 2].map((level) => day(1, level))).toEqual([-1536, -1024, -512, 0, 512, 1024]);
  });

  test('is in the chances as in the power: a level is worth as much as its factor', () => {
    for (const surprise of [-2, 1, 3])
      for (const day of [1, 2, 3, 4]) {
        const lnFactors = DIVISIONS.lnFactors + surpriseQ(AT_WORK, { surprise, day });
        expect(forecastWin(AT_WORK, { ...DIVISIONS, surprise, day })).toEqual(
          forecastWin(AT_WORK, { ...DIVISIONS, lnFactors, day }),
        );
      }
  });

  test('costs the surprised side, and that side alone, on the same days', () => {
    near(ratio({ surprise: 2 }), 1, Math.exp(0.5));
    near(ratio({ surprise: -2 }), Math.exp(0.5), 1);
    const later = (day: number): [number, number] => ratio({ surprise: 3 }, { ...DIVISIONS, day });
    near(later(2), 1, Math.exp(0.5));
    near(later(3), 1, Math.exp(0.25));
    near(later(4), 1, 1);
  });
});

describe('6.3 air superiority', () => {
  test('adds to the power of the side that has it', () => {
    expect([-1, 0, 1].map((one) => airSuperiorityQ(AT_WORK, { airSuperiority: one as -1 }))).toEqual([-768, 0, 768]);
    expect(forecastWin(AT_WORK, { ...DIVISIONS, airSuperiority: 1 })).toEqual(
      forecastWin(AT_WORK, { ...DIVISIONS, lnFactors: DIVISIONS.lnFactors + 768 }),
    );
  });

  test("acts on the attacker's losses, not on the defender's", () => {
    near(ratio({ airSuperiority: 1 }), Math.exp(-0.3), 1);
    near(ratio({ airSuperiority: -1 }), Math.exp(0.3), 1);
  });
});

describe('6.13 losses', () => {
  test('in the age and on the ground of the battle, on each side by its own factor', () => {
    near(ratio({ era: 'wwi' }), 1.7, 1.3);
    near(ratio({ era: 'postwar' }), 0.6, 1.1);
    near(ratio({ era: 'interwar' }), 1, 1);
    near(ratio({ bare: true }), 1.4, 1.2);
    near(ratio({ wooded: true }), 1.35, 1.45);
    near(ratio({ relief: 2 }), 0.75, 0.65);
    near(
      ratio({ attackMen: 5000, defenceMen: 5000 }, { ...DIVISIONS, attackMen: 10_000, defenceMen: 10_000 }),
      2 ** 0.3,
      2 ** 0.35,
    );
  });

  test('fall with the armoured vehicles for each thousand own men', () => {
    // 300 vehicles among 100 000 men are three for each thousand.
    near(ratio({ attackArmour: 300 }), 4 ** -0.35, 1);
    near(ratio({ defenceArmour: 300 }), 1, 4 ** -0.6);
  });

  test('are never raised by own armour, whatever it is worth, and never by more of it', () => {
    const shield = fc.double({ min: 0, max: 5, noNaN: true });
    const vehicles = fc.integer({ min: 0, max: 5000 });
    fc.assert(
      fc.property(shield, shield, vehicles, vehicles, (attack, defence, one, more) => {
        const rules = parametersWith({
          'resolver.armourShield.attack': attack,
          'resolver.armourShield.defence': defence,
        });
        const few = rates({ ...DIVISIONS, attackArmour: one, defenceArmour: one }, rules.resolver);
        const many = rates({ ...DIVISIONS, attackArmour: one + more, defenceArmour: one + more }, rules.resolver);
        expect(many[0]).toBeLessThanOrEqual(few[0]);
        expect(many[1]).toBeLessThanOrEqual(few[1]);
      }),
    );
  });

  test('have a forecast even where noise is taken away', () => {
    const still = parametersWith({
      'resolver.noise.power': 0,
      'resolver.noise.shared': 0,
      'resolver.noise.attack': 0,
      'resolver.noise.defence': 0,
      'resolver.noise.daily': 0,
    }).resolver;
    const { attackerLosses: seen } = forecast(still, { ...DIVISIONS, steps: 1 });
    expect(seen.p5 / seen.p50).toBeGreaterThan(0.98);
    expect(seen.p95 / seen.p50).toBeLessThan(1.25);
  });
});

test('none of it acts as long as its number is neutral', () => {
  const rules = parametersWith({
    ...Object.fromEntries(
      ERAS.flatMap((era) => ['attack', 'defence'].map((side) => [`resolver.era.${era}.${side}`, 1])),
    ),
    'resolver.surprisePower': 0,
    'resolver.surpriseLoss': 0,
    'resolver.airPower': 0,
    'resolver.airLoss': 0,
    'resolver.armourShield.attack': 0,
    'resolver.armourShield.defence': 0,
    'resolver.bare.attack': 1,
    'resolver.bare.defence': 1,
  }).resolver;
  const plain = forecast(rules, DIVISIONS);
  for (const era of ERAS) {
    const all = { surprise: 3, airSuperiority: -1, era, bare: true, attackArmour: 500, defenceArmour: 20 } as const;
    expect(forecast(rules, { ...DIVISIONS, ...all })).toEqual(plain);
  }
});

describe('6.3 what a scenario declares', () => {
  const days = { source: ['test'], from: '1939-12-15', to: '1939-12-16' };
  const battle = (scenario: Partial<ScenarioFile>, turn = 1, attacker: 'a' | 'x' = 'a'): Odds => {
    const tiny = start(scenario, turn);
    return oddsOf(tiny.game, tiny.state, order(tiny, attacker));
  };
  const start = (scenario: Partial<ScenarioFile>, turn = 1) => {
    const tiny = tinyStart({
      map: [',,,,', ',,,,', ',,,,'],
      units: [
        { id: 'a', side: 'cn', hex: '0101', equipment: { tank: 6 } },
        { id: 'x', side: 'jp', hex: '0201', equipment: { tank: 3 } },
      ],
      scenario: { rules: ALL, ...scenario },
    });
    tiny.state.turn = turn;
    return tiny;
  };
  const order = (tiny: ReturnType<typeof start>, attacker: 'a' | 'x') => ({
    type: 'assault' as const,
    units: [tiny.unit(attacker)],
    support: [],
    hex: tiny.at(attacker === 'a' ? '0201' : '0101'),
    advance: true,
  });
  const factors = (odds: Odds, id: string) => odds.factors.filter((one) => one.id === id);

  test('is a factor of the fight for the side that surprises, and against the other', () => {
    const surprise = [{ side: 'cn', level: 2, ...days }];
    expect(factors(battle({ surprise }), 'surprise')).toEqual([{ id: 'surprise', q: 1024, clause: '6.3' }]);
    expect(factors(battle({ surprise }, 1, 'x'), 'surprise')).toEqual([{ id: 'surprise', q: -1024, clause: '6.3' }]);
    const airSuperiority = [{ side: 'jp', ...days }];
    expect(factors(battle({ airSuperiority }), 'airSuperiority')).toEqual([
      { id: 'airSuperiority', q: -768, clause: '6.3' },
    ]);
  });

  test('holds from its first day to its last', () => {
    const surprise = [{ side: 'cn', level: 1, ...days }];
    const airSuperiority = [{ side: 'cn', ...days }];
    for (const id of ['surprise', 'airSuperiority'])
      expect([1, 2, 3].map((turn) => factors(battle({ surprise, airSuperiority }, turn), id).length)).toEqual([
        1, 1, 0,
      ]);
  });

  test('adds up, three levels at most, and is set off by what the other side has', () => {
    const level = (...list: [string, number][]) =>
      setUp({ surprise: list.map(([side, level]) => ({ side, level, ...days })) }).surprise;
    expect(level(['cn', 1], ['cn', 1])).toBe(2);
    expect(level(['cn', 3], ['cn', 2])).toBe(3);
    expect(level(['cn', 1], ['jp', 3])).toBe(-2);
    const both = ['cn', 'jp'].map((side) => ({ side, ...days }));
    expect(setUp({ airSuperiority: both.slice(0, 1) }).airSuperiority).toBe(1);
    expect(setUp({ airSuperiority: both.slice(1) }).airSuperiority).toBe(-1);
    expect(setUp({ airSuperiority: both }).airSuperiority).toBe(0);
  });
  const setUp = (scenario: Partial<ScenarioFile>): Fight => {
    const tiny = start(scenario);
    return setUpFight(tiny.game, tiny.state, order(tiny, 'a')).fight;
  };

  test('is in the power that the odds show, and changes the chances', () => {
    const [plain, helped] = [battle({}), battle({ surprise: [{ side: 'cn', level: 2, ...days }] })];
    expect(helped.lnPower).toBe(plain.lnPower + 1024);
    expect(helped.gaveWay).toBeGreaterThan(plain.gaveWay);
    expect(Math.abs(ln(helped.defenderLosses.mean / plain.defenderLosses.mean))).toBeGreaterThan(0.2);
  });

  test('is part of the fight with its age, its ground and its armour', () => {
    expect(setUp({ era: 'postwar' })).toMatchObject({ era: 'postwar', bare: true, attackArmour: 6, defenceArmour: 3 });
    expect(setUp({})).toMatchObject({ era: 'wwii', surprise: 0, airSuperiority: 0 });
  });

  test('weighs guns, tanks and aircraft by the numbers of the scenario', () => {
    const strength = (rules: Record<string, number>): number => battle({ rules }).attackStrength;
    // A thousand men and six tanks of 80 men-equivalents in the open.
    const [one, double] = [strength({ 'strength.tanks': 1 }), strength({ 'strength.tanks': 2 })];
    expect(double - one).toBe(Math.round((6 * 80 * one) / (1000 + 6 * 80)));
  });
});

/** The promise and the fight agree with every term at work, as they do without (`resolver.test.ts`). */
test('a forecast promises what the fights then give', () => {
  const fight: Fight = {
    ...DIVISIONS,
    ...{ surprise: 2, airSuperiority: 1, era: 'wwi', bare: true, attackArmour: 900, defenceArmour: 100, day: 2 },
  };
  const N = 4000;
  const counted = 1 - (1 - NEUTRAL.killed) * NEUTRAL.light;
  const seen = forecast(AT_WORK, fight);
  let won = 0;
  const lost = [0, 0];
  for (let i = 0; i < N; i++) {
    const result = resolve(AT_WORK, fight, dice('terms', 'battle', i), dice('terms', 'fight', i));
    if (result.outcome === 'gaveWay' || result.outcome === 'overrun') won++;
    lost[0] = (lost[0] as number) + (result.attackerHit * counted) / N;
    lost[1] = (lost[1] as number) + (result.defenderHit * counted) / N;
  }
  const p = seen.gaveWay / 1000;
  expect(Math.abs(won / N - p)).toBeLessThan(3 * Math.sqrt((p * (1 - p)) / N) + 0.0006);
  for (const [i, range] of [seen.attackerLosses, seen.defenderLosses].entries())
    expect(Math.abs((lost[i] as number) / range.mean - 1)).toBeLessThan(0.08);
});
