import { describe, expect, test } from 'vitest';
import { type Dice, dice, laid } from '../../src/core/dice.ts';
import { PARAMETERS, type Parameters } from '../../src/core/rules/parameters.ts';
import * as resolver from '../../src/core/rules/resolver.ts';

type Fight = resolver.Fight;
type Forecast = resolver.Forecast;

/** The numbers of the rulebook, unless a test says otherwise. */
const RESOLVER = PARAMETERS.resolver;
type Rules = Parameters['resolver'];
const forecast = (fight: Fight, rules: Rules = RESOLVER): Forecast => resolver.forecast(rules, fight);
const forecastWin = (fight: Fight, rules: Rules = RESOLVER): resolver.Chances => resolver.forecastWin(rules, fight);
const resolve = (fight: Fight, battle: Dice, day: Dice, rules: Rules = RESOLVER): resolver.FightResult =>
  resolver.resolve(rules, fight, battle, day);

/** A regiment and a half against a battalion behind works in the hills. */
const HILL: Fight = {
  attackStrength: 3000,
  defenceStrength: 1400,
  attackMen: 2400,
  defenceMen: 1000,
  attackArmour: 0,
  defenceArmour: 0,
  lnFactors: -500,
  lnLossAttack: 0,
  lnLossDefence: 0,
  surprise: 0,
  airSuperiority: 0,
  era: 'wwii',
  relief: 2,
  wooded: false,
  bare: false,
  wet: false,
  day: 1,
  steps: 2,
  attackCohesion: 800,
  defenceCohesion: 800,
  hold: false,
  elastic: false,
};

const FIGHTS: Record<string, Fight> = {
  'a battalion in the hills': HILL,
  'even divisions in the plain, half a day': {
    ...HILL,
    attackStrength: 12_000,
    defenceStrength: 12_000,
    attackMen: 10_000,
    defenceMen: 9000,
    lnFactors: 0,
    relief: 0,
    steps: 1,
  },
  'a shaken attacker on the fifth day': { ...HILL, attackCohesion: 150, day: 5, wet: true, lnLossAttack: 300 },
  'a weak outpost nearly overrun': { ...HILL, defenceStrength: 450, defenceMen: 400, lnFactors: 100 },
  'an order to hold': { ...HILL, hold: true, defenceCohesion: 350, lnFactors: 600 },
  'an elastic defence in wet woods': { ...HILL, elastic: true, wooded: true, wet: true, relief: 1 },
};

function battleDice(i: number): Dice {
  return dice('resolver', 'battle', i);
}

function dayDice(i: number): Dice {
  return dice('resolver', 'fight', i);
}

/** All dice at the middle of their range: no noise, and a roll that decides as little as can be. */
function evenDice(roll = 0.5): [Dice, Dice] {
  return [laid(new Array<number>(80).fill(0.5)), laid([roll, 0.5, 0.5])];
}

/** Mean of men hit at the noise-free middle. */
function hits(fight: Fight, roll = 0.5): { attackerHit: number; defenderHit: number } {
  return resolve(fight, ...evenDice(roll));
}

