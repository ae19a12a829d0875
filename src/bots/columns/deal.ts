/** What the tasks of columns have in common: how they are made, who is near, who is worn, how a column keeps together. */
import { holderOf } from '../../core/control.ts';
import { distance, type Game } from '../../core/game.ts';
import { type Estimate, foesWithin, unitAt } from '../estimate.ts';
import { footTo } from '../ground.ts';
import type { Group } from '../groups.ts';
import { makeTask, type Task, type TaskKind } from '../tasks.ts';
import type { Column } from './column.ts';

/** A task of a column; its worth is the weight that the command puts there. */
export function columnTask(column: Column, kind: TaskKind, hex: number, need: number): Task {
  const task = makeTask(kind, hex, column.phase.data.effort * 10, need);
  task.column = column;
  return task;
}

/** Index of the place of an axis that a hex is nearest to by march, or of the one after it when it is past that. */
export function placeNear(game: Game, axis: readonly number[], hex: number): number {
  let at = 0;
  let least = Number.POSITIVE_INFINITY;
  axis.forEach((place, i) => {
    const time = footTo(game, place)[hex] as number;
    if (time >= least) return;
    least = time;
    at = i;
  });
  const next = axis[at + 1];
  if (next === undefined || distance(game, hex, axis[at] as number) <= 1) return at;
  const field = footTo(game, next);
  return (field[hex] as number) < (field[axis[at] as number] as number) ? at + 1 : at;
}

export function isOwn({ view, side }: Estimate, hex: number): boolean {
  return holderOf(view.control, hex) === side;
}

/** Too tired or shaken to be sent forward. */
export function isWorn(est: Estimate, group: Group): boolean {
  return group.units.every((unit) => {
    const now = unitAt(est.view, unit);
    return now.fatigue > 550 || now.cohesion < 450;
  });
}

export function inContact(est: Estimate, group: Group): boolean {
  return foesWithin(est, group.hex, 1) > 0;
}

/** Groups by their way to a hex, the nearest first. */
export function byNearness(game: Game, groups: readonly Group[], hex: number): Group[] {
  const field = footTo(game, hex);
  return groups.slice().sort((a, b) => (field[a.hex] as number) - (field[b.hex] as number) || a.lead - b.lead);
}

/** Minutes of march that a group has this turn. */
function minutesOf(est: Estimate, group: Group): number {
  return group.waits > 0 ? 0 : Math.min(...group.units.map((unit) => unitAt(est.view, unit).minutes));
}

/** A group farther behind than this many minutes is not waited for. */
const STRAGGLER = 2400;

/**
 * How near to its goal the head of a column may come this turn, in minutes: so that the last of those it waits for can
 * be less than `slack` behind when the day is over.
 */
export function paceTo(est: Estimate, groups: readonly Group[], hex: number, slack: number): number {
  const field = footTo(est.game, hex);
  const first = Math.min(...groups.map((group) => field[group.hex] as number));
  let last = 0;
  for (const group of groups) {
    const time = field[group.hex] as number;
    if (group.waits > 0 || time > first + STRAGGLER || isWorn(est, group)) continue;
    last = Math.max(last, time - (inContact(est, group) ? 0 : minutesOf(est, group) * 0.85));
  }
  return Math.max(0, Math.floor(last - slack));
}

/** Power of those of the groups that are within so many minutes of a hex. */
export function powerNear(game: Game, groups: readonly Group[], hex: number, minutes: number): number {
  const field = footTo(game, hex);
  return groups.reduce((sum, group) => sum + ((field[group.hex] as number) <= minutes ? group.power : 0), 0);
}

/** Hexes from the nearest of the groups to a hex. */
export function nearest(game: Game, groups: readonly Group[], hex: number): number {
  return Math.min(99, ...groups.map((group) => distance(game, group.hex, hex)));
}
