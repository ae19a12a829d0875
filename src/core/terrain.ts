/**
 * What a hex and a hexside cost to march through (rulebook 3.2-3.5), computed once for each mobility and state of the
 * ground. Speeds are km/h in marching order with halts; they are estimates from march tables of the period
 * (foot columns 4 km/h on roads, pack trains a little less, lorries 15-20 km/h on unmetalled roads).
 */
import type { Parameters } from './rules/parameters.ts';
import { COVERS, type Cover, GROUNDS, MOBILITIES, type Mobility } from './scenario.ts';

/** A step that can't be made. */
export const IMPASSABLE = 32000;

/** km/h across country by relief: flat, rolling, rugged. 0: impassable (3.2). */
const CROSS_COUNTRY: Record<Mobility, [number, number, number]> = {
  foot: [3.5, 2.8, 1.6],
  pack: [3.2, 2.5, 1.4],
  horse: [5, 3.5, 1.4],
  motor: [4, 2, 0],
  wheeled: [5, 2.5, 0],
  tracked: [8, 5, 0],
};

/** Time factor of the cover in per cent: legs, then vehicles; 0: vehicles can't (3.2). */
const COVER_TIME: Record<Cover, [number, number]> = {
  bare: [100, 100],
  mixed: [110, 130],
  wooded: [140, 0],
  paddy: [120, 200],
  village: [100, 100],
  town: [110, 110],
  city: [120, 120],
  swamp: [200, 0],
  water: [0, 0],
};

/** Minutes to cross a river without bridge: stream, river, major; IMPASSABLE for none (3.4). */
const FORD: Record<Mobility, [number, number, number]> = {
  foot: [20, 120, 300],
  pack: [30, 150, 420],
  horse: [20, 150, IMPASSABLE],
  motor: [120, IMPASSABLE, IMPASSABLE],
  wheeled: [90, IMPASSABLE, IMPASSABLE],
  tracked: [60, IMPASSABLE, IMPASSABLE],
};
const FERRY: Record<Mobility, number> = { foot: 60, pack: 90, horse: 90, motor: 150, wheeled: 150, tracked: 180 };

/** Time factor of the ground in per cent, off the road: legs, vehicles; then on it (3.5). */
const GROUND_TIME = {
  dry: [100, 100, 100, 100],
  wet: [115, 130, 105, 110],
  mud: [150, 200, 125, 150],
} as const;

export function isVehicle(mobility: Mobility): boolean {
  return mobility === 'motor' || mobility === 'wheeled' || mobility === 'tracked';
}

/** What the march table needs to know of a map; arrays by hex or by `hex * 6 + direction`. */
export interface Ground6 {
  size: number;
  hexKm: number;
  neighbours: Int32Array;
  relief: Uint8Array;
  cover: Uint8Array;
  elevation: Int16Array;
  /** 0 none, 1 stream, 2 river, 3 major. */
  river: Uint8Array;
  /** 0 none, 1 bridge, 2 ferry. */
  crossing: Uint8Array;
  /** 0 none, 1 track, 2 road. */
  road: Uint8Array;
}

export interface MarchTable {
  open: Int16Array;
  broken: Int16Array;
  /** For searches: neighbour and open cost of each step in one word, `neighbour << 16 | minutes`; IMPASSABLE for none. */
  steps: Int32Array;
}

/**
 * Minutes of each step `hex * 6 + direction` for a mobility on a ground, IMPASSABLE where it can't be made.
 * `open` is the cost with roads and bridges whole, `broken` the cost with the road cut and the bridge down.
 */
export function marchTable(
  rules: Parameters['movement'],
  map: Ground6,
  mobilityIndex: number,
  groundIndex: number,
): MarchTable {
  const mobility = MOBILITIES[mobilityIndex] as Mobility;
  const vehicle = isVehicle(mobility) ? 1 : 0;
  const ground = GROUND_TIME[GROUNDS[groundIndex] as keyof typeof GROUND_TIME];
  const open = new Int16Array(map.size * 6).fill(IMPASSABLE);
  const broken = new Int16Array(map.size * 6).fill(IMPASSABLE);
  for (let step = 0; step < map.size * 6; step++) {
    const to = map.neighbours[step] as number;
    if (to < 0) continue;
    const from = Math.floor(step / 6);
    const climb = Math.max(0, (map.elevation[to] as number) - (map.elevation[from] as number));
    const cover = COVER_TIME[COVERS[map.cover[to] as number] as Cover][vehicle] as number;
    const relief = map.relief[to] as 0 | 1 | 2;
    const speed = CROSS_COUNTRY[mobility][relief];
    const river = map.river[step] as number;
    // 3.3: ten minutes for every hundred metres of climb, half of it on a road.
    const climbMinutes = climb / 10;
    let away = IMPASSABLE;
    if (speed > 0 && cover > 0) {
      away = ((map.hexKm * 60) / speed) * (cover / 100) * ((ground[vehicle] as number) / 100) + climbMinutes;
    }
    const ford = river === 0 ? 0 : (FORD[mobility][river - 1] as number);
    const wade = away === IMPASSABLE || ford === IMPASSABLE ? IMPASSABLE : away + ford;
    broken[step] = Math.min(IMPASSABLE, Math.round(wade));
    const road = map.road[step] as number;
    let best = wade;
    if (road > 0) {
      const roadSpeed = road === 2 ? rules.road[mobility] : rules.track[mobility];
      const winding = relief === 2 ? 1.3 : 1;
      const march =
        ((map.hexKm * 60) / roadSpeed) * winding * ((ground[2 + vehicle] as number) / 100) + climbMinutes / 2;
      const crossing = map.crossing[step] as number;
      const water = river === 0 || crossing === 1 ? 0 : crossing === 2 ? FERRY[mobility] : ford;
      if (water !== IMPASSABLE) best = Math.min(best, march + water);
    } else if ((map.crossing[step] as number) > 0 && away !== IMPASSABLE) {
      best = Math.min(best, away + (map.crossing[step] === 2 ? FERRY[mobility] : 0));
    }
    open[step] = Math.min(IMPASSABLE, Math.round(best));
  }
  const steps = new Int32Array(map.size * 6).fill(IMPASSABLE);
  for (let step = 0; step < steps.length; step++)
    if ((open[step] as number) < IMPASSABLE)
      steps[step] = ((map.neighbours[step] as number) << 16) | (open[step] as number);
  return { open, broken, steps };
}

/** All six steps as bits. */
export const ALL_STEPS = 63;

/**
 * Of the six steps in `words` from `base` (`hex << 16 | minutes`), those that come to their hex before its best time so
 * far, as bits. Without a branch: which of them are quicker is what a processor guesses wrong most often in a search.
 */
export function quickerSteps(words: Int32Array, base: number, time: number, best: Int32Array): number {
  const a = words[base] as number;
  const b = words[base + 1] as number;
  const c = words[base + 2] as number;
  const d = words[base + 3] as number;
  const e = words[base + 4] as number;
  const f = words[base + 5] as number;
  return (
    ((time + (a & 0xffff) - (best[a >>> 16] as number)) >>> 31) |
    (((time + (b & 0xffff) - (best[b >>> 16] as number)) >>> 31) << 1) |
    (((time + (c & 0xffff) - (best[c >>> 16] as number)) >>> 31) << 2) |
    (((time + (d & 0xffff) - (best[d >>> 16] as number)) >>> 31) << 3) |
    (((time + (e & 0xffff) - (best[e >>> 16] as number)) >>> 31) << 4) |
    (((time + (f & 0xffff) - (best[f >>> 16] as number)) >>> 31) << 5)
  );
}
