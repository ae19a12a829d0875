/** Own airfields that the enemy is about to take are blown up, and not before: a field lost whole serves him. */
import { airfieldsOf } from '../core/rules/airfields.ts';
import { AIRFIELD_WORKING } from '../core/state.ts';
import type { Context, Order } from './context.ts';
import { perilOf, pressingOn } from './peril.ts';

/** Chance to lose the field from which on it is given up. */
const LOST = 0.75;
/** Fewer enemies than this beside it are a patrol. */
const PATROL = 300;

export function demolishAirfields(ctx: Context): Order[] {
  const { game, view, est } = ctx;
  const orders: Order[] = [];
  for (const { airfield, hex, side, status } of airfieldsOf(game, view, est.side)) {
    if (side !== est.side || status !== AIRFIELD_WORKING) continue;
    if (pressingOn(ctx, hex) < PATROL) continue;
    const peril = perilOf(ctx, hex);
    if (peril < LOST) continue;
    const figures = { peril: Math.round(peril * 1000) };
    orders.push({ action: { type: 'airfield', airfield }, reason: { code: 'blowsUpAirfield', hexes: [hex], figures } });
  }
  return orders;
}
