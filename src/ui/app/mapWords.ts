/** What stands on the map in words: places, rivers and railways as the reader's language calls them. */
import type { Game } from '../../core/game.ts';
import type { MapLines, PlaceWords } from '../board/contract.ts';
import { language, t } from '../text/intl.ts';
import type { Names } from '../text/names.ts';

/** Names of the places in the reader's language with the romanised name of the time below; null leaves those of the map. */
export function placeWordsOf(game: Game, names: Names): PlaceWords[] | null {
  if (language() === 'en') return null;
  return game.data.map.places.map((place, index) => ({
    name: names.place(index),
    // Points that are called by their height have no older name.
    second: place.period ?? (place.kind === 'height' ? '' : place.name),
  }));
}

/** Lines of the map under the names of the reader's language, rivers marked as such where a name does not say it. */
export function namedLines(lines: MapLines, names: Names): MapLines {
  const named = <T extends { name?: string }>(list: readonly T[], call: (name: string) => string): T[] =>
    list.map((line) => (line.name ? { ...line, name: call(names.line(line.name)) } : line));
  return {
    ...lines,
    rivers: named(lines.rivers, (name) => t('names.river', { name })),
    ...(lines.rails ? { rails: named(lines.rails, (name) => name) } : {}),
  };
}
