/** Guns that are left over after the assaults, and how stubbornly each unit stands. */
import { check } from '../core/check.ts';
import { distance } from '../core/game.ts';
import { gunReach } from '../core/rules/fight.ts';
import type { Stance } from '../core/state.ts';
import { type Context, foesAround, type Order, ownAround, taskOf } from './context.ts';
import { infoOf, nearestFoe, roleOf, unitAt } from './estimate.ts';
import { stanceReason } from './motive.ts';
import { worthOfHex } from './worth.ts';

/** Guns with less ammunition than this, kg a piece, keep it for defence and assault. */
const SPARE_AMMO = 60;

/** Bombardments by guns that have not fired. */
export function bombardments(ctx: Context): Order[] {
  const { game, view, est } = ctx;
  const orders: Order[] = [];
  const targets = [...new Set(est.foes.filter((foe) => foe.seen).map((foe) => foe.hex))];
  for (const unit of est.own) {
    const { rangeM } = infoOf(game, unit);
    if (rangeM === 0 || roleOf(game, unit) !== 'guns') continue;
    const now = unitAt(view, unit);
    const pieces = now.eq.reduce((sum, count, i) => sum + ((game.equipment[i]?.rangeM ?? 0) > 0 ? count : 0), 0);
    if (now.ammo < pieces * SPARE_AMMO) continue;
    let best = -1;
    let most = 9;
    for (const hex of targets) {
      if (gunReach(game, now.hex, hex) > rangeM) continue;
      const worth = worthOfHex(ctx, hex) + Math.min(30, (est.foeIn.get(hex) ?? 0) / 100);
      if (worth > most) {
        most = worth;
        best = hex;
      }
    }
    if (best < 0) continue;
    const action = { type: 'bombard', unit, hex: best } as const;
    if (check(game, view, action) === null)
      orders.push({ action, reason: { code: 'shells', units: [unit], hexes: [best] } });
  }
  return orders;
}

/**
 * Garrisons of objectives and the heights over them hold; a delaying force that is pressed, irregulars and the shaken give
 * ground; others as usual.
 */
export function stances(ctx: Context): Order[] {
  const { view, est } = ctx;
  const orders: Order[] = [];
  for (const unit of est.own) {
    const now = unitAt(view, unit);
    if (nearestFoe(est, now.hex) > 3) continue;
    const stance = wantedStance(ctx, unit);
    if (stance === now.stance) continue;
    const action = { type: 'stance', unit, stance } as const;
    orders.push({ action, reason: stanceReason(ctx, unit, stance) });
  }
  return orders;
}

/** Cut off for so many days, or shaken below this, nobody is told to stand to the last. */
const LONG_CUT = 6;
const SHAKEN_LOOSE = 250;

/** Is the unit to hold where it stands, by its stance or by the plan of the command? */
export function standsFast(ctx: Context, unit: number): boolean {
  const now = unitAt(ctx.view, unit);
  if (wantedStance(ctx, unit) === 1) return true;
  const task = taskOf(ctx, unit);
  return task?.kind === 'hold' && task.column !== undefined && now.daysCut < LONG_CUT && now.cohesion >= SHAKEN_LOOSE;
}

function wantedStance(ctx: Context, unit: number): Stance {
  const { game, view, plan } = ctx;
  const now = unitAt(view, unit);
  const role = roleOf(game, unit);
  if (role !== 'line' && role !== 'irregular') return 0;
  if (now.cohesion < SHAKEN_LOOSE || now.daysCut >= LONG_CUT) return 0;
  if (role === 'irregular') return 2;
  const task = taskOf(ctx, unit);
  if (task?.kind === 'delay') return foesAround(ctx, now.hex) > ownAround(ctx, now.hex) ? 2 : 0;
  if (task?.column && task.kind !== 'hold') return 0;
  for (const goal of plan.goals) {
    const far = distance(game, goal.hex, now.hex);
    if (!goal.own || goal.worth < 20 || far > 1) continue;
    if (far === 0 || (game.crest[now.hex] as number) - (game.elevation[goal.hex] as number) >= 40) return 1;
  }
  return 0;
}
