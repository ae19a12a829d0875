import { COVER_LETTERS, COVERS, type Cover, type PlaceData, RELIEF_LETTERS } from '../../src/core/scenario.ts';
import type { TerrainConfig } from './config.ts';
import type { HexHeights } from './elevation.ts';
import type { Grid } from './grid.ts';

const FLAT = 0;
const ROLLING = 1;
const RUGGED = 2;

/**
 * Highest ground of each hex, whole metres: the model's, raised to the documented height of any place in it (the model
 * cuts peaks and fills cuts).
 */
export function crests(grid: Grid, heights: HexHeights, places: readonly PlaceData[]): number[] {
  const crest = Array.from(heights.highest, Math.round);
  for (const place of places) {
    const hex = grid.parse(place.hex);
    if (place.elevationM !== undefined) crest[hex] = Math.max(crest[hex] as number, place.elevationM);
  }
  return crest;
}

/**
 * Relief class of each hex by the height of the ground (highest less lowest, in the elevation model) in the hex plus a
 * third of that in the hex and its neighbours: the model smooths what is narrower than 2 km, so a ridge's crest or a
 * valley's floor alone seems flatter than it is. A documented height well above the mean of its hex makes it rugged.
 */
export function reliefs(
  grid: Grid,
  heights: HexHeights,
  places: readonly PlaceData[],
  { relief, spotAboveMeanM }: TerrainConfig,
): number[] {
  const classes = Array.from({ length: grid.size }, (_, hex) => {
    let highest = heights.highest[hex] as number;
    let lowest = heights.lowest[hex] as number;
    const own = highest - lowest;
    for (let direction = 0; direction < 6; direction++) {
      const next = grid.neighbour(hex, direction);
      if (next < 0) continue;
      highest = Math.max(highest, heights.highest[next] as number);
      lowest = Math.min(lowest, heights.lowest[next] as number);
    }
    const metres = own + (highest - lowest) / 3;
    return metres >= relief.ruggedM ? RUGGED : metres >= relief.rollingM ? ROLLING : FLAT;
  });
  for (const { hex: text, elevationM } of places) {
    const hex = grid.parse(text);
    if (elevationM !== undefined && elevationM >= (heights.mean[hex] as number) + spotAboveMeanM) classes[hex] = RUGGED;
  }
  return classes;
}

/** Hexes to the nearest hexside of a river: 0 for the hexes on its banks. */
export function stepsFromWater(grid: Grid, banks: Iterable<number>): Int32Array {
  const steps = new Int32Array(grid.size).fill(-1);
  const queue = [...new Set(banks)];
  for (const hex of queue) steps[hex] = 0;
  for (const hex of queue) {
    for (let direction = 0; direction < 6; direction++) {
      const next = grid.neighbour(hex, direction);
      if (next < 0 || (steps[next] as number) >= 0) continue;
      steps[next] = (steps[hex] as number) + 1;
      queue.push(next);
    }
  }
  return steps;
}

const SETTLED: Partial<Record<PlaceData['kind'], Cover>> = {
  city: 'city',
  port: 'town',
  town: 'town',
  village: 'village',
};

/** Cover of each hex by rule: settlements where places are, paddy on watered plains, growth by height on the slopes. */
export function covers(
  grid: Grid,
  ground: { mean: ArrayLike<number>; crest: readonly number[]; relief: readonly number[]; fromWater: Int32Array },
  places: readonly PlaceData[],
  { growthToM, peaksCutM, forestFromM, paddy, settled: large }: TerrainConfig,
): Cover[] {
  const cover = Array.from({ length: grid.size }, (_, hex): Cover => {
    const mean = ground.mean[hex] as number;
    if (ground.relief[hex] === FLAT) {
      return mean <= paddy.toM && (ground.fromWater[hex] as number) <= paddy.hexesFromWater ? 'paddy' : 'bare';
    }
    if (mean >= forestFromM) return 'wooded';
    if (mean >= growthToM) return 'bare';
    const overgrown = (ground.crest[hex] as number) < growthToM - peaksCutM;
    return overgrown && ground.relief[hex] === RUGGED ? 'wooded' : 'mixed';
  });
  const rank = (settled: Cover): number => COVERS.indexOf(settled);
  for (const place of places) {
    const settled = large && !large.includes(place.id) ? undefined : SETTLED[place.kind];
    const hex = grid.parse(place.hex);
    const present = cover[hex] as Cover;
    const larger = !['village', 'town', 'city'].includes(present) || (settled && rank(settled) > rank(present));
    if (settled && larger) cover[hex] = settled;
  }
  return cover;
}

/** Values by hex as one array a row. */
export function inRows<T>(grid: Grid, values: ArrayLike<T>): T[][] {
  return Array.from({ length: grid.rows }, (_, row) =>
    Array.from({ length: grid.cols }, (_, col) => values[row * grid.cols + col] as T),
  );
}

export const reliefRows = (grid: Grid, relief: readonly number[]): string[] =>
  inRows(grid, relief).map((row) => row.map((value) => RELIEF_LETTERS[value]).join(''));

export const coverRows = (grid: Grid, cover: readonly Cover[]): string[] =>
  inRows(grid, cover).map((row) => row.map((value) => COVER_LETTERS[COVERS.indexOf(value)]).join(''));
