/** Where the words of an overlay stand: zone names first, then routes, then lines; what finds no room is left out. */

import { neighbourOf } from '../../core/hex.ts';
import type { Overlay, OverlayRoute } from './contract.ts';
import { type Grid, hexX, hexY, type Rect } from './geometry.ts';
import { type Polyline, polyline, soften } from './lines.ts';
import type { Ways } from './roads.ts';

export interface OverlayLabel {
  text: string;
  /** Middle of the text on the plane. */
  x: number;
  y: number;
  /** CSS pixels. */
  size: number;
  colour: string;
  plate: boolean;
}

/** Width of a text in CSS pixels at a size; near enough to keep labels apart. */
export type Measure = (text: string, size: number) => number;

/** Screen pixels a hex width below which lines carry no words, and routes neither. */
const LINE_TEXT_FROM = 30;
const ROUTE_TEXT_FROM = 16;
/** Where along a route its word may stand, best first. */
const SPOTS = [0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74] as const;

const courses = new WeakMap<OverlayRoute, Polyline>();

/** The line of a route on the plane: along the roads it uses, from middle to middle elsewhere, corners rounded. */
export function courseOf(ways: Ways, route: OverlayRoute): Polyline {
  let course = courses.get(route);
  if (!course) {
    const points = route.path.flatMap((hex, k) => {
      const { x, y } = ways.node(hex);
      const next = route.path[k + 1];
      const middle = next === undefined ? null : ways.between(hex, next);
      return middle ? [x, y, middle.x, middle.y] : [x, y];
    });
    course = polyline(soften(points, 2));
    courses.set(route, course);
  }
  return course;
}

/** The hex of a set that lies deepest in it: where its name stands. -1 for an empty set. */
export function heartOf(grid: Grid, hexes: readonly number[]): number {
  const depth = new Map<number, number>();
  const inside = new Set(hexes);
  let front = hexes.filter((hex) => {
    for (let direction = 0; direction < 6; direction++) {
      if (!inside.has(neighbourOf(grid.cols, grid.rows, hex, direction))) return true;
    }
    return false;
  });
  for (const hex of front) depth.set(hex, 0);
  let rim = 0;
  while (front.length > 0) {
    const next: number[] = [];
    rim++;
    for (const hex of front) {
      for (let direction = 0; direction < 6; direction++) {
        const beyond = neighbourOf(grid.cols, grid.rows, hex, direction);
        if (!inside.has(beyond) || depth.has(beyond)) continue;
        depth.set(beyond, rim);
        next.push(beyond);
      }
    }
    if (next.length === 0) break;
    front = next;
  }
  // Of the deepest the one nearest to their middle: a long zone is named half way along it.
  let x = 0;
  let y = 0;
  for (const hex of front) {
    x += hexX(grid, hex) / front.length;
    y += hexY(grid, hex) / front.length;
  }
  let best = front[0] ?? -1;
  const away = (hex: number): number => Math.hypot(hexX(grid, hex) - x, hexY(grid, hex) - y);
  for (const hex of front) if (away(hex) < away(best)) best = hex;
  return best;
}

/**
 * Places the words for a scale of so many CSS pixels a hex width, clear of the `names` of places as far as may be. Overlays
 * never change, so the answer may be kept.
 */
export function overlayLabels(
  grid: Grid,
  ways: Ways,
  overlay: Overlay,
  hexPx: number,
  measure: Measure,
  names: readonly Rect[] = [],
): OverlayLabel[] {
  const taken: Rect[] = [...names];
  for (const { hex } of overlay.depots ?? []) taken.push(around(hexX(grid, hex), hexY(grid, hex), 0.5, 0.5));
  const labels: OverlayLabel[] = [];
  const tryAt = (label: OverlayLabel, force: boolean): boolean => {
    const halfWidth = (measure(label.text, label.size) / 2 + 5) / hexPx;
    const box = around(label.x, label.y, halfWidth, (label.size * 0.75) / hexPx);
    if (!force && taken.some((other) => touch(box, other))) return false;
    taken.push(box);
    labels.push(label);
    return true;
  };
  for (const zone of overlay.zones ?? []) {
    const heart = heartOf(grid, zone.hexes);
    if (heart < 0 || zone.name === '' || zone.outline) continue;
    const size = Math.max(12, Math.min(16, hexPx * 0.36));
    const label = { text: zone.name, size, colour: zone.colour, plate: zone.number !== undefined };
    const x = hexX(grid, heart);
    const y = hexY(grid, heart);
    const shifts = [0, -1.6, 1.6, -3.2, 3.2].map((shift) => (shift * size) / hexPx);
    if (!shifts.some((shift) => tryAt({ ...label, x, y: y + shift }, false))) tryAt({ ...label, x, y }, true);
  }
  if (hexPx >= ROUTE_TEXT_FROM) {
    for (const route of overlay.routes ?? []) {
      if (route.text === undefined || route.path.length < 2) continue;
      const { points } = courseOf(ways, route);
      const size = Math.max(10, Math.min(13, hexPx * 0.26));
      const label = { text: route.text, size, colour: route.colour, plate: true };
      SPOTS.some((share) => {
        const at = Math.round((points.length / 2 - 1) * share) * 2;
        return tryAt({ ...label, x: points[at] as number, y: points[at + 1] as number }, false);
      });
    }
  }
  if (hexPx < LINE_TEXT_FROM) return labels;
  for (const line of overlay.lines) {
    if (line.text === undefined) continue;
    const from = ways.node(line.from);
    const to = ways.node(line.to);
    const { x, y } = ways.between(line.from, line.to) ?? { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 };
    tryAt({ text: line.text, size: Math.min(12, hexPx * 0.2 + 4), colour: line.colour, plate: false, x, y }, false);
  }
  return labels;
}

function around(x: number, y: number, halfWidth: number, halfHeight: number): Rect {
  return { left: x - halfWidth, right: x + halfWidth, top: y - halfHeight, bottom: y + halfHeight };
}

function touch(a: Rect, b: Rect): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}
