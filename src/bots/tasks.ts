/** What there is to do, and for whom. */
import type { Column } from './columns/column.ts';
import type { Group } from './groups.ts';
import type { Plan } from './plan.ts';

/** `delay`: hold, and go back in time; `march`: go there and stay out of fights; `raid`: sit beside a road of the enemy. */
export type TaskKind = 'attack' | 'hold' | 'cut' | 'reopen' | 'screen' | 'breakOut' | 'delay' | 'march' | 'raid';

export interface Task {
  kind: TaskKind;
  hex: number;
  /** Cut: the place of the enemy whose road it is. */
  feeds?: number;
  worth: number;
  /** Power wanted, and given so far. */
  need: number;
  /** With less than this an attack is not pressed; a post with less is not left. */
  least: number;
  given: number;
  groups: Group[];
  /** Delay: the next position behind; nobody stays in front of this one. */
  rear?: number;
  /** The column of the operational plan that it was given to. */
  column?: Column;
  /** Nobody goes nearer to that hex than these minutes this turn: the column keeps together. */
  pace?: { hex: number; minutes: number };
}

/** Below this quality troops are for watching and raiding. */
export const RAW = 35;

export function makeTask(kind: TaskKind, hex: number, worth: number, need: number): Task {
  return { kind, hex, worth, need, least: 0, given: 0, groups: [] };
}

export function give(plan: Plan, group: Group, task: Task): void {
  task.groups.push(group);
  task.given += group.power;
  plan.taskOf.set(group.lead, task);
}
