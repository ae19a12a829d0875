import { formatHex, type HexIndex, neighbourOf, parseHex } from '../../src/core/hex.ts';
import { laea } from './projection.ts';

/** A point of the map plane: km east and km south of the centre of hex 0000. */
export type Point = readonly [number, number];

export interface GridConfig {
  cols: number;
  rows: number;
  hexKm: number;
  projection: { lat0: number; lon0: number };
}

/** The hex grid laid over the map plane. The projection's centre is the middle of all hex centres. */
export interface Grid {
  cols: number;
  rows: number;
  size: number;
  hexKm: number;
  rowKm: number;
  centre(hex: HexIndex): Point;
  /** The hex a point lies in, or -1 off the map. */
  hexAt(point: Point): HexIndex;
  /** The hex of the map whose centre is nearest to a point (on the map or off it). */
  nearestHex(point: Point): HexIndex;
  toPlane(lon: number, lat: number): Point;
  toLonLat(point: Point): [number, number];
  neighbour(hex: HexIndex, direction: number): HexIndex;
  format(hex: HexIndex): string;
  parse(text: string): HexIndex;
}

/** By the exact square root: `Math.hypot` may differ between engines in the last bit. */
export function distanceKm(a: Point, b: Point): number {
  return Math.sqrt((a[0] - b[0]) * (a[0] - b[0]) + (a[1] - b[1]) * (a[1] - b[1]));
}

/** Lays a grid: pointy-top hexes in odd-r rows, as `src/core/hex.ts` counts them. */
export function layGrid({ cols, rows, hexKm, projection }: GridConfig): Grid {
  const plane = laea(projection.lat0, projection.lon0);
  const rowKm = (hexKm * Math.sqrt(3)) / 2;
  const originX = (hexKm * (cols - 0.5)) / 2;
  const originY = (rowKm * (rows - 1)) / 2;

  const centre = (hex: HexIndex): Point => {
    const row = Math.floor(hex / cols);
    return [hexKm * (hex - row * cols + (row & 1) / 2), rowKm * row];
  };

  /** The hexes whose centres can be nearest to a point: in the rows above and below it. */
  const candidates = ([x, y]: Point): [number, number][] => {
    const below = Math.floor(y / rowKm);
    return [below, below + 1].map((row) => [Math.round(x / hexKm - (row & 1) / 2), row]);
  };

  return {
    cols,
    rows,
    size: cols * rows,
    hexKm,
    rowKm,
    centre,
    hexAt(point) {
      let best: HexIndex = -1;
      let bestKm = Infinity;
      for (const [col, row] of candidates(point)) {
        const km = distanceKm(point, [hexKm * (col + (row & 1) / 2), rowKm * row]);
        if (km >= bestKm) continue;
        bestKm = km;
        best = col >= 0 && col < cols && row >= 0 && row < rows ? row * cols + col : -1;
      }
      return best;
    },
    nearestHex(point) {
      let best = 0;
      for (let hex = 1; hex < cols * rows; hex++) {
        if (distanceKm(point, centre(hex)) < distanceKm(point, centre(best))) best = hex;
      }
      return best;
    },
    toPlane(lon, lat) {
      const [east, north] = plane.toPlane(lon, lat);
      return [east + originX, originY - north];
    },
    toLonLat([x, y]) {
      return plane.toLonLat(x - originX, originY - y);
    },
    neighbour: (hex, direction) => neighbourOf(cols, rows, hex, direction),
    format: (hex) => formatHex(cols, hex),
    parse: (text) => parseHex(cols, rows, text),
  };
}
