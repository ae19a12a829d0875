/**
 * The forecast to beat: who attacks wins as often as in known battles of the era, and loses men at the daily rates of one
 * of them, drawn by lot with its defender's. As the reference has it; its lots are other ones, so figures agree to about 0.01.
 */
import { dice } from '../../core/dice.ts';
import type { Engagement } from './engagement.ts';
import type { Simulated } from './simulate.ts';
import type { Battle } from './table.ts';

/** An era with fewer known battles is forecast from all of them. */
const LEAST = 20;

/** Forecasts one engagement from known battles. Refuses to without any by a throw. */
export function climatology(
  known: readonly Battle[],
  engagement: Engagement,
  seed: string,
  repetitions: number,
): Simulated[] {
  const told = known.filter(({ history }) => history !== null);
  const ofEra = told.filter((battle) => battle.engagement.era === engagement.era);
  const from = ofEra.length >= LEAST ? ofEra : told;
  if (from.length === 0) throw new RangeError('no known battles to forecast from');
  const roll = dice(seed, 'climatology', engagement.id);
  return Array.from({ length: repetitions }, () => {
    const { engagement: past, history } = from[roll.below(from.length)] as Battle;
    const { wins, attackerLosses, defenderLosses } = history as NonNullable<Battle['history']>;
    const share = (losses: number, men: number): number => losses / men / past.days;
    return {
      attackerWins: (wins + 1) / 2 > roll.unit(),
      attackerLosses: share(attackerLosses, past.attacker.men) * engagement.attacker.men * engagement.days,
      defenderLosses: share(defenderLosses, past.defender.men) * engagement.defender.men * engagement.days,
    };
  });
}
