/** The ways of the troops: what stands on those of columns, and the way home. */
import { holderOf } from '../core/control.ts';
import type { Estimate } from './estimate.ts';
import { daysBetween, downField, footTo } from './ground.ts';
import type { Group } from './groups.ts';
import type { Plan } from './plan.ts';
import { give, makeTask } from './tasks.ts';

/** A side that is to withdraw and has no plan for it goes to the depots where its supplies come in. */
export function goHome(est: Estimate, plan: Plan): void {
  const { game, view, side } = est;
  const homes = game.depots.filter(
    (depot, i) =>
      depot.side === side && !game.data.scenario.supplySources[i]?.from && holderOf(view.control, depot.hex) === side,
  );
  for (const group of plan.groups) {
    if (plan.taskOf.has(group.lead) || group.column >= 0 || homes.length === 0) continue;
    const days = (hex: number): number => daysBetween(game, group.hex, hex);
    const home = homes.reduce((best, depot) => (days(depot.hex) < days(best.hex) ? depot : best));
    sendBack(plan, group, home.hex);
  }
}

function sendBack(plan: Plan, group: Group, hex: number): void {
  const task = makeTask(group.cut ? 'breakOut' : 'march', hex, 60, group.power);
  plan.tasks.push(task);
  give(plan, group, task);
}

/** A way back is reckoned so many times as long as it is, and days more: tired men, an enemy on the road, orders that come late. */
const SLACK = { times: 1.6, days: 3 };

/** Troops that would be beyond the ground that counts as home when the battle ends, and lose points by it (13.8), turn back in time. */
export function turnHome(est: Estimate, plan: Plan): void {
  const { game, view, side } = est;
  const left = ((game.turns - view.turn + 1) * game.data.scenario.turnHours) / 24;
  const isTime = (days: number): boolean => left <= days * SLACK.times + SLACK.days;
  for (const home of game.theatre.home) {
    if (home.side !== side) continue;
    const depots = game.depots.filter(
      (depot) => depot.side === side && home.inside[depot.hex] === 1 && holderOf(view.control, depot.hex) === side,
    );
    for (const group of plan.groups) {
      if (plan.taskOf.has(group.lead) || home.inside[group.hex] === 1) continue;
      // Home begins before the depot: who has time for all of that way needs no look at where, which floods the map anew.
      if (!isTime(Math.min(...depots.map((depot) => daysBetween(game, group.hex, depot.hex))))) continue;
      const ways = depots.map((depot) => {
        const way = downField(game, footTo(game, depot.hex), group.hex);
        const hex = way.find((at) => home.inside[at] === 1) ?? depot.hex;
        return { hex, days: daysBetween(game, group.hex, hex) };
      });
      const nearest = ways.reduce((best, way) => (way.days < best.days ? way : best), { hex: -1, days: Infinity });
      if (nearest.hex >= 0 && isTime(nearest.days)) sendBack(plan, group, nearest.hex);
    }
  }
}

/** Hexes ahead that a column looks to. */
const AHEAD = 7;

/** Marks the ways that columns take to their tasks: what stands on them is in the way. */
export function clearWays(est: Estimate, plan: Plan): void {
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
