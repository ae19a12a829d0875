/** Rivers and roads as smooth lines on the plane, made from hexsides and hex chains; the same map gives the same lines. */
import { hexsideOf, parseHex } from '../../core/hex.ts';
import type { MapData, RiverClass, RoadClass } from '../../core/scenario.ts';
import type { MapLines } from './contract.ts';
import { CORNER_X, CORNER_Y, type Grid, hexX, hexY, mapRect, type Point, sideCorner } from './geometry.ts';
import { speckle } from './noise.ts';
import { placeSpots } from './places.ts';

/** x, y pairs laid flat, with the box around them. */
export interface Polyline {
  points: Float32Array;
  left: number;
  top: number;
  right: number;
  bottom: number;
}

export interface RiverLine extends Polyline {
  class: RiverClass;
  name: string;
}

export interface RoadLine extends Polyline {
  class: RoadClass;
}

export interface BridgeSpot {
  x: number;
  y: number;
  /** Direction of the road over it, radians. */
  angle: number;
  kind: 'bridge' | 'ferry';
  hexside: number;
}

/** Wraps points with their box. */
export function polyline(points: readonly number[]): Polyline {
  let left = Number.POSITIVE_INFINITY;
  let top = Number.POSITIVE_INFINITY;
  let right = Number.NEGATIVE_INFINITY;
  let bottom = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < points.length; i += 2) {
    left = Math.min(left, points[i] as number);
    right = Math.max(right, points[i] as number);
    top = Math.min(top, points[i + 1] as number);
    bottom = Math.max(bottom, points[i + 1] as number);
  }
  return { points: Float32Array.from(points), left, top, right, bottom };
}

/** Rounds a line by cutting its corners twice or more; the ends stay. */
export function soften(points: readonly number[], times: number): number[] {
  let line = points.slice();
  for (let pass = 0; pass < times; pass++) {
    const next = [line[0] as number, line[1] as number];
    for (let i = 0; i + 3 < line.length; i += 2) {
      const ax = line[i] as number;
      const ay = line[i + 1] as number;
      const bx = line[i + 2] as number;
      const by = line[i + 3] as number;
      if (i > 0) next.push(ax * 0.75 + bx * 0.25, ay * 0.75 + by * 0.25);
      if (i + 5 < line.length) next.push(ax * 0.25 + bx * 0.75, ay * 0.25 + by * 0.75);
    }
    next.push(line[line.length - 2] as number, line[line.length - 1] as number);
    line = next;
  }
  return line;
}

/** A line that ends at the edge of the map runs on across the margin of the sheet. */
function offTheSheet(grid: Grid, points: number[]): number[] {
  const box = mapRect(grid);
  const on = (x: number, y: number): [number, number] | null => {
    if (x < box.left + 0.75) return [box.left - 1.5, y];
    if (x > box.right - 0.75) return [box.right + 1.5, y];
    if (y < box.top + 0.75) return [x, box.top - 1.5];
    if (y > box.bottom - 0.75) return [x, box.bottom + 1.5];
    return null;
  };
  const before = on(points[0] as number, points[1] as number);
  const after = on(points[points.length - 2] as number, points[points.length - 1] as number);
  return [...(before ?? []), ...points, ...(after ?? [])];
}

interface Side {
  a: number;
  b: number;
  class: RiverClass;
  name: string;
  used: boolean;
}

const CLASS_RANK: Record<RiverClass, number> = { major: 2, river: 1, stream: 0 };

/**
 * Rivers along hexsides, joined into courses of one class and name. The hexsides are what the rules cross, so the line
 * stays by them; it bends towards the surveyed course where one is near, else a little at will.
 */
