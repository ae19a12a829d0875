/** The map of a tiny scenario, drawn in text: one letter a hex. */
import {
  COVER_LETTERS,
  COVERS,
  type Cover,
  type MapData,
  RELIEF_LETTERS,
  RELIEFS,
  type Relief,
} from '../../src/core/scenario.ts';
import type { TinyOptions } from './fixture.ts';

/** What each letter of a drawn map stands for: relief, cover, mean elevation and crest in metres. */
const LEGEND: Record<string, [Relief, Cover, number, number]> = {
  '.': ['flat', 'mixed', 100, 110],
  ',': ['flat', 'bare', 100, 110],
  w: ['flat', 'wooded', 100, 110],
  p: ['flat', 'paddy', 100, 105],
  v: ['flat', 'village', 100, 110],
  t: ['flat', 'town', 100, 110],
  s: ['flat', 'swamp', 100, 102],
  W: ['flat', 'water', 90, 90],
  l: ['rolling', 'mixed', 160, 200],
  h: ['rugged', 'bare', 300, 420],
  H: ['rugged', 'wooded', 300, 420],
  M: ['rugged', 'bare', 500, 700],
};

/** The hexes of "0001 0101" and "0001-0501". */
export function hexes(text: string): string[] {
  const found: string[] = [];
  for (const part of text.split(/\s+/).filter((word) => word.length > 0)) {
    const [from, to] = part.split('-') as [string, string | undefined];
    if (to === undefined) found.push(from);
    else {
      const [a, b] = [Number(from.slice(0, 2)), Number(to.slice(0, 2))];
      for (let col = a; a <= b ? col <= b : col >= b; col += a <= b ? 1 : -1)
        found.push(String(col).padStart(2, '0') + from.slice(2));
    }
  }
  return found;
}

/** The map file of a tiny scenario. */
export function tinyMap(options: TinyOptions): MapData {
  const rows = options.map.map((row) => row.replaceAll(' ', ''));
  const cols = (rows[0] as string).length;
  const at = (letter: string): [Relief, Cover, number, number] => {
    const found = LEGEND[letter];
    if (!found) throw new Error(`no such letter on a tiny map: ${letter}`);
    return found;
  };
  const height = (which: 0 | 1): number[][] =>
    rows.map((row, y) =>
      [...row].map((letter, x) => {
        const name = String(x).padStart(2, '0') + String(y).padStart(2, '0');
        return options.elevation?.[name]?.[which] ?? (at(letter)[2 + which] as number);
      }),
    );
  const lines = (chains: string[] | undefined, name: 'road' | 'track'): MapData['roads'] =>
    (chains ?? []).map((chain, i) => ({
      id: `${name}${i}`,
      name: `${name} ${i}`,
      class: name,
      hexes: hexes(chain),
      source: ['test'],
    }));
  return {
    formatVersion: 1,
    id: 'tiny',
    cols,
    rows: rows.length,
    hexKm: options.hexKm ?? 2.5,
    projection: { kind: 'laea', lat0: 0, lon0: 0 },
    elevationM: height(0),
    crestM: height(1),
    relief: rows.map((row) => [...row].map((letter) => RELIEF_LETTERS[RELIEFS.indexOf(at(letter)[0])]).join('')),
    cover: rows.map((row) => [...row].map((letter) => COVER_LETTERS[COVERS.indexOf(at(letter)[1])]).join('')),
    rivers: (options.rivers ?? []).map((text) => {
      const [hex, direction, name] = text.split(' ') as [string, string, MapData['rivers'][number]['class']];
      return { hex, direction: Number(direction), class: name };
    }),
    roads: [...lines(options.roads, 'road'), ...lines(options.tracks, 'track')],
    bridges: (options.bridges ?? []).map((text, i) => {
      const [hex, direction, name] = text.split(' ') as [string, string, string | undefined];
      return { id: `bridge${i}`, hex, direction: Number(direction), kind: name === 'ferry' ? 'ferry' : 'bridge' };
    }),
    rails: Object.entries(options.rails ?? {}).map(([id, chain]) => ({
      id,
      name: id,
      hexes: hexes(chain),
      source: ['test'],
    })),
    places: Object.entries({
      ...options.places,
      ...Object.fromEntries((options.airfields ?? []).map(({ id, hex }) => [id, hex])),
    }).map(([id, hex]) => ({
      id,
      name: id,
      zh: id,
      kind: 'village',
      hex,
      lat: 0,
      lon: 0,
      positionErrorKm: 0,
      source: ['test'],
    })),
    credits: [],
  };
}
