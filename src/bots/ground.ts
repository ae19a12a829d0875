/** What the ground alone says, computed once for a game: marching times to a hex, and the roads from the depots. */
import type { Game } from '../core/game.ts';
import { GROUNDS, MOBILITIES } from '../core/scenario.ts';
import type { SideIndex } from '../core/state.ts';
import { FAR, fieldTo, inwardMarch } from './field.ts';

/** Minutes of march in a day that plans reckon with. */
export const DAY = 600;

const FOOT = MOBILITIES.indexOf('foot');
/** Road hexes by their distance from the nearest depot of a side, and the next hex towards it. */
export interface Roads {
  hops: Int16Array;
  back: Int32Array;
}

interface Atlas {
  foot: Map<number, Int32Array>;
  roads: (Roads | null)[];
}

const atlases = new WeakMap<Game, Atlas>();
/** More targets than this are not kept. */
const KEPT = 500;

function atlasOf(game: Game): Atlas {
  let atlas = atlases.get(game);
  if (!atlas) {
    atlas = { foot: new Map(), roads: [null, null] };
    atlases.set(game, atlas);
  }
  return atlas;
}

/** Minutes of a march on foot over dry ground to a hex, enemies left out of account. Kept for the game. */
export function footTo(game: Game, hex: number): Int32Array {
  const { foot } = atlasOf(game);
  const kept = foot.get(hex);
  if (kept) return kept;
  const table = game.march[FOOT * GROUNDS.length] as Game['march'][number];
  const field = fieldTo(game, [hex], inwardMarch(game, table), 20 * DAY);
  if (foot.size >= KEPT) foot.clear();
  foot.set(hex, field);
  return field;
}

/** Days of march between two hexes, a large number for no way. */
export function daysBetween(game: Game, from: number, to: number): number {
  return Math.min(99, (footTo(game, to)[from] as number) / DAY);
}

/** Roads and tracks from the depots of a side, as the ground lies: a track step counts two. */
export function roadsOf(game: Game, side: SideIndex): Roads {
  const atlas = atlasOf(game);
  const kept = atlas.roads[side];
  if (kept) return kept;
  const hops = new Int16Array(game.size).fill(-1);
  const back = new Int32Array(game.size).fill(-1);
  let ring: number[] = [];
  for (const depot of game.depots) {
    if (depot.side !== side || hops[depot.hex] === 0) continue;
    hops[depot.hex] = 0;
    ring.push(depot.hex);
  }
  while (ring.length > 0) {
    const next: number[] = [];
    for (const hex of ring) {
      for (let d = 0; d < 6; d++) {
        const near = game.neighbours[hex * 6 + d] as number;
        const road = game.road[hex * 6 + d] as number;
        if (near < 0 || road === 0) continue;
        const total = (hops[hex] as number) + (road === 2 ? 1 : 2);
        const known = hops[near] as number;
        if (known >= 0 && known <= total) continue;
        hops[near] = total;
        back[near] = hex;
        next.push(near);
      }
    }
    ring = next;
  }
  const roads = { hops, back };
  atlas.roads[side] = roads;
  return roads;
}

/** The way down a field from a hex, the hex first, the target last; empty when the field does not reach. */
export function downField(game: Game, field: Int32Array, from: number): number[] {
  const line: number[] = [];
  if ((field[from] as number) >= FAR) return line;
  for (let at = from; at >= 0; ) {
    line.push(at);
    let best = -1;
    let least = field[at] as number;
    for (let d = 0; d < 6; d++) {
      const near = game.neighbours[at * 6 + d] as number;
      if (near < 0 || (field[near] as number) >= least) continue;
      least = field[near] as number;
      best = near;
    }
    at = best;
  }
  return line;
}

/** The road from a hex to the nearest depot of a side, the hex first; from off the road, from the nearest road hex. */
export function lineOfSupply(game: Game, side: SideIndex, hex: number): number[] {
  const { hops, back } = roadsOf(game, side);
  let start = hex;
  if ((hops[start] as number) < 0) {
    const field = footTo(game, hex);
    let best = 3 * DAY;
    for (let other = 0; other < game.size; other++) {
      if ((hops[other] as number) < 0 || (field[other] as number) >= best) continue;
      best = field[other] as number;
      start = other;
    }
    if (start === hex) return [];
  }
  const line: number[] = [];
  for (let at = start; at >= 0 && line.length < game.size; at = back[at] as number) line.push(at);
  return line;
}
