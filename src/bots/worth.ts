/** What an enemy's hex is worth to the side, and what is not worth going for. */
import { distance } from '../core/game.ts';
import { SEEN_TYPE } from '../core/state.ts';
import type { Context } from './context.ts';
import { roleOf, unitAt } from './estimate.ts';
import { footTo } from './ground.ts';
import type { Task, TaskKind } from './tasks.ts';

/** Minutes from its goal that a column does not go aside for an enemy. */
const DETOUR = 60;
/** What irregulars in a hex are worth at most. */
export const LOOSE = 18;
/** Tasks for which the enemy at and beside their hex is fought. */
const AGGRESSIVE: readonly TaskKind[] = ['attack', 'reopen', 'cut', 'breakOut'];

/** What an enemy-held hex is worth, 0..100: objectives, the heights over them, roads of supply. */
export function worthOfHex(ctx: Context, hex: number): number {
  const kept = ctx.worth.get(hex);
  if (kept !== undefined) return kept;
  const worth = appraise(ctx, hex);
  ctx.worth.set(hex, worth);
  return worth;
}

/** Are there none but irregulars in a hex, as far as is known? They bar no way and hold no ground; a column passes by. */
export function isLoose(ctx: Context, hex: number): boolean {
  const irregular = (unit: number): boolean => roleOf(ctx.game, unit) === 'irregular';
  return ctx.est.foes.every(
    (foe) => foe.hex !== hex || (irregular(foe.unit) && unitAt(ctx.view, foe.unit).seen >= SEEN_TYPE),
  );
}

function appraise(ctx: Context, hex: number): number {
  const { game, plan } = ctx;
  let worth = 4;
  for (const goal of plan.goals) {
    const far = distance(game, goal.hex, hex);
    if (far > 2) continue;
    if (far === 0) worth = Math.max(worth, goal.own ? 20 : goal.worth);
    else if (far === 1) {
      const over = (game.crest[hex] as number) - (game.elevation[goal.hex] as number) >= 40;
      worth = Math.max(worth, goal.worth * (over ? 0.75 : 0.5));
    } else worth = Math.max(worth, goal.worth * 0.25);
  }
  for (const task of plan.tasks) {
    if (task.groups.length === 0 || !AGGRESSIVE.includes(task.kind)) continue;
    const far = distance(game, task.hex, hex);
    if (far <= 1) worth = Math.max(worth, task.worth * (far === 0 ? 0.9 : 0.5));
  }
  for (const task of plan.tasks) {
    if (task.kind !== 'breakOut') continue;
    const home = footTo(game, task.hex);
    for (const group of task.groups)
      if (distance(game, group.hex, hex) <= 1 && (home[hex] as number) < (home[group.hex] as number))
        worth = Math.max(worth, 60);
  }
  for (let d = -1; d < 6; d++) {
    const near = d < 0 ? hex : (game.neighbours[hex * 6 + d] as number);
    worth = Math.max(worth, (plan.way.get(near) ?? 0) * (d < 0 ? 1 : 0.55));
  }
  worth = Math.max(worth, (plan.lifelines.get(hex) ?? 0) * 0.85, (plan.arteries.get(hex) ?? 0) * 0.45);
  const goal = plan.tasks.some((task) => task.kind === 'attack' && task.hex === hex && task.groups.length > 0);
  return Math.min(!goal && isLoose(ctx, hex) ? LOOSE : 100, worth);
}

/** Does an enemy's hex lie off the way that a column has to go? */
export function isAside(ctx: Context, task: Task, from: number, hex: number): boolean {
  if (distance(ctx.game, task.hex, hex) <= 1) return false;
  const field = footTo(ctx.game, task.hex);
  return (field[hex] as number) > (field[from] as number) + DETOUR;
}
