import { gunzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { distanceHexes } from '../../src/core/hex.ts';
import { COVER_LETTERS, RELIEF_LETTERS } from '../../src/core/scenario.ts';
import type { MapConfig } from '../../tools/map/config.ts';
import { distanceKm } from '../../tools/map/grid.ts';
import { cornersOf } from '../../tools/map/hexsides.ts';
import { buildMap } from '../../tools/map/main.ts';
import type { ReliefHeader } from '../../tools/map/relief.ts';
import { builtMap, file, root } from './builtMap.ts';

describe.each(['kunlun-pass', 'west-hunan', 'lesson'])('the map of %s', (id) => {
  const { map, grid, cell, relief, crest, hexOf, rivers, sideBetween } = builtMap(id);
  const config = JSON.parse(file(`scenarios/${id}/geo/build.json`).toString()) as MapConfig;

  it('is built from its source data to the byte', () => {
    for (const [path, bytes] of buildMap(root, id).files) {
      expect(file(path).equals(bytes), path).toBe(true);
    }
  });

  it('has a value for every hex, and no crest below the mean', () => {
    for (const rows of [map.elevationM, map.crestM, map.relief, map.cover]) {
      expect(rows).toHaveLength(map.rows);
      for (const row of rows) expect(row).toHaveLength(map.cols);
    }
    expect(new Set(map.relief.join(''))).toEqual(new Set(RELIEF_LETTERS));
    for (const letter of map.cover.join('')) expect(COVER_LETTERS).toContain(letter);
    for (let hex = 0; hex < grid.size; hex++) {
      expect(cell(map.crestM, hex)).toBeGreaterThanOrEqual(cell(map.elevationM, hex));
    }
  });

  it('carries the documented heights', () => {
    for (const place of map.places) {
      if (place.elevationM === undefined) continue;
      expect(crest(place.id), place.id).toBeGreaterThanOrEqual(place.elevationM);
      const above = place.elevationM - cell(map.elevationM, hexOf(place.id));
      if (above > config.terrain.spotAboveMeanM) expect(relief(hexOf(place.id)), place.id).toBe('r');
    }
  });

  it('has its places in their hexes, with distinct ids, known sources and an error', () => {
    const { sources } = JSON.parse(file(`scenarios/${id}/sources.json`).toString());
    expect(new Set(map.places.map((place) => place.id)).size).toBe(map.places.length);
    for (const place of map.places) {
      const point = grid.toPlane(place.lon, place.lat);
      expect(grid.format(grid.hexAt(point)), place.id).toBe(place.hex);
      expect(distanceKm(point, grid.centre(grid.parse(place.hex)))).toBeLessThan(map.hexKm / Math.sqrt(3) + 1e-9);
      expect(place.source.length, place.id).toBeGreaterThan(0);
      expect(place.positionErrorKm, place.id).toBeGreaterThan(0);
    }
    for (const { id: item, source } of [...map.places, ...map.roads, ...(map.rails ?? [])]) {
      for (const key of source) expect(sources, item).toHaveProperty(key);
    }
  });

  it('has rivers on hexsides, each once, that run on to a spring, a mouth or the edge', () => {
    expect(rivers.size).toBe(map.rivers.length);
    const ends = new Map<string, number>();
    for (const side of rivers.keys()) {
      expect(grid.neighbour(Math.floor(side / 3), side % 3)).toBeGreaterThanOrEqual(0);
      for (const corner of cornersOf(grid, side)) ends.set(corner, (ends.get(corner) ?? 0) + 1);
    }
    const loose = [...ends].filter(([corner, count]) => count === 1 && !corner.startsWith('-1'));
    expect(loose.length).toBeLessThanOrEqual(config.drafted.length + config.surveyed.length);
  });

  it('has roads and railways that are chains of adjacent hexes without repeats', () => {
    for (const { id: line, hexes } of [...map.roads, ...(map.rails ?? [])]) {
      const chain = hexes.map(grid.parse);
      expect(new Set(chain).size, line).toBe(chain.length);
      for (const [index, hex] of chain.entries()) {
        if (index > 0) expect(distanceHexes(map.cols, chain[index - 1] as number, hex), line).toBe(1);
      }
    }
  });

  it('crosses rivers by bridge or ferry, save where trails ford brooks and where the bridges are down', () => {
    const bridges = new Map(map.bridges.map((bridge) => [grid.parse(bridge.hex) * 3 + bridge.direction, bridge]));
    expect(bridges.size).toBe(map.bridges.length);
    expect(new Set(map.bridges.map((bridge) => bridge.id)).size).toBe(map.bridges.length);
    const used = new Set<number>();
    for (const { id: line, hexes } of map.roads) {
      const way = config.roads.find((road) => road.id === line);
      for (let index = 1; index < hexes.length; index++) {
        const side = sideBetween(grid.parse(hexes[index - 1] as string), grid.parse(hexes[index] as string));
        const river = rivers.get(side);
        if (!river) continue;
        used.add(side);
        if (way?.broken || (way?.fords && river.class === 'stream')) continue;
        expect(bridges.has(side), `${line} ${hexes[index]}`).toBe(true);
      }
    }
    for (const [side, { id: bridge, kind }] of bridges) {
      expect(used.has(side), bridge).toBe(true);
      const told = config.crossings.find((crossing) => crossing.id === bridge)?.kind;
      expect(kind, bridge).toBe(told ?? (rivers.get(side)?.class === 'major' ? 'ferry' : 'bridge'));
    }
  });

  it('is drawn over a relief raster that covers the outermost hexes and agrees with the hexes', () => {
    const header = JSON.parse(file(`assets/${id}/relief.json`).toString()) as ReliefHeader;
    const packed = file(`assets/${id}/${header.file}`);
    expect(packed.length).toBeLessThan(150_000);
    const bytes = gunzipSync(packed);
    const view = new DataView(bytes.buffer, bytes.byteOffset);
    const { cols, rows, stepKm, originKm } = header;
    const sums = new Map<number, [number, number]>();
    for (let row = 0; row < rows; row++) {
      let value = 0;
      for (let col = 0; col < cols; col++) {
        value += view.getInt16((row * cols + col) * 2, true);
        const hex = grid.hexAt([originKm[0] + col * stepKm, originKm[1] + row * stepKm]);
        const [sum, count] = sums.get(hex) ?? [0, 0];
        sums.set(hex, [sum + value, count + 1]);
      }
    }
    const [lastX, lastY] = grid.centre(grid.size - 1);
    expect(originKm[0]).toBeLessThan(-map.hexKm / 2);
    expect(originKm[1]).toBeLessThan(-map.hexKm / Math.sqrt(3));
    expect(originKm[0] + (cols - 1) * stepKm).toBeGreaterThan(lastX + map.hexKm / 2);
    expect(originKm[1] + (rows - 1) * stepKm).toBeGreaterThan(lastY + map.hexKm / Math.sqrt(3));
    const off = map.elevationM.flat().map((mean, hex) => {
      const [sum, count] = sums.get(hex) as [number, number];
      return Math.abs(sum / count - mean);
    });
    expect(off.reduce((sum, metres) => sum + metres) / grid.size).toBeLessThan(3);
    expect(Math.max(...off)).toBeLessThan(50);
  });

  it('draws a line for every road and railway, from its first hex to its last', () => {
    const lines = JSON.parse(file(`assets/${id}/lines.json`).toString());
    const check = (
      drawn: { name: string; points: [number, number][] }[],
      wanted: typeof map.roads | typeof map.rails,
    ) => {
      for (const { name, hexes } of wanted ?? []) {
        const line = drawn.find((candidate) => candidate.name === name);
        expect(grid.format(grid.hexAt(line?.points[0] as [number, number])), name).toBe(hexes[0]);
        expect(grid.format(grid.hexAt(line?.points.at(-1) as [number, number])), name).toBe(hexes.at(-1));
      }
    };
    check(lines.roads, map.roads);
    check(lines.rails ?? [], map.rails);
    expect(new Set(map.roads.map((road) => road.name)).size).toBe(map.roads.length);
  });
});
