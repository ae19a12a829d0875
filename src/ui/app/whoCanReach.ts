/** Who of the own troops can come to a hex this turn, or attack the enemy in it, with the time each has left then. */
import type { MoveAction } from '../../core/action.ts';
import { check } from '../../core/check.ts';
import { ASSAULT_MINUTES } from '../../core/rules/fight.ts';
import { reach } from '../../core/rules/movement.ts';
import { hasTime } from './idle.ts';
import type { MarchMode } from './marching.ts';
import { enemyIn, onMap, type Seen } from './seen.ts';

export interface Arrival {
  unit: number;
  /** Where it stands now. */
  from: number;
  /** Where it ends: the hex asked about, or one next to it when an enemy stands there. */
  hex: number;
  mode: MarchMode;
  /** Hexes after the start; empty for a unit that stands next to the enemy already. */
  path: readonly number[];
  /** Minutes of march spent, and left on arrival. */
  spent: number;
  left: number;
  /** True when it comes to attack the hex and not to stay in it. */
  attacks: boolean;
}

/** The quickest ways of one unit: minutes to each hex (-1 for none) and the hex before, kept for as long as the view. */
interface Ways {
  minutes: Int16Array;
  before: Int16Array;
}

const kept = new WeakMap<object, Map<string, Ways>>();

/** The ways of a unit over the whole map, searched once for each view: the pointer asks hex after hex. */
function waysOf({ game, view }: Seen, unit: number, mode: MarchMode): Ways {
  let ways = kept.get(view);
  if (!ways) {
    ways = new Map();
    kept.set(view, ways);
  }
  const key = `${mode} ${unit}`;
  let found = ways.get(key);
  if (!found) {
    const { minutes, from } = reach(game, view, unit, mode);
    found = { minutes: Int16Array.from(minutes), before: Int16Array.from(from) };
    ways.set(key, found);
  }
  return found;
}

function pathOf({ before }: Ways, hex: number): number[] {
  const path: number[] = [];
  for (let at = hex; (before[at] as number) >= 0; at = before[at] as number) path.push(at);
  return path.reverse();
}

/** One unit's way to a hex where it may stay, null when there is none. */
function arrival(seen: Seen, unit: number, hex: number, mode: MarchMode): Arrival | null {
  const now = seen.view.units[unit];
  if (!now) return null;
  const ways = waysOf(seen, unit, mode);
  const spent = ways.minutes[hex] as number;
  if (spent < 0) return null;
  const path = pathOf(ways, hex);
  const order: MoveAction = { type: 'move', unit, path, mode };
  if (check(seen.game, seen.view, order)) return null;
  return { unit, from: now.hex, hex, mode, path, spent, left: now.minutes - spent, attacks: false };
}

/** On foot or own wheels where that goes, else by the command's lorries. */
function quickest(seen: Seen, unit: number, hex: number): Arrival | null {
  const march = arrival(seen, unit, hex, 'march');
  if (march) return march;
  return seen.view.sides[seen.side].lift >= (seen.view.units[unit]?.men ?? 0)
    ? arrival(seen, unit, hex, 'truck')
    : null;
}

/** Could the unit go in, once it stands where it ends? */
function mayAssault({ game, view }: Seen, { unit, hex: from, left }: Arrival, hex: number): boolean {
  const units = view.units.map((one, i) => (i === unit ? { ...one, hex: from, minutes: left } : one));
  return check(game, { ...view, units }, { type: 'assault', units: [unit], support: [], hex, advance: true }) === null;
}

/** The best place from which a unit could still attack the hex this turn. */
function toAttack(seen: Seen, unit: number, hex: number): Arrival | null {
  const now = seen.view.units[unit];
  if (!now) return null;
  let best: Arrival | null = null;
  for (let d = 0; d < 6; d++) {
    const near = seen.game.neighbours[hex * 6 + d] ?? -1;
    if (near < 0) continue;
    const there: Arrival | null =
      near === now.hex
        ? { unit, from: near, hex: near, mode: 'march', path: [], spent: 0, left: now.minutes, attacks: true }
        : arrival(seen, unit, near, 'march');
    if (!there || there.left < ASSAULT_MINUTES || !mayAssault(seen, there, hex)) continue;
    if (!best || there.left > best.left) best = { ...there, attacks: true };
  }
  return best;
}

/**
 * Own units that can reach a hex this turn, those with the most time left first; for a hex where an enemy is known,
 * units that can come next to it with time for an assault. Empty while the side may give no orders.
 */
export function whoCanReach(seen: Seen, hex: number): Arrival[] {
  const { game, side, view } = seen;
  if (hex < 0 || !seen.mayOrder) return [];
  const enemy = enemyIn(seen, hex);
  return game.bySide[side]
    .filter((unit) => onMap(seen, unit) && hasTime(seen, unit) && (enemy || view.units[unit]?.hex !== hex))
    .flatMap((unit) => (enemy ? toAttack(seen, unit, hex) : quickest(seen, unit, hex)) ?? [])
    .sort((a, b) => b.left - a.left || a.unit - b.unit);
}
