/** Who sees to what: the groups dealt out over the tasks, what supports them after them. */
import { distance, type Game } from '../core/game.ts';
import { type Estimate, infoOf, ownWithin, powerOf, roleOf, unitAt } from './estimate.ts';
import { DAY, footTo } from './ground.ts';
import { type Group, makeGroup, supportOf } from './groups.ts';
import { isSupplied, raidHex } from './lines.ts';
import type { Plan } from './plan.ts';
import { give, makeTask, RAW, type Task } from './tasks.ts';

/** Groups released within so many turns are planned with as if they were free. */
const SOON = 3;

/** A group with less than these days of march to a place is there. */
const IN_PLACE = 0.35;
/** What it counts not to leave a post empty, whatever its worth. */
const POST = 40;

/** Share of an attack's power that stands before its goal from which on it has begun, and what is enough then to press it. */
const BEGUN = 0.3;
const PRESSED_ON = 0.7;
/** A post with this share of what it wants keeps those who are in it and calls nobody else. */
const CALL = 0.75;

/** Deals the groups out: those who wait first, then again and again the pair of group and task that promises most. */
export function assign(est: Estimate, plan: Plan): void {
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
  // An attack with too little behind it goes no farther than the enemy's outposts; what has begun is pressed with less.
  for (const task of plan.tasks) {
    if (task.kind !== 'attack' || task.given <= 0) continue;
    const begun = ownWithin(est, task.hex, 1) >= task.given * BEGUN;
    if (task.given < task.least * (begun ? PRESSED_ON : 1)) task.kind = 'screen';
  }
}

/** Days of march of a group to each task, 40 at most. */
function daysTo(game: Game, tasks: readonly Task[], group: Group): Float64Array {
  const days = new Float64Array(tasks.length);
  for (let i = 0; i < days.length; i++)
    days[i] = Math.min(40, (footTo(game, (tasks[i] as Task).hex)[group.hex] as number) / DAY);
  return days;
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
  const { craft } = plan.care;
  if (kind === 'breakOut' || task.column) return 0;
  const enough = kind === 'hold' && days >= IN_PLACE && task.given >= task.least ? CALL : 1;
  const lacking = task.given < task.need * enough;
  let worth =
    task.worth * (lacking ? 1 : task.given < task.need * 2 ? craft.more : kind === 'hold' ? craft.crowd : 0.08);
  // A small post does not tie a large formation down.
  if (kind === 'hold' && lacking) worth *= Math.sqrt(Math.min(1, (task.need - task.given) / group.power));
  if (kind !== 'hold' && group.quality < RAW) worth *= 0.1;
  if (kind === 'cut') worth *= (group.power < 1200 ? 0.2 : 1) * Math.max(0.1, Math.min(1, (group.quality - RAW) / 30));
  if (kind === 'hold' && lacking && task.given >= task.least) worth *= Math.min(1, 2 * (1 - task.given / task.need));
  if (kind === 'hold' && days < IN_PLACE && task.given < task.least) worth = Math.max(worth, POST);
  // A group that is in the place does not leave it for something better elsewhere while it is needed there.
  if (days < IN_PLACE && lacking) worth *= kind === 'hold' ? 2.2 : 1.5;
  if (group.cut && kind !== 'hold' && days > 0.6) worth *= kind === 'reopen' ? 0.5 : 0.3;
  if ((kind === 'attack' || kind === 'cut' || kind === 'reopen') && isWorn(est, group)) worth *= 0.4;
  if (kind === 'attack' && !plan.attacks && days > 4) worth *= 0.3;
  if (kind !== 'hold' && !isSupplied(est.game, plan, task.hex)) worth *= craft.unsupplied;
  const beyond = Math.max(0, days - 2);
  return worth / (1 + days * craft.march + beyond * beyond);
}

/** Too tired, shaken or empty as a whole to be asked for more than standing. */
function isWorn(est: Estimate, group: Group): boolean {
  let worn = 0;
  for (const unit of group.units) {
    const now = unitAt(est.view, unit);
    if (now.fatigue > 600 || now.cohesion < 450 || now.food <= 0 || now.ammo <= 0) worn += now.men;
  }
  return worn * 2 > group.men;
}

/** Raw irregulars go for the enemy's roads. */
function raid(est: Estimate, plan: Plan, group: Group): boolean {
  const hex = raidHex(est, plan, group);
  if (hex < 0) return false;
  const task = makeTask('cut', hex, 15, group.power);
  plan.tasks.push(task);
  give(plan, group, task);
  return true;
}

/** Guns, armour, engineers and staffs go with a group: their own formation's, or where the fighting is to be. */
export function attach(est: Estimate, plan: Plan): void {
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
