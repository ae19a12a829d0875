/** The operational plan of a turn: what there is to win and lose, and which group sees to which of it. */
import { holderOf } from '../core/control.ts';
import { dice } from '../core/dice.ts';
import { distance, type Game } from '../core/game.ts';
import type { View } from '../core/state.ts';
import { type Estimate, estimate, foesWithin, ownWithin, threatTo, unitAt } from './estimate.ts';
import { DAY, daysBetween, footTo, lineOfSupply } from './ground.ts';
import { type Group, groupsOf } from './groups.ts';

export interface Goal {
  place: string;
  hex: number;
  /** Victory points at stake, scaled so that the greatest is 100. */
  worth: number;
  own: boolean;
}

export type TaskKind = 'attack' | 'hold' | 'cut' | 'reopen' | 'screen' | 'breakOut';

export interface Task {
  kind: TaskKind;
  hex: number;
  name: string;
  worth: number;
  /** Power wanted, and given so far. */
  need: number;
  /** With less than this an attack is not pressed. */
  least: number;
  given: number;
  groups: Group[];
}

export interface Plan {
  turn: number;
  goals: Goal[];
  tasks: Task[];
  groups: Group[];
  taskOf: Map<number, Task>;
  groupOf: Map<number, Group>;
  /** Hexes that a held road of supply needs, with what they are worth. */
  lifelines: Map<number, number>;
  /** Hexes on the enemy's road behind his forward troops. */
  arteries: Map<number, number>;
  attacks: boolean;
  /** A little more or less daring from game to game, about 1. */
  daring: number;
}

/** Power that an enemy-held place is thought to have when nobody is seen there. */
const SUPPOSED_GARRISON = 700;
const GARRISON = 900;
/** Share of its power that an attacking side gathers for its first objective, however weakly that seems held. */
const MAIN_EFFORT = 0.45;
/** Power for power, what an attack is planned with, and what a defence. */
const ATTACK_RATIO = 2.2;
const DEFENCE_RATIO = 0.9;
const PRESS_RATIO = 1.25;

/** What the scenario's objectives are worth to both sides together, and who is believed to hold them. */
export function goalsOf(game: Game, view: View): Goal[] {
  const { victory, sides } = game.data.scenario;
  const left = game.turns - view.turn + 1;
  const goals: Goal[] = [];
  for (const objective of victory.objectives) {
    const place = game.places[game.placeIndex.get(objective.place) ?? -1];
    if (!place) continue;
    let worth = 0;
    for (const side of sides)
      worth += (objective.points[side.id] ?? 0) + (objective.pointsPerTurn?.[side.id] ?? 0) * Math.min(left, 10);
    goals.push({ place: place.name, hex: place.hex, worth, own: holderOf(view.control, place.hex) === view.viewer });
  }
  const most = goals.reduce((best, goal) => Math.max(best, goal.worth), 1);
  for (const goal of goals) goal.worth = Math.max(4, (100 * goal.worth) / most);
  return goals.sort((a, b) => b.worth - a.worth || a.hex - b.hex);
}

/** Makes the plan of a turn from a view. */
export function makePlan(game: Game, view: View, seed: string): Plan {
  const est = estimate(game, view);
  const groups = groupsOf(est);
  const goals = goalsOf(game, view);
  const attacks = game.data.scenario.sides[view.viewer]?.doctrine === 'attack';
  const plan: Plan = {
    turn: view.turn,
    goals,
    tasks: [],
    groups,
    taskOf: new Map(),
    groupOf: new Map(),
    lifelines: new Map(),
    arteries: new Map(),
    attacks,
    daring: 0.92 + 0.16 * dice(seed, 'bot', 'daring', view.viewer, Math.floor(view.turn / 4)).unit(),
  };
  for (const group of groups) {
    for (const unit of group.units) plan.groupOf.set(unit, group);
    for (const unit of group.support) plan.groupOf.set(unit, group);
  }
  for (const goal of goals) plan.tasks.push(goalTask(est, plan, goal));
  addDepots(est, plan);
  addReopening(est, plan);
  addCut(est, plan);
  assign(est, plan);
  return plan;
}

function blankTask(kind: TaskKind, hex: number, name: string, worth: number, need: number): Task {
  return { kind, hex, name, worth, need, least: 0, given: 0, groups: [] };
}

