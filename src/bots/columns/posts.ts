/** Hold, assemble and screen: the groups of a column are dealt out over the places that it has. */
import type { Estimate } from '../estimate.ts';
import { threatTo } from '../estimate.ts';
import type { Group } from '../groups.ts';
import type { Plan } from '../plan.ts';
import { give, type TaskKind } from '../tasks.ts';
import type { Column } from './column.ts';
import { byNearness, columnTask, isOwn } from './deal.ts';

/** Each place gets the nearest group in turn; what is left over goes where the enemy threatens most. */
export function holdPlaces(
  est: Estimate,
  plan: Plan,
  column: Column,
  places: readonly number[],
  kind: (hex: number) => TaskKind = () => 'hold',
): void {
  const tasks = places.map((hex) => columnTask(column, kind(hex), hex, threatTo(est, hex, 6)));
  plan.tasks.push(...tasks);
  let free: Group[] = column.groups;
  // Who stands in a place keeps it.
  for (const task of tasks) {
    const there = free.find((group) => group.hex === task.hex);
    if (!there) continue;
    give(plan, there, task);
    free = free.filter((group) => group !== there);
  }
  for (let round = 0; free.length > 0; round++) {
    for (const task of tasks) {
      // After the first round the threatened places alone get more, but for the first.
      if (round === 0 ? task.groups.length > 0 : task !== tasks[0] && task.given >= task.need) continue;
      const [group] = byNearness(est.game, free, task.hex);
      if (!group) return;
      give(plan, group, task);
      free = free.filter((other) => other !== group);
    }
  }
}

export function hold(est: Estimate, plan: Plan, column: Column): void {
  holdPlaces(est, plan, column, column.phase.axis);
}

export function assemble(est: Estimate, plan: Plan, column: Column): void {
  holdPlaces(est, plan, column, column.phase.axis, () => 'march');
}

/** Before places of the enemy in sight of them, in own places a thin line that goes back in time. */
export function screen(est: Estimate, plan: Plan, column: Column): void {
  holdPlaces(est, plan, column, column.phase.axis, (hex) => (isOwn(est, hex) ? 'delay' : 'screen'));
}