describe.each(Object.entries(FIGHTS))('%s: the forecast', (_, fight) => {
  const N = 4000;
  const results = Array.from({ length: N }, (_, i) => resolve(fight, battleDice(i), dayDice(i)));
  const promised = forecast(fight);
  /** Three standard errors of a frequency, and half a thousandth of rounding. */
  const slack = (p: number): number => 3 * Math.sqrt((p * (1 - p)) / N) + 0.0006;

  test('gives the chances with which things happen', () => {
    const share = (...outcomes: string[]): number => results.filter((r) => outcomes.includes(r.outcome)).length / N;
    for (const [chance, frequency] of [
      [promised.gaveWay / 1000, share('gaveWay', 'overrun')],
      [promised.stopped / 1000, share('stopped')],
      [promised.undecided / 1000, share('undecided')],
      [promised.overrun / 1000, share('overrun')],
    ] as const) {
      expect(Math.abs(chance - frequency)).toBeLessThanOrEqual(slack(chance));
    }
    expect(promised.gaveWay + promised.stopped + promised.undecided).toBe(1000);
  });

  test('gives the range of losses', () => {
    const counted = 1 - (1 - RESOLVER.killed) * RESOLVER.light;
    for (const [range, lost] of [
      [promised.attackerLosses, results.map((r) => r.attackerHit * counted)],
      [promised.defenderLosses, results.map((r) => r.defenderHit * counted)],
    ] as const) {
      const below = (limit: number): number => lost.filter((men) => men <= limit).length / N;
      // One man more or less is the rounding of the range and of the hits.
      for (const [limit, p] of [
        [range.p5, 0.05],
        [range.p50, 0.5],
        [range.p95, 0.95],
      ] as const) {
        expect(below(limit - 1)).toBeLessThanOrEqual(p + slack(p));
        expect(below(limit + 1)).toBeGreaterThanOrEqual(p - slack(p));
      }
      const mean = lost.reduce((sum, men) => sum + men, 0) / N;
      const spread = Math.sqrt(lost.reduce((sum, men) => sum + (men - mean) * (men - mean), 0) / N);
      expect(Math.abs(mean - range.mean)).toBeLessThan((3 * spread) / Math.sqrt(N) + 0.5);
    }
  });

  test('has the same chances in its short form', () => {
    const { gaveWay, stopped, undecided } = promised;
    expect(forecastWin(fight)).toEqual({ gaveWay, stopped, undecided });
  });

  test('lets luck be uniform', () => {
    const mean = results.reduce((sum, r) => sum + r.luck, 0) / N;
    expect(Math.abs(mean - 500)).toBeLessThan((3 * 289) / Math.sqrt(N));
    expect(results.every((r) => r.luck >= 0 && r.luck <= 1000)).toBe(true);
  });
});

describe('odds', () => {
  test('of an even fight without bias are even, whatever its length', () => {
    const even = { ...HILL, attackStrength: 1000, defenceStrength: 1000, lnFactors: Math.round(-1024 * RESOLVER.bias) };
    for (const steps of [1, 2]) {
      const { gaveWay, stopped } = forecastWin({ ...even, steps });
      expect(Math.abs(gaveWay - stopped)).toBeLessThanOrEqual(1);
    }
  });

  test('of one half-day are those of the two hazards', () => {
    // At no noise the shares of the roll are exact: find where the roll begins to decide.
    const m = Math.log(3000 / 1400) - 500 / 1024 + RESOLVER.bias;
    const giveWay = (RESOLVER.hazard / 2) * Math.exp((RESOLVER.slope * m) / 2);
    const stop = (RESOLVER.hazard / 2) * Math.exp((-RESOLVER.slope * m) / 2);
    const ended = 1 - Math.exp(-giveWay - stop);
    const win = (ended * giveWay) / (giveWay + stop);
    const outcome = (roll: number): string => resolve({ ...HILL, steps: 1 }, ...evenDice(roll)).outcome;
    expect([outcome(1 - win - 0.002), outcome(1 - win + 0.002)]).toEqual(['undecided', 'gaveWay']);
    expect([outcome(ended - win + 0.002), outcome(ended - win - 0.002)]).toEqual(['undecided', 'stopped']);
  });

  test('of a day are those of two half-days', () => {
    const half = forecastWin({ ...HILL, steps: 1 });
    const day = forecastWin(HILL);
    expect(day.undecided).toBeGreaterThan((half.undecided * half.undecided) / 1000 - 3);
    expect(day.undecided).toBeLessThan((half.undecided * half.undecided) / 1000 + 12);
    expect(day.gaveWay).toBeGreaterThan(half.gaveWay * 1.6);
  });

  test('rise with the power ratio, through the threshold of overrun too', () => {
    for (const defenceMen of [300, 1000]) {
      let before = forecastWin({ ...HILL, defenceMen, lnFactors: -4000 });
      for (let lnFactors = -3900; lnFactors <= 4000; lnFactors += 100) {
        const now = forecastWin({ ...HILL, defenceMen, lnFactors });
        expect(now.gaveWay).toBeGreaterThanOrEqual(before.gaveWay);
        expect(now.stopped).toBeLessThanOrEqual(before.stopped);
        before = now;
      }
    }
  });

  test('at equal dice never turn against a stronger attacker', () => {
    const rank = { stopped: 0, undecided: 1, gaveWay: 2, overrun: 3 };
    for (let i = 0; i < 300; i++) {
      let before = -1;
      for (let lnFactors = -3000; lnFactors <= 3000; lnFactors += 500) {
        const now = rank[resolve({ ...HILL, defenceMen: 500, lnFactors }, battleDice(i), dayDice(i)).outcome];
        expect(now).toBeGreaterThanOrEqual(before);
        before = now;
      }
    }
  });

  test('follow stance and cohesion', () => {
    const plain = forecastWin(HILL);
    expect(forecastWin({ ...HILL, hold: true }).gaveWay).toBeLessThan(plain.gaveWay * 0.6);
    expect(forecastWin({ ...HILL, elastic: true }).gaveWay).toBeGreaterThan(plain.gaveWay * 1.35);
    expect(forecastWin({ ...HILL, defenceCohesion: 300 }).gaveWay).toBeGreaterThan(plain.gaveWay * 1.6);
    expect(forecastWin({ ...HILL, attackCohesion: 100 }).stopped).toBeGreaterThan(plain.stopped * 2.5);
    expect(forecastWin({ ...HILL, attackCohesion: 1000, defenceCohesion: 500 })).toEqual(plain);
  });

  test('of an overrun need both a great superiority and few defenders', () => {
    const strong = { ...HILL, lnFactors: 2500 };
    expect(forecast({ ...strong, defenceMen: RESOLVER.overrunMen + 1 }).overrun).toBe(0);
    expect(forecast({ ...strong, defenceMen: RESOLVER.overrunMen }).overrun).toBeGreaterThan(900);
    expect(forecast({ ...strong, defenceMen: 100, lnFactors: -1000 }).overrun).toBe(0);
    // The worst roll of the day does not save the defender.
    expect(resolve({ ...strong, defenceMen: 100 }, ...evenDice(0)).outcome).toBe('overrun');
  });

  test('of hopeless strengths stay within bounds', () => {
    for (const attackStrength of [0, 1, 1e7]) {
      for (const defenceStrength of [0, 1, 1e7]) {
        const chances = forecastWin({ ...HILL, attackStrength, defenceStrength });
        expect(chances.gaveWay + chances.stopped + chances.undecided).toBe(1000);
        for (const chance of Object.values(chances)) expect(chance).toBeGreaterThanOrEqual(0);
      }
    }
  });
});

