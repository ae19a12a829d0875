/** The operational plan of a turn: which group sees to which task. */
import { holderOf } from '../core/control.ts';
import { dice } from '../core/dice.ts';
import { distance, type Game } from '../core/game.ts';
import { isSurrounded } from '../core/rules/surrender.ts';
import { DOCTRINES } from '../core/scenario.ts';
import type { View } from '../core/state.ts';
import { direct } from './columns/direct.ts';
import { ordersOf } from './columns/orders.ts';
import { type Estimate, estimate, infoOf, powerOf, roleOf, unitAt } from './estimate.ts';
import { DAY, daysBetween, downField, footTo } from './ground.ts';
import { type Group, groupsOf, makeGroup, supportOf } from './groups.ts';
import {
  addCut,
  addDepots,
  addGoals,
  addReopening,
  type Goal,
  give,
  goalsOf,
  makeTask,
  RAW,
  raidHex,
  supplyField,
  type Task,
} from './tasks.ts';

export interface Plan {
  turn: number;
  goals: Goal[];
  /** Where the side that attacks makes its main effort. */
  main: Goal | null;
  tasks: Task[];
  groups: Group[];
  taskOf: Map<number, Task>;
  groupOf: Map<number, Group>;
  /** Hexes that own supply comes over, with what they are worth. */
  lifelines: Map<number, number>;
  /** Hexes on the enemy's roads behind his forward places. */
  arteries: Map<number, number>;
  /** How hard own supply comes to each hex. */
  supply: Int32Array;
  attacks: boolean;
  /** Whether the side carries out an operational plan. */
  columns: boolean;
  /** Hexes that columns must come through, with what it is worth to clear them. */
  way: Map<number, number>;
  /** A little more or less daring from game to game, about 1. */
  daring: number;
}

/** Groups released within so many turns are planned with as if they were free. */
const SOON = 3;

/** What it counts not to leave a post empty, whatever its worth. */
const POST = 40;

/** Makes the plan of a turn from a view. */
export function makePlan(game: Game, view: View, seed: string): Plan {
  const est = estimate(game, view);
  const goals = goalsOf(game, view);
  const groups = groupsOf(est);
  const plan: Plan = {
    turn: view.turn,
    goals,
    main: null,
    tasks: [],
    groups,
    taskOf: new Map(),
    groupOf: new Map(),
    lifelines: new Map(),
    arteries: new Map(),
    supply: supplyField(est, [...goals.map((goal) => goal.hex), ...groups.map((group) => group.hex)]),
    attacks: DOCTRINES[view.sides[view.viewer].doctrine] === 'attack',
    columns: ordersOf(game, view.viewer) !== null,
    way: new Map(),
    daring: 0.92 + 0.16 * dice(seed, 'bot', 'daring', view.viewer, Math.floor(view.turn / 4)).unit(),
  };
  for (const group of groups) if (isStarved(est, plan, group)) breakOut(est, plan, group);
  direct(est, plan);
  if (DOCTRINES[view.sides[view.viewer].doctrine] === 'withdraw') goHome(est, plan);
  clearWays(est, plan);
  addGoals(est, plan);
  addDepots(est, plan);
  addReopening(est, plan);
  if (plan.attacks) addCut(est, plan);
  assign(est, plan);
  attach(est, plan);
  return plan;
}

/** A side that is to withdraw and has no plan for it goes to the depots where its supplies come in. */
function goHome(est: Estimate, plan: Plan): void {
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
    const task = makeTask(kind, home.hex, 'own lines', 60, group.power);
    plan.tasks.push(task);
    give(plan, group, task);
  }
}

/** Hexes ahead that a column looks to. */
const AHEAD = 7;

