/** Units that still have something to do this turn, and going round them. */
import type { Game } from '../../core/game.ts';
import { ACT_ASSAULTED, ACT_BOMBARDED, ACT_MOVED, STANCES } from '../../core/state.ts';
import { isOwn, onMap, type Seen } from './seen.ts';

/** Minutes below which a unit counts as done: less than any step takes. */
const WORTH_MINUTES = 30;
/** Hexes from the nearest known enemy at which a headquarters is in the rear. */
const REAR_HEXES = 8;
const HOLD = STANCES.indexOf('hold');

/** What a unit must still be able to do to be gone to. */
export type Can = (seen: Seen, unit: number) => boolean;

/** Can the unit still march this turn? */
export function hasTime(seen: Seen, unit: number): boolean {
  const now = seen.view.units[unit];
  return now !== undefined && onMap(seen, unit) && now.held === 0 && now.minutes >= WORTH_MINUTES;
}

/** Has the unit had an order this turn that took it somewhere or into a fight? */
function hasActed(seen: Seen, unit: number): boolean {
  return ((seen.view.units[unit]?.acts ?? 0) & (ACT_MOVED | ACT_ASSAULTED | ACT_BOMBARDED)) !== 0;
}

/** Own units that have had no order this turn and could take one; `resting` are left out. */
export function idleUnits(seen: Seen, resting: ReadonlySet<number>): number[] {
  return seen.game.bySide[seen.side].filter(
    (unit) => hasTime(seen, unit) && !resting.has(unit) && !hasActed(seen, unit),
  );
}

function hexesBetween({ q, r }: Game, a: number, b: number): number {
  const dq = (q[a] as number) - (q[b] as number);
  const dr = (r[a] as number) - (r[b] as number);
  return Math.max(Math.abs(dq), Math.abs(dr), Math.abs(dq + dr));
}

/** Nothing much to decide: told to hold, already used today, or a headquarters far behind the front. */
function comesLast(seen: Seen, unit: number, enemies: readonly number[]): boolean {
  const now = seen.view.units[unit];
  if (!now || now.stance === HOLD || hasActed(seen, unit)) return true;
  if (seen.game.units[unit]?.data.kind !== 'hq') return false;
  return enemies.every((hex) => hexesBetween(seen.game, hex, now.hex) > REAR_HEXES);
}

/**
 * The units with time left as a way round them: from a hex to the nearest unit, from there to the nearest again, stacks
 * together; those with little to decide come after all others.
 */
export function roundFrom(seen: Seen, hex: number, resting: ReadonlySet<number>, can: Can = hasTime): number[] {
  const enemies = seen.view.units.flatMap((now, unit) => (onMap(seen, unit) && !isOwn(seen, unit) ? [now.hex] : []));
  const left = seen.game.bySide[seen.side]
    .filter((unit) => can(seen, unit) && !resting.has(unit))
    .map((unit) => ({ unit, hex: seen.view.units[unit]?.hex ?? -1, last: comesLast(seen, unit, enemies) }));
  const round: number[] = [];
  let at = hex;
  while (left.length > 0) {
    const far = (one: (typeof left)[number]): number =>
      (one.last ? seen.game.size : 0) + (at < 0 ? 0 : hexesBetween(seen.game, at, one.hex));
    const nearest = left.reduce((best, one) => (far(one) < far(best) ? one : best));
    left.splice(left.indexOf(nearest), 1);
    round.push(nearest.unit);
    at = nearest.hex;
  }
  return round;
}

/** The next (or, with -1, previous) unit of a round that still has time, beginning again at its end; -1 for none. */
export function nextUnit(
  seen: Seen,
  round: readonly number[],
  from: number,
  by: 1 | -1,
  resting: ReadonlySet<number>,
  can: Can = hasTime,
): number {
  const start = round.indexOf(from);
  for (let n = 1; n <= round.length; n++) {
    const index = start < 0 ? (by > 0 ? n - 1 : round.length - n) : (start + by * n + round.length * 2) % round.length;
    const unit = round[index] as number;
    if (unit !== from && can(seen, unit) && !resting.has(unit)) return unit;
  }
  return -1;
}
