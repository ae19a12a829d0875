/** Which units of the side could come to a hex this turn, and with how much time left. */
import { check } from '../../../core/check.ts';
import { pathTo, reach } from '../../../core/rules/movement.ts';
import type { Reacher } from '../../board/contract.ts';
import { t } from '../../text/intl.ts';
import { formatMinutes } from '../../text/names.ts';
import { onMap, type Seen } from '../seen.ts';

interface Way {
  unit: number;
  /** Minutes of march left on arrival. */
  left: number;
}

/** Ways to every hex, kept as long as the view: all units of a side take some ten milliseconds. */
const ways = new WeakMap<object, Map<number, Way[]>>();

function waysTo(seen: Seen): Map<number, Way[]> {
  const { game, view } = seen;
  let found = ways.get(view);
  if (found) return found;
  found = new Map();
  for (const unit of game.bySide[seen.side]) {
    if (!onMap(seen, unit)) continue;
    const now = view.units[unit] as Seen['view']['units'][number];
    const { order, minutes } = reach(game, view, unit, 'march');
    for (const hex of order) {
      if (hex === now.hex) continue;
      const way = { unit, left: now.minutes - (minutes[hex] as number) };
      const list = found.get(hex);
      if (list) list.push(way);
      else found.set(hex, [way]);
    }
  }
  ways.set(view, found);
  return found;
}

/** Units that could march to a hex and stay there, those with most time left first. */
export function reachersOf(seen: Seen, hex: number): Way[] {
  if (hex < 0 || !seen.mayOrder) return [];
  const { game, view } = seen;
  return (waysTo(seen).get(hex) ?? [])
    .filter(({ unit }) => {
      const path = pathTo(reach(game, view, unit, 'march'), hex);
      return path.length > 0 && check(game, view, { type: 'move', unit, path, mode: 'march' }) === null;
    })
    .sort((a, b) => b.left - a.left || a.unit - b.unit);
}

/** The same as lines for the board. */
export function reacherLines(seen: Seen, hex: number): Reacher[] {
  return reachersOf(seen, hex).map(({ unit, left }) => ({
    from: seen.view.units[unit]?.hex as number,
    to: hex,
    text: t('overlays.left', { time: formatMinutes(left) }),
  }));
}
