/** Roads of supply: depots to guard, roads to reopen, roads of the enemy to cut and to raid. */
import { holderOf } from '../core/control.ts';
import { distance, type Game } from '../core/game.ts';
import { type Estimate, foesWithin, powerOf, threatTo, unitAt } from './estimate.ts';
import { fieldTo, type Inward, inwardOf } from './field.ts';
import type { Goal } from './goals.ts';
import { daysBetween, downField, lineOfSupply, roadsOf } from './ground.ts';
import type { Group } from './groups.ts';
import { isGivenUp } from './home.ts';
import type { Plan } from './plan.ts';
import { makeTask } from './tasks.ts';

/** From this quality on they are looked to for a task far from support. */
const PICKED = 55;
/** Depots that are no objectives want a guard when the enemy comes near. */
export function addDepots(est: Estimate, plan: Plan): void {
  const { game, side } = est;
  for (const depot of game.depots) {
    if (depot.side !== side || holderOf(est.view.control, depot.hex) !== side) continue;
    if (isGivenUp(est, depot.hex) || plan.tasks.some((task) => distance(game, task.hex, depot.hex) <= 1)) continue;
    const threat = threatTo(est, depot.hex, 6);
    if (threat > 0) plan.tasks.push(makeTask('hold', depot.hex, 30, threat * plan.care.craft.defence));
  }
}

/** What a hex of supply costs by road; by track twice that, without either eight times. */
const HAUL = 10;

const hauls = new WeakMap<Game, Inward>();

/** What each step of supply costs. Kept for the game. */
function haulsOf(game: Game): Inward {
  let haul = hauls.get(game);
  if (!haul) {
    haul = inwardOf(game, (step) => (game.road[step] === 2 ? HAUL : game.road[step] === 1 ? 2 * HAUL : 8 * HAUL));
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
  const { control } = view;
  for (let hex = 0; hex < game.size; hex++) leaving[hex] = holderOf(control, hex) === side ? 0 : 15;
  for (const hex of foeIn.keys()) leaving[hex] = 250;
  return fieldTo(game, depots, haulsOf(game), 8000, { wanted, leaving });
}

/** Does the longest line of supply by road (8.4) come as far as this hex, over the ground and the enemies as they are known? */
export function isSupplied(game: Game, plan: Plan, hex: number): boolean {
  const { farthest, roadCost } = game.rules.supply;
  return (plan.supply[hex] as number) * (game.hexKm / HAUL) * roadCost <= farthest;
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
    plan.tasks.push(makeTask('reopen', block, worth * 1.1, 1.8 * foesWithin(est, block, 2)));
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
  const task = makeTask('cut', chosen.hex, chosen.goal.worth * 0.95, need);
  task.feeds = chosen.goal.hex;
  plan.tasks.push(task);
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