function goalTask(est: Estimate, plan: Plan, goal: Goal): Task {
  if (goal.own) {
    const need = Math.max(GARRISON, DEFENCE_RATIO * threatTo(est, goal.hex, 10));
    return blankTask('hold', goal.hex, goal.place, goal.worth, need);
  }
  const there = Math.max(SUPPOSED_GARRISON, foesWithin(est, goal.hex, 2) + 0.4 * foesWithin(est, goal.hex, 5));
  const worth = plan.attacks ? goal.worth : goal.worth * 0.7;
  const total = plan.groups.reduce((sum, group) => sum + (group.held ? 0 : group.power), 0);
  const effort = plan.attacks ? (MAIN_EFFORT * total * goal.worth) / 100 : 0;
  const task = blankTask('attack', goal.hex, goal.place, worth, Math.max(there * ATTACK_RATIO, effort));
  task.least = there * PRESS_RATIO;
  return task;
}

/** Depots that are no objectives want a guard when the enemy comes near. */
function addDepots(est: Estimate, plan: Plan): void {
  const { game, side } = est;
  for (const depot of game.depots) {
    if (depot.side !== side || plan.tasks.some((task) => distance(game, task.hex, depot.hex) <= 1)) continue;
    const threat = threatTo(est, depot.hex, 6);
    if (threat > 0) plan.tasks.push(blankTask('hold', depot.hex, 'the depot', 30, threat * DEFENCE_RATIO));
  }
}

/** Roads of supply to the places held and to the groups forward; where they are cut, a task to reopen them. */
function addReopening(est: Estimate, plan: Plan): void {
  const { game, side } = est;
  const ends: { hex: number; worth: number }[] = [];
  for (const goal of plan.goals) if (goal.own) ends.push({ hex: goal.hex, worth: goal.worth });
  for (const group of plan.groups)
    if (group.cut) ends.push({ hex: group.hex, worth: Math.min(100, 20 + group.men / 60) });
  for (const { hex, worth } of ends) {
    const line = lineOfSupply(game, side, hex);
    let block = -1;
    for (let i = line.length - 1; i >= 0; i--) {
      const at = line[i] as number;
      plan.lifelines.set(at, Math.max(plan.lifelines.get(at) ?? 0, worth));
      if ((est.foeIn.get(at) ?? 0) > 0 && block < 0) block = at;
    }
    if (block < 0 || block === hex) continue;
    const same = plan.tasks.find((task) => task.kind === 'reopen' && distance(game, task.hex, block) <= 2);
    if (same) {
      same.worth = Math.max(same.worth, worth * 1.1);
      continue;
    }
    const need = 1.6 * foesWithin(est, block, 2);
    plan.tasks.push(blankTask('reopen', block, 'the road', worth * 1.1, need));
  }
}

/** The enemy's road behind the most valued place that he holds forward: the best hex to sit on it. */
function addCut(est: Estimate, plan: Plan): void {
  const { game } = est;
  const enemy = est.side === 0 ? 1 : 0;
  let chosen: { hex: number; goal: Goal; score: number } | null = null;
  for (const goal of plan.goals) {
    if (goal.own || goal.worth < 25) continue;
    const line = lineOfSupply(game, enemy, goal.hex);
    if (line.length < 6) continue;
    for (let i = 1; i < line.length; i++) {
      const at = line[i] as number;
      if (i >= 3 && i + 3 < line.length)
        plan.arteries.set(at, Math.max(plan.arteries.get(at) ?? 0, (goal.worth * Math.min(8, i)) / 8));
    }
    for (let i = 3; i < Math.min(line.length - 3, 16); i++) {
      const hex = line[i] as number;
      const held = ownWithin(est, hex, 1);
      const score =
        goal.worth / 10 +
        Math.min(6, held / 500) -
        foesWithin(est, hex, 1) / 400 -
        foesWithin(est, hex, 3) / 1600 -
        Math.abs(i - 6) * 0.25 -
        2 * nearestFree(est, plan, hex);
      if (!chosen || score > chosen.score) chosen = { hex, goal, score };
    }
  }
  if (!chosen) return;
  const need = Math.max(2500, 1.2 * threatTo(est, chosen.hex, 8));
  plan.tasks.push(blankTask('cut', chosen.hex, `the road to ${chosen.goal.place}`, chosen.goal.worth * 0.75, need));
}