describe('losses', () => {
  const plain = hits(HILL);
  const ratio = (change: Partial<Fight>): [number, number] => {
    const changed = hits({ ...HILL, ...change });
    return [changed.attackerHit / plain.attackerHit, changed.defenderHit / plain.defenderHit];
  };
  const near = (got: [number, number], attack: number, defence: number): void => {
    expect(got[0]).toBeCloseTo(attack, 1);
    expect(got[1]).toBeCloseTo(defence, 1);
  };

  test('have the base rates as their median', () => {
    const base = {
      ...HILL,
      attackMen: 10_000,
      defenceMen: 10_000,
      attackStrength: 9000,
      defenceStrength: 9000,
      relief: 1 as const,
    };
    const { attackerHit, defenderHit } = hits(base);
    expect(attackerHit).toBeCloseTo(10_000 * (1 - Math.exp(-RESOLVER.attackRate)), -1);
    expect(defenderHit).toBeCloseTo(10_000 * (1 - Math.exp(-RESOLVER.defenceRate)), -1);
  });

  test('follow ground, woods, rain, a delaying defence and the further terms', () => {
    near(ratio({ relief: 1 }), 1 / 0.639, 1 / 0.639);
    near(ratio({ relief: 0 }), 0.899 / 0.639, 0.899 / 0.639);
    near(ratio({ wooded: true }), 1.44, 1.44);
    near(ratio({ bare: true }), 1.3, 1.3);
    near(ratio({ wet: true }), 0.644, 0.644);
    near(ratio({ elastic: true }), 0.683, 0.683);
    near(ratio({ lnLossAttack: 710 }), 2, 1);
    near(ratio({ lnLossDefence: -710 }), 1, 0.5);
  });

  test('are linear in half-days and fall from day to day', () => {
    near(ratio({ steps: 1 }), 0.5, 0.5);
    near(ratio({ day: 2 }), 2 ** 0.756 - 1, 2 ** 0.756 - 1);
    near(ratio({ day: 20 }), 20 ** 0.756 - 19 ** 0.756, 20 ** 0.756 - 19 ** 0.756);
  });

  test('are relatively heavier in a small force and against a stronger one', () => {
    const big = hits({ ...HILL, attackMen: 19_200 });
    expect(big.attackerHit / plain.attackerHit).toBeCloseTo(8 * 8 ** -0.346, 0);
    near(ratio({ attackStrength: 3000 * 2, defenceStrength: 1400 / 2 }), 4 ** -0.216, 4 ** 0.216);
  });

  test('of an attacker thrown back are a fifth higher', () => {
    const stopped = resolve({ ...HILL, steps: 1 }, ...evenDice(0));
    expect(stopped.outcome).toBe('stopped');
    expect(stopped.attackerHit / hits({ ...HILL, steps: 1 }).attackerHit).toBeCloseTo(1.2, 1);
  });

  test('never take more than all, and take men from small units too', () => {
    const cruel = { ...HILL, lnLossAttack: 9000, lnLossDefence: 9000 };
    for (let i = 0; i < 200; i++) {
      const result = resolve(cruel, battleDice(i), dayDice(i));
      expect(result.attackerHit).toBeLessThanOrEqual(cruel.attackMen);
      expect(result.defenderHit).toBeLessThanOrEqual(cruel.defenceMen);
    }
    const patrol = { ...HILL, attackMen: 8, defenceMen: 6 };
    let lost = 0;
    for (let i = 0; i < 2000; i++) lost += resolve(patrol, battleDice(i), dayDice(i)).defenderHit;
    const mean =
      forecast({ ...patrol, defenceMen: 6000, lnLossDefence: Math.round(1024 * 0.346 * Math.log(12)) }).defenderLosses
        .mean / 1000;
    const counted = 1 - (1 - RESOLVER.killed) * RESOLVER.light;
    expect(lost / 2000).toBeGreaterThan((mean / counted) * 0.8);
    expect(lost / 2000).toBeLessThan((mean / counted) * 1.25);
  });
});

