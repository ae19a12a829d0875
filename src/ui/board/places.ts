/** Where the places of the map stand on the plane, and which names are shown where at each zoom. */
import { parseHex } from '../../core/hex.ts';
import type { MapData, PlaceData, ScenarioData } from '../../core/scenario.ts';
import { type Grid, hexAtPoint, hexX, hexY, mapRect, type Rect, ROW_STEP } from './geometry.ts';

export interface PlaceSpot {
  index: number;
  kind: PlaceData['kind'];
  hex: number;
  x: number;
  y: number;
  name: string;
  zh: string;
  /** Spot height, 0 for none. */
  metres: number;
  /** What it counts for when names compete for room. */
  rank: number;
  /** The game is about it: counters will stand there. */
  staked: boolean;
}

/**
 * Half a counter and a little, in hex widths, and what the number of a stack takes to its right. And the scale from which
 * names keep clear of where counters may come to lie.
 */
const COUNTER_EDGE = 0.4;
const STACK_EDGE = 0.1;
const CLEAR_FROM = 20;

const EARTH_KM = 6371;
const DEGREE = Math.PI / 180;

/**
 * Every place at its position, or at the middle of its hex where position and hex disagree. Those `staked` (ids), which
 * the game is about, go before their like.
 */
export function placeSpots(map: MapData, staked: ReadonlySet<string> = new Set()): PlaceSpot[] {
  const spots: PlaceSpot[] = [];
  for (let index = 0; index < map.places.length; index++) {
    const place = map.places[index] as PlaceData;
    const hex = parseHex(map.cols, map.rows, place.hex);
    if (hex < 0) continue;
    const at = onPlane(map, place.lat, place.lon);
    const fits = hexAtPoint(map, at.x, at.y) === hex;
    const x = fits ? at.x : hexX(map, hex);
    const y = fits ? at.y : hexY(map, hex);
    const { kind, name, zh } = place;
    const counts = staked.has(place.id);
    const rank = RANK[kind] + (counts && kind !== 'height' ? STAKED : 0);
    spots.push({ index, kind, hex, x, y, name, zh, metres: place.elevationM ?? 0, rank, staked: counts });
  }
  return spots;
}

/** Ids of the places that a scenario is about: its objectives and airfields. */
export function stakedPlaces({ scenario }: ScenarioData): string[] {
  return [...scenario.victory.objectives, ...(scenario.airfields ?? [])].map(({ place }) => place);
}

/** Latitude and longitude on the plane: equal-area on the sphere, the projection's centre in the middle of the hexes. */
export function onPlane(map: MapData, lat: number, lon: number): { x: number; y: number } {
  const { lat0, lon0 } = map.projection;
  const phi = lat * DEGREE;
  const phi0 = lat0 * DEGREE;
  const turn = (lon - lon0) * DEGREE;
  const cosC = Math.sin(phi0) * Math.sin(phi) + Math.cos(phi0) * Math.cos(phi) * Math.cos(turn);
  const k = Math.sqrt(2 / (1 + cosC)) * EARTH_KM;
  const east = k * Math.cos(phi) * Math.sin(turn);
  const north = k * (Math.cos(phi0) * Math.sin(phi) - Math.sin(phi0) * Math.cos(phi) * Math.cos(turn));
  return {
    x: (map.cols - 0.5) / 2 + east / map.hexKm,
    y: ((map.rows - 1) * ROW_STEP) / 2 - north / map.hexKm,
  };
}

const RANK: Record<PlaceData['kind'], number> = {
  city: 6,
  pass: 5,
  town: 4,
  height: 3,
  airfield: 2,
  port: 2,
  village: 1,
};

/** What an objective has over other places of its kind: a town that counts is named as far out as a city. */
const STAKED = 2;

/** The least rank that is named at a scale of so many screen pixels a hex width. */
export function leastRank(hexPx: number): number {
  if (hexPx < 16) return 5;
  if (hexPx < 30) return 4;
  if (hexPx < 44) return 3;
  return 1;
}

