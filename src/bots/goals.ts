/** The objectives of the scenario: what they are worth, how they are held, and the tasks to take and to keep them. */
import { holderOf } from '../core/control.ts';
import { distance, type Game } from '../core/game.ts';
import type { View } from '../core/state.ts';
import { type Estimate, foesWithin, ownWithin, threatTo } from './estimate.ts';
import { downField, footTo } from './ground.ts';
import { isGivenUp } from './home.ts';
import type { Plan } from './plan.ts';
import { makeTask, RAW } from './tasks.ts';

export interface Goal {
  place: string;
  hex: number;
  /** Victory points at stake, scaled so that the greatest is 100. */
  worth: number;
  own: boolean;
}

/** Power that an enemy-held place is thought to have when nobody is seen there. */
const SUPPOSED_GARRISON = 700;
/** Share of the enemies not located that is looked for in the places he holds. */
const IN_PLACES = 0.7;
/** Power left at an objective, for each point of its worth, when nobody is near and when the enemy is; twice that at a base. */
const WATCH = 5;
const GARRISON = 14;
const LEAST_GARRISON = 300;
/** Enemy-held hexes on the way to an objective before it counts as deep. */
const NEAR = 3;
/** Share of its power that an attacking side gathers for its main effort, however weakly that seems held. */
const MAIN_EFFORT = 0.4;
/** Power for power that an attack is planned with. */
const ATTACK_RATIO = 2.2;

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
  const hidden = plan.unlocated * IN_PLACES;
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
    const score = (goal.worth * chance * chance * begun) / faded(est, plan, goal.hex);
    if (score > most) {
      most = score;
      main = goal;
    }
  }
  return main;
}

/** The goal that the course of action makes the main effort at, while the enemy holds it. */
function chosenGoal({ goals, course }: Plan): Goal | undefined {
  return goals.find((goal) => goal.hex === course.main && !goal.own);
}

/** Tasks at the objectives. */
export function addGoals(est: Estimate, plan: Plan): void {
  const { game } = est;
  const { craft } = plan.care;
  const against = resistances(est, plan);
  const main = plan.attacks ? (chosenGoal(plan) ?? mainGoal(est, plan, against)) : null;
  const total = plan.groups.reduce((sum, group) => sum + group.power, 0);
  for (const goal of plan.goals) {
    if (isGivenUp(est, goal.hex)) continue;
    if (goal.own) {
      // Ground next to a greater objective is held with it.
      if (plan.tasks.some((task) => task.kind === 'hold' && distance(game, task.hex, goal.hex) <= 1)) continue;
      const threat = threatTo(est, goal.hex, craft.alarm);
      const base = game.depots.some((depot) => depot.side === est.side && distance(game, depot.hex, goal.hex) <= 1);
      const post = LEAST_GARRISON + goal.worth * (threat > 0 ? GARRISON : WATCH) * (base ? 2 : 1);
      const need = Math.max(post, craft.defence * threat);
      const task = makeTask('hold', goal.hex, goal.worth, need);
      task.least = post;
      plan.tasks.push(task);
      continue;
    }
    const there = against.get(goal) as number;
    let worth = goal.worth / faded(est, plan, goal.hex);
    if (!plan.attacks) worth *= 0.7;
    else if (main && goal !== main) worth *= distance(game, goal.hex, main.hex) <= 3 ? 0.7 : 0.4;
    const effort = goal === main ? MAIN_EFFORT * plan.course.effort * total : 0;
    const task = makeTask('attack', goal.hex, worth, Math.max(there * ATTACK_RATIO, effort));
    task.least = there * craft.press;
    plan.tasks.push(task);
  }
  plan.main = main;
}

/** How many times less an objective behind the enemy's lines calls: it must wait. */
function faded(est: Estimate, plan: Plan, hex: number): number {
  return 1 + Math.max(0, depth(est, plan, hex) - NEAR) / plan.care.craft.fade;
}

/** Hexes in enemy hands on the way to a hex from own depots. */
function depth(est: Estimate, plan: Plan, hex: number): number {
  let count = 0;
  for (const at of downField(est.game, plan.supply, hex))
    if (holderOf(est.view.control, at) !== est.side || est.foeIn.has(at)) count++;
  return count;
}
