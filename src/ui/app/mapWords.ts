/** What stands on the map in words: places, rivers and railways as the reader's language calls them. */
import type { Game } from '../../core/game.ts';
import type { ScenarioData } from '../../core/scenario.ts';
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

const riverName = (names: Names, name: string): string => t('names.river', { name: names.line(name) });

function renamed<T extends { name?: string }>(list: readonly T[], call: (name: string) => string): T[] {
  return list.map((line) => (line.name ? { ...line, name: call(line.name) } : line));
}

/** A scenario whose rivers and railways have the names of the reader's language, for the sheet alone. */
export function namedGround(data: ScenarioData, names: Names): ScenarioData {
  const { map } = data;
  const rivers = renamed(map.rivers, (name) => riverName(names, name));
  const rails = map.rails ? { rails: renamed(map.rails, (name) => names.line(name)) } : {};
  return { ...data, map: { ...map, rivers, ...rails } };
}

/** The same of the lines that are drawn in place of the hexsides. */
export function namedLines(lines: MapLines, names: Names): MapLines {
  const rails = lines.rails ? { rails: renamed(lines.rails, (name) => names.line(name)) } : {};
  return { ...lines, rivers: renamed(lines.rivers, (name) => riverName(names, name)), ...rails };
}
