/** Which enemy hexes to assault today, with whom, and whether the odds are worth it. */
import type { AssaultAction } from '../core/action.ts';
import { check } from '../core/check.ts';
import { direction, distance, marchTableOf } from '../core/game.ts';
import type { Odds } from '../core/odds.ts';
import { chancesOf, oddsOfFight } from '../core/rules/combat.ts';
import { ASSAULT_MINUTES, gunReach, withoutRoom } from '../core/rules/fight.ts';
import { attackRoom } from '../core/rules/strength.ts';

import { ACT_ASSAULTED, ACT_BOMBARDED, ACT_TRUCKED, SEEN_STRENGTH } from '../core/state.ts';
import { IMPASSABLE } from '../core/terrain.ts';
import { type Context, foesAround, guardsAlone, type Order, taskOf } from './context.ts';
import { infoOf, powerOf, roleOf, unitAt } from './estimate.ts';
import { misjudgedOdds } from './judgement.ts';
import { assaultReason } from './motive.ts';
import { isAside, isLoose, LOOSE, worthOfHex } from './worth.ts';

/** Above this fatigue or below this cohesion a unit is not sent forward. */
export const TIRED = 600;
export const SHAKEN = 450;

/** Share of the men who go in that is put up with whatever the enemy loses, when they are as sure as that to succeed. */
const SMALL = 0.06;
/** More power for power than this is not sent against a hex. */
const PLENTY = 6;

export interface Chance {
  action: AssaultAction;
  odds: Odds;
  worth: number;
  score: number;
}

function isFit(ctx: Context, unit: number): boolean {
  if (ctx.plan.overlooked.has(unit)) return false;
  const now = unitAt(ctx.view, unit);
  return now.fatigue <= TIRED && now.cohesion >= SHAKEN && now.ammo > 0;
}

/** Guns in reach of a hex that can still fire today. */
export function gunsFor(ctx: Context, hex: number): number[] {
  const { game, view, est } = ctx;
  return est.own.filter((unit) => {
    const now = unitAt(view, unit);
    const { rangeM } = infoOf(game, unit);
    if (rangeM === 0 || roleOf(game, unit) !== 'guns' || now.held === 1) return false;
    if ((now.acts & (ACT_ASSAULTED | ACT_BOMBARDED | ACT_TRUCKED)) !== 0 || now.ammo <= 0) return false;
    return now.minutes >= ASSAULT_MINUTES && gunReach(game, now.hex, hex) <= rangeM;
  });
}

/** Units that could go in against a hex. */
function stormers(ctx: Context, hex: number): number[] {
  const { game, view, est } = ctx;
  const found: number[] = [];
  for (const unit of est.own) {
    const now = unitAt(view, unit);
    if (distance(game, now.hex, hex) !== 1 || now.minutes < ASSAULT_MINUTES || !isFit(ctx, unit)) continue;
    if (now.held === 1) continue;
    if ((now.acts & (ACT_ASSAULTED | ACT_TRUCKED | ACT_BOMBARDED)) !== 0) continue;
    const role = roleOf(game, unit);
    if (role !== 'line' && role !== 'armour' && role !== 'irregular' && role !== 'sappers') continue;
    if (role === 'sappers' && now.men < 400) continue;
    const table = marchTableOf(game, view, infoOf(game, unit).mobility);
    if ((table.open[now.hex * 6 + direction(game, now.hex, hex)] as number) < IMPASSABLE) found.push(unit);
  }
  const line = found.some((unit) => roleOf(game, unit) === 'line');
  return line ? found : [];
}

/** Belongs to a column that has better to do than to chase irregulars. */
function isOnTheMarch(ctx: Context, unit: number): boolean {
  const task = taskOf(ctx, unit);
  return task?.column !== undefined && (task.kind === 'attack' || task.kind === 'march');
}

/** Does the unit do more by standing where it is than by attacking this hex? */
function isBound(ctx: Context, unit: number, hex: number, worth: number): boolean {
  const task = taskOf(ctx, unit);
  if (guardsAlone(ctx, unit)) return true;
  if (task?.column && task.kind === 'attack') return isAside(ctx, task, unitAt(ctx.view, unit).hex, hex);
  if (!task || task.kind === 'attack' || task.kind === 'reopen' || task.kind === 'breakOut') return false;
  if (task.kind === 'delay' || task.kind === 'raid') return true;
  if (task.kind === 'march') return worth < 40;
  if (task.kind === 'screen') return worth < 15;
  // A garrison goes out only for what it was posted for, and not while more presses on it than it can hold.
  const now = unitAt(ctx.view, unit);
  const own = powerOf(ctx.game, now, unit);
  return worth < 40 || foesAround(ctx, now.hex) > own * 2.5;
}