export interface Label {
  place: PlaceSpot;
  /** Middle of the text on the plane. */
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Costs of a place for a name beyond its order in `candidates`: what it would cover, or be covered by. */
const OWN_COUNTER = 5;
const OTHER_COUNTER = 4;
const LESSER_SIGN = 1.5;
/** Lying on a counter that is there now costs more than any other place. */
const LYING_COUNTER = 40;

/** Counters as they lie now: their hexes, and half their size in hex widths. */
export interface Lying {
  hexes: ReadonlySet<number>;
  half: number;
  /** What else names keep clear of as of a counter: the flags of objectives. */
  flags?: readonly Rect[];
}

/** The flag of an objective at the upper left of its hex, in hex widths, at a scale of so many screen pixels a hex width. */
export function flagBox(map: Grid, hex: number, hexPx: number): Rect {
  const size = Math.max(6, Math.min(hexPx * 0.26, 24)) / hexPx;
  const left = hexX(map, hex) - 0.4;
  const bottom = hexY(map, hex) - 0.16;
  return { left: left - 0.02, right: left + size * 1.2, top: bottom - size * 1.65, bottom };
}

/**
 * Puts names beside their places without overlap and inside `frame`, important ones first, clear of where counters lie
 * and will lie as far as may be; what finds no room is left out, and so is a name that would have to lie on a counter
 * unless the game is about its place. `measure` gives the size of a label in screen pixels; `hexPx` the scale.
 */
export function placeLabels(
  map: Grid,
  spots: readonly PlaceSpot[],
  hexPx: number,
  measure: (spot: PlaceSpot) => { width: number; height: number; gap: number },
  frame: Rect = mapRect(map),
  lying: Lying | null = null,
): Label[] {
  const least = leastRank(hexPx);
  const order = spots.filter((spot) => spot.rank >= least);
  order.sort((a, b) => b.rank - a.rank || a.index - b.index);
  // A name may cover the sign of a lesser place, or the pass among its heights would go unnamed.
  const signs = order.map((spot) => ({ ...around(spot.x, spot.y, 4 / hexPx, 4 / hexPx), rank: spot.rank, spot }));
  const counters = countersOf(map, order, hexPx, lying);
  const edge = Math.max(COUNTER_EDGE, lying ? lying.half + 2 / hexPx : 0);
  const names: Rect[] = [];
  const labels: Label[] = [];
  for (const place of order) {
    const size = measure(place);
    const width = size.width / hexPx;
    const height = size.height / hexPx;
    const clear = lying?.hexes.has(place.hex) || (place.kind !== 'height' && hexPx >= CLEAR_FROM);
    let best: { x: number; y: number; box: Rect; cost: number } | null = null;
    candidates(map, place, width, height, size.gap / hexPx, clear ? edge : 0).forEach(({ x, y }, turn) => {
      const box = around(x, y, width / 2, height / 2);
      if (best && turn >= best.cost) return;
      if (box.left < frame.left || box.right > frame.right || box.top < frame.top || box.bottom > frame.bottom) return;
      if (names.some((other) => overlaps(box, other))) return;
      let cost = turn;
      for (const sign of signs) {
        if (sign.spot === place || !overlaps(box, sign)) continue;
        if (sign.rank >= place.rank) return;
        cost += LESSER_SIGN;
      }
      for (const counter of counters) {
        if (!overlaps(box, counter)) continue;
        cost += counter.lies ? LYING_COUNTER : counter.hex === place.hex ? OWN_COUNTER : OTHER_COUNTER;
      }
      if (!best || cost < best.cost) best = { x, y, box, cost };
    });
    const found = best as { x: number; y: number; box: Rect; cost: number } | null;
    if (!found || (found.cost >= LYING_COUNTER && !place.staked && place.kind !== 'city')) continue;
    names.push(found.box);
    labels.push({ place, x: found.x, y: found.y, width, height });
  }
  return labels;
}

/** The counters that lie on the map, and where others are to be expected. */
function countersOf(
  map: Grid,
  order: readonly PlaceSpot[],
  hexPx: number,
  lying: Lying | null,
): (Rect & { hex: number; lies: boolean })[] {
  const box = (hex: number, half: number, lies: boolean) => ({
    ...around(hexX(map, hex), hexY(map, hex), half, half),
    hex,
    lies,
  });
  const flags = (lying?.flags ?? []).map((flag) => ({ ...flag, hex: -1, lies: true }));
  const now = lying ? [...flags, ...[...lying.hexes].map((hex) => box(hex, lying.half, true))] : [];
  if (hexPx < CLEAR_FROM) return now;
  const expected = order
    .filter((spot) => (spot.staked || spot.rank >= 4) && !lying?.hexes.has(spot.hex))
    .map(({ hex }) => box(hex, COUNTER_EDGE, false));
  return [...now, ...expected];
}

/**
 * Where a name may stand, best first: beside, above and below its place, clear of a counter of half size `edge` in the
 * middle of its hex where that is not 0.
 */
function candidates(
  map: Grid,
  place: PlaceSpot,
  width: number,
  height: number,
  gap: number,
  edge: number,
): { x: number; y: number }[] {
  const cx = hexX(map, place.hex) - place.x;
  const cy = hexY(map, place.hex) - place.y;
  const off = (middle: number): number => (edge > 0 ? Math.max(gap, middle + edge) : gap);
  const right = (edge > 0 ? Math.max(gap, cx + edge + STACK_EDGE) : gap) + width / 2;
  const left = off(-cx) + width / 2;
  const above = off(-cy) + height / 2;
  const below = off(cy) + height / 2;
  const offsets = [
    [right, 0],
    [-left, 0],
    [0, -above],
    [0, below],
    [gap + width / 2, -height / 2 - gap * 0.5],
    [gap + width / 2, height / 2 + gap * 0.5],
    [-gap - width / 2, -height / 2 - gap * 0.5],
    [-gap - width / 2, height / 2 + gap * 0.5],
    [right, -above],
    [right, below],
    [-left, -above],
    [-left, below],
    [right * 0.5, -above],
    [-left * 0.5, -above],
    [right * 0.5, below],
    [-left * 0.5, below],
    [0, -above - height],
    [0, below + height],
  ] as const;
  return offsets.map(([dx, dy]) => ({ x: place.x + dx, y: place.y + dy }));
}

function around(x: number, y: number, halfWidth: number, halfHeight: number): Rect {
  return { left: x - halfWidth, right: x + halfWidth, top: y - halfHeight, bottom: y + halfHeight };
}

function overlaps(a: Rect, b: Rect): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}
