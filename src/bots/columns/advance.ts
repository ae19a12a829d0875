/** Drive and strike: objective after objective, the column together, strong places masked, a halt when it is spent. */
import { distance } from '../../core/game.ts';
import { type Estimate, foesWithin, ownWithin } from '../estimate.ts';
import { footTo } from '../ground.ts';
import type { Group } from '../groups.ts';
import type { Plan } from '../plan.ts';
import { give, type Task } from '../tasks.ts';
import { type Column, isSpent } from './column.ts';
import { byNearness, columnTask, inContact, isOwn, nearest, paceTo, placeNear, powerNear } from './deal.ts';
import { fallBack } from './delay.ts';

/** Minutes that the head may be ahead of the rest: a drive in column of route, a strike closed up. */
const SLACK = { drive: 300, strike: 150 };
/** Power for known power below which a place is masked, or where there is nothing behind it watched. */
const MASK = 0.9;
const WATCH = 0.7;
/** What a strike wants before it goes in: known power around its goal, and the share of the column that is up. */
const ODDS = 1.1;
const TOGETHER = 0.6;
/** Those within so many minutes of the goal are up. */
const UP = 600;
/** With an effort no greater a column goes round the enemy rather than through him. */
const LIGHT = 3;
/** Hexes that a group goes back for a place, on the way and at the end of the axis. */
const ASIDE = 3;
const BACK = 8;
/** Minutes of march to the place that a group far behind goes by: the nearer ones it passes on the way. */
const LEG = 900;
/** Own troops within so many hexes of a goal fight for it together, of whatever column. */
const NEIGHBOURS = 4;

/** The next objective on the axis: the first from where the column stands that is not own; its length for none. */
export function nextGoal(est: Estimate, column: Column): number {
  const { axis } = column.phase;
  for (let i = placeNear(est.game, axis, column.centre); i < axis.length; i++)
    if (!isOwn(est, axis[i] as number)) return i;
  return axis.length;
}

/** Known power that bars the way into a place: what is in it and beside it, and a little of what is near. */
function barring(est: Estimate, hex: number): number {
  const close = foesWithin(est, hex, 1);
  return close + 0.3 * (foesWithin(est, hex, 3) - close);
}

export function drive(est: Estimate, plan: Plan, column: Column): void {
  if (isSpent(column)) {
    halt(est, plan, column);
    return;
  }
  const { axis } = column.phase;
  const at = nextGoal(est, column);
  const goal = axis[Math.min(at, axis.length - 1)] as number;
  const groups = guardRear(est, plan, column, at);
  const known = barring(est, goal);
  const force = Math.max(column.power, ownWithin(est, goal, NEIGHBOURS));
  // Friends who hold out at the end of the way are joined, whatever stands around them.
  const isRelief = at === axis.length && ownWithin(est, goal, 0) > 0;
  if (!isRelief && known > 0 && force < MASK * known && nearest(est.game, groups, goal) <= 3) {
    const next = axis[at + 1];
    if (next !== undefined && groups.length > 1) {
      attack(est, plan, column, mask(est, plan, column, groups, goal), at + 1, SLACK.drive);
      return;
    }
    if (force < WATCH * known) {
      watch(plan, column, groups, goal);
      return;
    }
  }
  attack(est, plan, column, groups, at, SLACK.drive);
}

/** Leaves the nearest group before a place; the others go on. */
function mask(est: Estimate, plan: Plan, column: Column, groups: Group[], hex: number): Group[] {
  const [one, ...rest] = byNearness(est.game, groups, hex);
  watch(plan, column, [one as Group], hex);
  return rest.sort((a, b) => a.lead - b.lead);
}

function watch(plan: Plan, column: Column, groups: readonly Group[], hex: number): Task {
  const task = columnTask(column, 'screen', hex, column.power);
  plan.tasks.push(task);
  for (const group of groups) give(plan, group, task);
  return task;
}

/** A group stays with each depot behind the column that the enemy is near to and that nobody guards; returns the others. */
function guardRear(est: Estimate, plan: Plan, column: Column, at: number): Group[] {
  let free = column.groups;
  for (const hex of column.phase.axis.slice(0, at)) {
    const threat = foesWithin(est, hex, 2);
    if (free.length < 2 || !isOwn(est, hex) || threat === 0) continue;
    if (!est.game.depots.some((depot) => depot.hex === hex && depot.side === est.side)) continue;
    const [guard] = byNearness(est.game, free, hex);
    if (!guard || distance(est.game, guard.hex, hex) > 4) continue;
    const task = columnTask(column, 'hold', hex, threat);
    plan.tasks.push(task);
    give(plan, guard, task);
    free = free.filter((group) => group !== guard);
  }
  return free;
}