describe('noise', () => {
  /** ln of the losses of a huge force, so that rounding is nothing, on given days of many battles. */
  const lnHits = (day: number, side: 'attackerHit' | 'defenderHit'): number[] =>
    Array.from({ length: 3000 }, (_, i) => {
      const huge = {
        ...HILL,
        attackMen: 1e7,
        defenceMen: 1e7,
        lnLossAttack: -4000,
        lnLossDefence: -4000,
        hold: true,
        day,
      };
      const { [side]: hit, steps, outcome } = resolve({ ...huge, steps: 1 }, battleDice(i), dayDice(i + day * 10_000));
      return Math.log(hit / steps / (outcome === 'stopped' ? RESOLVER.repulsed : 1));
    });
  const moments = (a: readonly number[], b: readonly number[]): { sd: number; correlation: number } => {
    const mean = (v: readonly number[]): number => v.reduce((x, y) => x + y, 0) / v.length;
    const [ma, mb] = [mean(a), mean(b)];
    const product = (x: readonly number[], mx: number, y: readonly number[], my: number): number =>
      mean(x.map((v, i) => (v - mx) * ((y[i] as number) - my)));
    const sd = Math.sqrt(product(a, ma, a, ma));
    return { sd, correlation: product(a, ma, b, mb) / sd / Math.sqrt(product(b, mb, b, mb)) };
  };
  const { shared, attack, defence, daily, dailyLag, dailyBothSides } = RESOLVER.noise;
  const first = lnHits(1, 'attackerHit');

  test('has the declared spread on each side and on every day', () => {
    expect(moments(first, first).sd).toBeCloseTo(Math.hypot(shared, attack, daily), 1);
    const fourth = lnHits(4, 'defenderHit');
    expect(moments(fourth, fourth).sd).toBeCloseTo(Math.hypot(shared, defence, daily), 1);
  });

  test('is partly shared by both sides', () => {
    const expected =
      (shared ** 2 + dailyBothSides * daily ** 2) /
      Math.hypot(shared, attack, daily) /
      Math.hypot(shared, defence, daily);
    expect(moments(first, lnHits(1, 'defenderHit')).correlation).toBeCloseTo(expected, 1);
  });

  test('lasts from day to day of a battle and fades in its daily part only', () => {
    const variance = shared ** 2 + attack ** 2 + daily ** 2;
    const second = moments(first, lnHits(2, 'attackerHit')).correlation;
    const tenth = moments(first, lnHits(10, 'attackerHit')).correlation;
    expect(second).toBeCloseTo(1 - (1 - dailyLag) * (daily ** 2 / variance), 1.7);
    expect(tenth).toBeCloseTo(1 - daily ** 2 / variance, 1.7);
    expect(tenth).toBeLessThan(second);
  });
});

