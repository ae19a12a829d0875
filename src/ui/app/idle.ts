/** Units that still have something to do this turn, and going round them. */
import { ACT_ASSAULTED, ACT_BOMBARDED, ACT_MOVED } from '../../core/state.ts';
import { onMap, type Seen } from './seen.ts';

/** Minutes below which a unit counts as done: less than any step takes. */
const WORTH_MINUTES = 30;

/** Can the unit still march this turn? */
export function hasTime(seen: Seen, unit: number): boolean {
  const now = seen.view.units[unit];
  return now !== undefined && onMap(seen, unit) && now.held === 0 && now.minutes >= WORTH_MINUTES;
}

/** Own units that have had no order this turn and could take one; `resting` are left out. */
export function idleUnits(seen: Seen, resting: ReadonlySet<number>): number[] {
  return seen.game.bySide[seen.side].filter((unit) => {
    const acts = seen.view.units[unit]?.acts ?? 0;
    return hasTime(seen, unit) && !resting.has(unit) && (acts & (ACT_MOVED | ACT_ASSAULTED | ACT_BOMBARDED)) === 0;
  });
}

/** The next (or, with -1, previous) unit with time left after `from`, in the order of the scenario; -1 for none. */
export function nextUnit(seen: Seen, from: number, by: 1 | -1, resting: ReadonlySet<number>): number {
  const list = seen.game.bySide[seen.side].filter((unit) => hasTime(seen, unit) && !resting.has(unit));
  if (list.length === 0) return -1;
  if (by > 0) return list.find((unit) => unit > from) ?? (list[0] as number);
  return list.findLast((unit) => unit < from) ?? (list[list.length - 1] as number);
}
