/** Contour lines of a surface by marching squares, joined into long lines. */
import { type Polyline, polyline, soften } from './lines.ts';
import type { Surface } from './reliefRaster.ts';

export interface Contour extends Polyline {
  metres: number;
}

/** Contours at every multiple of `interval` metres. Lines shorter than four steps are noise and are left out. */
export function contours(surface: Surface, interval: number): Contour[] {
  const { width, height, heights } = surface;
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const metres of heights) {
    if (metres < low) low = metres;
    if (metres > high) high = metres;
  }
  const lines: Contour[] = [];
  for (let level = Math.ceil((low + 0.01) / interval) * interval; level < high; level += interval) {
    traceLevel(surface, width, height, heights, level + 0.013, level, lines);
  }
  return lines;
}

/** Cell edges are numbered: 2 * cell for the edge to the right of its sample, 2 * cell + 1 for the edge below. */
function traceLevel(
  surface: Surface,
  width: number,
  height: number,
  heights: Float32Array,
  at: number,
  metres: number,
  lines: Contour[],
): void {
  const joins = new Map<number, number[]>();
  const join = (a: number, b: number): void => {
    const ja = joins.get(a);
    if (ja) ja.push(b);
    else joins.set(a, [b]);
    const jb = joins.get(b);
    if (jb) jb.push(a);
    else joins.set(b, [a]);
  };
  for (let j = 0; j + 1 < height; j++) {
    for (let i = 0; i + 1 < width; i++) {
      const cell = j * width + i;
      const nw = (heights[cell] as number) > at;
      const ne = (heights[cell + 1] as number) > at;
      const sw = (heights[cell + width] as number) > at;
      const se = (heights[cell + width + 1] as number) > at;
      if (nw === ne && ne === sw && sw === se) continue;
      const north = cell * 2;
      const west = cell * 2 + 1;
      const south = (cell + width) * 2;
      const east = (cell + 1) * 2 + 1;
      const cut: number[] = [];
      if (nw !== ne) cut.push(north);
      if (ne !== se) cut.push(east);
      if (se !== sw) cut.push(south);
      if (sw !== nw) cut.push(west);
      if (cut.length === 2) join(cut[0] as number, cut[1] as number);
      else if (nw) {
        join(north, east);
        join(south, west);
      } else {
        join(north, west);
        join(south, east);
      }
    }
  }
  const place = (edge: number, points: number[]): void => {
    const cell = edge >> 1;
    const other = (edge & 1) === 0 ? cell + 1 : cell + width;
    const a = heights[cell] as number;
    const b = heights[other] as number;
    const t = (at - a) / (b - a);
    const i = cell % width;
    const j = (cell - i) / width;
    const dx = (edge & 1) === 0 ? t : 0;
    const dy = (edge & 1) === 0 ? 0 : t;
    points.push(surface.x0 + (i + dx) * surface.step, surface.y0 + (j + dy) * surface.step);
  };
  const trace = (start: number): void => {
    const points: number[] = [];
    let edge: number | undefined = start;
    let previous = -1;
    while (edge !== undefined) {
      place(edge, points);
      const ways: number[] | undefined = joins.get(edge);
      joins.delete(edge);
      const before = previous;
      previous = edge;
      edge = ways?.find((way) => way !== before && (joins.has(way) || (way === start && points.length > 6)));
      if (edge === start) {
        place(edge, points);
        break;
      }
    }
    if (points.length >= 10) lines.push({ ...polyline(soften(points, 1)), metres });
  };
  // Open lines first, from their ends at the edge of the surface; what is left are rings.
  for (const [edge, ways] of [...joins]) if (ways.length === 1 && joins.has(edge)) trace(edge);
  for (const edge of [...joins.keys()]) if (joins.has(edge)) trace(edge);
}
