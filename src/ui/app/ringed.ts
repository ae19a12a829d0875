/** A formation ringed on the map from the order of battle. */
import { signal } from '@preact/signals';
import { membersOf } from '../../core/members.ts';
import { SEEN_TYPE } from '../../core/state.ts';
import { isOwn, onMap, type Seen } from './seen.ts';

/** The formation or headquarters that is ringed, by its id; null for none. */
export const ringed = signal<string | null>(null);

/** Units on the map of the ringed formation; of an enemy's those known by type. */
export function ringedUnits(seen: Seen, id: string): number[] {
  const known = (unit: number): boolean =>
    isOwn(seen, unit) || !seen.view.fog || (seen.view.units[unit]?.seen ?? 0) >= SEEN_TYPE;
  return membersOf(seen.game.data, id).filter((unit) => onMap(seen, unit) && known(unit));
}
