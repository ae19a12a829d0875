/** What stands behind the orders for ground: the task, what a post covers, and the enemy it has to reckon with. */
import type { AssaultAction, MoveAction } from '../core/action.ts';
import { daysOfTurn, distance } from '../core/game.ts';
import type { Stance } from '../core/state.ts';
import { type Context, taskOf } from './context.ts';
import { type Foe, roleOf, unitAt } from './estimate.ts';
import type { Goal } from './goals.ts';
import { DAY, footTo } from './ground.ts';
import type { Expected, Motive, Reason, ReasonCode } from './reason.ts';
import type { Task, TaskKind } from './tasks.ts';

/** Metres by which a height commands a place. */
const OVER = 40;
/** An enemy farther from a post than this, in days of march, is not spoken of. */
const SOON_DAYS = 2;
/** Worth of a road of supply from which on a post on it is for its sake. */
const ARTERY = 10;

const BY_TASK: Record<TaskKind, ReasonCode> = {
  attack: 'closesIn',
  hold: 'takesPost',
  cut: 'blocksRoad',
  reopen: 'reopensRoad',
  screen: 'screens',
  breakOut: 'goesHome',
  delay: 'delays',
  march: 'goesTo',
  raid: 'sitsByRoad',
};
/** Tasks in which the unit has to reckon with an enemy who comes. */
const STANDING: readonly TaskKind[] = ['hold', 'cut', 'screen', 'delay'];

/** Why a unit marches on its task: from afar, or into the hex where the march ends. */
export function moveReason(ctx: Context, unit: number, task: Task, action: MoveAction, afar: boolean): Reason {
  const end = action.path[action.path.length - 1] as number;
  const code = action.mode === 'truck' ? 'rides' : afar ? 'marches' : BY_TASK[task.kind];
  const reason: Reason = { code, units: [unit], hexes: [task.hex], task: task.kind };
  if (task.column) reason.phase = task.column.source;
  if (!STANDING.includes(task.kind)) return reason;
  if (task.feeds !== undefined) reason.hexes = [task.hex, task.feeds];
  if (code === 'takesPost') {
    const ground = groundOf(ctx, end);
    reason.hexes = [end, ground?.hex ?? task.hex];
    if (ground) reason.motive = ground.motive;
  }
  const expects = expectedAt(ctx, task.hex);
  return expects ? { ...reason, expects } : reason;
}

/** Why a hex is assaulted: the odds and losses expected, the ground there, and the plan of the column that goes in. */
export function assaultReason(ctx: Context, { units, hex }: AssaultAction, figures: Reason['figures']): Reason {
  const reason: Reason = { code: 'assaults', units: units.slice(), hexes: [hex], ...(figures && { figures }) };
  const ground = groundOf(ctx, hex, () => true);
  if (ground) {
    reason.hexes = [hex, ground.hex];
    reason.motive = ground.motive;
  }
  const column = units.map((unit) => taskOf(ctx, unit)?.column).find((one) => one !== undefined);
  return column ? { ...reason, phase: column.source } : reason;
}

/** Why a unit is to stand to the last, to give ground or neither. */
export function stanceReason(ctx: Context, unit: number, stance: Stance): Reason {
  const { hex } = unitAt(ctx.view, unit);
  if (stance === 2) {
    const motive = roleOf(ctx.game, unit) === 'irregular' ? 'irregular' : 'pressed';
    return { code: 'givesGround', units: [unit], hexes: [hex], motive };
  }
  if (stance === 0) return { code: 'standsAsUsual', units: [unit], hexes: [hex] };
  const ground = groundOf(ctx, hex);
  const expects = expectedAt(ctx, hex);
  return {
    code: 'holds',
    units: [unit],
    hexes: [hex, ground?.hex ?? hex],
    ...(ground && { motive: ground.motive }),
    ...(expects && { expects }),
  };
}

/** What a hex covers: an objective, the ground over it or beside it, a depot, a road of supply; null for nothing. */
function groundOf(
  { game, est, plan }: Context,
  hex: number,
  isMeant: (goal: Goal) => boolean = (goal) => goal.own,
): { motive: Motive; hex: number } | null {
  const near = (most: number): number | undefined =>
    plan.goals.find((goal) => isMeant(goal) && distance(game, goal.hex, hex) <= most)?.hex;
  const here = near(0);
  if (here !== undefined) return { motive: 'objective', hex: here };
  const beside = near(1);
  if (beside !== undefined) {
    const over = (game.crest[hex] as number) - (game.elevation[beside] as number) >= OVER;
    return { motive: over ? 'height' : 'approach', hex: beside };
  }
  const depot = game.depots.find((one) => one.side === est.side && distance(game, one.hex, hex) <= 1);
  if (depot) return { motive: 'depot', hex: depot.hex };
  return (plan.lifelines.get(hex) ?? 0) >= ARTERY ? { motive: 'road', hex } : null;
}

/** The known enemy nearest to a post by march, of those who fight for ground; none who was seen farther off than some days. */
function expectedAt({ game, est }: Context, hex: number): Expected | undefined {
  const field = footTo(game, hex);
  let nearest: Foe | undefined;
  let least = SOON_DAYS * DAY + 1;
  for (const foe of est.foes) {
    const role = roleOf(game, foe.unit);
    const minutes = field[foe.hex] as number;
    if (minutes >= least || (role !== 'line' && role !== 'armour')) continue;
    least = minutes;
    nearest = foe;
  }
  if (!nearest) return undefined;
  const { unit, hex: at, seen, age } = nearest;
  const days = Math.max(0, Math.round((least / DAY - age * daysOfTurn(game)) * 10));
  return { unit, hexes: distance(game, at, hex), days, seen };
}