/** Marks the ways that columns take to their tasks: what stands on them is in the way. */
function clearWays(est: Estimate, plan: Plan): void {
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

/** Deals the groups out: those who wait first, then again and again the pair of group and task that promises most. */
function assign(est: Estimate, plan: Plan): void {
  const { game } = est;
  const free: Group[] = [];
  for (const group of plan.groups) {
    if (plan.taskOf.has(group.lead)) continue;
    if (group.quality < RAW && raid(est, plan, group)) continue;
    else if (group.waits === 0) free.push(group);
    else {
      const here = plan.tasks.find((task) => task.kind === 'hold' && distance(game, task.hex, group.hex) <= 1);
      if (here) give(plan, group, here);
      else if (group.waits <= SOON) free.push(group);
    }
  }
  const days = new Map(free.map((group) => [group, daysTo(game, plan.tasks, group)]));
  const scores = new Map<Group, Float64Array>();
  const score = (group: Group, from: number, to: number): void => {
    const row = scores.get(group) ?? new Float64Array(plan.tasks.length);
    const far = days.get(group) as Float64Array;
    for (let i = from; i < to; i++) row[i] = scoreOf(est, plan, group, plan.tasks[i] as Task, far[i] as number);
    scores.set(group, row);
  };
  for (const group of free) score(group, 0, plan.tasks.length);
  while (free.length > 0) {
    let chosen: Group | null = null;
    let at = -1;
    let most = 0;
    for (const group of free) {
      const row = scores.get(group) as Float64Array;
      for (let i = 0; i < row.length; i++) {
        if (chosen && (row[i] as number) <= most) continue;
        most = row[i] as number;
        chosen = group;
        at = i;
      }
    }
    if (!chosen) return;
    const group = chosen;
    const task = plan.tasks[at] as Task;
    free.splice(free.indexOf(group), 1);
    const [posted, rest] = detach(est, group, task);
    give(plan, posted, task);
    if (rest) {
      plan.groups.splice(plan.groups.indexOf(group), 1, posted, rest);
      free.push(rest);
      days.set(rest, days.get(group) as Float64Array);
      score(rest, 0, plan.tasks.length);
    }
    // What this task has been given changes its own call and no other's.
    for (const other of free) score(other, at, at + 1);
  }
  // An attack with too little behind it goes no farther than the enemy's outposts.
  for (const task of plan.tasks)
    if (task.kind === 'attack' && task.given < task.least && task.given > 0) task.kind = 'screen';
}

/** Days of march of a group to each task, 40 at most. */
function daysTo(game: Game, tasks: readonly Task[], group: Group): Float64Array {
  return Float64Array.from(tasks, (task) => Math.min(40, (footTo(game, task.hex)[group.hex] as number) / DAY));
}

/** Parts a group when a few of its units are enough for a post: those, and the rest if there is one. */
function detach(est: Estimate, group: Group, task: Task): [Group, Group?] {
  const lacking = task.need - task.given;
  if (task.kind !== 'hold' || group.units.length < 2 || lacking > group.power * 0.7) return [group];
  const { game, view } = est;
  const far = (unit: number): number => distance(game, unitAt(view, unit).hex, task.hex);
  const units = group.units.slice().sort((a, b) => far(a) - far(b) || a - b);
  const posted: number[] = [];
  for (let power = 0; power < lacking && units.length > 1; ) {
    const unit = units.shift() as number;
    posted.push(unit);
    power += powerOf(game, unitAt(view, unit), unit);
  }
  if (posted.length === 0) return [group];
  const ascending = (list: number[]): number[] => list.sort((a, b) => a - b);
  return [makeGroup(est, ascending(posted)), makeGroup(est, ascending(units))];
}

function scoreOf(est: Estimate, plan: Plan, group: Group, task: Task, days: number): number {
  const { kind } = task;
  if (kind === 'breakOut' || task.column) return 0;
  const lacking = task.given < task.need;
  let worth = task.worth * (lacking ? 1 : task.given < task.need * 2 ? 0.2 : 0.08);
  // A small post does not tie a large formation down.
  if (kind === 'hold' && lacking) worth *= Math.sqrt(Math.min(1, (task.need - task.given) / group.power));
  if (kind !== 'hold' && group.quality < RAW) worth *= 0.1;
  if (kind === 'cut') worth *= (group.power < 1200 ? 0.2 : 1) * Math.max(0.1, Math.min(1, (group.quality - RAW) / 30));
  if (kind === 'hold' && lacking && task.given >= task.least) worth *= Math.min(1, 2 * (1 - task.given / task.need));
  if (kind === 'hold' && days < 0.35 && task.given < task.least) worth = Math.max(worth, POST);
  // A group that is in the place does not leave it for something better elsewhere while it is needed there.
  if (days < 0.35 && lacking) worth *= kind === 'hold' ? 2.2 : 1.5;
  if (group.cut && kind !== 'hold' && days > 0.6) worth *= kind === 'reopen' ? 0.5 : 0.3;
  if ((kind === 'attack' || kind === 'cut' || kind === 'reopen') && isWorn(est, group)) worth *= 0.4;
  if (kind === 'attack' && !plan.attacks && days > 4) worth *= 0.3;
  const beyond = Math.max(0, days - 2);
  return worth / (1 + days / 2 + beyond * beyond);
}

/** Too tired or shaken as a whole to be asked for more than standing. */
function isWorn(est: Estimate, group: Group): boolean {
  let worn = 0;
  for (const unit of group.units) {
    const now = unitAt(est.view, unit);
    if (now.fatigue > 600 || now.cohesion < 450) worn += now.men;
  }
  return worn * 2 > group.men;
}

/** Cut off so long, or so short of everything, that only the way out is left; on an objective it holds on longer. */
function isStarved(est: Estimate, plan: Plan, group: Group): boolean {
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
function breakOut(est: Estimate, plan: Plan, group: Group): void {
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
  const task = makeTask('breakOut', best, 'own lines', 50, group.power);
  plan.tasks.push(task);
  give(plan, group, task);
}

/** Raw irregulars go for the enemy's roads. */
function raid(est: Estimate, plan: Plan, group: Group): boolean {
  const hex = raidHex(est, plan, group);
  if (hex < 0) return false;
  const task = makeTask('cut', hex, 'a road of the enemy', 15, group.power);
  plan.tasks.push(task);
  give(plan, group, task);
  return true;
}

/** Guns, armour, engineers and staffs go with a group: their own formation's, or where the fighting is to be. */
function attach(est: Estimate, plan: Plan): void {
  const { game, view } = est;
  for (const { unit, own } of supportOf(est, plan.groups)) {
    const { hex } = unitAt(view, unit);
    const staff = roleOf(game, unit) === 'hq';
    let best: Group | null = null;
    let least = Number.POSITIVE_INFINITY;
    // A column keeps what belongs to it.
    const column = own[0]?.column ?? -1;
    for (const group of column >= 0 ? own : plan.groups) {
      const task = plan.taskOf.get(group.lead);
      let far = distance(game, hex, group.hex) - Math.min(4, group.power / 2500);
      if (own.includes(group)) far -= 12;
      if (staff) far -= 4 * group.units.filter((other) => infoOf(game, other).hq === unit).length;
      else if (task && task.kind !== 'hold' && task.kind !== 'screen') far -= task.worth / 10;
      if (group.held) far += 3;
      if (far >= least) continue;
      least = far;
      best = group;
    }
    if (!best) continue;
    best.support.push(unit);
    plan.groupOf.set(unit, best);
  }
  for (const group of plan.groups) for (const unit of group.units) plan.groupOf.set(unit, group);
}