/** A column of little weight slips past what it meets. */
function isLight(column: Column): boolean {
  return column.phase.data.effort <= LIGHT;
}

/** Sends groups at a place of the axis: those far behind along the places before it, the others together. */
function attack(est: Estimate, plan: Plan, column: Column, all: readonly Group[], at: number, slack: number): void {
  const { axis } = column.phase;
  const groups = mopUp(est, plan, column, all, at);
  const goal = axis[Math.min(at, axis.length - 1)] as number;
  const pace = { hex: goal, minutes: paceTo(est, groups, goal, slack) };
  const tasks = new Map<number, Task>();
  for (const group of groups) {
    const via = viaOf(est, axis, goal, group);
    let task = tasks.get(via);
    if (!task) {
      const kind = via !== goal || isLight(column) ? 'march' : at < axis.length ? 'attack' : 'hold';
      task = columnTask(column, kind, via, column.power);
      task.pace = pace;
      tasks.set(via, task);
      plan.tasks.push(task);
    }
    give(plan, group, task);
  }
}

/**
 * Single groups go back for places that were passed by and that nobody holds; at the end of the axis, where what lies
 * behind may be the enemy's for all anyone knows, half of the column goes into its places even far back.
 */
function mopUp(est: Estimate, plan: Plan, column: Column, all: readonly Group[], at: number): readonly Group[] {
  let free = all;
  const { axis } = column.phase;
  const isDone = at >= axis.length;
  const reach = isDone ? BACK : ASIDE;
  const least = isDone ? Math.max(1, Math.floor(all.length / 2)) : 1;
  for (const hex of axis.slice(0, isDone ? -1 : at)) {
    if (free.length <= least || foesWithin(est, hex, 1) > 0) continue;
    const [group] = byNearness(est.game, free, hex);
    if (!group || distance(est.game, group.hex, hex) > reach) continue;
    if (isOwn(est, hex) && (!isDone || (group.hex !== hex && ownWithin(est, hex, 0) > 0))) continue;
    const task = columnTask(column, 'march', hex, group.power);
    plan.tasks.push(task);
    give(plan, group, task);
    free = free.filter((other) => other !== group);
  }
  return free;
}

/** Where a group goes to reach the goal: by the next own place of the axis while it is far behind, then straight. */
function viaOf(est: Estimate, axis: readonly number[], goal: number, group: Group): number {
  if (distance(est.game, group.hex, goal) <= 3) return goal;
  for (let i = placeNear(est.game, axis, group.hex); i < axis.length; i++) {
    const place = axis[i] as number;
    if (place === goal || !isOwn(est, place)) return goal;
    if ((footTo(est.game, place)[group.hex] as number) > LEG) return place;
  }
  return goal;
}

/** A column that goes no farther stands as long as it can, and goes back by the places it has. */
function halt(est: Estimate, plan: Plan, column: Column): void {
  const { axis } = column.phase;
  const at = placeNear(est.game, axis, column.centre);
  const back = axis.slice(0, at + 1).filter((hex) => isOwn(est, hex));
  const stand = back.at(-1);
  const here = stand !== undefined && distance(est.game, stand, column.centre) <= 3 ? [] : [column.centre];
  fallBack(est, plan, column, [...here, ...back.reverse()]);
}

/**
 * A strike gathers first and goes in when most of the column is up and what is known around its goal is weaker; it waits
 * out of contact until then. Once it fights it goes on.
 */
export function strike(est: Estimate, plan: Plan, column: Column): void {
  if (isSpent(column)) {
    halt(est, plan, column);
    return;
  }
  const { axis } = column.phase;
  const at = nextGoal(est, column);
  const goal = axis[Math.min(at, axis.length - 1)] as number;
  const free = column.groups.filter((group) => group.waits === 0);
  const known = foesWithin(est, goal, 2);
  const lead = byNearness(est.game, free, goal)[0];
  const up = lead ? powerNear(est.game, free, goal, (footTo(est.game, goal)[lead.hex] as number) + UP) : 0;
  const force = Math.max(up, ownWithin(est, goal, NEIGHBOURS));
  const begun = lead !== undefined && inContact(est, lead);
  if (begun || known === 0 || (up >= TOGETHER * column.power && force >= ODDS * known)) {
    attack(est, plan, column, column.groups, at, SLACK.strike);
    return;
  }
  const task = watch(plan, column, column.groups, goal);
  task.pace = { hex: goal, minutes: paceTo(est, free, goal, SLACK.strike) };
}
