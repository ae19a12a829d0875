/** Names written along rivers and railways, heights along contours: where each letter stands. No canvas needed. */
import type { RiverClass } from '../../core/scenario.ts';
import type { Contour } from './contours.ts';
import type { Rect } from './geometry.ts';
import type { Polyline } from './lines.ts';

export interface Glyph {
  text: string;
  /** Its middle on the plane, and its turn in radians. */
  x: number;
  y: number;
  angle: number;
}

/** Lines that carry their name. */
export interface NamedLine extends Polyline {
  class: RiverClass | 'rail';
  name: string;
}

export interface LineName {
  class: NamedLine['class'] | 'contour';
  /** CSS pixels. */
  size: number;
  glyphs: Glyph[];
}

/** Width of a text in CSS pixels at a size. */
export type MeasureText = (text: string, size: number, which: LineName['class']) => number;

/** Letters of a name, how far apart, and from which scale on, by class. */
const TYPE: Record<NamedLine['class'], { size: number; spacing: number; from: number }> = {
  major: { size: 13, spacing: 0.26, from: 0 },
  river: { size: 11.5, spacing: 0.14, from: 24 },
  stream: { size: 10.5, spacing: 0.1, from: 46 },
  rail: { size: 10.5, spacing: 0.12, from: 24 },
};
/** A name comes again after so many CSS pixels along its river. */
const AGAIN_PX = 620;
/** Letters may turn against their neighbours by so much, and a name in all. */
const LETTER_TURN = 0.34;
const NAME_TURN = 1.5;
/** Samples along a line, CSS pixels, and how many on each side are averaged to take the shake out of it. */
const SAMPLE_PX = 3;
const CALM = 5;
/** Samples between the starts that are tried. */
const STRIDE = 8;

/** Points at even steps along a line, smoothed. */
function evenly(line: Polyline, step: number): { xs: number[]; ys: number[] } {
  const { points } = line;
  const xs = [points[0] as number];
  const ys = [points[1] as number];
  let left = step;
  for (let k = 2; k < points.length; k += 2) {
    let x = points[k - 2] as number;
    let y = points[k - 1] as number;
    const endX = points[k] as number;
    const endY = points[k + 1] as number;
    let long = Math.hypot(endX - x, endY - y);
    while (long >= left) {
      x += ((endX - x) * left) / long;
      y += ((endY - y) * left) / long;
      xs.push(x);
      ys.push(y);
      long -= left;
      left = step;
    }
    left -= long;
  }
  return { xs: calmed(xs), ys: calmed(ys) };
}

function calmed(values: readonly number[]): number[] {
  return values.map((_, k) => {
    const reach = Math.min(CALM, k, values.length - 1 - k);
    let sum = 0;
    for (let i = k - reach; i <= k + reach; i++) sum += values[i] as number;
    return sum / (2 * reach + 1);
  });
}

/**
 * Writes the names of lines beside them, great rivers first, clear of what is `taken` and inside `frame`.
 * `widths` gives the width of a line in CSS pixels.
 */
export function namesAlong(
  lines: readonly NamedLine[],
  hexPx: number,
  widths: (which: NamedLine['class']) => number,
  measure: MeasureText,
  taken: readonly Rect[],
  frame: Rect,
): LineName[] {
  const grow = hexPx >= 80 ? 1.2 : hexPx >= 40 ? 1.08 : hexPx < 16 ? 0.9 : 1;
  const boxes = taken.slice();
  const names: LineName[] = [];
  const order = lines.filter((line) => line.name !== '' && hexPx >= TYPE[line.class].from);
  order.sort((a, b) => RANK[b.class] - RANK[a.class] || b.points.length - a.points.length);
  for (const line of order) {
    const type = TYPE[line.class];
    const size = type.size * grow;
    const letters = [...line.name].map((text) => (text === ' ' ? '\u00a0' : text));
    const widthsOf = letters.map((letter) => measure(letter, size, line.class) + type.spacing * size);
    const long = widthsOf.reduce((sum, width) => sum + width, 0);
    const { xs, ys } = evenly(line, SAMPLE_PX / hexPx);
    const samples = Math.ceil(long / SAMPLE_PX);
    const shift = (widths(line.class) / 2 + size * 0.62) / hexPx;
    let next = Math.floor(samples * 0.4);
    while (next + samples < xs.length) {
      const found = bestRun(next, Math.min(xs.length - samples - 1, next + AGAIN_PX / SAMPLE_PX), (start) =>
        run(letters, widthsOf, xs, ys, start, samples, shift, size / hexPx, boxes, frame),
      );
      if (!found) {
        next += Math.ceil(AGAIN_PX / SAMPLE_PX);
        continue;
      }
      names.push({ class: line.class, size, glyphs: found.glyphs });
      for (const glyph of found.glyphs) boxes.push(boxOf(glyph, size / hexPx));
      next = found.start + samples + Math.ceil(AGAIN_PX / SAMPLE_PX);
    }
  }
  return names;
}

const RANK: Record<NamedLine['class'], number> = { major: 3, river: 2, rail: 1, stream: 0 };

