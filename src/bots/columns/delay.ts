/** Delay: the foremost position that can be held, and the next one behind it before the enemy is round the first. */
import { distance } from '../../core/game.ts';
import { type Estimate, foesWithin, infoOf } from '../estimate.ts';
import { footTo } from '../ground.ts';
import type { Group } from '../groups.ts';
import type { Plan } from '../plan.ts';
import { give } from '../tasks.ts';
import type { Column } from './column.ts';
import { byNearness, columnTask, isOwn, isWorn, powerNear } from './deal.ts';

/** Known power around a position for power near it: more is not waited for, and not gone forward to meet. */
const STAND = 2.4;
const GO = 1.3;
/** Share of the groups in the foremost position; the others are in the next, to fall back on and to relieve. */
const IN_FRONT = 0.6;
/** Who can be in a position within so many minutes counts for it. */
const IN_TIME = 900;
/** Enemies of less power than this behind a position are patrols. */
const PATROL = 400;

export function delay(est: Estimate, plan: Plan, column: Column): void {
  const { axis } = column.phase;
  const front = frontOf(est, column);
  const last = front === axis.length - 1;
  const ahead = columnTask(est.game, column, last ? 'hold' : 'delay', axis[front] as number, column.power);
  plan.tasks.push(ahead);
  if (last || column.groups.length === 1) {
    for (const group of column.groups) give(plan, group, ahead);
    return;
  }
  const behind = columnTask(est.game, column, 'delay', axis[front + 1] as number, column.power);
  plan.tasks.push(behind);
  let room = Math.max(1, Math.round(column.groups.length * IN_FRONT));
  const near = byNearness(est.game, column.groups, ahead.hex);
  const fit = near.filter((group) => !isWorn(est, group));
  for (const group of [...fit, ...near.filter((other) => !fit.includes(other))])
    give(plan, group, room-- > 0 ? ahead : behind);
}

/** The foremost tenable position, the last where none is. */
function frontOf(est: Estimate, column: Column): number {
  const { axis } = column.phase;
  for (let i = 0; i + 1 < axis.length; i++) if (isTenable(est, column, i)) return i;
  return axis.length - 1;
}

function isTenable(est: Estimate, column: Column, at: number): boolean {
  const { game } = est;
  const hex = column.phase.axis[at] as number;
  const next = column.phase.axis[at + 1] as number;
  const foes = foesWithin(est, hex, 2);
  if (!isOwn(est, hex) && foes > 0) return false;
  const there = column.groups.some((group) => distance(game, group.hex, hex) <= 1);
  // What is lost is not gone back to while the enemy is anywhere near.
  if (!isOwn(est, hex) && !there && foesWithin(est, hex, 4) > 0) return false;
  if (isTurned(est, hex, next)) return false;
  const power = powerNear(game, strongOf(est, column), hex, there ? IN_TIME / 2 : IN_TIME);
  return foes <= power * (there ? STAND : GO);
}

function strongOf(est: Estimate, column: Column): Group[] {
  return column.groups.filter((group) => !isWorn(est, group));
}

/** Has an enemy in strength got nearer to the next position than this one is? */
function isTurned(est: Estimate, hex: number, next: number): boolean {
  const field = footTo(est.game, next);
  const own = field[hex] as number;
  return est.foes.some(
    (foe) =>
      foe.power >= PATROL &&
      infoOf(est.game, foe.unit).data.kind !== 'irregular' &&
      (field[foe.hex] as number) < own - 60 &&
      distance(est.game, foe.hex, hex) <= 5,
  );
}
