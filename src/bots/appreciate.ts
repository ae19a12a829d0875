/** The appreciation of the situation that stands behind a plan, put together when somebody asks for it. */
import type { Game } from '../core/game.ts';
import type { Appreciation, Reckoned, Tasking } from './appreciation.ts';
import { ordersOf } from './columns/orders.ts';
import type { Foe } from './estimate.ts';
import type { Plan } from './plan.ts';
import { reachIn } from './suppose/whereabouts.ts';
import type { Task } from './tasks.ts';

/** What a staff made of the situation when it made a plan; no courses are weighed in it. */
export function appreciate(game: Game, plan: Plan): Appreciation {
  return {
    turn: plan.turn,
    plan: ordersOf(game, plan.side, plan.course.plan)?.data.id ?? null,
    main: mainEffort(plan),
    tasks: plan.tasks
      .filter((task) => task.groups.length > 0 || task.need > 0)
      .map(taskingOf)
      .sort((a, b) => b.worth - a.worth || a.hex - b.hex),
    enemies: plan.foes.map((foe) => reckoned(game, foe)).sort((a, b) => b.power - a.power || a.unit - b.unit),
    unlocated: Math.round(plan.unlocated),
    courses: [],
    work: 0,
  };
}

/** Where the weightiest column of the plan attacks, the stronger of equals; of a side planned freely the goal it has chosen. */
function mainEffort({ main, tasks }: Plan): number | null {
  let best: Task | null = null;
  for (const task of tasks) {
    if (task.kind !== 'attack' || !task.column) continue;
    if (!best || task.worth > best.worth || (task.worth === best.worth && task.given > best.given)) best = task;
  }
  return best?.hex ?? main?.hex ?? null;
}

function taskingOf({ kind, hex, worth, need, given, groups, column }: Task): Tasking {
  return {
    kind,
    hex,
    worth: Math.round(worth),
    need: Math.round(need),
    given: Math.round(given),
    units: groups.flatMap((group) => group.units),
    support: groups.flatMap((group) => group.support),
    ...(column && { column: { id: column.source.column, phase: column.source.index } }),
  };
}

function reckoned(game: Game, { unit, hex, power, seen, age }: Foe): Reckoned {
  return { unit, hex, power: Math.round(power), seen, age, spread: seen ? 0 : reachIn(game, age) };
}
