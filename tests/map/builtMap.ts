import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { directionTo, hexsideOf } from '../../src/core/hex.ts';
import type { MapData, PlaceData } from '../../src/core/scenario.ts';
import { type Grid, layGrid } from '../../tools/map/grid.ts';

export const root = join(import.meta.dirname, '..', '..');
export const file = (path: string): Buffer => readFileSync(join(root, path));

/** A committed map with what the tests ask of it. */
export interface BuiltMap {
  map: MapData;
  grid: Grid;
  place(id: string): PlaceData;
  hexOf(id: string): number;
  cell<T>(rows: ArrayLike<T>[], hex: number): T;
  relief(hex: number): string;
  crest(id: string): number;
  road(id: string): number[];
  /** River by hexside (`hex * 3 + direction`). */
  rivers: Map<number, MapData['rivers'][number]>;
  sideBetween(a: number, b: number): number;
  /** Fewest steps from a hex to every hex, -1 where none lead; `open` says which steps may be taken. */
  steps(from: number, open: (hex: number, next: number) => boolean): Int32Array;
}

export function builtMap(id: string): BuiltMap {
  const map = JSON.parse(file(`scenarios/${id}/map.json`).toString()) as MapData;
  const grid = layGrid(map);
  const place = (name: string): PlaceData => {
    const found = map.places.find((candidate) => candidate.id === name);
    if (!found) throw new Error(`no place ${name}`);
    return found;
  };
  const cell = <T>(rows: ArrayLike<T>[], hex: number): T =>
    (rows[Math.floor(hex / map.cols)] as ArrayLike<T>)[hex % map.cols] as T;
  const hexOf = (name: string): number => grid.parse(place(name).hex);
  return {
    map,
    grid,
    place,
    hexOf,
    cell,
    relief: (hex) => cell(map.relief, hex),
    crest: (name) => cell(map.crestM, hexOf(name)),
    road: (name) => (map.roads.find((candidate) => candidate.id === name)?.hexes ?? []).map(grid.parse),
    rivers: new Map(map.rivers.map((river) => [grid.parse(river.hex) * 3 + river.direction, river])),
    sideBetween: (a, b) => hexsideOf(map.cols, map.rows, a, directionTo(map.cols, map.rows, a, b)),
    steps(from, open) {
      const far = new Int32Array(grid.size).fill(-1);
      far[from] = 0;
      const queue = [from];
      for (const hex of queue) {
        for (let direction = 0; direction < 6; direction++) {
          const next = grid.neighbour(hex, direction);
          if (next < 0 || (far[next] as number) >= 0 || !open(hex, next)) continue;
          far[next] = (far[hex] as number) + 1;
          queue.push(next);
        }
      }
      return far;
    },
  };
}
