/** Drive and strike: objective after objective, the column together, strong places masked, a halt when it is spent. */
import { distance } from '../../core/game.ts';
import { type Estimate, foesWithin } from '../estimate.ts';
import { footTo } from '../ground.ts';
import type { Group } from '../groups.ts';
import type { Plan } from '../plan.ts';
import { give } from '../tasks.ts';
import { type Column, isSpent } from './column.ts';
import { byNearness, columnTask, isOwn, nearest, paceTo, powerNear } from './deal.ts';
import { holdPlaces } from './posts.ts';

/** Minutes that the head may be ahead of the rest: a drive in column of route, a strike closed up. */
const SLACK = { drive: 300, strike: 150 };
/** Power for known power below which a place is masked, or where there is nothing behind it watched. */
const MASK = 0.9;
const WATCH = 0.7;
/** What a strike wants before it goes in: known power around its goal, and the share of the column that is up. */
const ODDS = 1.1;
const TOGETHER = 0.6;
/** Those within so many minutes of the goal are up. */
const UP = 1100;

/** The next objective on the axis: the first that is not own behind the last that is own or left behind. */
export function nextGoal(est: Estimate, column: Column): number {
  const { axis } = column.phase;
  let at = 0;
  axis.forEach((hex, i) => {
    if (isOwn(est, hex)) at = i + 1;
  });
  while (at + 1 < axis.length && isBehind(est, column, axis[at] as number, axis[at + 1] as number)) at++;
  return at;
}

/** Is the column nearer to the next objective than this one is? Then it has been passed by. */
function isBehind(est: Estimate, column: Column, hex: number, next: number): boolean {
  const field = footTo(est.game, next);
  return (field[column.centre] as number) < (field[hex] as number) && distance(est.game, column.centre, hex) > 1;
}

export function drive(est: Estimate, plan: Plan, column: Column): void {
  const { axis } = column.phase;
  const at = nextGoal(est, column);
  if (isSpent(column) || at >= axis.length) {
    holdPlaces(est, plan, column, [standOf(est, column, at)]);
    return;
  }
  let goal = axis[at] as number;
  let groups = column.groups;
  const known = foesWithin(est, goal, 1) + 0.3 * (foesWithin(est, goal, 3) - foesWithin(est, goal, 1));
  if (known > 0 && column.power < MASK * known && nearest(est.game, groups, goal) <= 3) {
    const next = axis[at + 1];
    if (next !== undefined && groups.length > 1) {
      groups = mask(est, plan, column, goal);
      goal = next;
    } else if (column.power < WATCH * known) {
      const task = columnTask(est.game, column, 'screen', goal, column.power);
      plan.tasks.push(task);
      for (const group of groups) give(plan, group, task);
      return;
    }
  }
  groups = guardRear(est, plan, column, groups, at);
  attack(est, plan, column, groups, goal, SLACK.drive);
}

/** Leaves the nearest group before a place; the others go on. */
function mask(est: Estimate, plan: Plan, column: Column, hex: number): Group[] {
  const task = columnTask(est.game, column, 'screen', hex, 0);
  const [watch, ...rest] = byNearness(est.game, column.groups, hex);
  plan.tasks.push(task);
  give(plan, watch as Group, task);
  return rest.sort((a, b) => a.lead - b.lead);
}

/** A group stays with each depot behind the column that the enemy is near to and that nobody guards. */
function guardRear(est: Estimate, plan: Plan, column: Column, groups: Group[], at: number): Group[] {
  let free = groups;
  for (const hex of column.phase.axis.slice(0, at)) {
    if (free.length < 2 || !isOwn(est, hex) || foesWithin(est, hex, 2) === 0) continue;
    if (!est.game.depots.some((depot) => depot.hex === hex && depot.side === est.side)) continue;
    const task = columnTask(est.game, column, 'hold', hex, foesWithin(est, hex, 2));
    const [guard] = byNearness(est.game, free, hex);
    if (!guard || distance(est.game, guard.hex, hex) > 4) continue;
    plan.tasks.push(task);
    give(plan, guard, task);
    free = free.filter((group) => group !== guard);
  }
  return free;
}

function attack(est: Estimate, plan: Plan, column: Column, groups: Group[], goal: number, slack: number): void {
  const task = columnTask(est.game, column, 'attack', goal, column.power);
  task.pace = paceTo(est, groups, goal, slack);
  plan.tasks.push(task);
  for (const group of groups) give(plan, group, task);
}

/** Where a column that goes no farther stands: the last place of its axis that it has, if it is there, or where it is. */
function standOf(est: Estimate, column: Column, at: number): number {
  const last = column.phase.axis[Math.min(at, column.phase.axis.length) - 1];
  return last !== undefined && distance(est.game, last, column.centre) <= 4 ? last : column.centre;
}

/**
 * A strike gathers first and goes in when most of the column is up and what is known around its goal is weaker; it waits
 * out of contact until then. Once it fights it goes on.
 */
export function strike(est: Estimate, plan: Plan, column: Column): void {
  const { axis } = column.phase;
  const at = nextGoal(est, column);
  if (at >= axis.length || isSpent(column)) {
    holdPlaces(est, plan, column, [standOf(est, column, at)]);
    return;
  }
  const goal = axis[at] as number;
  const free = column.groups.filter((group) => group.waits === 0);
  const known = foesWithin(est, goal, 2);
  const lead = byNearness(est.game, free, goal)[0];
  const up = lead ? powerNear(est.game, free, goal, (footTo(est.game, goal)[lead.hex] as number) + UP) : 0;
  const begun = lead !== undefined && foesWithin(est, lead.hex, 1) > 0;
  if (begun || known === 0 || (up >= TOGETHER * column.power && up >= ODDS * known)) {
    attack(est, plan, column, column.groups, goal, SLACK.strike);
    return;
  }
  const task = columnTask(est.game, column, 'screen', goal, column.power);
  task.pace = paceTo(est, free, goal, SLACK.strike);
  plan.tasks.push(task);
  for (const group of column.groups) give(plan, group, task);
}
