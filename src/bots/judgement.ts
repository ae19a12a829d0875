/** The errors of judgement of a staff that has still to learn; the same view and seed err alike. */
import { type Dice, dice } from '../core/dice.ts';
import type { Context } from './context.ts';
import type { Estimate } from './estimate.ts';

/** How far the best of several hexes may be misjudged by one without any judgement, in the unit of `places.ts`. */
const HEX = 36;

function lot({ plan, est }: Context, what: string, about: number): Dice {
  return dice(plan.seed, 'bot', 'judgement', what, est.side, plan.turn, about);
}

/** How far the chances of an assault on a hex are misjudged: added to shares between 0 and 1. */
export function misjudgedOdds(ctx: Context, hex: number): number {
  const { error } = ctx.plan.care;
  return error === 0 ? 0 : error * (lot(ctx, 'odds', hex).unit() - 0.5);
}

/** Draws one after the other how far the hexes in a unit's reach are misjudged; null for a staff that does not err. */
export function misjudgedHexes(ctx: Context, unit: number): (() => number) | null {
  const { error } = ctx.plan.care;
  if (error === 0) return null;
  const draws = lot(ctx, 'hex', unit);
  return () => HEX * error * (draws.unit() - 0.5);
}

/** The units of a side that a staff with so much oversight (a share, 0 to 1) forgets this turn. */
export function overlooked({ view, side, own }: Estimate, seed: string, oversight: number): Set<number> {
  if (oversight === 0) return new Set();
  const draws = dice(seed, 'bot', 'judgement', 'oversight', side, view.turn);
  return new Set(own.filter(() => draws.unit() < oversight));
}
