/** Breaking out: the surrounded who starve or will be overwhelmed go while they can, unless they are to hold. */
import { check } from '../core/check.ts';
import { holderOf } from '../core/control.ts';
import { daysOfTurn, distance } from '../core/game.ts';
import { pathTo, reach } from '../core/rules/movement.ts';
import { needs } from '../core/rules/needs.ts';
import { isSurrounded } from '../core/rules/surrender.ts';
import { ACT_ASSAULTED, ACT_TRUCKED, SUPPLY_LEAK } from '../core/state.ts';
import { type Context, foesAround, foesBeside, hasRoom, type Order, taskOf } from './context.ts';
import { powerOf, roleOf, unitAt } from './estimate.ts';
import { FAR } from './field.ts';
import { standsFast } from './fires.ts';
import { footTo } from './ground.ts';
import { perilOf } from './peril.ts';
import type { Reason } from './reason.ts';

/** Days cut off after which a unit that has eaten all it carried counts as starving. */
const HUNGRY_DAYS = 2;
/** Whoever is weaker than this beside those around him has no hope of cutting his way out. */
const HOPELESS = 1.2;

/** What an enemy next to the hex beyond counts, and friends in it already, in minutes of march. */
const IN_CONTACT = 60;
const CROWDED = 30;

/** Orders to slip out, those of the best cohesion first: they have most to lose by waiting. */
export function breakOuts(ctx: Context): Order[] {
  const { game, view, est } = ctx;
  const ready = est.own
    .filter((unit) => {
      const now = unitAt(view, unit);
      if (roleOf(game, unit) === 'irregular') return false;
      return now.held === 0 && (now.acts & ACT_ASSAULTED) === 0 && isSurrounded(game, est.pos, now.hex, est.side);
    })
    .sort((a, b) => unitAt(view, b).cohesion - unitAt(view, a).cohesion || a - b);
  const orders: Order[] = [];
  const crowd = new Map<number, number>();
  const doomed = new Map<number, boolean>();
  for (const unit of ready) {
    const { hex, men } = unitAt(view, unit);
    const hungry = isStarving(ctx, unit);
    if (standsFast(ctx, unit) || !(hungry || isDoomed(ctx, hex, doomed))) continue;
    const home = homeOf(ctx, unit);
    if (home < 0) continue;
    const why = { units: [unit], motive: hungry ? 'hunger' : 'peril' } as const;
    const field = footTo(game, home);
    const way = openWay(ctx, unit, field);
    if (way) {
      const to = way[way.length - 1] as number;
      crowd.set(to, (crowd.get(to) ?? 0) + men);
      const reason: Reason = { code: 'slipsOut', hexes: [to, hex], ...why };
      orders.push({ action: { type: 'move', unit, path: way, mode: 'march' }, reason });
      continue;
    }
    const to = wayOut(ctx, unit, field, crowd);
    if (to < 0) continue;
    crowd.set(to, (crowd.get(to) ?? 0) + men);
    const reason: Reason = { code: 'breaksOut', hexes: [to, hex], ...why };
    orders.push({ action: { type: 'breakOut', unit, hex: to }, reason });
  }
  return orders;
}

/** Without food, or cut off and with no more than a day's, or without a cartridge before the enemy. */
function isStarving(ctx: Context, unit: number): boolean {
  const now = unitAt(ctx.view, unit);
  if (now.supply > SUPPLY_LEAK) return false;
  const { foodDay } = needs(ctx.game, ctx.view, unit);
  const days = Math.max(HUNGRY_DAYS, daysOfTurn(ctx.game));
  return now.food <= 0 || now.ammo <= 0 || (now.daysCut >= days && now.food < foodDay);
}

function isDoomed(ctx: Context, hex: number, known: Map<number, boolean>): boolean {
  let doomed = known.get(hex);
  if (doomed === undefined) {
    doomed =
      foesAround(ctx, hex) > powerIn(ctx, hex) * HOPELESS && perilOf(ctx, hex) >= ctx.plan.care.craft.overwhelmed;
    known.set(hex, doomed);
  }
  return doomed;
}

function powerIn(ctx: Context, hex: number): number {
  let sum = 0;
  for (const unit of ctx.est.own) {
    const now = unitAt(ctx.view, unit);
    if (now.hex === hex) sum += powerOf(ctx.game, now, unit);
  }
  return sum;
}

/** A march out of the ring where it has a gap: guns and all, nearer to own lines; null where it has none. */
function openWay(ctx: Context, unit: number, field: Int32Array): number[] | null {
  const { game, view, est, work } = ctx;
  const now = unitAt(view, unit);
  if (work.reach <= 0 || now.minutes <= 0 || (now.acts & ACT_TRUCKED) !== 0) return null;
  work.reach--;
  const found = reach(game, view, unit, 'march');
  let best = -1;
  let least = (field[now.hex] as number) - 1;
  for (const hex of found.order) {
    const cost = (field[hex] as number) + IN_CONTACT * foesBeside(ctx, hex);
    if (cost >= least || distance(game, hex, now.hex) < 2 || !hasRoom(ctx, hex, now.men)) continue;
    if (isSurrounded(game, est.pos, hex, est.side)) continue;
    least = cost;
    best = hex;
  }
  return best < 0 ? null : pathTo(found, best);
}

/** The hex two away from which own lines are nearest and that is outside the ring; -1 where there is none. */
function wayOut(ctx: Context, unit: number, field: Int32Array, crowd: ReadonlyMap<number, number>): number {
  const { game, view, est } = ctx;
  const from = unitAt(view, unit).hex;
  let best = -1;
  let least = field[from] as number;
  for (const hex of twoAway(ctx, from)) {
    if (isSurrounded(game, est.pos, hex, est.side)) continue;
    // Crossing half of the ring is worth it only towards own lines, and not into the arms of others.
    const crowded = (crowd.get(hex) ?? 0) > 0 ? CROWDED : 0;
    const cost = (field[hex] as number) + IN_CONTACT * foesBeside(ctx, hex) + crowded;
    if (cost >= least || check(game, view, { type: 'breakOut', unit, hex }) !== null) continue;
    least = cost;
    best = hex;
  }
  return best;
}

/** Where own lines are: where the plan sends the unit back to, else the nearest depot that is not in the ring itself. */
function homeOf(ctx: Context, unit: number): number {
  const { game, view, est } = ctx;
  const { hex } = unitAt(view, unit);
  const task = taskOf(ctx, unit);
  if (task && (task.kind === 'breakOut' || task.kind === 'march') && task.hex !== hex) return task.hex;
  let home = -1;
  let least = FAR;
  for (const depot of game.depots) {
    if (depot.side !== est.side || depot.hex === hex || holderOf(view.control, depot.hex) !== est.side) continue;
    const minutes = footTo(game, depot.hex)[hex] as number;
    if (minutes >= least || isSurrounded(game, est.pos, depot.hex, est.side)) continue;
    least = minutes;
    home = depot.hex;
  }
  return home;
}

function twoAway({ game }: Context, from: number): number[] {
  const near = new Set<number>([from]);
  for (let d = 0; d < 6; d++) near.add(game.neighbours[from * 6 + d] as number);
  const found = new Set<number>();
  for (const mid of near) {
    if (mid < 0) continue;
    for (let d = 0; d < 6; d++) {
      const hex = game.neighbours[mid * 6 + d] as number;
      if (hex >= 0 && !near.has(hex)) found.add(hex);
    }
  }
  return [...found].sort((a, b) => a - b);
}
