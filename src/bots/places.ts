/** What a hex is worth to a unit with a task; all scores are in the same loose unit, about "an hour's march". */
import { distance } from '../core/game.ts';
import { inEnemyZoc } from '../core/position.ts';
import { ASSAULT_MINUTES, gunReach } from '../core/rules/fight.ts';
import { inCommand } from '../core/rules/quality.ts';
import { attackRoom, terrainDefence } from '../core/rules/strength.ts';
import { SHAKEN } from './assault.ts';
import { type Context, foesAround, foesBeside, menIn, ownAround } from './context.ts';
import { infoOf, nearestFoe, powerOf, roleOf, unitAt } from './estimate.ts';
import { FAR } from './field.ts';
import { footTo, roadsOf } from './ground.ts';
import type { Group } from './groups.ts';
import type { Task } from './tasks.ts';
import { isAside, worthOfHex } from './worth.ts';

/** Value of a hex to the unit when it has so many minutes left there. */
export type Value = (hex: number, minutesLeft: number) => number;

const UNREACHED = 60;
/** What an enemy off the way of a column is worth to it, beside one on it. */
const ASIDE = 0.35;
/** Minutes by which a hex is in front of a position. */
const AHEAD = 60;
/** Above this fatigue a garrison is to be relieved. */
export const RELIEF_FATIGUE = 400;

function hours(field: Int32Array, hex: number): number {
  const minutes = field[hex] as number;
  return minutes >= FAR ? UNREACHED : Math.min(UNREACHED, minutes / 60);
}

/** Too weak for what stands around the hex, those beside it and those of its group reckoned in. */
function exposed(ctx: Context, hex: number, here: number, power: number): number {
  const foes = foesAround(ctx, hex);
  if (foes === 0) return 0;
  const own = ownAround(ctx, hex) + (distance(ctx.game, hex, here) <= 1 ? 0 : power);
  return Math.max(0, foes / Math.max(1, own) - ctx.plan.care.craft.exposed);
}

/** The best hexes to attack from: next to what is worth most, not crowded, on ground that can be held. */
export function attackValue(ctx: Context, unit: number, task: Task, field: Int32Array): Value {
  const { game, est, plan } = ctx;
  const now = unitAt(ctx.view, unit);
  const power = powerOf(game, now, unit);
  const armour = roleOf(game, unit) === 'armour';
  return (hex, left) => {
    let value = -1.2 * hours(field, hex);
    let best = 0;
    let sum = 0;
    let flank = 0;
    for (let d = 0; d < 6; d++) {
      const near = game.neighbours[hex * 6 + d] as number;
      if (near < 0 || !est.foeIn.has(near)) continue;
      const worth = (worthOfHex(ctx, near) / 6) * (task.column && isAside(ctx, task, hex, near) ? ASIDE : 1);
      sum += worth;
      const joint = task.column ? jointOn(ctx, near, d, unit) : 0;
      if (worth + joint <= best + flank) continue;
      best = worth;
      flank = joint;
    }
    const others = menIn(ctx, hex) - (hex === now.hex ? now.men : 0);
    if (best > 0) {
      const crowded = others > attackRoom(game, hex, -1) * 0.8;
      value += (best + 0.3 * (sum - best)) * (crowded ? 0.35 : 1);
      value += flank;
      if (left >= ASSAULT_MINUTES) value += 2;
      value -= 10 * exposed(ctx, hex, now.hex, power);
      if (armour && others < 400) value -= 12;
    } else if (armour && others < 200) value -= 2;
    if (others > 4500) value -= 4;
    value += 4 * (terrainDefence(game, hex) - 1);
    for (const goal of plan.goals) if (goal.hex === hex && !goal.own && !armour) value += goal.worth / 5;
    if (hex === task.hex && !armour) value += 4;
    if (hex === now.hex) value += 1 + Math.min(3, now.dug / 150);
    return value;
  };
}

/**
 * What it adds to join the friends who stand beside an enemy, the more so from another side than theirs (6.4); `d` is the
 * way into his hex.
 */
