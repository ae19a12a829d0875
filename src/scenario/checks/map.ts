/** What must be true of `map.json` beyond its shape. */
import { directionTo, neighbourOf, parseHex } from '../../core/hex.ts';
import { COVER_LETTERS, COVERS, type ScenarioData } from '../../core/scenario.ts';
import { type Problems, shown } from '../problem.ts';
import { checkIds, checkSourced } from './common.ts';

export function checkMap({ map, scenario }: ScenarioData, problems: Problems): void {
  const { cols, rows } = map;
  if (map.id !== scenario.id) {
    const message = `the map is of ${shown(map.id)}, the scenario is ${shown(scenario.id)}`;
    problems.add('map', ['id'], 'mixed-files', message);
  }
  for (const name of ['elevationM', 'crestM', 'relief', 'cover'] as const) {
    const table: readonly { readonly length: number }[] = map[name];
    if (table.length !== rows) {
      problems.add('map', [name], 'map-size', `${table.length} rows; the map has ${rows}`);
    }
    table.forEach((row, i) => {
      if (row.length === cols) return;
      problems.add('map', [name, i], 'map-size', `${row.length} columns; the map has ${cols}`);
    });
  }
  checkLines(map, problems);
  map.places.forEach((place, i) => {
    if (parseHex(cols, rows, place.hex) < 0)
      problems.add('map', ['places', i, 'hex'], 'off-map', `hex ${place.hex} is not on the map of ${cols} x ${rows}`);
    checkSourced('map', ['places', i], place, problems);
  });
  checkIds('map', ['places'], map.places, problems);
  checkIds('map', ['roads'], map.roads, problems);
  checkIds('map', ['rails'], map.rails ?? [], problems);
  checkIds('map', ['bridges'], map.bridges, problems);
}

function checkLines(map: ScenarioData['map'], problems: Problems): void {
  const { cols, rows } = map;
  const at = (keys: PropertyKey[], text: string): number => {
    const found = parseHex(cols, rows, text);
    if (found < 0) problems.add('map', keys, 'off-map', `hex ${text} is not on the map of ${cols} x ${rows}`);
    return found;
  };
  const rivers = new Set<string>();
  map.rivers.forEach((river, i) => {
    const from = at(['rivers', i, 'hex'], river.hex);
    if (from < 0) return;
    const to = neighbourOf(cols, rows, from, river.direction);
    if (to < 0) problems.add('map', ['rivers', i, 'direction'], 'off-map', 'no hex lies across this hexside');
    else rivers.add(`${from} ${to}`).add(`${to} ${from}`);
  });
  map.bridges.forEach((bridge, i) => {
    const from = at(['bridges', i, 'hex'], bridge.hex);
    if (from < 0) return;
    const to = neighbourOf(cols, rows, from, bridge.direction);
    if (to < 0) problems.add('map', ['bridges', i, 'direction'], 'off-map', 'no hex lies across this hexside');
    else if (!rivers.has(`${from} ${to}`))
      problems.add('map', ['bridges', i], 'no-river', `no river runs along hexside ${bridge.hex}/${bridge.direction}`);
  });
  for (const list of ['roads', 'rails'] as const)
    map[list]?.forEach((line, i) => {
      checkSourced('map', [list, i], line, problems);
      const hexes = line.hexes.map((hex, k) => at([list, i, 'hexes', k], hex));
      for (let k = 1; k < hexes.length; k++) {
        const from = hexes[k - 1] as number;
        const to = hexes[k] as number;
        if (from < 0 || to < 0 || directionTo(cols, rows, from, to) >= 0) continue;
        const message = `hex ${line.hexes[k]} does not touch ${line.hexes[k - 1]}`;
        problems.add('map', [list, i, 'hexes', k], 'not-adjacent', message);
      }
    });
}

/** Is the hex under water all through? Asks only for hexes on a whole map. */
export function isWater({ map }: Pick<ScenarioData, 'map'>, hex: number): boolean {
  const row = Math.floor(hex / map.cols);
  const letter = map.cover[row]?.[hex - row * map.cols] ?? '';
  return COVERS[COVER_LETTERS.indexOf(letter)] === 'water';
}
