/** What there is to do: objectives to take and to hold, roads to reopen and to cut. */
import { holderOf } from '../core/control.ts';
import { distance, type Game } from '../core/game.ts';
import type { View } from '../core/state.ts';
import type { Column } from './columns/column.ts';
import { type Estimate, foesWithin, ownWithin, powerOf, threatTo, unitAt, unlocatedPower } from './estimate.ts';
import { fieldTo, type Inward, inwardOf } from './field.ts';
import { daysBetween, downField, footTo, lineOfSupply, roadsOf } from './ground.ts';
import type { Group } from './groups.ts';
import type { Plan } from './plan.ts';

export interface Goal {
  place: string;
  hex: number;
  /** Victory points at stake, scaled so that the greatest is 100. */
  worth: number;
  own: boolean;
}

/** `delay`: hold, and go back in time; `march`: go there and stay out of fights; `raid`: sit beside a road of the enemy. */
export type TaskKind = 'attack' | 'hold' | 'cut' | 'reopen' | 'screen' | 'breakOut' | 'delay' | 'march' | 'raid';

export interface Task {
  kind: TaskKind;
  hex: number;
  name: string;
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

/** Power that an enemy-held place is thought to have when nobody is seen there. */
const SUPPOSED_GARRISON = 700;
/** Share of the enemies not located that is looked for in the places he holds. */
const IN_PLACES = 0.7;
/** Power left at an objective, for each point of its worth, when nobody is near and when the enemy is; twice that at a base. */
const WATCH = 5;
const GARRISON = 14;
const LEAST_GARRISON = 300;
/** Enemy-held hexes on the way to an objective before it counts as deep, and how fast its call fades beyond. */
const NEAR = 3;
const FADE = 2.5;
/** Share of its power that an attacking side gathers for its main effort, however weakly that seems held. */
const MAIN_EFFORT = 0.4;
/** Power for power: what an attack is planned with, what it is pressed with, and what a defence. */
const ATTACK_RATIO = 2.2;
const PRESS_RATIO = 1.25;
const DEFENCE_RATIO = 0.9;
/** Below this quality troops are for watching and raiding. */
export const RAW = 35;
/** From this quality on they are looked to for a task far from support. */
const PICKED = 55;

export function makeTask(kind: TaskKind, hex: number, name: string, worth: number, need: number): Task {
  return { kind, hex, name, worth, need, least: 0, given: 0, groups: [] };
}

export function give(plan: Plan, group: Group, task: Task): void {
  task.groups.push(group);
  task.given += group.power;
  plan.taskOf.set(group.lead, task);
}

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

/** Enemy power to be reckoned with at each enemy-held goal, seen and supposed. */
function resistances(est: Estimate, plan: Plan): Map<Goal, number> {
  const { game, side } = est;
  const hidden = unlocatedPower(est) * IN_PLACES;
  const enemies = plan.goals.filter((goal) => !goal.own);
  const weight = (goal: Goal): number => {
    if (ownWithin(est, goal.hex, 1) > 0) return 0;
    const base = game.depots.some((depot) => depot.side !== side && distance(game, depot.hex, goal.hex) <= 1);
    return goal.worth * (base ? 3 : 1);
  };
  const total = enemies.reduce((sum, goal) => sum + weight(goal), 0);
  const found = new Map<Goal, number>();
  for (const goal of enemies) {
    const known = foesWithin(est, goal.hex, 2) + 0.4 * foesWithin(est, goal.hex, 5);
    const supposed = total > 0 ? (hidden * weight(goal)) / total : 0;
    found.set(goal, Math.max(SUPPOSED_GARRISON, known + supposed * (known > 0 ? 0.4 : 1)));
  }
  return found;
}

/** The enemy-held goal that promises most for what can be brought there in time: the main effort. */
function mainGoal(est: Estimate, plan: Plan, against: Map<Goal, number>): Goal | null {
  let main: Goal | null = null;
  let most = 0;
  for (const [goal, resistance] of against) {
    const field = footTo(est.game, goal.hex);
    let force = 0;
    for (const group of plan.groups) {
      if (group.quality < RAW) continue;
      const days = (field[group.hex] as number) / 600;
      force += (group.power * (group.waits > 3 ? 0.4 : 1)) / (1 + (days * days) / 2);
    }
    const chance = Math.min(1, force / (ATTACK_RATIO * resistance));
    const begun = ownWithin(est, goal.hex, 2) > 1500 ? 1.25 : 1;
    const score = (goal.worth * chance * chance * begun) / (1 + Math.max(0, depth(est, plan, goal.hex) - NEAR) / FADE);
    if (score > most) {
      most = score;
      main = goal;
    }
  }
  return main;
}

/** Tasks at the objectives. */
export function addGoals(est: Estimate, plan: Plan): void {
  const { game } = est;
  const against = resistances(est, plan);
  const main = plan.attacks ? mainGoal(est, plan, against) : null;
  const total = plan.groups.reduce((sum, group) => sum + group.power, 0);
  for (const goal of plan.goals) {
    if (goal.own) {
      // Ground next to a greater objective is held with it.
      if (plan.tasks.some((task) => task.kind === 'hold' && distance(game, task.hex, goal.hex) <= 1)) continue;
      const threat = threatTo(est, goal.hex, 10);
      const base = game.depots.some((depot) => depot.side === est.side && distance(game, depot.hex, goal.hex) <= 1);
      const post = LEAST_GARRISON + goal.worth * (threat > 0 ? GARRISON : WATCH) * (base ? 2 : 1);
      const need = Math.max(post, DEFENCE_RATIO * threat);
      const task = makeTask('hold', goal.hex, goal.place, goal.worth, need);
      task.least = post;
      plan.tasks.push(task);
      continue;
    }
    const there = against.get(goal) as number;
    let worth = goal.worth / (1 + Math.max(0, depth(est, plan, goal.hex) - NEAR) / FADE);
    if (!plan.attacks) worth *= 0.7;
    else if (main && goal !== main) worth *= distance(game, goal.hex, main.hex) <= 3 ? 0.7 : 0.4;
    const effort = goal === main ? MAIN_EFFORT * total : 0;
    const task = makeTask('attack', goal.hex, goal.place, worth, Math.max(there * ATTACK_RATIO, effort));
    task.least = there * PRESS_RATIO;
    plan.tasks.push(task);
  }
  plan.main = main;
}

/** Hexes in enemy hands on the way to a hex from own depots: what is behind the enemy's lines must wait. */
function depth(est: Estimate, plan: Plan, hex: number): number {
  let count = 0;
  for (const at of downField(est.game, plan.supply, hex))
    if (holderOf(est.view.control, at) !== est.side || est.foeIn.has(at)) count++;
  return count;
}

/** Depots that are no objectives want a guard when the enemy comes near. */
export function addDepots(est: Estimate, plan: Plan): void {
  const { game, side } = est;
  for (const depot of game.depots) {
    if (depot.side !== side || holderOf(est.view.control, depot.hex) !== side) continue;
    if (plan.tasks.some((task) => distance(game, task.hex, depot.hex) <= 1)) continue;
    const threat = threatTo(est, depot.hex, 6);
    if (threat > 0) plan.tasks.push(makeTask('hold', depot.hex, 'the depot', 30, threat * DEFENCE_RATIO));
  }
}

const hauls = new WeakMap<Game, Inward>();

/** What a hex of supply costs by road, by track, and without either. Kept for the game. */
function haulsOf(game: Game): Inward {
  let haul = hauls.get(game);
  if (!haul) {
    haul = inwardOf(game, (step) => (game.road[step] === 2 ? 10 : game.road[step] === 1 ? 20 : 80));
    hauls.set(game, haul);
  }
  return haul;
}

/** How hard it is to bring supplies from own depots to each hex: roads are best, enemies on them worst. */
export function supplyField(est: Estimate, wanted: readonly number[]): Int32Array {
  const { game, view, side, foeIn } = est;
  const depots = game.depots
    .filter(({ hex, side: whose }) => whose === side && holderOf(view.control, hex) === side && !foeIn.has(hex))
    .map((depot) => depot.hex);
  const leaving = new Int32Array(game.size);
  for (let hex = 0; hex < game.size; hex++) leaving[hex] = holderOf(view.control, hex) === side ? 0 : 15;
  for (const hex of foeIn.keys()) leaving[hex] = 250;
  return fieldTo(game, depots, haulsOf(game), 8000, { wanted, leaving });
}

/** Roads of supply to the places held and to the groups cut off; where the enemy sits on them, a task to reopen them. */
export function addReopening(est: Estimate, plan: Plan): void {
  const { game } = est;
  const ends: { hex: number; worth: number; cut: boolean }[] = [];
  for (const goal of plan.goals) if (goal.own) ends.push({ hex: goal.hex, worth: goal.worth, cut: true });
  for (const group of plan.groups)
    ends.push({ hex: group.hex, worth: Math.min(80, 10 + group.men / 80), cut: group.cut });
  for (const { hex, worth, cut } of ends) {
    const line = downField(game, plan.supply, hex);
    let block = -1;
    for (let i = line.length - 1; i > 0; i--) {
      const at = line[i] as number;
      plan.lifelines.set(at, Math.max(plan.lifelines.get(at) ?? 0, worth));
      if (est.foeIn.has(at) && block < 0) block = at;
    }
    if (block < 0 || !cut) continue;
    const same = plan.tasks.find((task) => task.kind === 'reopen' && distance(game, task.hex, block) <= 2);
    if (same) {
      same.worth = Math.max(same.worth, worth * 1.1);
      continue;
    }
    plan.tasks.push(makeTask('reopen', block, 'the road', worth * 1.1, 1.8 * foesWithin(est, block, 2)));
  }
}

/** The enemy's road behind the most valued place that he holds forward: the best hex to sit on it. */
export function addCut(est: Estimate, plan: Plan): void {
  const { game } = est;
  const enemy = est.side === 0 ? 1 : 0;
  let chosen: { hex: number; goal: Goal; score: number } | null = null;
  for (const goal of plan.goals) {
    if (goal.own || goal.worth < 25) continue;
    const line = lineOfSupply(game, enemy, goal.hex);
    if (line.length < 7) continue;
    for (let i = 3; i + 3 < line.length; i++) {
      const at = line[i] as number;
      plan.arteries.set(at, Math.max(plan.arteries.get(at) ?? 0, (goal.worth * Math.min(8, i)) / 8));
    }
    if (plan.main !== null && goal !== plan.main) continue;
    for (let i = 3; i < Math.min(line.length - 3, 16); i++) {
      const hex = line[i] as number;
      const score =
        goal.worth / 10 +
        seated(est, plan, hex) -
        foesWithin(est, hex, 1) / 500 -
        foesWithin(est, hex, 3) / 2000 -
        Math.abs(i - 7) * 0.2 -
        2 * nearestFree(est, plan, hex);
      if (!chosen || score > chosen.score) chosen = { hex, goal, score };
    }
  }
  if (!chosen) return;
  const need = Math.max(4000, 1.2 * threatTo(est, chosen.hex, 8));
  plan.tasks.push(makeTask('cut', chosen.hex, `the road to ${chosen.goal.place}`, chosen.goal.worth * 0.95, need));
}

/** A hex on the enemy's roads for irregulars to watch and to break, near them and away from his troops; -1 for none. */
export function raidHex(est: Estimate, plan: Plan, group: Group): number {
  const { game, side } = est;
  const { hops } = roadsOf(game, side === 0 ? 1 : 0);
  let best = -1;
  let least = 20;
  for (let hex = 0; hex < game.size; hex++) {
    if (game.roadAt[hex] !== 2 || (hops[hex] as number) < 2) continue;
    const far = distance(game, hex, group.hex);
    if (far > 10 || (holderOf(est.view.control, hex) === side && far > 0)) continue;
    const score = far * 1.5 - (plan.arteries.get(hex) ?? 0) / 15 + foesWithin(est, hex, 2) / 300;
    if (score >= least) continue;
    least = score;
    best = hex;
  }
  return best;
}

/** Who sits on the road already stays there: ten for two thousand men's worth in the hex, less for the next hex. */
function seated(est: Estimate, plan: Plan, hex: number): number {
  let best = 0;
  for (const group of plan.groups) {
    if (group.quality < PICKED) continue;
    for (const unit of group.units) {
      const now = unitAt(est.view, unit);
      const far = distance(est.game, now.hex, hex);
      if (far <= 1) best += (powerOf(est.game, now, unit) / 200) * (far === 0 ? 1 : 0.3);
    }
  }
  return Math.min(10, best);
}

/** Days to a hex from the nearest group good enough to sit there. */
function nearestFree(est: Estimate, plan: Plan, hex: number): number {
  let best = 6;
  for (const group of plan.groups) {
    if (group.waits > 1 || group.power < 1500 || group.quality < PICKED) continue;
    if (distance(est.game, group.hex, hex) > 24) continue;
    best = Math.min(best, daysBetween(est.game, group.hex, hex));
  }
  return best;
}
