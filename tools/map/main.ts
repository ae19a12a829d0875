import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { MapData, PlaceData } from '../../src/core/scenario.ts';
import type { MapConfig, PlaceSource, RiverLines } from './config.ts';
import { type DemHeader, measureHexes, readDem } from './elevation.ts';
import { readableJson } from './format.ts';
import { type Grid, layGrid, type Point } from './grid.ts';
import { layLattice } from './lattice.ts';
import { packRelief } from './relief.ts';
import { riverList, traceRivers } from './rivers.ts';
import { layRails, layRoads, type RoadNet } from './roads.ts';
import { coverRows, covers, crests, inRows, reliefRows, reliefs, stepsFromWater } from './terrain.ts';

/** What a build makes: files by path from the project's folder, and figures for people. */
export interface MapBuild {
  files: Map<string, Uint8Array>;
  map: MapData;
  roadKm: RoadNet['lengths'];
}

const rounded = (points: readonly Point[]): number[][] =>
  points.map(([x, y]) => [Math.round(x * 100) / 100, Math.round(y * 100) / 100]);

function placesOnMap(grid: Grid, sources: readonly PlaceSource[]): PlaceData[] {
  return sources.map(({ id, name, zh, period, kind, ...rest }) => {
    const hex = grid.hexAt(grid.toPlane(rest.lon, rest.lat));
    if (hex < 0) throw new Error(`place ${id} lies off the map`);
    return { id, name, zh, ...(period === undefined ? {} : { period }), kind, hex: grid.format(hex), ...rest };
  });
}

/** Builds the map of a scenario from the source data in `scenarios/<id>/geo/`. Writes nothing. */
export function buildMap(root: string, id: string): MapBuild {
  const geo = (file: string): string => join(root, 'scenarios', id, 'geo', file);
  const read = <T>(file: string): T => JSON.parse(readFileSync(geo(file), 'utf8')) as T;
  const config = read<MapConfig>('build.json');
  const dem = readDem(read<DemHeader>('dem.json'), readFileSync(geo('dem.bin.gz')));
  const grid = layGrid(config);
  const places = placesOnMap(grid, read<PlaceSource[]>('places.json'));
  const placeOf = (name: string): PlaceData => {
    const place = places.find((candidate) => candidate.id === name);
    if (!place) throw new Error(`build.json names an unknown place: ${name}`);
    return place;
  };
  const pointOfPlace = (name: string): Point => grid.toPlane(placeOf(name).lon, placeOf(name).lat);

  const { stepKm, reliefMarginKm, streamMarginKm } = config.lattice;
  // Rounded up to the step, so that all lattices of a map share their points.
  const onStep = (km: number): number => Math.ceil(km / stepKm) * stepKm;
  const box = (margin: number) => ({
    stepKm,
    west: -onStep(margin),
    north: -onStep(margin),
    east: onStep(config.hexKm * (config.cols - 0.5) + margin),
    south: onStep(grid.rowKm * (config.rows - 1) + margin),
  });
  const around = layLattice(grid, dem, box(streamMarginKm));
  const sheet = layLattice(grid, dem, box(reliefMarginKm));

  const heights = measureHexes(grid, dem);
  const crest = crests(grid, heights, places);
  const relief = reliefs(grid, heights, places, config.terrain);
  const rivers = traceRivers(grid, around, config, read<RiverLines>('rivers.geojson'), (name) =>
    grid.parse(placeOf(name).hex),
  );
  const roads = layRoads(grid, sheet, rivers, config.roads, config.crossings, pointOfPlace);
  const rails = config.rails && layRails(grid, sheet, rivers, config.rails, pointOfPlace);
  const banks = [...rivers.sides.keys()].flatMap((side) => {
    const hex = Math.floor(side / 3);
    return [hex, grid.neighbour(hex, side % 3)];
  });
  const fromWater = stepsFromWater(grid, banks);
  const cover = covers(grid, { mean: heights.mean, crest, relief, fromWater }, places, config.terrain);

  const map: MapData = {
    formatVersion: 1,
    id: config.id,
    cols: config.cols,
    rows: config.rows,
    hexKm: config.hexKm,
    projection: { kind: 'laea', lat0: config.projection.lat0, lon0: config.projection.lon0 },
    elevationM: inRows(grid, Array.from(heights.mean, Math.round)),
    crestM: inRows(grid, crest),
    relief: reliefRows(grid, relief),
    cover: coverRows(grid, cover),
    rivers: riverList(grid, rivers),
    roads: roads.roads,
    ...(rails && { rails: rails.rails }),
    bridges: roads.bridges,
    places,
    credits: config.credits,
  };
  const { header, packed } = packRelief(sheet, 'relief.bin.gz');
  const text = (value: unknown): Uint8Array => new TextEncoder().encode(readableJson(value));
  const draw = (line: { name: string; class: string; points: readonly Point[] }) => ({
    ...line,
    points: rounded(line.points),
  });
  const lines = {
    unit: 'km',
    rivers: rivers.lines.map(draw),
    roads: roads.lines.map(draw),
    ...(rails && { rails: rails.lines.map(draw) }),
  };
  return {
    files: new Map([
      [`scenarios/${id}/map.json`, text(map)],
      [`assets/${id}/relief.json`, text(header)],
      [`assets/${id}/relief.bin.gz`, packed],
      [`assets/${id}/lines.json`, text(lines)],
    ]),
    map,
    roadKm: roads.lengths,
  };
}
