/** Which own units can still do a thing this turn, and which stand out by something: for going round them and marking them. */
import { ASSAULT_COHESION } from '../../core/rules/combat.ts';
import { ACT_ASSAULTED, ACT_BOMBARDED, ACT_MOVED } from '../../core/state.ts';
import { hasTime } from './idle.ts';
import { reachable } from './marching.ts';
import { isOwn, onMap, type Seen } from './seen.ts';
import { targetsOf } from './target.ts';

/** Is there a hex it can march to? */
export function canMarch(seen: Seen, unit: number): boolean {
  return hasTime(seen, unit) && reachable(seen, unit, 'march').hexes.length > 0;
}

/** Is there a known enemy it may attack or shell? */
export function canFight(seen: Seen, unit: number): boolean {
  return onMap(seen, unit) && targetsOf(seen, [unit]).length > 0;
}

export const STANDOUTS = ['formation', 'disrupted', 'fired', 'moved', 'leaders'] as const;
export type Standout = (typeof STANDOUTS)[number];

/** Units of the same formation, and the headquarters over them. */
function formationOf({ game }: Seen, unit: number): number[] {
  const parent = game.units[unit]?.data.parent ?? null;
  if (parent === null) return [unit];
  return game.units.flatMap(({ data, index }) => (data.parent === parent || data.id === parent ? [index] : []));
}

/** Units on the map to be ringed; enemies only as far as the view names them. */
export function unitsThat(seen: Seen, standout: Standout, lead: number): number[] {
  const { game, view } = seen;
  const own = game.bySide[seen.side].filter((unit) => onMap(seen, unit));
  const acted = (bits: number): number[] => own.filter((unit) => ((view.units[unit]?.acts ?? 0) & bits) !== 0);
  switch (standout) {
    case 'formation':
      return lead < 0 || !isOwn(seen, lead) ? [] : formationOf(seen, lead).filter((unit) => onMap(seen, unit));
    case 'disrupted':
      return own.filter((unit) => (view.units[unit]?.cohesion ?? 1000) < ASSAULT_COHESION);
    case 'fired':
      return acted(ACT_ASSAULTED | ACT_BOMBARDED);
    case 'moved':
      return acted(ACT_MOVED);
    case 'leaders': {
      const led = new Set(
        game.data.oob.leaders.flatMap(({ unit }, i) => (view.leaders[i]?.status === 0 ? [unit] : [])),
      );
      return own.filter((unit) => led.has(game.units[unit]?.data.id ?? ''));
    }
  }
}
