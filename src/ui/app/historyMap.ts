/** Where things stand on a map of the movements: a picture's coordinates from hexes and dates, without a page. */
import type { Game } from '../../core/game.ts';
import type { Battle, Movement } from './battle.ts';

/** Units of the picture a hex width; text is sized in the same units. */
export const SCALE = 20;
const ROW_STEP = Math.sqrt(3) / 2;
/** Hex widths around the outermost place. */
const MARGIN = 2.6;
/** A movement that reached a place so many days before the day shown still counts as of that day. */
const FRESH_DAYS = 2;

export interface Point {
  x: number;
  y: number;
}

export interface Frame {
  /** Corner and size in units of the picture. */
  left: number;
  top: number;
  width: number;
  height: number;
}

/** The middle of a hex in the picture. */
export function pointOf(cols: number, hex: number): Point {
  const row = Math.floor(hex / cols);
  return { x: ((hex % cols) + (row & 1) / 2) * SCALE, y: row * ROW_STEP * SCALE };
}

/** A frame around everything that moved or happened on the map, within the map. */
export function frameOf(game: Game, { events, movements }: Battle): Frame {
  const hexes = [
    ...events.map((event) => event.hex),
    ...movements.flatMap(({ steps }) => steps.map((step) => step.hex)),
  ];
  const points = hexes.filter((hex) => hex >= 0).map((hex) => pointOf(game.cols, hex));
  const whole = { left: 0, top: 0, width: game.cols * SCALE, height: game.rows * ROW_STEP * SCALE };
  if (points.length === 0) return whole;
  const xs = points.map(({ x }) => x);
  const ys = points.map(({ y }) => y);
  const pad = MARGIN * SCALE;
  const left = Math.max(whole.left, Math.min(...xs) - pad);
  const top = Math.max(whole.top, Math.min(...ys) - pad);
  return {
    left,
    top,
    width: Math.min(whole.width, Math.max(...xs) + pad) - left,
    height: Math.min(whole.height, Math.max(...ys) + pad) - top,
  };
}

/** A part of a frame, `zoom` times nearer, about a point and within the frame. */
export function partOf(frame: Frame, zoom: number, centre: Point): Frame {
  const width = frame.width / zoom;
  const height = frame.height / zoom;
  const within = (value: number, from: number, room: number): number => Math.max(from, Math.min(from + room, value));
  return {
    left: within(centre.x - width / 2, frame.left, frame.width - width),
    top: within(centre.y - height / 2, frame.top, frame.height - height),
    width,
    height,
  };
}

/** The middle of where troops have come to in the last days, or of all ways when nobody has moved. */
export function middleOf(arrows: readonly Arrow[]): Point {
  const fresh = arrows.filter((arrow) => arrow.fresh);
  const ends = (fresh.length > 0 ? fresh : arrows).flatMap(({ points }) => points.slice(-1));
  const mean = (of: (point: Point) => number): number =>
    ends.reduce((sum, point) => sum + of(point), 0) / Math.max(1, ends.length);
  return { x: mean(({ x }) => x), y: mean(({ y }) => y) };
}

export interface Arrow {
  movement: Movement;
  points: Point[];
  /** Reached its last place so far within the last days. */
  fresh: boolean;
  /** All its places are reached. */
  done: boolean;
}

/** The movements as far as they had come on a day; those that had not left yet are missing. */
export function arrowsOn(game: Game, movements: readonly Movement[], day: number): Arrow[] {
  return movements.flatMap((movement): Arrow[] => {
    const reached = movement.steps.filter((step) => step.day <= day);
    if (reached.length < 2) return [];
    const last = reached[reached.length - 1];
    return [
      {
        movement,
        points: aside(
          reached.map((step) => pointOf(game.cols, step.hex)),
          movement.number,
        ),
        fresh: last !== undefined && day - last.day <= FRESH_DAYS,
        done: reached.length === movement.steps.length,
      },
    ];
  });
}

