/** Where the places of the map stand on the plane, and which names are shown where at each zoom. */
import { parseHex } from '../../core/hex.ts';
import type { MapData, PlaceData } from '../../core/scenario.ts';
import { type Grid, hexAtPoint, hexX, hexY, type Rect, ROW_STEP } from './geometry.ts';

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
}

/** Half a counter and a little, in hex widths; and the scale from which names keep clear of it. */
const COUNTER_EDGE = 0.41;
const CLEAR_FROM = 20;

const EARTH_KM = 6371;
const DEGREE = Math.PI / 180;

/** Every place at its position, or at the middle of its hex where position and hex disagree. */
export function placeSpots(map: MapData): PlaceSpot[] {
  const spots: PlaceSpot[] = [];
  for (let index = 0; index < map.places.length; index++) {
    const place = map.places[index] as PlaceData;
    const hex = parseHex(map.cols, map.rows, place.hex);
    if (hex < 0) continue;
    const at = onPlane(map, place.lat, place.lon);
    const fits = hexAtPoint(map, at.x, at.y) === hex;
    const x = fits ? at.x : hexX(map, hex);
    const y = fits ? at.y : hexY(map, hex);
    spots.push({ index, kind: place.kind, hex, x, y, name: place.name, zh: place.zh, metres: place.elevationM ?? 0 });
  }
  return spots;
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

/**
 * Puts names beside their places without overlap, important ones first; what finds no room is left out.
 * `measure` gives the size of a label in screen pixels; `hexPx` the scale.
 */
export function placeLabels(
  map: Grid,
  spots: readonly PlaceSpot[],
  hexPx: number,
  measure: (spot: PlaceSpot) => { width: number; height: number; gap: number },
): Label[] {
  const least = leastRank(hexPx);
  const order = spots.filter((spot) => RANK[spot.kind] >= least);
  order.sort((a, b) => RANK[b.kind] - RANK[a.kind] || a.index - b.index);
  // A name may cover the sign of a lesser place, or the pass among its heights would go unnamed.
  const taken: (Rect & { rank: number })[] = order.map((spot) => {
    const half = 4 / hexPx;
    const { x, y } = spot;
    return { left: x - half, right: x + half, top: y - half, bottom: y + half, rank: RANK[spot.kind] };
  });
  const labels: Label[] = [];
  for (const place of order) {
    const size = measure(place);
    const width = size.width / hexPx;
    const height = size.height / hexPx;
    const gap = size.gap / hexPx;
    for (const [sx, sy] of SIDES) {
      const clear = beside(map, place, sx, gap, hexPx);
      const x = place.x + sx * (width / 2) + clear;
      const y = place.y + sy * (height / 2 + gap * (sx === 0 ? 1 : 0.5));
      const box = { left: x - width / 2, right: x + width / 2, top: y - height / 2, bottom: y + height / 2, rank: 9 };
      if (taken.some((other) => other.rank >= RANK[place.kind] && overlaps(box, other))) continue;
      taken.push(box);
      labels.push({ place, x, y, width, height });
      break;
    }
  }
  return labels;
}

/** How far beside its place a name begins: clear of the counter in the middle of the hex where there is room for it. */
function beside(map: Grid, place: PlaceSpot, side: number, gap: number, hexPx: number): number {
  if (side === 0 || place.kind === 'height' || hexPx < CLEAR_FROM) return side * gap;
  const edge = hexX(map, place.hex) + side * COUNTER_EDGE - place.x;
  return side > 0 ? Math.max(gap, edge) : Math.min(-gap, edge);
}

/** Beside, above, below, and the corners, in the order they are tried. */
const SIDES = [
  [1, 0],
  [-1, 0],
  [0, -1],
  [0, 1],
  [1, -1],
  [1, 1],
  [-1, -1],
  [-1, 1],
] as const;

function overlaps(a: Rect, b: Rect): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}
