/** Where each unit goes: the march towards its task from afar, the choice of its hex near the enemy. */
import type { MoveAction } from '../core/action.ts';
import { distance } from '../core/game.ts';
import { inEnemyZoc } from '../core/position.ts';
import { gunReach } from '../core/rules/fight.ts';
import { pathTo, reach } from '../core/rules/movement.ts';
import { inCommand } from '../core/rules/quality.ts';
import { ACT_ASSAULTED, ACT_MOVED, ACT_TRUCKED, SUPPLY_PARTIAL } from '../core/state.ts';
import { isAside, SHAKEN, TIRED, worthOfHex } from './assault.ts';
import {
  book,
  type Context,
  foesBeside,
  guardsAlone,
  hasRoom,
  hexName,
  inPace,
  marchDown,
  type Order,
  short,
  stayingIn,
  wayTo,
} from './context.ts';
import { holdsGround, infoOf, nearestFoe, type Role, roleOf, unitAt } from './estimate.ts';
import { FAR } from './field.ts';
import { DAY, footTo } from './ground.ts';
import { type Group, groupName } from './groups.ts';
import {
  attackValue,
  breakOutValue,
  freshIn,
  gunValue,
  holdValue,
  isInFront,
  marchValue,
  RELIEF_FATIGUE,
  restValue,
  screenValue,
  staffValue,
  type Value,
} from './places.ts';
import type { Task } from './tasks.ts';

/** A new place must be better by this much than where the unit stands, or it stays. */
const GAIN = 2.5;
/** Hexes that a staff of a column may be behind. */
const LAG = 4;
/** A rested unit: below this fatigue and above this cohesion it goes forward again. */
const RESTED = 300;
const STEADY = 600;

/** Must the unit get out of the fighting, or stay out of it, to rest? */
export function needsRest(ctx: Context, unit: number): boolean {
  const now = unitAt(ctx.view, unit);
  if (now.cohesion < 300 || now.fatigue > 850) return true;
  const near = nearestFoe(ctx.est, now.hex) <= 2;
  // Relieved: fresh troops enough have come into the post.
  if (near && now.fatigue > RELIEF_FATIGUE && freshIn(ctx, now.hex, unit) > 1800) return true;
  if (near) return now.fatigue > TIRED || now.cohesion < SHAKEN;
  return now.fatigue > RESTED || now.cohesion < Math.min(STEADY, SHAKEN + 150);
}

function canMove(ctx: Context, unit: number): boolean {
  const now = unitAt(ctx.view, unit);
  return now.held === 0 && now.minutes > 0 && (now.acts & (ACT_MOVED | ACT_ASSAULTED | ACT_TRUCKED)) === 0;
}

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
  const name = short(ctx.game, unit);
  const group = ctx.plan.groupOf.get(unit);
  const of = group ? groupName(ctx.game, group) : '';
  // Staffs and trains that are a column of their own go to its places themselves.
  if (group?.units.includes(unit) && role !== 'line' && role !== 'irregular' && role !== 'armour')
    return toTask(ctx, unit, task, name);
  if (role === 'hq' || role === 'sappers' || role === 'rear') {
    if (!group || guardsAlone(ctx, unit) || !isMisplaced(ctx, unit, role, group)) return null;
    return follow(ctx, unit, group.hex, staffValue(ctx, unit, group), `${name} keeps up with ${of}`);
  }
  if (role === 'guns') {
    if (!group) return null;
    // The infantry may have marched since the plan was made.
    const { hex } = group.column >= 0 ? unitAt(ctx.view, group.lead) : group;
    if (isWellPlaced(ctx, unit, hex) && !isInFront(ctx, task, unitAt(ctx.view, unit).hex)) return null;
    const value = gunValue(ctx, unit, hex, task);
    return follow(ctx, unit, hex, value, `${name} brings its guns into range`);
  }
  const shaken = unitAt(ctx.view, unit).cohesion < 300;
  if (isToRest(task) && needsRest(ctx, unit) && (shaken || !guardsAlone(ctx, unit))) return rest(ctx, unit, name);
  return toTask(ctx, unit, task, name);
}

/** Who breaks out or goes back rests when he is there; a delaying force is relieved from the next position. */
function isToRest(task: Task): boolean {
  return task.kind !== 'breakOut' && task.kind !== 'march' && task.kind !== 'delay' && task.kind !== 'raid';
}

