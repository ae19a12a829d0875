/** Withdraw: back along the axis place by place, a rear guard a place behind the main body, through whatever bars the way. */
import { type Estimate, foesWithin } from '../estimate.ts';
import { footTo } from '../ground.ts';
import type { Group } from '../groups.ts';
import type { Plan } from '../plan.ts';
import { give, type Task } from '../tasks.ts';
import type { Column } from './column.ts';
import { columnTask, inContact, isOwn, isWorn } from './deal.ts';

/** Minutes by which a place must be nearer home to be the next one on the way. */
const STEP = 180;
/** A rear guard does not wait for more than this much power for power. */
const OUTNUMBERED = 1.8;

export function withdraw(est: Estimate, plan: Plan, column: Column): void {
  const home = column.phase.axis.at(-1) as number;
  // The enemy's towns on the way are gone round.
  const axis = column.phase.axis.filter((hex) => hex === home || isOwn(est, hex) || foesWithin(est, hex, 0) === 0);
  const field = footTo(est.game, home);
  const tasks = new Map<string, Task>();
  const taskAt = (kind: 'march' | 'breakOut' | 'delay', at: number): Task => {
    const key = `${kind}/${at}`;
    const known = tasks.get(key);
    if (known) return known;
    const task = columnTask(column, kind, axis[at] as number, column.power);
    tasks.set(key, task);
    plan.tasks.push(task);
    return task;
  };
  const stepOf = (hex: number): number => {
    const at = axis.findIndex((place) => (field[place] as number) < (field[hex] as number) - STEP);
    return at < 0 ? axis.length - 1 : at;
  };
  const next = stepOf(column.centre);
  const guard = rearGuard(est, column, field);
  for (const group of column.groups) {
    const own = stepOf(group.hex);
    if (group === guard && next > 0 && own >= next) give(plan, group, taskAt('delay', next - 1));
    else if (group.cut && inContact(est, group)) give(plan, group, taskAt('breakOut', own));
    else give(plan, group, taskAt('march', Math.min(Math.max(own, next), next + 1, axis.length - 1)));
  }
}

/** The fit group nearest the enemy stays a place behind, while the column is more than one and it can stand. */
function rearGuard(est: Estimate, column: Column, field: Int32Array): Group | null {
  if (column.groups.length < 2) return null;
  let guard: Group | null = null;
  for (const group of column.groups) {
    if (group.cut || group.waits > 0 || isWorn(est, group)) continue;
    const foes = foesWithin(est, group.hex, 3);
    if (foes === 0 || foes > group.power * OUTNUMBERED) continue;
    if (!guard || (field[group.hex] as number) > (field[guard.hex] as number)) guard = group;
  }
  return guard;
}
