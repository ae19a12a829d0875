/** Gives the groups of each column what its phase asks for. */
import type { PlanTask } from '../../core/plans.ts';
import type { Estimate } from '../estimate.ts';
import type { Group } from '../groups.ts';
import type { Plan } from '../plan.ts';
import { give, makeTask } from '../tasks.ts';
import { drive, strike } from './advance.ts';
import { type Column, columnsOf } from './column.ts';
import { delay } from './delay.ts';
import { assemble, hold, screen } from './posts.ts';
import { raid } from './raid.ts';
import { withdraw } from './retire.ts';

const DIRECT: Record<PlanTask, (est: Estimate, plan: Plan, column: Column) => void> = {
  drive,
  delay,
  hold,
  assemble,
  strike,
  screen,
  raid,
  withdraw,
};

/** Tasks for the columns of the side's operational plan, but for groups that have one already. */
export function direct(est: Estimate, plan: Plan): void {
  const { orders } = est;
  if (!orders) return;
  const free = plan.groups.filter((group) => !plan.taskOf.has(group.lead));
  for (const column of columnsOf(est, orders, free)) DIRECT[column.phase.data.task](est, plan, column);
  for (const group of free) if (group.column >= 0 && !plan.taskOf.has(group.lead)) stay(plan, group);
}

/** Whose hour has not come stays where it is. */
function stay(plan: Plan, group: Group): void {
  const task = makeTask('hold', group.hex, 10, group.power);
  plan.tasks.push(task);
  give(plan, group, task);
}
