/** The chance that the attacker wins an engagement, without dice: the resolver's own forecast, day after day. */
import type { Parameters } from '../../core/rules/parameters.ts';
import { type Fight, forecastWin } from '../../core/rules/resolver.ts';

/** Half-days by which nearly every parting of armies has come to an end. */
const PARTING = 120;
/** Below this chance of no end the days that are left change nothing that can be seen. */
const HARDLY = 0.002;

/**
 * Chance from 0 to 1. It lets the fortune of each day be drawn afresh and leaves out what losses do to the odds, so it is a
 * few hundredths off what `simulate` comes to, and smooth where that is not.
 */
export function chanceToWin(fights: readonly Fight[], days: number, rules: Parameters): number {
  let won = 0;
  let going = 1;
  for (let day = 1; day <= days && going > HARDLY; day++) {
    const fight = fights[Math.min(day, fights.length) - 1] as Fight;
    const { gaveWay, undecided } = forecastWin(rules.resolver, { ...fight, day });
    won += (going * gaveWay) / 1000;
    going *= undecided / 1000;
  }
  const last = forecastWin(rules.resolver, { ...(fights[0] as Fight), steps: PARTING });
  return won + (going * last.gaveWay) / (last.gaveWay + last.stopped);
}
