/** The ways of columns: what stands on them is in the way. */
import type { Estimate } from './estimate.ts';
import { downField, footTo } from './ground.ts';
import type { Plan } from './plan.ts';

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