export function riverLines(map: MapData, surveyed?: MapLines): RiverLine[] {
  const grid: Grid = map;
  const bend = surveyedBend(surveyed);
  const corners = new Map<string, number>();
  const xs: number[] = [];
  const ys: number[] = [];
  const plainX: number[] = [];
  const plainY: number[] = [];
  const cornerAt = (x: number, y: number): number => {
    const key = `${Math.round(x * 4)},${Math.round(y * 8)}`;
    let index = corners.get(key);
    if (index === undefined) {
      index = xs.length;
      corners.set(key, index);
      // Bends are off the corners so that a river does not look like a hexside; 0.12 keeps it on its side of the hexes.
      const kx = Math.round(x * 4);
      const ky = Math.round(y * 8);
      plainX.push(x);
      plainY.push(y);
      const to = bend(x, y);
      xs.push(to ? to.x : x + (speckle(kx, ky, 1) - 0.5) * 0.24);
      ys.push(to ? to.y : y + (speckle(kx, ky, 2) - 0.5) * 0.24);
    }
    return index;
  };
  const sides: Side[] = [];
  const at = new Map<number, Side[]>();
  for (const river of map.rivers) {
    const hex = parseHex(map.cols, map.rows, river.hex);
    if (hex < 0) continue;
    const corner = sideCorner(river.direction);
    const after = (corner + 1) % 6;
    const x = hexX(grid, hex);
    const y = hexY(grid, hex);
    const a = cornerAt(x + (CORNER_X[corner] as number), y + (CORNER_Y[corner] as number));
    const b = cornerAt(x + (CORNER_X[after] as number), y + (CORNER_Y[after] as number));
    const side = { a, b, class: river.class, name: river.name ?? '', used: false };
    sides.push(side);
    for (const end of [a, b]) {
      const list = at.get(end);
      if (list) list.push(side);
      else at.set(end, [side]);
    }
  }
  const lines: RiverLine[] = [];
  const walk = (start: Side, from: number): number[] => {
    const points: number[] = [];
    let side: Side | undefined = start;
    let here = from;
    while (side) {
      side.used = true;
      const there: number = side.a === here ? side.b : side.a;
      const mx = ((xs[here] as number) + (xs[there] as number)) / 2;
      const my = ((ys[here] as number) + (ys[there] as number)) / 2;
      const sway = (speckle(here * 31 + there, here + there * 17, 3) - 0.5) * 0.22;
      const dx = (xs[there] as number) - (xs[here] as number);
      const dy = (ys[there] as number) - (ys[here] as number);
      // The hexside's own middle bends, not that of its bent ends, which would bend twice as far.
      const to = bend(
        ((plainX[here] as number) + (plainX[there] as number)) / 2,
        ((plainY[here] as number) + (plainY[there] as number)) / 2,
      );
      points.push(to ? to.x : mx - dy * sway, to ? to.y : my + dx * sway, xs[there] as number, ys[there] as number);
      const meeting: Side[] = at.get(there) ?? [];
      const on: Side | undefined = meeting.find(
        (other) => !other.used && other.class === start.class && other.name === start.name,
      );
      side = on;
      here = there;
    }
    return points;
  };
  for (const side of sides) {
    if (side.used) continue;
    const forward = walk(side, side.a);
    const more = (at.get(side.a) ?? []).find(
      (other) => !other.used && other.class === side.class && other.name === side.name,
    );
    const back = more ? walk(more, side.a) : [];
    const points: number[] = [];
    for (let i = back.length - 2; i >= 0; i -= 2) points.push(back[i] as number, back[i + 1] as number);
    points.push(xs[side.a] as number, ys[side.a] as number, ...forward);
    lines.push({ ...polyline(soften(offTheSheet(grid, points), 3)), class: side.class, name: side.name });
  }
  return lines.sort((a, b) => CLASS_RANK[a.class] - CLASS_RANK[b.class]);
}

/** How far a course may leave its hexsides for the surveyed one, in hex widths. */
const BEND = 0.26;

/** Finds, near a point, the point to draw instead: towards the nearest of the surveyed courses, at most `BEND` away. */
function surveyedBend(surveyed: MapLines | undefined): (x: number, y: number) => Point | null {
  const cells = new Map<number, Point[]>();
  const cellOf = (x: number, y: number): number => Math.floor(x) * 4096 + Math.floor(y);
  for (const { points } of surveyed?.rivers ?? []) {
    for (let k = 0; k + 1 < points.length; k++) {
      const [ax, ay] = points[k] as [number, number];
      const [bx, by] = points[k + 1] as [number, number];
      const steps = Math.max(1, Math.ceil(Math.hypot(bx - ax, by - ay) / 0.1));
      for (let step = 0; step < steps; step++) {
        const point = { x: ax + ((bx - ax) * step) / steps, y: ay + ((by - ay) * step) / steps };
        const cell = cells.get(cellOf(point.x, point.y));
        if (cell) cell.push(point);
        else cells.set(cellOf(point.x, point.y), [point]);
      }
    }
  }
  return (x, y) => {
    let best: Point | null = null;
    let nearest = 0.8;
    for (let i = -1; i <= 1; i++) {
      for (let j = -1; j <= 1; j++) {
        for (const point of cells.get(cellOf(x + i, y + j)) ?? []) {
          const away = Math.hypot(point.x - x, point.y - y);
          if (away >= nearest) continue;
          nearest = away;
          best = point;
        }
      }
    }
    if (!best || nearest === 0) return best;
    const share = Math.min(1, BEND / nearest);
    return { x: x + (best.x - x) * share, y: y + (best.y - y) * share };
  };
}

/** Where roads pass in a hex: through its place, else near the centre; the same for all roads of the hex. */
export function roadNode(grid: Grid, hex: number, places: ReadonlyMap<number, Point>): Point {
  const place = places.get(hex);
  if (place) return place;
  return {
    x: hexX(grid, hex) + (speckle(hex, 7, 5) - 0.5) * 0.22,
    y: hexY(grid, hex) + (speckle(hex, 9, 6) - 0.5) * 0.22,
  };
}

