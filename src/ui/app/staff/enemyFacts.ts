/** The enemy as far as we know him, for the staff's table: what the view shows, and where who is lost from sight was last. */
import { SEEN_NOTHING, SEEN_STRENGTH, SEEN_TYPE, UNIT_ON_MAP } from '../../../core/state.ts';
import { isOwn, onMap, type Seen } from '../seen.ts';

export const ENEMY_STATES = ['inSight', 'contact', 'type', 'strength', 'lost'] as const;
export type EnemyStateId = (typeof ENEMY_STATES)[number];

export interface EnemyFacts {
  unit: number;
  /** Is it known which unit this is? */
  named: boolean;
  /** SEEN_NOTHING (lost from sight) .. SEEN_STRENGTH. */
  seen: number;
  /** Men counted (strength known), of its kind (type known), or null. */
  men: number | null;
  counted: boolean;
  quality: number | null;
  cohesion: number | null;
  /** Hundredths of a day dug, as far as known. */
  dug: number | null;
  /** Where it is, or was seen last. */
  hex: number;
  /** The turn in which it was seen last; the present one for those in sight. */
  turn: number;
  states: EnemyStateId[];
}

const LEVELS: readonly EnemyStateId[] = ['lost', 'contact', 'type', 'strength'];

/** Enemy units in sight, and those seen before and lost. Without fog everyone on the map. Reads nothing but the view. */
export function enemyFacts(seen: Seen): EnemyFacts[] {
  const { game, view } = seen;
  // By place: the order of the scenario would tell which unit of which formation a mere contact is.
  const found = game.bySide[(1 - seen.side) as 0 | 1].flatMap((unit): EnemyFacts[] => {
    const now = view.units[unit];
    const info = game.units[unit];
    if (!now || !info || isOwn(seen, unit)) return [];
    if (!view.fog && now.status !== UNIT_ON_MAP) return [];
    const level = view.fog ? now.seen : SEEN_STRENGTH;
    const inSight = onMap(seen, unit) && level > SEEN_NOTHING;
    if (!inSight && (now.seenHex < 0 || now.seenTurn <= 0)) return [];
    const known = inSight ? level : SEEN_NOTHING;
    const named = known >= SEEN_TYPE;
    const counted = known >= SEEN_STRENGTH;
    return [
      {
        unit,
        named,
        seen: known,
        men: named ? now.men : null,
        counted,
        quality: named ? info.data.quality : null,
        cohesion: counted ? now.cohesion : null,
        dug: counted ? now.dug : null,
        hex: inSight ? now.hex : now.seenHex,
        turn: inSight ? view.turn : now.seenTurn,
        states: inSight ? ['inSight', LEVELS[known] as EnemyStateId] : ['lost'],
      },
    ];
  });
  return found.sort((a, b) => b.turn - a.turn || a.hex - b.hex || b.seen - a.seen);
}
