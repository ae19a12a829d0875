/** Where each unit goes: the march towards its task from afar, the choice of its hex near the enemy. */
import type { MoveAction } from '../core/action.ts';
import { distance } from '../core/game.ts';
import { inEnemyZoc } from '../core/position.ts';
import { SHAKEN, TIRED } from './assault.ts';
import { book, type Context, foesBeside, guardsAlone, inPace, type Order, wayTo } from './context.ts';
import { infoOf, nearestFoe, type Role, roleOf, unitAt } from './estimate.ts';
import { FAR } from './field.ts';
import { footTo } from './ground.ts';
import { standOf } from './groups.ts';
import {
  canMove,
  isCalledOn,
  isFree,
  isMisplaced,
  isToRest,
  isWellPlaced,
  leavesPosts,
  needsRest,
  staysPut,
} from './keeping.ts';
import { byTruck, choose, follow, march, retire } from './march.ts';
import { moveReason } from './motive.ts';
import {
  attackValue,
  breakOutValue,
  gunValue,
  holdValue,
  isInFront,
  marchValue,
  restValue,
  screenValue,
  staffValue,
  type Value,
} from './places.ts';
import type { Reason } from './reason.ts';
import type { Task } from './tasks.ts';

/** Orders for the units of some roles that have not moved; with `around`, only for those within three hexes of these. */
export function marchOrders(ctx: Context, roles: readonly Role[], around?: readonly number[]): Order[] {
  const orders: Order[] = [];
  const tasks = ctx.plan.tasks.slice().sort((a, b) => b.worth - a.worth || a.hex - b.hex);
  for (const role of roles) {
    for (const task of tasks) {
      for (const group of task.groups) {
        for (const unit of [...group.units, ...group.support]) {
          if (roleOf(ctx.game, unit) !== role || !canMove(ctx, unit)) continue;
          const { hex } = unitAt(ctx.view, unit);
          if (around && !around.some((other) => distance(ctx.game, other, hex) <= 3)) continue;
          const order = orderFor(ctx, unit, role, task);
          if (!order) continue;
          const { path } = order.action as MoveAction;
          book(ctx, unit, path[path.length - 1] as number);
          orders.push(order);
        }
      }
    }
  }
  return orders;
}

function orderFor(ctx: Context, unit: number, role: Role, task: Task): Order | null {
  const group = ctx.plan.groupOf.get(unit);
  const home = ctx.plan.homeward.get(unit);
  if (home !== undefined) return because(retire(ctx, unit, home), { code: 'goesTo', units: [unit], hexes: [home] });
  // Staffs and trains that are a column of their own go to its places themselves.
  if (group?.units.includes(unit) && role !== 'line' && role !== 'irregular' && role !== 'armour')
    return toTask(ctx, unit, task);
  if (role === 'hq' || role === 'sappers' || role === 'rear') {
    // It keeps a place against nobody who is at the gate.
    const tied =
      guardsAlone(ctx, unit) && (group?.column ?? -1) < 0 && foesBeside(ctx, unitAt(ctx.view, unit).hex) === 0;
    if (!group) return null;
    // A column's staffs come up a day behind; free groups may have marched since the plan was made.
    const hex = group.column >= 0 ? group.hex : standOf(ctx.est, group);
    if (tied || !isMisplaced(ctx, unit, role, group, hex)) return null;
    const action = follow(ctx, unit, hex, staffValue(ctx, unit, group, hex));
    return because(action, { code: 'keepsUp', units: [unit, group.lead], hexes: [hex] });
  }
  if (role === 'guns') {
    if (!group) return null;
    const hex = standOf(ctx.est, group);
    if (isWellPlaced(ctx, unit, hex) && !isInFront(ctx, task, unitAt(ctx.view, unit).hex)) return null;
    const value = gunValue(ctx, unit, hex, task);
    return because(follow(ctx, unit, hex, value), { code: 'bringsGuns', units: [unit, group.lead], hexes: [hex] });
  }
  // A garrison that the plan has hold on is not let go before it is relieved.
  const shaken = unitAt(ctx.view, unit).cohesion < 300 && !task.column;
  if (isToRest(task) && needsRest(ctx, unit) && (shaken || !guardsAlone(ctx, unit))) return rest(ctx, unit);
  return toTask(ctx, unit, task);
}

/** An order for a march that has been found. */
function because(action: MoveAction | null, reason: Reason): Order | null {
  return action && { action, reason };
}

function rest(ctx: Context, unit: number): Order | null {
  const { hex, cohesion, fatigue } = unitAt(ctx.view, unit);
  if (nearestFoe(ctx.est, hex) >= 3 && !inEnemyZoc(ctx.est.pos, hex, ctx.est.side)) return null;
  const motive = cohesion < SHAKEN ? 'shaken' : fatigue > TIRED ? 'tired' : 'relieved';
  return because(choose(ctx, unit, restValue(ctx)), { code: 'rests', units: [unit], hexes: [hex], motive });
}

function toTask(ctx: Context, unit: number, task: Task): Order | null {
  const { game, est } = ctx;
  const now = unitAt(ctx.view, unit);
  const far = distance(game, now.hex, task.hex);
  // Nobody walks out of an objective with the enemy before it.
  const posted = !leavesPosts(task) && guardsAlone(ctx, unit) && nearestFoe(est, now.hex) <= 2;
  if (posted && !isCalledOn(ctx, unit, task)) return null;
  if (staysPut(ctx, unit, task, far)) return null;
  const mobility = infoOf(game, unit).mobility;
  // Close to the task the ground alone tells the way well enough.
  const near = far <= 3 && !leavesPosts(task);
  const field = near ? footTo(game, task.hex) : wayTo(ctx, task.hex, mobility, wantedBy(ctx, task, mobility));
  const quiet = nearestFoe(est, now.hex) > 4;
  if (!near && far > 3 && (quiet || isFree(ctx, task, now.hex)) && (field[now.hex] as number) < FAR) {
    const action = byTruck(ctx, unit, field, task) ?? march(ctx, unit, field, task);
    if (action) return { action, reason: moveReason(ctx, unit, task, action, true) };
    if (quiet) return null;
  }
  const within = Math.max(2, far) + 1;
  const value = placeValue(ctx, unit, task, field);
  const isNear = (hex: number): boolean => distance(game, hex, task.hex) <= within && inPace(ctx, task, hex, now.hex);
  const action = choose(ctx, unit, value, isNear);
  return action && { action, reason: moveReason(ctx, unit, task, action, false) };
}

function wantedBy(ctx: Context, task: Task, mobility: number): number[] {
  const wanted: number[] = [];
  for (const group of task.groups)
    for (const unit of [...group.units, ...group.support])
      if (infoOf(ctx.game, unit).mobility === mobility && canMove(ctx, unit)) wanted.push(unitAt(ctx.view, unit).hex);
  return wanted;
}

function placeValue(ctx: Context, unit: number, task: Task, field: Int32Array): Value {
  switch (task.kind) {
    case 'attack':
    case 'reopen':
      return attackValue(ctx, unit, task, field);
    case 'hold':
    case 'cut':
    case 'delay':
      return holdValue(ctx, unit, task, field);
    case 'march':
    case 'raid':
      return marchValue(ctx, unit, field);
    case 'screen':
      return screenValue(ctx, unit, task);
    case 'breakOut':
      return breakOutValue(ctx, field);
  }
}
