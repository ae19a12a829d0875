/**
 * The protocol by which an engagement is fought out, laid down before any score was seen (docs/combat-validation.md). Its
 * length is given, its end is not: the fight is resolved day after day for the days of history. The first end decides who
 * wins, and a defender who gives way leaves men behind; losses go on to the last day. Where no end has come by the
 * last evening, the armies part: with what is left of them and the advantages of the first day, for as long as it takes and
 * without further losses, for who came off better is judged of the battle as a whole.
 */
import { type Dice, dice } from '../../core/dice.ts';
import type { Parameters } from '../../core/rules/parameters.ts';
import { captureShare, type Fight, resolve, splitHits } from '../../core/rules/resolver.ts';
import { fightsOf, type Prepared } from './fights.ts';

/** How one battle ended. */
export interface Simulated {
  attackerWins: boolean;
  /** Killed, wounded, missing and captured. */
  attackerLosses: number;
  defenderLosses: number;
}

/** Half-days after which even the longest parting of armies has come to an end. */
const PARTING = 4000;

/** Fights an engagement out under these rules, once for each repetition; `seed` and the repetition make the dice. */
export function simulate(prepared: Prepared, rules: Parameters, seed: string, repetitions: number): Simulated[] {
  const fights = fightsOf(prepared, rules);
  return Array.from({ length: repetitions }, (_, i) => fightOut(prepared, rules, fights, `${seed}/${i + 1}`));
}

function fightOut({ engagement }: Prepared, rules: Parameters, fights: readonly Fight[], seed: string): Simulated {
  const { id, days, attacker, defender } = engagement;
  const numbers = rules.resolver;
  const retreat = attacker.tanks > 0 || attacker.cavalry > 0 ? 'pursued' : 'ordinary';
  let attackers = attacker.men;
  let defenders = defender.men;
  let won: boolean | null = null;
  for (let day = 1; day <= days; day++) {
    const fight = fightOfDay(fights, day, attackers / attacker.men, defenders / defender.men);
    const roll = dice(seed, 'fight', id, day);
    const result = resolve(numbers, fight, dice(seed, 'battle', id), roll);
    attackers -= counted(numbers, result.attackerHit, roll);
    defenders -= counted(numbers, result.defenderHit, roll);
    if (won !== null || result.outcome === 'undecided') continue;
    won = result.outcome !== 'stopped';
    if (won) defenders -= roll.round(defenders * captureShare(numbers, retreat, roll));
  }
  if (won === null) {
    const first = fightOfDay(fights, 1, attackers / attacker.men, defenders / defender.men);
    const parting = resolve(numbers, { ...first, steps: PARTING }, dice(seed, 'battle', id), dice(seed, 'parting', id));
    won = parting.outcome === 'gaveWay' || parting.outcome === 'overrun';
  }
  return { attackerWins: won, attackerLosses: attacker.men - attackers, defenderLosses: defender.men - defenders };
}

/** Of the men hit, those who count as lost. */
function counted(rules: Parameters['resolver'], hit: number, roll: Dice): number {
  const { killed, wounded } = splitHits(rules, hit, roll);
  return killed + wounded;
}

/** The fight of a day of battle with what is left of both sides, as shares of what they began with. */
function fightOfDay(fights: readonly Fight[], day: number, attackersLeft: number, defendersLeft: number): Fight {
  const fight = fights[Math.min(day, fights.length) - 1] as Fight;
  return {
    ...fight,
    day,
    attackStrength: fight.attackStrength * attackersLeft,
    defenceStrength: fight.defenceStrength * defendersLeft,
    attackMen: fight.attackMen * attackersLeft,
    defenceMen: fight.defenceMen * defendersLeft,
  };
}