/** Guns stay where they reach something worth firing at, unless the enemy is upon them; idle ones stay near their group. */
function isWellPlaced(ctx: Context, unit: number, centre: number): boolean {
  const { game, est } = ctx;
  const { hex } = unitAt(ctx.view, unit);
  if (foesBeside(ctx, hex) > 0 && escortOf(ctx, hex) < 600) return false;
  if (nearestFoe(est, hex) > 6) return distance(game, hex, centre) <= 2;
  const { rangeM } = infoOf(game, unit);
  return est.foes.some((foe) => foe.seen && gunReach(game, hex, foe.hex) <= rangeM && worthOfHex(ctx, foe.hex) >= 20);
}

/** Men in a hex who can keep the enemy off guns and staffs. */
function escortOf({ game, view, est }: Context, hex: number): number {
  let men = 0;
  for (const unit of est.own) {
    const now = unitAt(view, unit);
    if (now.hex === hex && holdsGround(game, unit)) men += now.men;
  }
  return men;
}

/** Staffs and trains move only when they lag, or the enemy is upon them. */
function isMisplaced(ctx: Context, unit: number, role: Role, group: Group): boolean {
  const { game, view } = ctx;
  const { hex } = unitAt(view, unit);
  const escorted = escortOf(ctx, hex) >= 600;
  if (foesBeside(ctx, hex) > 0 && (!escorted || group.column < 0)) return !escorted;
  const far = distance(game, hex, group.hex);
  if (group.column >= 0 && far > LAG) return true;
  if (role !== 'hq') return far > 3;
  const led = ctx.est.own.filter((other) => infoOf(game, other).hq === unit && other !== unit);
  const out = led.filter((other) => !inCommand(game, view, other));
  return far > 2 && out.length * 3 > led.length;
}

function rest(ctx: Context, unit: number, name: string): Order | null {
  const { hex } = unitAt(ctx.view, unit);
  if (nearestFoe(ctx.est, hex) >= 3 && !inEnemyZoc(ctx.est.pos, hex, ctx.est.side)) return null;
  return choose(ctx, unit, restValue(ctx), `${name} falls back to rest`);
}

function toTask(ctx: Context, unit: number, task: Task, name: string): Order | null {
  const { game, est } = ctx;
  const now = unitAt(ctx.view, unit);
  const far = distance(game, now.hex, task.hex);
  // Nobody walks out of an objective with the enemy before it.
  if (!leavesPosts(task) && guardsAlone(ctx, unit) && nearestFoe(est, now.hex) <= 2) return null;
  if (staysPut(ctx, unit, task, far)) return null;
  const place = hexName(game, task.hex);
  const mobility = infoOf(game, unit).mobility;
  // Close to the task the ground alone tells the way well enough.
  const near = far <= 3 && !leavesPosts(task);
  const field = near ? footTo(game, task.hex) : wayTo(ctx, task.hex, mobility, wantedBy(ctx, task, mobility));
  const quiet = nearestFoe(est, now.hex) > 4;
  if (!near && far > 3 && (quiet || isFree(ctx, task, now.hex)) && (field[now.hex] as number) < FAR) {
    const there = task.kind === 'cut' || task.kind === 'reopen' ? task.name : place;
    const reason = because(task, `${name} marches to ${there}`);
    const order = byTruck(ctx, unit, field, reason, task) ?? march(ctx, unit, field, reason, task);
    if (order || quiet) return order;
  }
  const within = Math.max(2, far) + 1;
  const value = placeValue(ctx, unit, task, field);
  const reason = because(task, reasonOf(task, name, place));
  return choose(
    ctx,
    unit,
    value,
    reason,
    (hex) => distance(game, hex, task.hex) <= within && inPace(ctx, task, hex, now.hex),
  );
}

/** May a column go on from a hex because no enemy bars its way there? */
function isFree(ctx: Context, task: Task, hex: number): boolean {
  if (!task.column || (task.kind !== 'attack' && task.kind !== 'march')) return false;
  return ctx.est.foes.every((foe) => distance(ctx.game, foe.hex, hex) > 1 || isAside(ctx, task, hex, foe.hex));
}

/** These tasks take troops out of the places they hold. */
function leavesPosts(task: Task): boolean {
  return task.kind === 'breakOut' || task.kind === 'march' || task.kind === 'delay';
}

/** A reason with the words of the plan behind it. */
function because(task: Task, reason: string): string {
  return task.column ? `${reason} (${task.column.reason})` : reason;
}

function reasonOf(task: Task, name: string, place: string): string {
  switch (task.kind) {
    case 'attack':
      return `${name} closes in on ${place}`;
    case 'hold':
      return `${name} takes post at ${place}: objective`;
    case 'cut':
      return `${name} blocks ${task.name}`;
    case 'reopen':
      return `${name} moves to reopen the road`;
    case 'screen':
      return `${name} screens ${place}`;
    case 'breakOut':
      return `${name} breaks out`;
    case 'delay':
      return `${name} delays the enemy at ${place}`;
    case 'march':
      return `${name} goes to ${place}`;
    case 'raid':
      return `${name} sits by ${task.name}`;
  }
}

