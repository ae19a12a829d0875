/** Delay: the foremost position that can be held, and the next one behind it before the enemy is round the first. */
import { daysOfTurn, distance } from '../../core/game.ts';
import { type Estimate, foesWithin, holdsGround, infoOf, ownWithin, unitAt } from '../estimate.ts';
import { DAY, footTo } from '../ground.ts';
import type { Plan } from '../plan.ts';
import { give } from '../tasks.ts';
import type { Column } from './column.ts';
import { byNearness, columnTask, isOwn, isWorn, placeNear, powerNear } from './deal.ts';

/** Known power around a position for power near it: more is not waited for, and not gone forward to meet. */
const STAND = 1.8;
const GO = 1.3;
/** Share of the groups in the foremost position; the others are in the next, to fall back on and to relieve. */
const IN_FRONT = 0.6;
/** Who can be in a position within so many minutes counts for it. */
const IN_TIME = 900;
/** Minutes by which a column is back in a position before the enemy. */
const LATE = 120;
/** A position with so much power behind it, for its own, is turned. */
const TURNED = 0.3;

type Foe = Estimate['foes'][number];

export function delay(est: Estimate, plan: Plan, column: Column): void {
  fallBack(est, plan, column, column.phase.axis);
}

/** Puts a column into the foremost of some positions that it can hold; in the last it stays. */
export function fallBack(est: Estimate, plan: Plan, column: Column, positions: readonly number[]): void {
  const bare = bareOf(est, column, positions);
  const front = Math.max(frontOf(est, column, positions), column.groups.length === 1 ? bare : 0);
  const last = front === positions.length - 1;
  const ahead = columnTask(column, last ? 'hold' : 'delay', positions[front] as number, column.power);
  plan.tasks.push(ahead);
  const rear = positions[front + 1];
  if (rear !== undefined) ahead.rear = rear;
  if (last || column.groups.length === 1) {
    for (const group of column.groups) give(plan, group, ahead);
    return;
  }
  const behind = columnTask(column, 'delay', positions[front + 1] as number, column.power);
  behind.rear = positions[front + 2] ?? behind.hex;
  plan.tasks.push(behind);
  let groups = column.groups;
  if (bare > front) {
    const post = columnTask(column, 'hold', positions[bare] as number, column.power);
    plan.tasks.push(post);
    const [guard] = byNearness(est.game, groups, post.hex);
    if (guard) give(plan, guard, post);
    groups = groups.filter((group) => group !== guard);
  }
  let room = Math.max(1, Math.round(groups.length * IN_FRONT));
  const near = byNearness(est.game, groups, ahead.hex);
  const fit = near.filter((group) => !isWorn(est, group));
  for (const group of [...fit, ...near.filter((other) => !fit.includes(other))])
    give(plan, group, room-- > 0 ? ahead : behind);
}

/**
 * The rearmost position with a depot of ours that nobody stands in and that an enemy can be at before the column is back;
 * -1 for none.
 */
function bareOf(est: Estimate, column: Column, positions: readonly number[]): number {
  const { game, view } = est;
  for (let i = positions.length - 1; i >= 0; i--) {
    const hex = positions[i] as number;
    if (!isOwn(est, hex) || !game.depots.some((depot) => depot.hex === hex && depot.side === est.side)) continue;
    if (est.own.some((unit) => holdsGround(game, unit) && distance(game, unitAt(view, unit).hex, hex) <= 1)) continue;
    const field = footTo(game, hex);
    const back = Math.min(...column.groups.map((group) => field[group.hex] as number));
    // Who is beside a group that is nearer does not get past it.
    const isHeld = (foe: Foe): boolean =>
      column.groups.some(
        (group) => distance(game, group.hex, foe.hex) <= 1 && (field[group.hex] as number) < (field[foe.hex] as number),
      );
    const comes = (foe: Foe): boolean => (field[foe.hex] as number) <= back + LATE && !isHeld(foe);
    if (est.foes.some((foe) => !isIrregular(est, foe.unit) && comes(foe))) return i;
  }
  return -1;
}

/** The foremost tenable position, the last where none is. */
function frontOf(est: Estimate, column: Column, positions: readonly number[]): number {
  const at = placeNear(est.game, positions, column.centre);
  for (let i = 0; i + 1 < positions.length; i++) {
    const hex = positions[i] as number;
    // What has been given up is not gone back to while the enemy can be there.
    if (i < at && !isManned(est, column, hex) && isInReach(est, hex)) continue;
    if (isTenable(est, column, hex, positions[i + 1] as number)) return i;
  }
  return positions.length - 1;
}

/** Can a known enemy be at a hex before the next turn is over? */
function isInReach(est: Estimate, hex: number): boolean {
  const field = footTo(est.game, hex);
  const minutes = DAY * daysOfTurn(est.game) * 1.5;
  return est.foes.some((foe) => !isIrregular(est, foe.unit) && (field[foe.hex] as number) < minutes);
}

function isIrregular(est: Estimate, unit: number): boolean {
  return infoOf(est.game, unit).data.kind === 'irregular';
}

function isManned(est: Estimate, column: Column, hex: number): boolean {
  return column.groups.some((group) => distance(est.game, group.hex, hex) <= 1);
}

function isTenable(est: Estimate, column: Column, hex: number, next: number): boolean {
  const { game } = est;
  const foes = foesWithin(est, hex, 2);
  const there = isManned(est, column, hex);
  if (!isOwn(est, hex) && (foes > 0 || (!there && isInReach(est, hex)))) return false;
  const fit = column.groups.filter((group) => !isWorn(est, group));
  // Neighbours in the position count as well.
  const power = Math.max(powerNear(game, fit, hex, there ? IN_TIME / 2 : IN_TIME), ownWithin(est, hex, 1));
  return foes <= power * (there ? STAND : GO) && behind(est, hex, next) < power * TURNED;
}

/** Power of the enemies near a position who have got nearer to the next one than it is. */
function behind(est: Estimate, hex: number, next: number): number {
  const field = footTo(est.game, next);
  const own = field[hex] as number;
  let power = 0;
  for (const foe of est.foes) {
    if (isIrregular(est, foe.unit) || distance(est.game, foe.hex, hex) > 5) continue;
    if ((field[foe.hex] as number) < own - 60) power += foe.power;
  }
  return power;
}
