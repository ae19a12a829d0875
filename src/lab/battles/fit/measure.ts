/** What rules make of a set of battles, as a fit sees it: the same dice whatever the rules, so that only the rules differ. */
import type { Parameters } from '../../../core/rules/parameters.ts';
import { crpsFair } from '../../scores.ts';
import { chanceToWin } from '../chance.ts';
import type { History } from '../engagement.ts';
import { fightsOf, type Prepared } from '../fights.ts';
import { simulate } from '../simulate.ts';

/** A battle to fit on. */
export interface Fitted {
  prepared: Prepared;
  history: History;
}

/** One battle under some rules. */
export interface Measured {
  /** Chance that the attacker wins. */
  chance: number;
  /** Mean ln of the losses. */
  attacker: number;
  defender: number;
  /** Scores; of the winner null for a battle without one. */
  brier: number | null;
  crpsAttacker: number;
  crpsDefender: number;
}

export const lnLosses = (men: number): number => Math.log(Math.max(men, 0.5));

export function measure(battles: readonly Fitted[], rules: Parameters, seed: string, repetitions: number): Measured[] {
  return battles.map(({ prepared, history }) => {
    const simulated = simulate(prepared, rules, seed, repetitions);
    const attackers = simulated.map(({ attackerLosses }) => lnLosses(attackerLosses));
    const defenders = simulated.map(({ defenderLosses }) => lnLosses(defenderLosses));
    const chance = chanceToWin(fightsOf(prepared, rules), prepared.engagement.days, rules);
    const truth = (history.wins + 1) / 2;
    return {
      chance,
      attacker: attackers.reduce((sum, value) => sum + value, 0) / repetitions,
      defender: defenders.reduce((sum, value) => sum + value, 0) / repetitions,
      brier: history.wins === 0 ? null : (chance - truth) ** 2,
      crpsAttacker: crpsFair(attackers, lnLosses(history.attackerLosses)),
      crpsDefender: crpsFair(defenders, lnLosses(history.defenderLosses)),
    };
  });
}
