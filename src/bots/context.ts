/** What a staff has before it while it writes the orders of one phase: the estimate, the plan and what is ordered already. */
import type { Action } from '../core/action.ts';
import { type Game, marchTableOf } from '../core/game.ts';
import { fuelPerHex, stepMinutes } from '../core/rules/movement.ts';
import { stackingLimit } from '../core/rules/stacking.ts';
import { zocMinutes } from '../core/rules/zoc.ts';
import type { View } from '../core/state.ts';
import { type Estimate, estimate, infoOf, powerOf, unitAt } from './estimate.ts';
import { fieldTo, inwardMarch } from './field.ts';
import { DAY, footTo } from './ground.ts';
import type { Plan } from './plan.ts';
import type { Reason } from './reason.ts';
import type { Task } from './tasks.ts';

/** An order with its reason. */
export interface Order {
  action: Action;
  reason: Reason;
}

export interface Context {
  game: Game;
  view: View;
  est: Estimate;
  plan: Plan;
  /** Men in each hex once the orders given in this phase are carried out, where they differ. */
  menIn: Map<number, number>;
  /** Men ordered out of each hex in this phase. */
  leaving: Map<number, number>;
  /** Fields of march to the tasks, by hex and mobility. */
  fields: Map<string, Int32Array>;
  /** What enemy-held hexes are worth, as far as asked. */
  worth: Map<number, number>;
  /** Men that lorries carry by the orders of this phase. */
  lifted: number;
  /** Evaluations left this turn. */
  work: { reach: number; odds: number };
}

export function contextOf(game: Game, view: View, plan: Plan, work: Context['work']): Context {
  return {
    game,
    view,
    est: estimate(game, view, plan.course.plan),
    plan,
    menIn: new Map(),
    leaving: new Map(),
    fields: new Map(),
    worth: new Map(),
    lifted: 0,
    work,
  };
}

export function taskOf(ctx: Context, unit: number): Task | null {
  const group = ctx.plan.groupOf.get(unit);
  return group ? (ctx.plan.taskOf.get(group.lead) ?? null) : null;
}

/** Men of own side in a hex, orders of this phase reckoned in. */
export function menIn(ctx: Context, hex: number): number {
  return ctx.menIn.get(hex) ?? (ctx.est.pos.men[hex] as number);
}

/** Men who are in a hex and not ordered out of it. */
export function stayingIn(ctx: Context, hex: number): number {
  return (ctx.est.pos.men[hex] as number) - (ctx.leaving.get(hex) ?? 0);
}

export function hasRoom(ctx: Context, hex: number, men: number): boolean {
  return menIn(ctx, hex) + men <= stackingLimit(ctx.game, hex);
}

/** Books a move that is ordered, so that the next units reckon with it. */
export function book(ctx: Context, unit: number, to: number): void {
  const now = unitAt(ctx.view, unit);
  const power = powerOf(ctx.game, now, unit);
  const { ownIn } = ctx.est;
  ctx.menIn.set(now.hex, menIn(ctx, now.hex) - now.men);
  ctx.leaving.set(now.hex, (ctx.leaving.get(now.hex) ?? 0) + now.men);
  ctx.menIn.set(to, menIn(ctx, to) + now.men);
  ownIn.set(now.hex, Math.max(0, ownIn.at(now.hex) - power));
  ownIn.set(to, ownIn.at(to) + power);
}

/** Hexes next to `hex` with enemies, seen or remembered. */
export function foesBeside(ctx: Context, hex: number): number {
  let count = 0;
  for (let d = 0; d < 6; d++) {
    const near = ctx.game.neighbours[hex * 6 + d] as number;
    if (near >= 0 && ctx.est.foeIn.has(near)) count++;
  }
  return count;
}

/** Own power in a hex and the six around it. */
export function ownAround(ctx: Context, hex: number): number {
  const { neighbours } = ctx.game;
  const { ownIn } = ctx.est;
  let sum = ownIn.at(hex);
  for (let d = 0; d < 6; d++) sum += ownIn.at(neighbours[hex * 6 + d] as number);
  return sum;
}

/** Enemy power in the six hexes around a hex. */
export function foesAround(ctx: Context, hex: number): number {
  const { neighbours } = ctx.game;
  const { foeIn } = ctx.est;
  let sum = 0;
  for (let d = 0; d < 6; d++) sum += foeIn.at(neighbours[hex * 6 + d] as number);
  return sum;
}

/**
 * Minutes to a hex for units of one mobility with the enemies known today in the way: their hexes barred, their zones
 * of control slow. Searched only as far as the units that ask.
 */
export function wayTo(ctx: Context, hex: number, mobility: number, wanted: readonly number[]): Int32Array {
  const key = `${hex}/${mobility}`;
  const kept = ctx.fields.get(key);
  if (kept) return kept;
  const { game, view, est } = ctx;
  const table = marchTableOf(game, view, mobility);
  const opposition = { est, table, through: 400 };
  const field = fieldTo(game, [hex], inwardMarch(game, table), 14 * DAY, { wanted, opposition });
  ctx.fields.set(key, field);
  return field;
}

/**
 * The march down a field as far as the unit's time, fuel, the pace of its column and the room on the way allow; empty for
 * none.
 */
export function marchDown(ctx: Context, unit: number, field: Int32Array, shy: boolean, task?: Task): number[] {
  const { game, view, est } = ctx;
  const now = unitAt(view, unit);
  const info = infoOf(game, unit);
  const table = marchTableOf(game, view, info.mobility);
  const zoc = zocMinutes(game);
  const fuel = fuelPerHex(game, view, unit);
  let left = now.minutes;
  const path: number[] = [];
  for (let at = now.hex; path.length < 60; ) {
    let best = -1;
    let least = field[at] as number;
    let spent = 0;
    for (let d = 0; d < 6; d++) {
      const to = game.neighbours[at * 6 + d] as number;
      if (to < 0 || (field[to] as number) >= least || est.pos.side[to] === 1 - est.side) continue;
      const cost = stepMinutes(game, est.pos, table, est.side, at, d, zoc);
      if (cost > left) continue;
      least = field[to] as number;
      best = to;
      spent = cost;
    }
    if (best < 0 || (fuel > 0 && (path.length + 1) * fuel > now.fuel)) break;
    left -= spent;
    path.push(best);
    at = best;
  }
  while (path.length > 0) {
    const end = path[path.length - 1] as number;
    if (inPace(ctx, task, end, now.hex) && hasRoom(ctx, end, now.men) && !(shy && foesBeside(ctx, end) > 0)) break;
    path.pop();
  }
  return path;
}

/** Is a hex not too far ahead of the column? */
export function inPace(ctx: Context, task: Task | undefined, hex: number, from: number): boolean {
  if (!task?.pace || task.pace.minutes === 0) return true;
  const field = footTo(ctx.game, task.pace.hex);
  const time = field[hex] as number;
  return time >= task.pace.minutes || time >= (field[from] as number);
}

/** Does an objective of ours lie in the hex, and is it empty without this unit? Who is only on his way there does not count. */
export function guardsAlone(ctx: Context, unit: number): boolean {
  if (!ctx.plan.care.posts) return false;
  const now = unitAt(ctx.view, unit);
  if (!ctx.plan.goals.some((goal) => goal.own && goal.hex === now.hex)) return false;
  return stayingIn(ctx, now.hex) - now.men < 300;
}