test('the same dice give the same result', () => {
  for (let i = 0; i < 50; i++) {
    expect(resolve(HILL, battleDice(i), dayDice(i))).toEqual(resolve({ ...HILL }, battleDice(i), dayDice(i)));
  }
});

test('hits divide into killed, wounded and lightly wounded without a man over', () => {
  const roll = dice('split');
  const total = { killed: 0, wounded: 0, light: 0 };
  for (let hit = 0; hit < 2000; hit++) {
    const split = resolver.splitHits(RESOLVER, hit % 7, roll);
    expect(split.killed + split.wounded + split.light).toBe(hit % 7);
    for (const part of ['killed', 'wounded', 'light'] as const) {
      expect(split[part]).toBeGreaterThanOrEqual(0);
      total[part] += split[part];
    }
  }
  const all = total.killed + total.wounded + total.light;
  expect(total.killed / all).toBeCloseTo(0.25, 1);
  expect(total.light / all).toBeCloseTo(0.75 * 0.15, 1);
});

test('the share left behind rises with the kind of retreat', () => {
  expect(resolver.captureShare(RESOLVER, 'ordinary', laid([0]))).toBe(0.01);
  expect(resolver.captureShare(RESOLVER, 'ordinary', laid([0.5]))).toBeCloseTo(0.02);
  expect(resolver.captureShare(RESOLVER, 'pursued', laid([0.999]))).toBeCloseTo(0.08);
  expect(resolver.captureShare(RESOLVER, 'blocked', laid([0]))).toBe(0.1);
  expect(resolver.captureShare(RESOLVER, 'encircled', laid([0.999_999]))).toBeCloseTo(1);
});

/**
 * The numbers themselves, so that a change of balance is seen as a difference of numbers. They are meant to be replaced
 * when a parameter or the model is changed on purpose. A row: gave way, stopped, undecided, overrun; then 5 %, 50 % and
 * 95 % of the attacker's and of the defender's losses.
 */
test('golden table of forecasts', () => {
  const table: Record<string, string> = {};
  for (const lnFactors of [-2048, -1024, 0, 1024, 2048]) {
    for (const defenceMen of [500, 1000]) {
      const f = forecast({ ...HILL, lnFactors, defenceMen });
      const range = (r: { p5: number; p50: number; p95: number }): string => `${r.p5} ${r.p50} ${r.p95}`;
      table[`${lnFactors} ${defenceMen}`] =
        `${f.gaveWay} ${f.stopped} ${f.undecided} ${f.overrun} | ${range(f.attackerLosses)} | ${range(f.defenderLosses)}`;
    }
  }
  expect(table).toEqual({
    '-2048 500': '68 164 768 0 | 15 63 240 | 5 32 161',
    '-2048 1000': '68 164 768 0 | 15 63 240 | 8 50 265',
    '-1024 500': '127 90 783 0 | 15 62 239 | 5 32 161',
    '-1024 1000': '127 90 783 0 | 15 62 239 | 8 51 265',
    '0 500': '227 47 726 4 | 14 60 235 | 5 31 160',
    '0 1000': '225 47 728 0 | 15 61 235 | 8 50 263',
    '1024 500': '510 20 470 264 | 7 43 203 | 4 26 143',
    '1024 1000': '376 24 600 0 | 13 57 226 | 8 47 254',
    '2048 500': '947 2 51 914 | 4 18 84 | 3 18 100',
    '2048 1000': '577 11 412 0 | 12 52 213 | 7 43 240',
  });
});

/** As above, for fights fought: outcome, half-days, hits of attacker and defender, luck. */
test('golden table of fights', () => {
  const table = Object.entries(FIGHTS).map(([name, fight], i) => {
    const r = resolve(fight, battleDice(i), dayDice(i));
    return `${name}: ${r.outcome} ${r.steps} ${r.attackerHit} ${r.defenderHit} ${r.luck}`;
  });
  expect(table).toEqual([
    'a battalion in the hills: undecided 2 182 63 864',
    'even divisions in the plain, half a day: undecided 1 161 78 329',
    'a shaken attacker on the fifth day: undecided 2 31 38 850',
    'a weak outpost nearly overrun: undecided 2 73 49 308',
    'an order to hold: undecided 2 32 202 836',
    'an elastic defence in wet woods: undecided 2 199 64 289',
  ]);
});