/** The weight behind a column that has been sent forward, 0 for others. */
function effortOf(ctx: Context, unit: number): number {
  const task = taskOf(ctx, unit);
  return task?.column && task.kind === 'attack' ? task.column.phase.data.effort : 0;
}

interface Limits {
  /** Share of decisions that must be ours, and the chance of one today. */
  share: number;
  today: number;
  /** Men lost for each of the enemy's, at most; not asked while no more than this share of the men is at stake. */
  exchange: number;
  spare?: number;
}

/**
 * What the odds must be for a prize. More is asked where the enemy's strength is not known, and of a battle that has gone
 * on for days.
 */
function wanted(ctx: Context, hex: number, worth: number, units: readonly number[]): Limits {
  const { course } = ctx.plan;
  const usual = usuallyWanted(ctx, hex, worth, units);
  return {
    ...usual,
    share: usual.share * course.odds,
    today: usual.today * course.odds,
    exchange: usual.exchange * course.exchange,
  };
}

function usuallyWanted(ctx: Context, hex: number, worth: number, units: readonly number[]): Limits {
  const { daring } = ctx.plan;
  const effort = units.reduce((most, unit) => Math.max(most, effortOf(ctx, unit)), 0);
  const attacks = ctx.plan.attacks || effort > 0;
  const { view, est } = ctx;
  const unsure = est.foes.some((foe) => foe.hex === hex && view.fog && unitAt(view, foe.unit).seen < SEEN_STRENGTH);
  const days = view.battles.find((battle) => battle.hex === hex && battle.side === est.side)?.days ?? 0;
  const care = ((attacks ? 1 : 1.1) + (unsure ? 0.1 : 0) + Math.min(0.3, Math.max(0, days - 3) * 0.06)) / daring;
  // The more weight the command puts there, the worse the odds that are taken.
  if (effort > 0 && worth >= 25)
    return { share: (0.64 - 0.012 * effort) * care, today: 0.1 * care, exchange: 3 * daring, spare: 0.03 };
  if (worth >= 55) return { share: 0.52 * care, today: 0.06 * care, exchange: (attacks ? 5 : 2.5) * daring };
  if (worth >= 25) return { share: 0.6 * care, today: 0.1 * care, exchange: (attacks ? 3 : 1.8) * daring };
  return { share: 0.7 * care, today: 0.2 * care, exchange: 1.3 * daring };
}

function isTouched(ctx: Context, hex: number): boolean {
  for (let d = 0; d < 6; d++) if (ctx.est.ownIn.has(ctx.game.neighbours[hex * 6 + d] as number)) return true;
  return false;
}

/** Weighs the assaults that could be made now; the best one that is good enough, or null. */
export function bestAssault(ctx: Context, done: ReadonlySet<number>): Chance | null {
  const { game, view, est, work } = ctx;
  let best: Chance | null = null;
  const targets = new Set<number>();
  for (const foe of est.foes) if (foe.seen && !done.has(foe.hex) && isTouched(ctx, foe.hex)) targets.add(foe.hex);
  for (const hex of targets) {
    if (work.odds <= 0) break;
    const worth = worthOfHex(ctx, hex);
    let near = stormers(ctx, hex);
    if (worth <= LOOSE && isLoose(ctx, hex)) near = near.filter((unit) => !isOnTheMarch(ctx, unit));
    if (near.length === 0) continue;
    const free = near.filter((unit) => !isBound(ctx, unit, hex, worth));
    let chance: Chance | null = null;
    if (free.length > 0) {
      chance = weigh(ctx, hex, choosePart(ctx, free, hex), wanted(ctx, hex, worth, free), worth);
      work.odds--;
    }
    if (!chance && free.length < near.length) {
      chance = weigh(ctx, hex, choosePart(ctx, near, hex), ctx.plan.care.craft.sally, worth);
      if (chance) chance.action.advance = false;
      work.odds--;
    }
    if (chance && (!best || chance.score > best.score)) best = chance;
  }
  if (best && check(game, view, best.action) !== null) return null;
  return best;
}