/** Days to a hex from the nearest group strong enough to sit there. */
function nearestFree(est: Estimate, plan: Plan, hex: number): number {
  let best = 9;
  for (const group of plan.groups) {
    if (group.held || group.power < 1500) continue;
    if (distance(est.game, group.hex, hex) > 24) continue;
    best = Math.min(best, daysBetween(est.game, group.hex, hex));
  }
  return best;
}

/** Deals the groups out: again and again the pair of group and task that promises most. */
function assign(est: Estimate, plan: Plan): void {
  const { game } = est;
  const free = plan.groups.filter((group) => !isStarved(est, group));
  const reach = new Map<Task, Map<Group, number>>();
  for (const task of plan.tasks) {
    const field = footTo(game, task.hex);
    reach.set(task, new Map(free.map((group) => [group, Math.min(40, (field[group.hex] as number) / DAY)])));
  }
  for (const group of plan.groups) if (!free.includes(group)) breakOut(est, plan, group);
  while (free.length > 0) {
    let best: { group: Group; task: Task; score: number } | null = null;
    for (const group of free) {
      for (const task of plan.tasks) {
        const score = scoreOf(est, plan, group, task, reach.get(task)?.get(group) ?? 40);
        if (!best || score > best.score) best = { group, task, score };
      }
    }
    if (!best) return;
    const { group, task } = best;
    free.splice(free.indexOf(group), 1);
    task.groups.push(group);
    task.given += group.power;
    plan.taskOf.set(group.lead, task);
  }
  // An attack with too little behind it is only pressed as far as the enemy's outposts.
  for (const task of plan.tasks)
    if (task.kind === 'attack' && task.given < task.least && task.given > 0) task.kind = 'screen';
}

function scoreOf(est: Estimate, plan: Plan, group: Group, task: Task, days: number): number {
  if (group.held) return days < 2 && task.kind === 'hold' ? 1 / (1 + days) : 0.01 / (1 + days);
  const lacking = task.given < task.need ? 1 : task.given < task.need * 2 ? 0.3 : 0.08;
  let worth = task.worth * lacking;
  const { kind } = task;
  if (kind === 'cut' && group.power < 1200) worth *= 0.2;
  if (kind === 'attack' && group.quality < 35) worth *= 0.1;
  // A group that is in the place does not leave it for something better elsewhere.
  if (days < 0.35) worth *= kind === 'hold' ? 2.2 : 1.5;
  if (group.cut && kind !== 'hold' && days > 0.6) worth *= kind === 'reopen' ? 0.5 : 0.2;
  if ((kind === 'attack' || kind === 'cut' || kind === 'reopen') && isWorn(est, group)) worth *= 0.4;
  if (kind === 'attack' && !plan.attacks && days > 4) worth *= 0.3;
  return worth / (1 + days / 2);
}

/** Too tired or shaken as a whole to be asked for more than standing. */
export function isWorn(est: Estimate, group: Group): boolean {
  let men = 0;
  let worn = 0;
  for (const unit of group.units) {
    const now = unitAt(est.view, unit);
    men += now.men;
    if (now.fatigue > 600 || now.cohesion < 450) worn += now.men;
  }
  return worn * 2 > men;
}

/** Cut off so long, or so short of everything, that only the way out is left. */
function isStarved(est: Estimate, group: Group): boolean {
  if (!group.cut) return false;
  let starved = 0;
  for (const unit of group.units) {
    const now = unitAt(est.view, unit);
    if (now.daysCut >= 4 && (now.ammo <= 0 || (now.food <= 0 && now.daysCut >= 6))) starved += now.men;
  }
  return starved * 2 > group.men;
}

/** Sends a starved group towards the nearest depot, or to the nearest stronger friends on the way. */
function breakOut(est: Estimate, plan: Plan, group: Group): void {
  const { game } = est;
  let best = -1;
  let least = 40;
  for (const other of plan.groups) {
    if (other === group || other.cut || other.power < group.power / 2) continue;
    const days = daysBetween(game, group.hex, other.hex);
    if (days < least) {
      least = days;
      best = other.hex;
    }
  }
  for (const depot of game.depots) {
    const days = depot.side === est.side ? daysBetween(game, group.hex, depot.hex) : 99;
    if (days < least) {
      least = days;
      best = depot.hex;
    }
  }
  if (best < 0) best = group.hex;
  const task = blankTask('breakOut', best, 'own lines', 50, group.power);
  task.groups.push(group);
  plan.tasks.push(task);
  plan.taskOf.set(group.lead, task);
}
