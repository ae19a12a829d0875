import { expect, test } from 'vitest';
import { climatology } from '../../../src/lab/battles/climatology.ts';
import { evaluate, scoreBattles } from '../../../src/lab/battles/evaluation.ts';
import type { Simulated } from '../../../src/lab/battles/simulate.ts';
import type { Battle } from '../../../src/lab/battles/table.ts';
import { allBattles } from './engagements.ts';

const battles = allBattles();

function forecastsOf(simulated: (battle: Battle, i: number) => Simulated[]): Parameters<typeof scoreBattles>[0] {
  return battles.map((battle, i) => ({
    id: battle.engagement.id,
    history: battle.history as NonNullable<Battle['history']>,
    simulated: simulated(battle, i),
  }));
}

// What the reference, score.py with numpy 2.4.6 and pandas 3.0.6, prints for the table and sims.csv as made here:
//   att_win = (i * 37 + rep * 61) % 97 < 60 + 9 * surprise
//   att_cas = att_strength * (1 + (i * 53 + rep * 29) % 101) // 1500
//   def_cas = def_strength * (1 + (i * 31 + rep * 43) % 103) // 900       i: row from 0, rep: 0 to 59
test('all figures are those of the reference', () => {
  const scores = scoreBattles(
    forecastsOf(({ engagement }, i) =>
      Array.from({ length: 60 }, (_, rep) => ({
        attackerWins: (i * 37 + rep * 61) % 97 < 60 + 9 * (engagement.surprise as number),
        attackerLosses: Math.floor((engagement.attacker.men * (1 + ((i * 53 + rep * 29) % 101))) / 1500),
        defenderLosses: Math.floor((engagement.defender.men * (1 + ((i * 31 + rep * 43) % 103))) / 900),
      })),
    ),
  );
  const found = evaluate(scores);
  const expected = {
    battles: 241,
    accuracy: 0.695455,
    brier: 0.211411,
    log: 0.612315,
    brierAll: 0.194474,
    crpsAttacker: 0.754863,
    crpsDefender: 0.928154,
    energy: 1.292325,
    missAttacker: 0.851806,
    missDefender: 0.945928,
    cover50: 0.321577,
    cover90: 0.587137,
    ksAttacker: 0.321874,
    ksDefender: 0.398254,
  };
  for (const [figure, value] of Object.entries(expected))
    expect(found[figure as keyof typeof expected], figure).toBeCloseTo(value, 5);
  expect(found.decilesAttacker).toEqual([16, 30, 24, 26, 16, 15, 9, 13, 8, 84]);
  expect(found.decilesDefender).toEqual([18, 19, 15, 21, 19, 10, 6, 12, 10, 111]);
  expect(found.reliability.map(({ count }) => count)).toEqual([0, 2, 161, 39, 18]);
  expect(found.reliability[2]?.meanChance).toBeCloseTo(0.62, 2);
  expect(found.reliability[2]?.cameAbout).toBeCloseTo(0.66, 2);
  expect(scores[0]).toMatchObject({ id: '253', truth: 1 });
  expect(scores[0]?.energy).toBeCloseTo(3.221974, 6);
  expect(scores[0]?.pitDefender).toBeCloseTo(0.987479, 6);
});

// The reference gives its climatology these figures with 200 of its own lots a battle.
test('climatology scores as the reference says, but for the lots', () => {
  const found = evaluate(scoreBattles(forecastsOf(({ engagement }) => climatology(battles, engagement, 'a', 200))));
  const reference = { brier: 0.215, crpsAttacker: 0.553, energy: 0.984 };
  for (const [figure, value] of Object.entries(reference))
    expect(Math.abs(found[figure as keyof typeof reference] - value), figure).toBeLessThan(0.01);
});

test('a table without a decided battle is not scored', () => {
  expect(() => evaluate([])).toThrow(RangeError);
});