interface Run {
  start: number;
  turn: number;
  glyphs: Glyph[];
}

/** The straightest of the runs that start between two samples; null when none fits. */
function bestRun(from: number, to: number, at: (start: number) => Run | null): Run | null {
  let best: Run | null = null;
  for (let start = from; start <= to; start += STRIDE) {
    const found = at(start);
    if (found && (!best || found.turn < best.turn)) best = found;
  }
  return best;
}

/** Letters along a stretch, on the side of it where there is room; null when they turn too much or find none. */
function run(
  letters: readonly string[],
  widths: readonly number[],
  xs: readonly number[],
  ys: readonly number[],
  start: number,
  samples: number,
  shift: number,
  em: number,
  boxes: readonly Rect[],
  frame: Rect,
): Run | null {
  const end = Math.min(xs.length - 1, start + samples);
  const backwards = (xs[end] as number) < (xs[start] as number);
  for (const side of [-1, 1]) {
    const glyphs: Glyph[] = [];
    let along = 0;
    let turn = 0;
    let before: number | null = null;
    let fits = true;
    letters.forEach((text, k) => {
      const width = widths[k] as number;
      const middle = (along + width / 2) / SAMPLE_PX;
      along += width;
      const at = backwards ? end - middle : start + middle;
      const low = Math.max(0, Math.min(xs.length - 1, Math.floor(at - width / SAMPLE_PX / 2 - 1)));
      const high = Math.min(xs.length - 1, Math.ceil(at + width / SAMPLE_PX / 2 + 1));
      const way = backwards ? -1 : 1;
      const angle = Math.atan2(
        ((ys[high] as number) - (ys[low] as number)) * way,
        ((xs[high] as number) - (xs[low] as number)) * way,
      );
      const bend = before === null ? 0 : Math.abs(wrapped(angle - before));
      turn += bend;
      if (bend > LETTER_TURN) fits = false;
      before = angle;
      const first = Math.max(0, Math.min(xs.length - 2, Math.floor(at)));
      const t = at - first;
      const x = (xs[first] as number) * (1 - t) + (xs[first + 1] as number) * t;
      const y = (ys[first] as number) * (1 - t) + (ys[first + 1] as number) * t;
      const glyph = { text, x: x - Math.sin(angle) * shift * side, y: y + Math.cos(angle) * shift * side, angle };
      const box = boxOf(glyph, em);
      if (box.left < frame.left || box.right > frame.right || box.top < frame.top || box.bottom > frame.bottom)
        fits = false;
      if (boxes.some((other) => touch(box, other))) fits = false;
      glyphs.push(glyph);
    });
    if (fits && turn < NAME_TURN) return { start, turn, glyphs };
  }
  return null;
}

function wrapped(angle: number): number {
  return Math.atan2(Math.sin(angle), Math.cos(angle));
}

function boxOf(glyph: Glyph, em: number): Rect {
  const half = em * 0.5;
  return { left: glyph.x - half, right: glyph.x + half, top: glyph.y - half, bottom: glyph.y + half };
}

function touch(a: Rect, b: Rect): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

/** Hex widths along a contour between its numbers, and the scale from which contours carry any. */
const CONTOUR_EVERY = 6;
export const CONTOUR_NUMBERS_FROM = 60;

/** Numbers on the thick contours, each on a straight bit of its line, head up. */
export function contourNumbers(
  lines: readonly Contour[],
  thick: number,
  hexPx: number,
  taken: readonly Rect[],
  frame: Rect,
): LineName[] {
  if (hexPx < CONTOUR_NUMBERS_FROM) return [];
  const size = 9.5;
  const em = size / hexPx;
  const boxes = taken.slice();
  const names: LineName[] = [];
  for (const line of lines) {
    if (line.metres % thick !== 0) continue;
    const { xs, ys } = evenly(line, 0.1);
    for (let k = 14; k + 4 < xs.length; k += 1) {
      const angle = slope(xs, ys, k);
      const bend = Math.abs(wrapped(slope(xs, ys, k + 2) - slope(xs, ys, k - 2)));
      if (bend > 0.25) continue;
      const upright = Math.abs(angle) > Math.PI / 2 ? angle - Math.sign(angle) * Math.PI : angle;
      const glyph = { text: String(line.metres), x: xs[k] as number, y: ys[k] as number, angle: upright };
      const box = boxOf(glyph, em * 2.4);
      const inside =
        box.left > frame.left && box.right < frame.right && box.top > frame.top && box.bottom < frame.bottom;
      if (!inside || boxes.some((other) => touch(box, other))) continue;
      boxes.push(box);
      names.push({ class: 'contour', size, glyphs: [glyph] });
      k += CONTOUR_EVERY * 10;
    }
  }
  return names;
}

function slope(xs: readonly number[], ys: readonly number[], k: number): number {
  const low = Math.max(0, k - 2);
  const high = Math.min(xs.length - 1, k + 2);
  return Math.atan2((ys[high] as number) - (ys[low] as number), (xs[high] as number) - (xs[low] as number));
}
