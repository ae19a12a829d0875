import { describe, expect, test } from 'vitest';
import { PARAMETERS, parametersWith } from '../../../src/core/rules/parameters.ts';
import { chanceToWin } from '../../../src/lab/battles/chance.ts';
import type { Engagement } from '../../../src/lab/battles/engagement.ts';
import { fightsOf, prepare } from '../../../src/lab/battles/fights.ts';
import { simulate } from '../../../src/lab/battles/simulate.ts';
import { allBattles, battlesOf, changed } from './engagements.ts';

const force = { men: 9000, tanks: 30, guns: 60, sorties: 0, cavalry: 0, tenacious: false };
const PLAIN: Engagement = {
  id: 'plain',
  name: 'Plain',
  war: 'War',
  family: 'plain',
  days: 2,
  era: 'wwii',
  attacker: force,
  defender: { ...force, men: 5000, tanks: 0 },
  posture: 'prepared',
  relief: 'rolling',
  cover: 'mixed',
  weather: 'clear',
  surprise: 0,
  airSuperiority: 0,
};

function fights(change: Partial<Engagement>): ReturnType<typeof fightsOf> {
  return fightsOf(prepare({ ...PLAIN, ...change }), PARAMETERS);
}

/** ln of the power ratio on the first day, 1/1024. */
function power(change: Partial<Engagement>): number {
  const [fight] = fights(change);
  if (!fight) throw new Error('no fight');
  return 1024 * Math.log(fight.attackStrength / fight.defenceStrength) + fight.lnFactors;
}

describe('the fight of an engagement', () => {
  test('has all its men and vehicles, whatever its size and ground', () => {
    for (const { engagement } of allBattles()) {
      const [fight] = fightsOf(prepare(engagement), PARAMETERS);
      expect(fight?.attackMen).toBe(engagement.attacker.men);
      expect(fight?.defenceMen).toBe(engagement.defender.men);
      expect(fight?.attackArmour, engagement.name).toBeCloseTo(engagement.attacker.tanks ?? 0, 6);
      expect(fight?.defenceArmour, engagement.name).toBeCloseTo(engagement.defender.tanks ?? 0, 6);
      const ratio = (fight?.attackStrength ?? 0) / engagement.attacker.men;
      expect(ratio, engagement.name).toBeGreaterThan(0.5);
    }
  });

  test('of ten times the forces is ten times as strong', () => {
    const ten = (men: number): typeof force => ({ ...force, men, tanks: 300, guns: 600 });
    const [one] = fights({ attacker: { ...force, men: 9000 }, defender: { ...force, men: 5000 } });
    const [many] = fights({ attacker: ten(90_000), defender: ten(50_000) });
    expect((many?.attackStrength ?? 0) / (one?.attackStrength ?? 1)).toBeCloseTo(10, 1);
    expect((many?.defenceStrength ?? 0) / (one?.defenceStrength ?? 1)).toBeCloseTo(10, 1);
    expect(many?.lnFactors).toBe(one?.lnFactors);
  });

  test('knows posture, ground, weather, aircraft and who the armies are', () => {
    const plain = power({});
    expect(power({ posture: 'fortified' })).toBeLessThan(plain);
    expect(power({ posture: 'delay' })).toBeGreaterThan(plain);
    expect(power({ relief: 'rugged' })).toBeLessThan(plain);
    expect(power({ weather: 'heavyRain' })).toBeLessThan(plain);
    expect(power({ attacker: { ...force, sorties: 100 } })).toBeGreaterThan(plain);
    expect(power({ defender: { ...force, men: 5000, tanks: 0, sorties: 100 } })).toBeLessThan(plain);
    expect(fights({ posture: 'withdrawal' })[0]).toMatchObject({ elastic: true });
    expect(fights({ cover: 'wooded', weather: 'lightRain', era: 'wwi' })[0]).toMatchObject({
      wooded: true,
      wet: true,
      era: 'wwi',
    });
    expect(fights({ surprise: -2, airSuperiority: 1 })[0]).toMatchObject({ surprise: -2, airSuperiority: 1 });
    const bitter = fights({ defender: { ...force, men: 5000, tanks: 0, tenacious: true } });
    const [own, usual] = [bitter[0]?.lnLossDefence ?? 0, fights({})[0]?.lnLossDefence ?? 0];
    expect(Math.exp((own - usual) / 1024)).toBeCloseTo(2.5, 2);
  });

  test('counts its days', () => {
    expect(fights({ days: 9 }).map(({ day }) => day)).toEqual([1, 2, 3, 4]);
    expect(fights({ days: 1 }).length).toBe(1);
  });
});

