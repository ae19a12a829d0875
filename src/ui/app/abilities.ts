/** What a unit can do now, and why not: each kind of order by the same checks that take it. */
import { check, checkMarcher } from '../../core/check.ts';
import type { Refusal } from '../../core/refusal.ts';
import { ACT_ASSAULTED, ACT_MOVED, ACT_RETREATED } from '../../core/state.ts';
import { waysOut } from './breakOut.ts';
import { reachable } from './marching.ts';
import { isOwn, onMap, type Seen, touching } from './seen.ts';
import { targetsOf } from './target.ts';
import { jobsOf } from './works.ts';

export const ABILITIES = ['march', 'truck', 'assault', 'bombard', 'works', 'breakOut', 'dig'] as const;
export type AbilityId = (typeof ABILITIES)[number];

export interface Ability {
  id: AbilityId;
  able: boolean;
  /** Hexes in reach, targets or jobs; 0 for what is not counted. */
  count: number;
  /** Why the rules forbid it; null where nothing forbids it, and where there is simply nothing to do it to. */
  refusal: Refusal | null;
  clause: string;
}

function enemiesNear({ game, view, side }: Seen, hex: number): number[] {
  const hexes = view.units.flatMap((now, unit) =>
    game.units[unit]?.side !== side && onMap({ game, view, side, mayOrder: true }, unit) ? [now.hex] : [],
  );
  return [...new Set(hexes)].filter((near) => touching(game, hex, near));
}

function march(seen: Seen, unit: number, mode: 'march' | 'truck'): Ability {
  const refusal = checkMarcher(seen.game, seen.view, unit, mode);
  const count = refusal ? 0 : reachable(seen, unit, mode).hexes.length;
  return { id: mode, able: count > 0, count, refusal, clause: mode === 'truck' ? '3.8' : '3.1' };
}

function assault(seen: Seen, unit: number, hex: number): Ability {
  const near = enemiesNear(seen, hex);
  const refusals = near.map((enemy) =>
    check(seen.game, seen.view, { type: 'assault', units: [unit], support: [], hex: enemy, advance: true }),
  );
  const count = refusals.filter((one) => one === null).length;
  return { id: 'assault', able: count > 0, count, refusal: count > 0 ? null : (refusals[0] ?? null), clause: '6.1' };
}

/** Every kind of order for an own unit on the map; guns only for those who have them. Empty out of turn. */
export function abilitiesOf(seen: Seen, unit: number): Ability[] {
  const { game, view } = seen;
  const now = view.units[unit];
  const info = game.units[unit];
  if (!now || !info || !seen.mayOrder || !isOwn(seen, unit) || !onMap(seen, unit)) return [];
  const list = [march(seen, unit, 'march'), march(seen, unit, 'truck'), assault(seen, unit, now.hex)];
  if (info.rangeM > 0) {
    const targets = targetsOf(seen, [unit]).filter((hex) => check(game, view, { type: 'bombard', unit, hex }) === null);
    const refusal = targets.length > 0 ? null : check(game, view, { type: 'bombard', unit, hex: now.hex });
    // Its own hex holds no enemy: whatever else is wrong is told before that.
    const why = refusal?.code === 'no-target' ? null : refusal;
    list.push({ id: 'bombard', able: targets.length > 0, count: targets.length, refusal: why, clause: '6.21' });
  }
  const jobs = jobsOf(seen, unit).length;
  if (jobs > 0 || info.data.kind === 'engineer')
    list.push({ id: 'works', able: jobs > 0, count: jobs, refusal: null, clause: '10.2' });
  const out = waysOut(seen, unit);
  if (out.hexes.length > 0)
    list.push({ id: 'breakOut', able: true, count: out.hexes.length, refusal: null, clause: '6.22' });
  const digs = (now.acts & (ACT_MOVED | ACT_ASSAULTED | ACT_RETREATED)) === 0;
  list.push({ id: 'dig', able: digs, count: 0, refusal: null, clause: '11.3' });
  return list;
}
