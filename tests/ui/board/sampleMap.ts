import type { MapData } from '../../../src/core/scenario.ts';

/** A plain of `cols` by `rows` hexes at 100 m, with whatever is given instead. */
export function sampleMap(cols: number, rows: number, change: Partial<MapData> = {}): MapData {
  return {
    formatVersion: 1,
    id: 'sample',
    cols,
    rows,
    hexKm: 2.5,
    projection: { kind: 'laea', lat0: 23, lon0: 108.6 },
    elevationM: Array.from({ length: rows }, () => Array.from({ length: cols }, () => 100)),
    crestM: Array.from({ length: rows }, () => Array.from({ length: cols }, () => 120)),
    relief: Array.from({ length: rows }, () => 'f'.repeat(cols)),
    cover: Array.from({ length: rows }, () => 'b'.repeat(cols)),
    rivers: [],
    roads: [],
    bridges: [],
    places: [],
    credits: [],
    ...change,
  };
}