/** Roads along hex chains. A stretch that several roads share is drawn once, by the best of them. */
export function roadLines(map: MapData): RoadLine[] {
  const grid: Grid = map;
  const drawn = new Set<number>();
  const places = new Map<number, Point>();
  for (const spot of placeSpots(map)) if (spot.kind !== 'height' && !places.has(spot.hex)) places.set(spot.hex, spot);
  const lines: RoadLine[] = [];
  const roads = map.roads.slice().sort((a, b) => (a.class === b.class ? 0 : a.class === 'road' ? -1 : 1));
  for (const road of roads) {
    const hexes = road.hexes.map((hex) => parseHex(map.cols, map.rows, hex)).filter((hex) => hex >= 0);
    let points: number[] = [];
    const flush = (): void => {
      if (points.length >= 4) lines.push({ ...polyline(soften(offTheSheet(grid, points), 3)), class: road.class });
      points = [];
    };
    for (let i = 0; i + 1 < hexes.length; i++) {
      const a = hexes[i] as number;
      const b = hexes[i + 1] as number;
      const key = Math.min(a, b) * grid.cols * grid.rows + Math.max(a, b);
      if (drawn.has(key)) {
        flush();
        continue;
      }
      drawn.add(key);
      const from = roadNode(grid, a, places);
      const to = roadNode(grid, b, places);
      if (points.length === 0) points.push(from.x, from.y);
      const low = Math.min(a, b);
      const sway = (speckle(low, a + b, 8) - 0.5) * 0.3 * (a === low ? 1 : -1);
      points.push(
        (from.x + to.x) / 2 - (to.y - from.y) * sway,
        (from.y + to.y) / 2 + (to.x - from.x) * sway,
        to.x,
        to.y,
      );
    }
    flush();
  }
  return lines.reverse();
}

/** Bridges and ferries: where a road meets the river near the hexside they cross, else in the middle of it. */
export function bridgeSpots(map: MapData, rivers: readonly Polyline[], roads: readonly Polyline[]): BridgeSpot[] {
  const grid: Grid = map;
  const spots: BridgeSpot[] = [];
  for (const bridge of map.bridges) {
    const hex = parseHex(map.cols, map.rows, bridge.hex);
    if (hex < 0) continue;
    const spot = hexsideMiddle(grid, hex, bridge.direction);
    const angle = (bridge.direction * Math.PI) / 3;
    const hexside = hexsideOf(map.cols, map.rows, hex, bridge.direction);
    const met = crossing(spot, rivers, roads);
    spots.push({ ...spot, angle, ...met, kind: bridge.kind, hexside });
  }
  return spots;
}

/** A piece of a line: from, and by how much it goes on. */
interface Stretch {
  x: number;
  y: number;
  dx: number;
  dy: number;
}

/** The stretches of lines that begin near a point. */
function stretchesNear(lines: readonly Polyline[], near: Point, reach: number): Stretch[] {
  const stretches: Stretch[] = [];
  for (const { points, left, right, top, bottom } of lines) {
    if (left > near.x + reach || right < near.x - reach || top > near.y + reach || bottom < near.y - reach) continue;
    for (let i = 0; i + 3 < points.length; i += 2) {
      const x = points[i] as number;
      const y = points[i + 1] as number;
      if (Math.abs(x - near.x) > reach || Math.abs(y - near.y) > reach) continue;
      stretches.push({ x, y, dx: (points[i + 2] as number) - x, dy: (points[i + 3] as number) - y });
    }
  }
  return stretches;
}

/** The crossing of a road and a river nearest to a point, with the road's direction; null where none is near. */
function crossing(
  near: Point,
  rivers: readonly Polyline[],
  roads: readonly Polyline[],
): { x: number; y: number; angle: number } | null {
  const reach = 0.62;
  const crossed = stretchesNear(rivers, near, reach + 0.3);
  let best: { x: number; y: number; angle: number } | null = null;
  let nearest = reach;
  for (const road of stretchesNear(roads, near, reach + 0.3)) {
    for (const river of crossed) {
      const turn = river.dx * road.dy - river.dy * road.dx;
      if (turn === 0) continue;
      const t = ((road.x - river.x) * road.dy - (road.y - river.y) * road.dx) / turn;
      const u = ((road.x - river.x) * river.dy - (road.y - river.y) * river.dx) / turn;
      if (t < 0 || t > 1 || u < 0 || u > 1) continue;
      const x = river.x + river.dx * t;
      const y = river.y + river.dy * t;
      const away = Math.hypot(x - near.x, y - near.y);
      if (away >= nearest) continue;
      nearest = away;
      best = { x, y, angle: Math.atan2(road.dy, road.dx) };
    }
  }
  return best;
}

/** The middle of the side a hex has in a direction. */
export function hexsideMiddle(grid: Grid, hex: number, direction: number): { x: number; y: number } {
  const corner = sideCorner(direction);
  const after = (corner + 1) % 6;
  return {
    x: hexX(grid, hex) + ((CORNER_X[corner] as number) + (CORNER_X[after] as number)) / 2,
    y: hexY(grid, hex) + ((CORNER_Y[corner] as number) + (CORNER_Y[after] as number)) / 2,
  };
}
