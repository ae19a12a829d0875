/** Who belongs to whom in an order of battle. */
import type { Game } from '../core/game.ts';

/** Indices of the units of a formation with all below it, itself included when it has a counter. */
export function unitsOf(game: Game, id: string): number[] {
  const { units, formations } = game.data.oob;
  const parents = new Map<string, string | null>();
  for (const entry of [...formations, ...units]) parents.set(entry.id, entry.parent);
  const belongs = (start: string): boolean => {
    const seen = new Set<string>();
    for (let at: string | null = start; at !== null && !seen.has(at); at = parents.get(at) ?? null) {
      if (at === id) return true;
      seen.add(at);
    }
    return false;
  };
  return units.flatMap((unit, i) => (belongs(unit.id) ? [i] : []));
}

/** Units of a formation, or of a whole side when the formation is null. */
export function unitsOfEither(game: Game, side: string, formation: string | null): number[] {
  if (formation !== null) return unitsOf(game, formation);
  const index = game.sideIndex.get(side);
  return index === undefined ? [] : game.bySide[index].slice();
}
