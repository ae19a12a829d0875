/** Guns that are left over after the assaults, engineers at the roads, and how stubbornly each unit stands. */
import { check } from '../core/check.ts';
import { distance, hexside } from '../core/game.ts';
import { gunReach } from '../core/rules/fight.ts';
import type { Stance } from '../core/state.ts';
import { worthOfHex } from './assault.ts';
import { type Context, hexName, type Order, short, taskOf } from './context.ts';
import { infoOf, nearestFoe, roleOf, unitAt } from './estimate.ts';

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
      orders.push({ action, reason: `${short(game, unit)} shells ${hexName(game, best)}` });
  }
  return orders;
}

/** Engineers mend own broken roads where they stand, and break the enemy's when they sit on it. */
export function roadWorks(ctx: Context): Order[] {
  const { game, view, est, plan } = ctx;
  const orders: Order[] = [];
  const chosen = new Set<number>();
  for (const unit of est.own) {
    const cutting = taskOf(ctx, unit)?.kind === 'cut';
    const role = roleOf(game, unit);
    if (role !== 'sappers' && !(cutting && (role === 'line' || role === 'irregular'))) continue;
    const now = unitAt(view, unit);
    for (let d = 0; d < 6; d++) {
      const near = game.neighbours[now.hex * 6 + d] as number;
      if (near < 0 || (game.road[now.hex * 6 + d] as number) === 0) continue;
      const link = hexside(game, now.hex, d);
      const broken = est.pos.broken[link] === 1;
      const mine = plan.lifelines.has(now.hex) && plan.lifelines.has(near);
      const his = plan.arteries.has(now.hex) || plan.arteries.has(near);
      const task = broken && !(cutting && his) ? 'repair' : !broken && cutting && his && !mine ? 'demolish' : null;
      if (!task || chosen.has(link)) continue;
      const action = { type: 'engineer', unit, task, hexside: link } as const;
      if (check(game, view, action) !== null) continue;
      chosen.add(link);
      const what = task === 'repair' ? 'mends the road at' : 'breaks the road at';
      orders.push({ action, reason: `${short(game, unit)} ${what} ${hexName(game, now.hex)}` });
      break;
    }
  }
  return orders;
}

/** Garrisons of objectives and the heights over them hold; screens, guns and the shaken give ground; others as usual. */
export function stances(ctx: Context): Order[] {
  const { game, view, est, plan } = ctx;
  const orders: Order[] = [];
  for (const unit of est.own) {
    const now = unitAt(view, unit);
    if (nearestFoe(est, now.hex) > 3) continue;
    const stance = wantedStance(ctx, unit);
    if (stance === now.stance) continue;
    const action = { type: 'stance', unit, stance } as const;
    const goal = plan.goals.find((entry) => distance(game, entry.hex, now.hex) <= 1);
    const why =
      stance === 1 ? `holds ${goal?.place ?? 'its ground'}` : stance === 2 ? 'gives ground early' : 'stands as usual';
    orders.push({ action, reason: `${short(game, unit)} ${why}` });
  }
  return orders;
}

function wantedStance(ctx: Context, unit: number): Stance {
  const { game, view, plan } = ctx;
  const now = unitAt(view, unit);
  const role = roleOf(game, unit);
  if (role !== 'line' && role !== 'irregular') return 0;
  if (now.cohesion < 250 || now.daysCut >= 6) return 0;
  if (role === 'irregular') return 2;
  for (const goal of plan.goals) {
    const far = distance(game, goal.hex, now.hex);
    if (!goal.own || goal.worth < 20 || far > 1) continue;
    if (far === 0 || (game.crest[now.hex] as number) - (game.elevation[goal.hex] as number) >= 40) return 1;
  }
  return 0;
}