/** Who goes in from each hex: the best and freshest first, as many as find room at the hexside. */
function choosePart(ctx: Context, units: readonly number[], hex: number): number[] {
  const { game, view } = ctx;
  const value = (unit: number): number => {
    const now = unitAt(view, unit);
    return (infoOf(game, unit).data.quality * (0.5 + now.cohesion / 2000) * (1500 - now.fatigue)) / 1500;
  };
  const filled = new Map<number, number>();
  const chosen: number[] = [];
  const enough = PLENTY * (ctx.est.foeIn.get(hex) ?? 0);
  let sent = 0;
  for (const unit of units.slice().sort((a, b) => value(b) - value(a) || a - b)) {
    if (sent > enough) break;
    const now = unitAt(view, unit);
    const there = filled.get(now.hex) ?? 0;
    const room = attackRoom(game, hex, now.hex * 6 + direction(game, now.hex, hex));
    if (there >= room && roleOf(game, unit) !== 'armour') continue;
    filled.set(now.hex, there + now.men);
    sent += powerOf(game, now, unit);
    chosen.push(unit);
  }
  return chosen.sort((a, b) => a - b);
}

function weigh(ctx: Context, hex: number, units: readonly number[], limits: Limits, worth: number): Chance | null {
  const { game, view } = ctx;
  const { craft } = ctx.plan.care;
  const support = ctx.plan.care.support ? gunsFor(ctx, hex).filter((unit) => !units.includes(unit)) : [];
  const action: AssaultAction = {
    type: 'assault',
    units: units.slice(0, 60),
    support: support.slice(0, 60),
    hex,
    advance: true,
  };
  // Who finds no room at the hexside stays fresh for tomorrow.
  const idle = withoutRoom(game, view, action.units, hex);
  if (idle.length > 0 && idle.length < action.units.length)
    action.units = action.units.filter((unit) => !idle.includes(unit));
  const chances = chancesOf(game, view, action);
  const { gaveWay, stopped } = chances;
  const error = misjudgedOdds(ctx, hex);
  const share = gaveWay / Math.max(1, gaveWay + stopped) + error;
  if (share < limits.share || gaveWay / 1000 + error < limits.today) return null;
  if (chances.setUp.day === 1 && share < craft.sure && !isMassed(ctx, action)) return null;
  const odds = oddsOfFight(ctx.game, chances.setUp);
  const exchange = odds.attackerLosses.mean / Math.max(1, odds.defenderLosses.mean);
  const men = action.units.reduce((sum, unit) => sum + unitAt(view, unit).men, 0);
  const dear = odds.attackerLosses.mean > men * Math.max(limits.spare ?? 0, share >= craft.sure ? SMALL : 0);
  if (dear && exchange > limits.exchange * (0.6 + share)) return null;
  action.advance = goesOn(ctx, action);
  return { action, odds, worth, score: (worth + 5) * (0.2 + gaveWay / 1000) * share };
}

/** Is enough of what the task has been given, and can be there soon, in place? A first attack waits for it. */
function isMassed(ctx: Context, action: AssaultAction): boolean {
  const { game, view, plan } = ctx;
  const tasks = new Set(action.units.map((unit) => taskOf(ctx, unit)));
  let ready = 0;
  for (const unit of action.units) ready += powerOf(game, unitAt(view, unit), unit);
  let coming = 0;
  for (const task of tasks) {
    if (!task || task.kind === 'hold') continue;
    for (const group of task.groups) {
      if (group.waits > 3 || distance(game, group.hex, action.hex) > plan.care.craft.wait) continue;
      for (const unit of group.units) {
        const now = unitAt(view, unit);
        if (distance(game, now.hex, action.hex) > 1 && isFit(ctx, unit)) coming += powerOf(game, now, unit);
      }
    }
  }
  return ready >= coming * plan.course.massing || plan.turn >= game.turns - 2;
}

/** Should the victors move in? Not when that would bare what they guard. */
function goesOn(ctx: Context, action: AssaultAction): boolean {
  const bound = action.units.every((unit) => {
    const task = taskOf(ctx, unit);
    return task !== null && task.kind === 'hold' && distance(ctx.game, task.hex, action.hex) > 2;
  });
  return !bound;
}

/** The order for an assault with its reason. */
export function assaultOrder(ctx: Context, chance: Chance): Order {
  const { action, odds } = chance;
  const figures = {
    gaveWay: odds.gaveWay,
    stopped: odds.stopped,
    ownLosses: Math.round(odds.attackerLosses.mean),
    enemyLosses: Math.round(odds.defenderLosses.mean),
  };
  return { action, reason: assaultReason(ctx, action, figures) };
}
