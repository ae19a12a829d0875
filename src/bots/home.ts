/** The way home: of a side that is to withdraw, and of everybody whom the end of the battle must not find outside (13.8). */
import { holderOf } from '../core/control.ts';
import type { Game } from '../core/game.ts';
import { DOCTRINES } from '../core/scenario.ts';
import { type Estimate, unitAt } from './estimate.ts';
import { daysBetween, downField, footTo } from './ground.ts';
import { type Group, supportOf } from './groups.ts';
import type { Plan } from './plan.ts';
import { give, makeTask } from './tasks.ts';

type Home = Game['theatre']['home'][number];

/**
 * A side that is to withdraw and has no plan for it: who is beyond the ground that counts as home goes back to it, and fights
 * there for what is its own; without such ground everybody goes to the depots where the supplies come in.
 */
export function goHome(est: Estimate, plan: Plan): void {
  const { game } = est;
  const homes = homesOf(est);
  const bases = depotsOf(est).filter((depot) => !game.data.scenario.supplySources[game.depots.indexOf(depot)]?.from);
  for (const group of plan.groups) {
    if (plan.taskOf.has(group.lead) || group.column >= 0) continue;
    if (homes.length > 0) {
      const back = homes.map((home) => nearestHome(est, home, group.hex)).find((way) => way !== null);
      if (back) sendBack(plan, group, back.hex);
      continue;
    }
    if (bases.length === 0) return;
    const days = (hex: number): number => daysBetween(game, group.hex, hex);
    const base = bases.reduce((best, depot) => (days(depot.hex) < days(best.hex) ? depot : best));
    sendBack(plan, group, base.hex);
  }
}

/** The ground that counts as home for the side. */
function homesOf({ game, side }: Estimate): Home[] {
  return game.theatre.home.filter((home) => home.side === side);
}

/** Depots of the side that it holds. */
function depotsOf({ game, view, side }: Estimate): Game['depots'] {
  return game.depots.filter((depot) => depot.side === side && holderOf(view.control, depot.hex) === side);
}

/** Does a side that withdraws leave this hex to the enemy? */
export function isGivenUp(est: Estimate, hex: number): boolean {
  if (DOCTRINES[est.view.sides[est.side].doctrine] !== 'withdraw') return false;
  const homes = homesOf(est);
  return homes.length > 0 && homes.every((home) => home.inside[hex] !== 1);
}

function sendBack(plan: Plan, group: Group, hex: number): void {
  const task = makeTask(group.cut ? 'breakOut' : 'march', hex, 60, group.power);
  plan.tasks.push(task);
  give(plan, group, task);
}

/** A way back is reckoned so many times as long as it is, and days more: tired men, an enemy on the road, orders that come late. */
const SLACK = { times: 1.6, days: 3 };

/**
 * Troops that would be beyond the ground that counts as home when the battle ends, and lose points by it (13.8), turn back
 * in time, guns, staffs and trains as well. The end is known to everybody: nobody is overlooked out there.
 */
export function turnHome(est: Estimate, plan: Plan): void {
  for (const home of homesOf(est)) {
    for (const group of plan.groups) {
      if (plan.taskOf.has(group.lead)) continue;
      const hex = wayBack(est, home, group.hex);
      if (hex === null) continue;
      sendBack(plan, group, hex);
      for (const unit of group.units) plan.overlooked.delete(unit);
    }
    for (const { unit } of supportOf(est, plan.groups)) {
      const hex = wayBack(est, home, unitAt(est.view, unit).hex);
      if (hex === null) continue;
      plan.homeward.set(unit, hex);
      plan.overlooked.delete(unit);
    }
  }
}

/** Where to go when it is time to set out; null before that and at home. */
function wayBack(est: Estimate, home: Home, from: number): number | null {
  if (home.inside[from] === 1) return null;
  // Home begins before its depots: who has time for all of that way needs no look at where, which floods the map anew.
  if (!isTime(est, Math.min(...depotsIn(est, home).map((depot) => daysBetween(est.game, from, depot.hex)))))
    return null;
  const nearest = nearestHome(est, home, from);
  return nearest && isTime(est, nearest.days) ? nearest.hex : null;
}

/** Is it time to set out on a way of so many days? */
function isTime({ game, view }: Estimate, days: number): boolean {
  const left = ((game.turns - view.turn + 1) * game.data.scenario.turnHours) / 24;
  return left <= days * SLACK.times + SLACK.days;
}

/** Who comes home goes so many hexes on, to make room for those behind him. */
const ROOM = 2;

/** The shortest way home towards one of its depots, in days to where home begins; null for who is there, or without a depot. */
function nearestHome(est: Estimate, home: Home, from: number): { hex: number; days: number } | null {
  const { game } = est;
  if (home.inside[from] === 1) return null;
  let nearest: { hex: number; days: number } | null = null;
  for (const depot of depotsIn(est, home)) {
    const way = downField(game, footTo(game, depot.hex), from);
    const gate = way.findIndex((at) => home.inside[at] === 1);
    const days = daysBetween(game, from, gate < 0 ? depot.hex : (way[gate] as number));
    const hex = gate < 0 ? depot.hex : (way[Math.min(gate + ROOM, way.length - 1)] as number);
    if (!nearest || days < nearest.days) nearest = { hex, days };
  }
  return nearest;
}

function depotsIn(est: Estimate, home: Home): Game['depots'] {
  return depotsOf(est).filter((depot) => home.inside[depot.hex] === 1);
}

/** Who is at home and could not be back in time from where his task calls him stays there. */
export function stayHome(est: Estimate, plan: Plan): void {
  const { game } = est;
  for (const home of homesOf(est)) {
    for (const group of plan.groups) {
      const task = plan.taskOf.get(group.lead);
      if (!task || home.inside[group.hex] !== 1 || home.inside[task.hex] === 1) continue;
      const back = nearestHome(est, home, task.hex);
      if (!back || !isTime(est, daysBetween(game, group.hex, task.hex) + back.days)) continue;
      task.groups = task.groups.filter((other) => other !== group);
      task.given -= group.power;
      const stay = makeTask('hold', group.hex, task.worth, group.power);
      plan.tasks.push(stay);
      give(plan, group, stay);
    }
  }
}
