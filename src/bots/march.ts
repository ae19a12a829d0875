/** How a unit gets where it goes: marching, in lorries, after its group, or to the best hex in reach. */

import type { MoveAction } from '../core/action.ts';
import { holderOf } from '../core/control.ts';
import { distance } from '../core/game.ts';
import { inEnemyZoc } from '../core/position.ts';
import { pathTo, reach } from '../core/rules/movement.ts';
import { SUPPLY_PARTIAL } from '../core/state.ts';
import { type Context, foesBeside, hasRoom, inPace, marchDown, wayTo } from './context.ts';
import { infoOf, nearestFoe, unitAt } from './estimate.ts';
import { FAR } from './field.ts';
import { DAY } from './ground.ts';
import { misjudgedHexes } from './judgement.ts';
import { marchValue, restValue, type Value } from './places.ts';
import type { Task } from './tasks.ts';

/** A new place must be better by this much than where the unit stands, or it stays. */
const GAIN = 2.5;

export function march(ctx: Context, unit: number, field: Int32Array, task?: Task): MoveAction | null {
  const path = marchDown(ctx, unit, field, true, task);
  return path.length > 0 ? { type: 'move', unit, path, mode: 'march' } : null;
}

/** Lorries for those who have more than a day to go, while the lift lasts. */
export function byTruck(ctx: Context, unit: number, field: Int32Array, task: Task): MoveAction | null {
  const { game, view, est, work } = ctx;
  const now = unitAt(view, unit);
  const from = field[now.hex] as number;
  if (from < DAY * 1.2 || (game.roadAt[now.hex] as number) === 0 || now.supply < SUPPLY_PARTIAL) return null;
  if (task.worth < 25 || view.sides[est.side].lift - ctx.lifted < now.men) return null;
  if (inEnemyZoc(est.pos, now.hex, est.side) || work.reach <= 0) return null;
  work.reach--;
  const found = reach(game, view, unit, 'truck');
  let best = -1;
  let least = from - DAY;
  const { order } = found;
  for (let i = 0; i < order.length; i++) {
    const hex = order[i] as number;
    const left = field[hex] as number;
    if (left >= least || nearestFoe(est, hex) < 3 || !hasRoom(ctx, hex, now.men)) continue;
    if (!inPace(ctx, task, hex, now.hex) || !isOverOwnGround(ctx, pathTo(found, hex))) continue;
    least = left;
    best = hex;
  }
  if (best < 0) return null;
  ctx.lifted += now.men;
  return { type: 'move', unit, path: pathTo(found, best), mode: 'truck' };
}

/** Lorries keep off what the enemy holds: who stands there may not be known. */
function isOverOwnGround({ view, est }: Context, path: readonly number[]): boolean {
  return path.every((hex) => holderOf(view.control, hex) !== 1 - est.side);
}

/** Follows its group: from afar along the way, near it by choice. */
export function follow(ctx: Context, unit: number, centre: number, value: Value): MoveAction | null {
  const { game } = ctx;
  const now = unitAt(ctx.view, unit);
  if (distance(game, now.hex, centre) > 5) {
    const field = wayTo(ctx, centre, infoOf(game, unit).mobility, [now.hex]);
    const action = (field[now.hex] as number) < FAR ? march(ctx, unit, field) : null;
    // Where the way is barred it goes out of the enemy's reach, and waits there.
    if (action || foesBeside(ctx, now.hex) === 0) return action;
    return choose(ctx, unit, restValue(ctx));
  }
  return choose(ctx, unit, value);
}

/** Goes back by itself: down the way, and where that is barred by the best hex in reach. */
export function retire(ctx: Context, unit: number, goal: number): MoveAction | null {
  const field = wayTo(ctx, goal, infoOf(ctx.game, unit).mobility, [unitAt(ctx.view, unit).hex]);
  return march(ctx, unit, field) ?? choose(ctx, unit, marchValue(ctx, unit, field));
}

/** The hex in reach with the highest value, if it is enough better than staying. */
export function choose(
  ctx: Context,
  unit: number,
  value: Value,
  among: (hex: number) => boolean = () => true,
): MoveAction | null {
  const { game, view, work } = ctx;
  const now = unitAt(view, unit);
  if (work.reach <= 0) return null;
  const error = misjudgedHexes(ctx, unit);
  const stay = value(now.hex, now.minutes);
  work.reach--;
  const found = reach(game, view, unit, 'march');
  let best = -1;
  let most = stay + GAIN;
  const { order } = found;
  for (let i = 0; i < order.length; i++) {
    const hex = order[i] as number;
    if (hex === now.hex || !among(hex)) continue;
    const worth = value(hex, now.minutes - (found.minutes[hex] as number)) + (error ? error() : 0);
    if (worth <= most || !hasRoom(ctx, hex, now.men)) continue;
    most = worth;
    best = hex;
  }
  if (best < 0) return null;
  return { type: 'move', unit, path: pathTo(found, best), mode: 'march' };
}