/** Moves a way a little to its own side, so that two along the same road do not hide each other. */
function aside(points: readonly Point[], number: number): Point[] {
  const shift = (((number * 2) % 5) - 2) * SCALE * 0.11;
  return points.map((point, i) => {
    const before = points[Math.max(0, i - 1)] as Point;
    const after = points[Math.min(points.length - 1, i + 1)] as Point;
    const dx = after.x - before.x;
    const dy = after.y - before.y;
    const length = Math.hypot(dx, dy) || 1;
    return { x: point.x - (dy / length) * shift, y: point.y + (dx / length) * shift };
  });
}

/** A smooth line through points as the `d` of an SVG path; it ends a little before the last, where the head begins. */
export function curveOf(points: readonly Point[]): string {
  const first = points[0];
  if (!first) return '';
  const round = (value: number): string => value.toFixed(1);
  let path = `M${round(first.x)} ${round(first.y)}`;
  for (let i = 0; i + 1 < points.length; i++) {
    const at = (k: number): Point => points[Math.max(0, Math.min(points.length - 1, k))] as Point;
    const [a, b, c, d] = [at(i - 1), at(i), at(i + 1), at(i + 2)] as [Point, Point, Point, Point];
    const one = { x: b.x + (c.x - a.x) / 6, y: b.y + (c.y - a.y) / 6 };
    const two = { x: c.x - (d.x - b.x) / 6, y: c.y - (d.y - b.y) / 6 };
    path += `C${round(one.x)} ${round(one.y)} ${round(two.x)} ${round(two.y)} ${round(c.x)} ${round(c.y)}`;
  }
  return path;
}

export interface Label {
  hex: number;
  text: string;
  x: number;
  y: number;
  /** Which side of the point the text stands on. */
  anchor: 'start' | 'end';
}

const WIDE = /[\u1100-\u9fff\uac00-\uffef]/;
/** About how wide a text is, in units of the picture. */
export const breadthOf = (text: string, size: number): number =>
  [...text].reduce((sum, sign) => sum + (WIDE.test(sign) ? 1 : 0.55), 0) * size;

/** Names beside their points, the first in the list first; one that would cover another stands on the other side or is left out. */
export function labelsOf(
  game: Pick<Game, 'cols'>,
  frame: Frame,
  places: readonly { hex: number; text: string }[],
  size: number,
): Label[] {
  const taken: [number, number, number, number][] = [];
  const labels: Label[] = [];
  const done = new Set<number>();
  for (const { hex, text } of places) {
    if (hex < 0 || text === '' || done.has(hex)) continue;
    done.add(hex);
    const { x, y } = pointOf(game.cols, hex);
    const breadth = breadthOf(text, size);
    const gap = size * 0.6;
    for (const anchor of ['start', 'end'] as const) {
      const from = anchor === 'start' ? x + gap : x - gap - breadth;
      const box: [number, number, number, number] = [from, y - size * 0.6, from + breadth, y + size * 0.6];
      if (box[0] < frame.left || box[2] > frame.left + frame.width) continue;
      if (box[1] < frame.top || box[3] > frame.top + frame.height) continue;
      if (taken.some((one) => box[0] < one[2] && box[2] > one[0] && box[1] < one[3] && box[3] > one[1])) continue;
      taken.push(box);
      labels.push({ hex, text, x: anchor === 'start' ? x + gap : x - gap, y, anchor });
      break;
    }
  }
  return labels;
}

/** Lines of the ground that cross the frame, thinned to what the picture can show. */
export function linesIn(
  frame: Frame,
  lines: readonly { class?: string; points: readonly [number, number][] }[],
): { class: string; path: string }[] {
  const near = ([x, y]: readonly [number, number]): boolean =>
    x * SCALE > frame.left - SCALE &&
    x * SCALE < frame.left + frame.width + SCALE &&
    y * SCALE > frame.top - SCALE &&
    y * SCALE < frame.top + frame.height + SCALE;
  return lines
    .filter(({ points }) => points.some(near))
    .map((line) => {
      let last: readonly [number, number] | null = null;
      let path = '';
      line.points.forEach((point, i) => {
        const ends = i === 0 || i === line.points.length - 1;
        if (!ends && last && Math.hypot(point[0] - last[0], point[1] - last[1]) < 0.15) return;
        path += `${path === '' ? 'M' : 'L'}${(point[0] * SCALE).toFixed(1)} ${(point[1] * SCALE).toFixed(1)}`;
        last = point;
      });
      return { class: line.class ?? '', path };
    });
}
