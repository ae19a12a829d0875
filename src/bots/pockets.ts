/** Groups that are cut off: who is starved, and the way out. */
import { holderOf } from '../core/control.ts';
import { distance } from '../core/game.ts';
import { isSurrounded } from '../core/rules/surrender.ts';
import { type Estimate, roleOf, unitAt } from './estimate.ts';
import { daysBetween } from './ground.ts';
import type { Group } from './groups.ts';
import type { Plan } from './plan.ts';
import { give, makeTask } from './tasks.ts';

/** Cut off so long, or so short of everything, that only the way out is left; on an objective it holds on longer. */
export function isStarved(est: Estimate, plan: Plan, group: Group): boolean {
  if (!group.cut) return false;
  // A column lives with short commons; only the ring round it makes it break out.
  if (group.column >= 0) return isInPocket(est, group);
  const prize = plan.goals.find((goal) => goal.own && distance(est.game, goal.hex, group.hex) <= 1);
  const patience = prize ? 4 + prize.worth / 20 : 3;
  let starved = 0;
  for (const unit of group.units) {
    const now = unitAt(est.view, unit);
    const empty = prize ? now.ammo <= 0 && now.food <= 0 : now.ammo <= 0 || now.food <= 0;
    if ((now.daysCut >= 4 && empty) || now.daysCut > patience + 3) starved += now.men;
  }
  return starved * 2 > group.men;
}

/** Surrounded for days, and nothing left to eat or to fire. */
function isInPocket(est: Estimate, group: Group): boolean {
  return group.units.some((unit) => {
    const now = unitAt(est.view, unit);
    if (roleOf(est.game, unit) === 'irregular' || now.daysCut < 4 || (now.food > 0 && now.ammo > 0)) return false;
    return isSurrounded(est.game, est.pos, now.hex, est.side);
  });
}

/** Sends a starved group towards the nearest depot, or to the nearest strong friends in supply. */
export function breakOut(est: Estimate, plan: Plan, group: Group): void {
  const { game } = est;
  let best = group.hex;
  let least = 40;
  const offer = (hex: number): void => {
    const days = daysBetween(game, group.hex, hex);
    if (days >= least) return;
    least = days;
    best = hex;
  };
  for (const other of plan.groups)
    if (other !== group && !other.cut && other.power >= group.power / 2) offer(other.hex);
  for (const depot of game.depots)
    if (depot.side === est.side && depot.hex !== group.hex && holderOf(est.view.control, depot.hex) === est.side)
      offer(depot.hex);
  const task = makeTask('breakOut', best, 50, group.power);
  plan.tasks.push(task);
  give(plan, group, task);
}