function wantedBy(ctx: Context, task: Task, mobility: number): number[] {
  const wanted: number[] = [];
  for (const group of task.groups)
    for (const unit of [...group.units, ...group.support])
      if (infoOf(ctx.game, unit).mobility === mobility && canMove(ctx, unit)) wanted.push(unitAt(ctx.view, unit).hex);
  return wanted;
}

/** Units in their place do not stir: works are worth more than a better hex. */
function staysPut(ctx: Context, unit: number, task: Task, far: number): boolean {
  const now = unitAt(ctx.view, unit);
  const contact = foesBeside(ctx, now.hex) > 0;
  const crowded = stayingIn(ctx, now.hex);
  switch (task.kind) {
    case 'hold':
    case 'cut':
    case 'march':
    case 'delay':
      if (task.rear !== undefined && isInFront(ctx, task, now.hex)) return false;
      if (
        far === 0 &&
        crowded - now.men > Math.min(5500, task.need / 2) &&
        nearestFoe(ctx.est, now.hex) <= 4 &&
        now.dug < 300
      )
        return false;
      return far === 0 || (far <= 1 && (now.dug > 0 || contact) && (ctx.est.ownIn.get(task.hex) ?? 0) > 400);
    case 'screen':
      return far <= 5 && !contact && (now.dug > 0 || far <= 3);
    case 'attack':
    case 'reopen':
      return contact && crowded < 5500 && (!task.column || isFighting(ctx, now.hex));
    case 'raid':
      return far === 0 && !contact;
    case 'breakOut':
      return false;
  }
}

/** Does a battle of the last turn go on beside the hex? Without one a column may find a better place to begin. */
function isFighting(ctx: Context, hex: number): boolean {
  const { game, view, est } = ctx;
  return view.battles.some(
    (battle) => battle.side === est.side && battle.last >= view.turn - 1 && distance(game, battle.hex, hex) === 1,
  );
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

function march(ctx: Context, unit: number, field: Int32Array, reason: string, task?: Task): Order | null {
  const path = marchDown(ctx, unit, field, true, task);
  return path.length > 0 ? { action: { type: 'move', unit, path, mode: 'march' }, reason } : null;
}

/** Lorries for those who have more than a day to go, while the lift lasts. */
function byTruck(ctx: Context, unit: number, field: Int32Array, reason: string, task: Task): Order | null {
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
  for (const hex of found.order) {
    const left = field[hex] as number;
    if (left >= least || nearestFoe(est, hex) < 3 || !hasRoom(ctx, hex, now.men)) continue;
    if (!inPace(ctx, task, hex, now.hex)) continue;
    least = left;
    best = hex;
  }
  if (best < 0) return null;
  ctx.lifted += now.men;
  return { action: { type: 'move', unit, path: pathTo(found, best), mode: 'truck' }, reason: `${reason} in lorries` };
}

/** Follows its group: from afar along the way, near it by choice. */
function follow(ctx: Context, unit: number, centre: number, value: Value, reason: string): Order | null {
  const { game } = ctx;
  const now = unitAt(ctx.view, unit);
  if (distance(game, now.hex, centre) > 5) {
    const field = wayTo(ctx, centre, infoOf(game, unit).mobility, [now.hex]);
    if ((field[now.hex] as number) < FAR) return march(ctx, unit, field, reason);
  }
  return choose(ctx, unit, value, reason);
}

/** The hex in reach with the highest value, if it is enough better than staying. */
function choose(
  ctx: Context,
  unit: number,
  value: Value,
  reason: string,
  among: (hex: number) => boolean = () => true,
): Order | null {
  const { game, view, work } = ctx;
  const now = unitAt(view, unit);
  if (work.reach <= 0) return null;
  const stay = value(now.hex, now.minutes);
  work.reach--;
  const found = reach(game, view, unit, 'march');
  let best = -1;
  let most = stay + GAIN;
  for (const hex of found.order) {
    if (hex === now.hex || !among(hex)) continue;
    const worth = value(hex, now.minutes - (found.minutes[hex] as number));
    if (worth <= most || !hasRoom(ctx, hex, now.men)) continue;
    most = worth;
    best = hex;
  }
  if (best < 0) return null;
  return { action: { type: 'move', unit, path: pathTo(found, best), mode: 'march' }, reason };
}
