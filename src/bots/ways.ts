/** The ways of the troops: what stands on those of columns, and the way home. */
import { holderOf } from '../core/control.ts';
import type { Estimate } from './estimate.ts';
import { daysBetween, downField, footTo } from './ground.ts';
import type { Plan } from './plan.ts';
import { give, makeTask } from './tasks.ts';

/** A side that is to withdraw and has no plan for it goes to the depots where its supplies come in. */
export function goHome(est: Estimate, plan: Plan): void {
  const { game, view, side } = est;
  const homes = game.depots.filter(
    (depot, i) =>
      depot.side === side && !game.data.scenario.supplySources[i]?.from && holderOf(view.control, depot.hex) === side,
  );
  for (const group of plan.groups) {
    if (plan.taskOf.has(group.lead) || group.column >= 0 || homes.length === 0) continue;
    const days = (hex: number): number => daysBetween(game, group.hex, hex);
    const home = homes.reduce((best, depot) => (days(depot.hex) < days(best.hex) ? depot : best));
    const kind = group.cut ? 'breakOut' : 'march';
    const task = makeTask(kind, home.hex, 60, group.power);
    plan.tasks.push(task);
    give(plan, group, task);
  }
}

/** Hexes ahead that a column looks to. */
const AHEAD = 7;

/** Marks the ways that columns take to their tasks: what stands on them is in the way. */
export function clearWays(est: Estimate, plan: Plan): void {
  for (const task of plan.tasks) {
    if (!task.column || (task.kind !== 'attack' && task.kind !== 'march')) continue;
    const field = footTo(est.game, task.hex);
    for (const group of task.groups) {
      if (group.waits > 0 || (task.kind === 'march' && !group.cut)) continue;
      for (const hex of downField(est.game, field, group.hex).slice(1, AHEAD))
        plan.way.set(hex, Math.max(plan.way.get(hex) ?? 0, task.worth * 0.8));
    }
  }
}
