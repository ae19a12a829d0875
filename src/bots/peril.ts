/** How much danger a place is in: the resolver's answer for an attack by all the enemies known next to it. */
import { distance } from '../core/game.ts';
import { position } from '../core/position.ts';
import { chancesOf } from '../core/rules/combat.ts';
import type { Context } from './context.ts';
import { infoOf, roleOf, unitAt } from './estimate.ts';

/** Most attackers that an order for an assault names. */
const MOST = 60;

/** Enemies seen next to a hex who could go in against it, ascending. */
function attackersOf(ctx: Context, hex: number): number[] {
  const { game, est } = ctx;
  const units: number[] = [];
  for (const { unit, hex: at, seen } of est.foes) {
    const role = roleOf(game, unit);
    if (seen && distance(game, at, hex) === 1 && (role === 'line' || role === 'armour' || role === 'sappers'))
      units.push(unit);
  }
  return units.sort((a, b) => a - b).slice(0, MOST);
}

/** Chance, 0 to 1, that an attack by the enemies known next to a hex takes it before it is given up. */
export function perilOf(ctx: Context, hex: number): number {
  const { game, view, est } = ctx;
  const units = attackersOf(ctx, hex);
  if (units.length === 0) return 0;
  if (est.pos.side[hex] !== est.side) return 1;
  const { gaveWay, stopped } = chancesOf(game, view, { type: 'assault', units, support: [], hex, advance: true });
  // The fight was set up by what the enemy knows, in the same scratch memory: back to what we know.
  position(game, view, est.side);
  return gaveWay / Math.max(1, gaveWay + stopped);
}

/** Men of the enemies seen next to a hex who could go in. */
export function pressingOn(ctx: Context, hex: number): number {
  let men = 0;
  for (const unit of attackersOf(ctx, hex)) men += unitAt(ctx.view, unit).men || infoOf(ctx.game, unit).data.men;
  return men;
}