function jointOn(ctx: Context, target: number, d: number, unit: number): number {
  const { game, view, est } = ctx;
  const now = unitAt(view, unit);
  const own = powerOf(game, now, unit);
  let flank = 0;
  let friends = 0;
  for (let side = 0; side < 6; side++) {
    const near = game.neighbours[target * 6 + side] as number;
    const power = est.ownIn.at(near) - (near === now.hex ? own : 0);
    if (near < 0 || power <= 0) continue;
    friends += power;
    // Side d of the target lies across from where this unit would stand.
    flank = Math.max(flank, side === d ? 4 : side === (d + 3) % 6 ? 0 : 2);
  }
  return flank + 5 * Math.min(1, friends / (1.5 * Math.max(1, est.foeIn.at(target))));
}

/** Power in a hex without a unit, the tired counting little: they want relief. */
export function freshIn(ctx: Context, hex: number, without: number): number {
  let sum = 0;
  for (const unit of ctx.est.own) {
    const now = unitAt(ctx.view, unit);
    if (now.hex !== hex || unit === without) continue;
    sum += powerOf(ctx.game, now, unit) * (now.fatigue > RELIEF_FATIGUE || now.cohesion < SHAKEN ? 0.3 : 1);
  }
  return sum;
}

/** Is a hex before the position, seen from the next one behind it? */
export function isInFront({ game }: Context, { hex: position, rear }: Task, hex: number): boolean {
  if (rear === undefined || rear === position) return false;
  const field = footTo(game, rear);
  return hex !== position && (field[hex] as number) > (field[position] as number) + AHEAD;
}

/** A garrison in the place, the others on the heights and towards the enemy around it. */
export function holdValue(ctx: Context, unit: number, task: Task, field: Int32Array): Value {
  const { game, est } = ctx;
  const now = unitAt(ctx.view, unit);
  const power = powerOf(game, now, unit);
  const inside = freshIn(ctx, task.hex, unit);
  // What the plan holds is gone into whatever stands around it, the more so the more weight is put there.
  const care = task.column && task.kind === 'hold' ? 1 - task.column.phase.data.effort / 10 : 1;
  const wanted = task.kind === 'cut' ? 2000 : Math.min(5500, Math.max(900, task.need / 2.5));
  return (hex) => {
    const far = distance(game, hex, task.hex);
    const others = menIn(ctx, hex) - (hex === now.hex ? now.men : 0);
    let value = far > 2 ? -3 * far - 0.5 * hours(field, hex) : 0;
    if (far === 0) value += inside < wanted ? 26 * (1 - inside / wanted) : 2;
    else if (far <= 2) {
      value += far === 1 ? 9 : 4;
      if (far === 1 && (game.crest[hex] as number) - (game.elevation[task.hex] as number) >= 40) value += 5;
      if ((ctx.plan.lifelines.get(hex) ?? 0) > 0 || (task.kind === 'cut' && ctx.plan.arteries.has(hex))) value += 3;
      value -= 0.6 * Math.min(8, nearestFoe(est, hex));
      if (others > 200) value -= 5;
      else if (ctx.plan.goals.some((goal) => goal.hex === hex)) value += 5;
    }
    if (isInFront(ctx, task, hex)) value -= 14;
    value += 6 * (terrainDefence(game, hex) - 1);
    if (hex !== now.hex && foesBeside(ctx, hex) > 0) value -= 3;
    value -= 8 * exposed(ctx, hex, now.hex, power) * (far === 0 ? care : 1);
    if (hex === now.hex) value += 3 + Math.min(12, now.dug / 60);
    return value;
  };
}

/** In front of a place too strong to attack: near enough to see, on good ground, not in contact. */
export function screenValue(ctx: Context, unit: number, task: Task): Value {
  const { game, est } = ctx;
  const now = unitAt(ctx.view, unit);
  const power = powerOf(game, now, unit);
  return (hex) => {
    const others = menIn(ctx, hex) - (hex === now.hex ? now.men : 0);
    let value = -2 * Math.max(0, distance(game, hex, task.hex) - 3);
    value += 8 * (terrainDefence(game, hex) - 1) - 5 * foesBeside(ctx, hex);
    value -= 8 * exposed(ctx, hex, now.hex, power) + (others > 3000 ? 3 : 0);
    if (nearestFoe(est, hex) === 2) value += 1;
    if (hex === now.hex) value += 3 + Math.min(8, now.dug / 80);
    return value;
  };
}

