/** Rivers as smooth lines on the plane, made from hexsides; the same map gives the same lines. */
import { parseHex } from '../../core/hex.ts';
import type { MapData, RiverClass } from '../../core/scenario.ts';
import type { MapLines } from './contract.ts';
import { CORNER_X, CORNER_Y, type Grid, hexX, hexY, type Point, sideCorner } from './geometry.ts';
import { offTheSheet, type Polyline, polyline, soften } from './lines.ts';
import { speckle, waves } from './noise.ts';

export interface RiverLine extends Polyline {
  class: RiverClass;
  name: string;
  /** Ends that meet nothing, where the river begins: 1 the first, 2 the last, 3 both. */
  springs: number;
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
  const walk = (start: Side, from: number): { points: number[]; end: number } => {
    const points: number[] = [];
    if ((at.get(from)?.length ?? 0) > 2) points.push(xs[from] as number, ys[from] as number);
    let side: Side | undefined = start;
    let here = from;
    let last = from;
    while (side) {
      side.used = true;
      const there: number = side.a === here ? side.b : side.a;
      // By the middles of the sides, and the corners where rivers meet: all corners would make a straight river a saw.
      const mx = ((plainX[here] as number) + (plainX[there] as number)) / 2;
      const my = ((plainY[here] as number) + (plainY[there] as number)) / 2;
      const to = bend(mx, my);
      const sway = to ? SURVEYED_SWAY : SWAY;
      points.push(
        (to ? to.x : mx) + (waves(mx * 1.9, my * 1.9, 3) - 0.5) * sway,
        (to ? to.y : my) + (waves(mx * 1.9, my * 1.9, 4) - 0.5) * sway,
      );
      last = there;
      const meeting: Side[] = at.get(there) ?? [];
      if (meeting.length > 2) points.push(xs[there] as number, ys[there] as number);
      const on: Side | undefined = meeting.find(
        (other) => !other.used && other.class === start.class && other.name === start.name,
      );
      side = on;
      here = there;
    }
    if ((at.get(last)?.length ?? 0) <= 2) points.push(xs[last] as number, ys[last] as number);
    return { points, end: last };
  };
  for (const side of sides) {
    if (side.used) continue;
    const forward = walk(side, side.a);
    const more = (at.get(side.a) ?? []).find(
      (other) => !other.used && other.class === side.class && other.name === side.name,
    );
    const back = more ? walk(more, side.a) : { points: [xs[side.a] as number, ys[side.a] as number], end: side.a };
    const points: number[] = [];
    for (let i = back.points.length - 2; i >= 0; i -= 2) {
      points.push(back.points[i] as number, back.points[i + 1] as number);
    }
    points.push(...forward.points);
    const whole = offTheSheet(grid, points);
    const open = (corner: number): boolean => at.get(corner)?.length === 1;
    const springs = (open(back.end) ? 1 : 0) + (open(forward.end) ? 2 : 0);
    lines.push({
      ...polyline(soften(whole.points, 3)),
      class: side.class,
      name: side.name,
      springs: springs & ~whole.off,
    });
  }
  return lines.sort((a, b) => CLASS_RANK[a.class] - CLASS_RANK[b.class]);
}

/** Rivers wind a little at will, more where their course is not known, in hex widths. */
const SWAY = 0.42;
const SURVEYED_SWAY = 0.26;

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

/** A piece of a river with the share of its full width that it is drawn with. */
export interface RiverStroke extends Polyline {
  class: RiverClass;
  share: number;
}

/** Length over which a river narrows towards its spring, in hex widths, and the widths there. */
const HEAD = 1.4;
const HEAD_SHARES = [0.35, 0.55, 0.75] as const;

/** The rivers as they are drawn: those that begin on the map narrow towards their spring. */
export function riverStrokes(rivers: readonly RiverLine[]): RiverStroke[] {
  const strokes: RiverStroke[] = [];
  for (const river of rivers) {
    let points = [...river.points];
    for (const end of [1, 2]) {
      if ((river.springs & end) === 0 || river.class === 'stream') continue;
      if (end === 2) points = reversed(points);
      for (const share of HEAD_SHARES) {
        const cut = after(points, HEAD / HEAD_SHARES.length);
        if (cut + 4 > points.length) break;
        strokes.push({ ...polyline(points.slice(0, cut + 2)), class: river.class, share });
        points = points.slice(cut);
      }
      if (end === 2) points = reversed(points);
    }
    strokes.push({ ...polyline(points), class: river.class, share: 1 });
  }
  return strokes;
}

function reversed(points: readonly number[]): number[] {
  const turned: number[] = [];
  for (let k = points.length - 2; k >= 0; k -= 2) turned.push(points[k] as number, points[k + 1] as number);
  return turned;
}

/** The index of the first point at least so far along a line. */
function after(points: readonly number[], far: number): number {
  let gone = 0;
  for (let k = 2; k < points.length; k += 2) {
    gone += Math.hypot(
      (points[k] as number) - (points[k - 2] as number),
      (points[k + 1] as number) - (points[k - 1] as number),
    );
    if (gone >= far) return k;
  }
  return points.length;
}