describe('battles fought out', () => {
  const battles = allBattles();

  test('nobody loses more men than he has; some of each side win', () => {
    for (const { engagement } of battles.slice(0, 40)) {
      for (const { attackerLosses, defenderLosses } of simulate(prepare(engagement), PARAMETERS, 'a', 20)) {
        expect(attackerLosses).toBeGreaterThanOrEqual(0);
        expect(attackerLosses).toBeLessThanOrEqual(engagement.attacker.men);
        expect(defenderLosses).toBeGreaterThanOrEqual(0);
        expect(defenderLosses).toBeLessThanOrEqual(engagement.defender.men);
      }
    }
    const even = { ...PLAIN, attacker: force, defender: force };
    const wins = simulate(prepare(even), PARAMETERS, 'a', 300).filter(({ attackerWins }) => attackerWins).length;
    expect(wins).toBeGreaterThan(60);
    expect(wins).toBeLessThan(240);
  });

  test('equal seeds, equal battles; more of them go on from the same; another seed is another battle', () => {
    const prepared = prepare(PLAIN);
    const once = simulate(prepared, PARAMETERS, 'a', 8);
    expect(simulate(prepare(PLAIN), PARAMETERS, 'a', 8)).toEqual(once);
    expect(simulate(prepared, PARAMETERS, 'a', 12).slice(0, 8)).toEqual(once);
    expect(simulate(prepared, PARAMETERS, 'b', 8)).not.toEqual(once);
  });

  test('outcomes swapped about leave every simulated battle as it was', () => {
    const outcome = /^(wina|win_criterion|advance_km|ach_.*|(att|def)_(cas|reso\d)|q_.*)$/;
    const swapped: Record<string, string> = { wina: '1', att_cas: '100', def_cas: '9999' };
    const other = battlesOf(changed((column, cell) => (outcome.test(column) ? (swapped[column] ?? '') : cell)));
    for (let i = 0; i < battles.length; i += 12) {
      const [one, two] = [battles, other].map((list) => list[i]?.engagement as Engagement) as [Engagement, Engagement];
      expect(simulate(prepare(two), PARAMETERS, 'a', 5)).toEqual(simulate(prepare(one), PARAMETERS, 'a', 5));
    }
  });

  test('the chance without dice is about what the dice come to', () => {
    for (const change of [{}, { days: 1, surprise: 3 }, { posture: 'fortified' as const, days: 5 }]) {
      const prepared = prepare({ ...PLAIN, ...change });
      const chance = chanceToWin(fightsOf(prepared, PARAMETERS), prepared.engagement.days, PARAMETERS);
      const won = simulate(prepared, PARAMETERS, 'a', 800).filter(({ attackerWins }) => attackerWins).length / 800;
      expect(Math.abs(chance - won)).toBeLessThan(0.08);
    }
  });

  test('rules laid over change them', () => {
    const mean = (laid: Record<string, number>): number =>
      simulate(prepare(PLAIN), parametersWith(laid), 'a', 50).reduce(
        (sum, { attackerLosses }) => sum + attackerLosses,
        0,
      );
    const rate = PARAMETERS.resolver.attackRate;
    expect(mean({ 'resolver.attackRate': rate * 2 }) / mean({})).toBeGreaterThan(1.7);
  });
});