/** Out of the enemy's reach, towards own supply. */
export function restValue(ctx: Context): Value {
  const { est } = ctx;
  const { hops } = roadsOf(ctx.game, est.side);
  return (hex) => {
    let value = 5 * Math.min(4, nearestFoe(est, hex));
    if (inEnemyZoc(est.pos, hex, est.side)) value -= 8;
    const road = hops[hex] as number;
    value -= road < 0 ? 3 : road / 10;
    if (menIn(ctx, hex) > 4000) value -= 2;
    return value;
  };
}

export function breakOutValue(ctx: Context, field: Int32Array): Value {
  return (hex) => -2 * hours(field, hex) - 3 * foesBeside(ctx, hex);
}

/** On the way and out of the enemy's hands. */
export function marchValue(ctx: Context, unit: number, field: Int32Array): Value {
  const { game, est } = ctx;
  const now = unitAt(ctx.view, unit);
  const power = powerOf(game, now, unit);
  return (hex) => {
    let value = -2 * hours(field, hex) - 3 * foesBeside(ctx, hex) - 6 * exposed(ctx, hex, now.hex, power);
    if (inEnemyZoc(est.pos, hex, est.side)) value -= 2;
    return value + 3 * (terrainDefence(game, hex) - 1);
  };
}

/** Guns: behind or among the infantry, with as much of what is worth firing at in range as can be. */
export function gunValue(ctx: Context, unit: number, centre: number, task: Task): Value {
  const { game, est } = ctx;
  const now = unitAt(ctx.view, unit);
  const { rangeM } = infoOf(game, unit);
  const near = new Set<number>();
  for (const foe of est.foes) if (distance(game, foe.hex, centre) <= 8) near.add(foe.hex);
  const targets = [...near].map((target) => ({ target, fire: 2 + worthOfHex(ctx, target) / 8 }));
  targets.sort((a, b) => b.fire - a.fire || a.target - b.target);
  // Guns of a column that goes forward keep up with it.
  const pull = task.column && (task.kind === 'attack' || task.kind === 'march') ? 4 : 1.5;
  return (hex) => {
    const fire = targets.find(({ target }) => gunReach(game, hex, target) <= rangeM)?.fire ?? 0;
    const friends = menIn(ctx, hex) - (hex === now.hex ? now.men : 0);
    let value = fire - pull * Math.max(0, distance(game, hex, centre) - 1);
    if (isInFront(ctx, task, hex)) value -= 20;
    const beside = foesBeside(ctx, hex);
    if (beside > 0) value -= friends > 600 ? 5 : 20;
    if (friends > 500) value += 3;
    if (hex === now.hex) value += 4 + Math.min(4, now.dug / 150);
    return value;
  };
}

/** Staffs, engineers and trains: with the troops they belong to, a hex or two behind where these stand. */
export function staffValue(ctx: Context, unit: number, group: Group, stand: number): Value {
  const { game, est, view } = ctx;
  const now = unitAt(ctx.view, unit);
  const command = infoOf(game, unit).data.commandKm ?? 10;
  const fixed = group.units.filter((other) => infoOf(game, other).hq === unit && !inCommand(game, view, other));
  return (hex) => {
    let value = -2 * Math.abs(distance(game, hex, stand) - 1);
    for (const other of fixed) if (distance(game, hex, unitAt(view, other).hex) * game.hexKm <= command) value += 1;
    const near = nearestFoe(est, hex);
    if (near <= 1) value -= 15;
    else if (near === 2) value -= 2;
    if (menIn(ctx, hex) > 500) value += 3;
    if (hex === now.hex) value += 2;
    return value;
  };
}
