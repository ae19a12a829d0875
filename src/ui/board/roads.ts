/** Roads and railways as smooth lines on the plane, made from hex chains, and where they cross rivers. */
import { hexsideOf, parseHex } from '../../core/hex.ts';
import type { MapData, RoadClass } from '../../core/scenario.ts';
import type { MapLines } from './contract.ts';
import { type Grid, hexX, hexY, type Point } from './geometry.ts';
import { hexsideMiddle, offTheSheet, type Polyline, polyline, soften } from './lines.ts';
import { speckle } from './noise.ts';
import { placeSpots } from './places.ts';

/** How far a railway may leave the middle of a hex for its surveyed line: it stays in the hexes that the rules count. */
const RAIL_BEND = 0.42;
/** Railways keep this far from roads that go the same way, in hex widths. */
const BESIDE_ROAD = 0.13;

export interface RoadLine extends Polyline {
  class: RoadClass;
}

export interface RailLine extends Polyline {
  class: 'rail';
  name: string;
}

export interface BridgeSpot {
  x: number;
  y: number;
  /** Direction of the road over it, radians. */
  angle: number;
  kind: 'bridge' | 'ferry';
  hexside: number;
}

/** Where roads pass in a hex: through its place, else near the centre; the same for all roads of the hex. */
function roadNode(grid: Grid, hex: number, places: ReadonlyMap<number, Point>): Point {
  const place = places.get(hex);
  if (place) return place;
  return {
    x: hexX(grid, hex) + (speckle(hex, 7, 5) - 0.5) * 0.22,
    y: hexY(grid, hex) + (speckle(hex, 9, 6) - 0.5) * 0.22,
  };
}

/** The middle of a road between two neighbouring hexes, off the straight line; the same whichever hex is named first. */
function roadMiddle(from: Point, to: Point, a: number, b: number): Point {
  const sway = (speckle(Math.min(a, b), a + b, 8) - 0.5) * 0.3 * (a < b ? 1 : -1);
  return { x: (from.x + to.x) / 2 - (to.y - from.y) * sway, y: (from.y + to.y) / 2 + (to.x - from.x) * sway };
}

/** The places that roads pass through, by hex. */
function roadPlaces(map: MapData): Map<number, Point> {
  const places = new Map<number, Point>();
  for (const spot of placeSpots(map)) if (spot.kind !== 'height' && !places.has(spot.hex)) places.set(spot.hex, spot);
  return places;
}

/** The hexes of a chain, as indices. */
function chainOf(map: MapData, hexes: readonly string[]): number[] {
  return hexes.map((hex) => parseHex(map.cols, map.rows, hex)).filter((hex) => hex >= 0);
}

/** Where ways of all kinds pass, so that what moves on roads is drawn along them. */
export interface Ways {
  /** In a hex: on its roads, else the middle. */
  node(hex: number): Point;
  /** Half way between neighbouring hexes: on the road that joins them, null without one. */
  between(a: number, b: number): Point | null;
}

/** The ways of a map. */
export function waysOf(map: MapData): Ways {
  const places = roadPlaces(map);
  const size = map.cols * map.rows;
  const links = new Set<number>();
  const onRoad = new Set<number>();
  for (const road of map.roads) {
    const hexes = chainOf(map, road.hexes);
    hexes.forEach((hex, i) => {
      onRoad.add(hex);
      const next = hexes[i + 1];
      if (next !== undefined) links.add(Math.min(hex, next) * size + Math.max(hex, next));
    });
  }
  const node = (hex: number): Point =>
    onRoad.has(hex) ? roadNode(map, hex, places) : { x: hexX(map, hex), y: hexY(map, hex) };
  return {
    node,
    between: (a, b) => (links.has(Math.min(a, b) * size + Math.max(a, b)) ? roadMiddle(node(a), node(b), a, b) : null),
  };
}

/** Roads along hex chains. A stretch that several roads share is drawn once, by the best of them. */
export function roadLines(map: MapData): RoadLine[] {
  const grid: Grid = map;
  const drawn = new Set<number>();
  const places = roadPlaces(map);
  const lines: RoadLine[] = [];
  const roads = map.roads.slice().sort((a, b) => (a.class === b.class ? 0 : a.class === 'road' ? -1 : 1));
  for (const road of roads) {
    const hexes = chainOf(map, road.hexes);
    let points: number[] = [];
    const flush = (): void => {
      if (points.length >= 4)
        lines.push({ ...polyline(soften(offTheSheet(grid, points).points, 3)), class: road.class });
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
      const middle = roadMiddle(from, to, a, b);
      points.push(middle.x, middle.y, to.x, to.y);
    }
    flush();
  }
  return lines.reverse();
}

/** Railways along their hexes, bent towards the surveyed line of the same name, beside the roads they go with. */
export function railLines(map: MapData, surveyed?: MapLines): RailLine[] {
  const grid: Grid = map;
  const onRoad = new Set<number>();
  for (const road of map.roads) for (const hex of chainOf(map, road.hexes)) onRoad.add(hex);
  return (map.rails ?? []).map((rail) => {
    const hexes = chainOf(map, rail.hexes);
    const course = surveyed?.rails?.find((line) => line.name === rail.name)?.points ?? [];
    const points: number[] = [];
    hexes.forEach((hex, k) => {
      const x = hexX(grid, hex);
      const y = hexY(grid, hex);
      const near = nearestOn(course, x, y);
      const away = near ? Math.hypot(near.x - x, near.y - y) : 0;
      const share = away > RAIL_BEND ? RAIL_BEND / away : 1;
      let px = near ? x + (near.x - x) * share : x;
      let py = near ? y + (near.y - y) * share : y;
      if (onRoad.has(hex)) {
        const before = hexes[Math.max(0, k - 1)] as number;
        const after = hexes[Math.min(hexes.length - 1, k + 1)] as number;
        const dx = hexX(grid, after) - hexX(grid, before);
        const dy = hexY(grid, after) - hexY(grid, before);
        const long = Math.hypot(dx, dy) || 1;
        px -= (dy / long) * BESIDE_ROAD;
        py += (dx / long) * BESIDE_ROAD;
      }
      points.push(px, py);
    });
    return { ...polyline(soften(offTheSheet(grid, points).points, 3)), class: 'rail', name: rail.name };
  });
}

/** The point of a course nearest to a point; null for an empty course. */
function nearestOn(course: readonly (readonly [number, number])[], x: number, y: number): Point | null {
  let best: Point | null = null;
  let nearest = Number.POSITIVE_INFINITY;
  for (let k = 0; k + 1 < course.length; k++) {
    const [ax, ay] = course[k] as readonly [number, number];
    const [bx, by] = course[k + 1] as readonly [number, number];
    const long = (bx - ax) ** 2 + (by - ay) ** 2;
    const t = long === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / long));
    const point = { x: ax + (bx - ax) * t, y: ay + (by - ay) * t };
    const away = Math.hypot(point.x - x, point.y - y);
    if (away >= nearest) continue;
    nearest = away;
    best = point;
  }
  return best;
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
