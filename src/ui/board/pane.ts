/** What the painters of the panes share: where the plane lies on the canvas, hexes, outlines and lettering. */
import type { LineDash } from './contract.ts';
import { CORNER_X, CORNER_Y, type Grid, hexX, hexY, outline, type Rect, toothless } from './geometry.ts';
import { INK, SANS } from './ink.ts';
import { soften } from './lines.ts';

export interface Pane {
  context: CanvasRenderingContext2D;
  grid: Grid;
  rect: Rect;
  /** Canvas pixels a hex width, and canvas pixels a CSS pixel. */
  px: number;
  dpr: number;
  level: number;
}

export function paneX(pane: Pane, x: number): number {
  return (x - pane.rect.left) * pane.px;
}

export function paneY(pane: Pane, y: number): number {
  return (y - pane.rect.top) * pane.px;
}

/** Whether a hex may show on the pane. */
export function inPane(pane: Pane, hex: number): boolean {
  const x = hexX(pane.grid, hex);
  const y = hexY(pane.grid, hex);
  const { left, right, top, bottom } = pane.rect;
  return x > left - 1 && x < right + 1 && y > top - 1 && y < bottom + 1;
}

/** Adds a hex to the current path, in canvas pixels. */
export function tracedHex(pane: Pane, x: number, y: number, share = 1): void {
  const { context, px } = pane;
  const cx = (x - pane.rect.left) * px;
  const cy = (y - pane.rect.top) * px;
  const r = px * share;
  context.moveTo(cx, cy + CORNER_Y[0] * r);
  for (let k = 1; k < 6; k++) context.lineTo(cx + (CORNER_X[k] as number) * r, cy + (CORNER_Y[k] as number) * r);
  context.closePath();
}

/** Runs a drawing in units of the plane. */
export function onPlane(pane: Pane, draw: (context: CanvasRenderingContext2D) => void): void {
  const { context, px, rect } = pane;
  context.setTransform(px, 0, 0, px, -rect.left * px, -rect.top * px);
  draw(context);
  context.setTransform(1, 0, 0, 1, 0, 0);
}

/** Outlines of sets of hexes on the plane, kept as long as the set itself: they are asked for at every redraw. */
const outlines = new WeakMap<object, Path2D>();

/** `key` is the object the set was made from; the outline goes with it. `smooth` takes the teeth off its sides. */
export function outlineOf(grid: Grid, key: object, hexes: () => Iterable<number>, smooth = false): Path2D {
  let path = outlines.get(key);
  if (path) return path;
  path = new Path2D();
  const set = new Set(hexes());
  for (const ring of outline(grid, (hex) => set.has(hex), set)) {
    addLine(path, smooth ? soften(toothless(ring, true), 1) : ring);
    path.closePath();
  }
  outlines.set(key, path);
  return path;
}

/** Adds a line of x, y pairs to a path. */
export function addLine(path: Path2D, line: readonly number[]): void {
  path.moveTo(line[0] as number, line[1] as number);
  for (let k = 2; k < line.length; k += 2) path.lineTo(line[k] as number, line[k + 1] as number);
}

/** Text with a rim, centred. */
export function rimmed(
  pane: Pane,
  text: string,
  x: number,
  y: number,
  px: number,
  colour: string,
  weight = 'bold',
): void {
  const { context, dpr } = pane;
  context.font = `${weight} ${px}px ${SANS}`;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.lineJoin = 'round';
  context.strokeStyle = 'rgba(250,244,226,0.9)';
  context.lineWidth = 3 * dpr;
  context.strokeText(text, x, y);
  context.fillStyle = colour;
  context.fillText(text, x, y);
}

/**
 * A light plate with a coloured rim: a number that must be read on lines and counters alike. Returns half its width in
 * canvas pixels.
 */
export function plate(pane: Pane, text: string, x: number, y: number, px: number, colour: string): number {
  const { context, dpr } = pane;
  context.font = `bold ${px}px ${SANS}`;
  const half = context.measureText(text).width / 2 + 3.5 * dpr;
  context.beginPath();
  context.roundRect(x - half, y - px * 0.66, half * 2, px * 1.32, px * 0.3);
  context.fillStyle = 'rgba(253,247,230,0.95)';
  context.fill();
  context.strokeStyle = colour;
  context.lineWidth = 1.3 * dpr;
  context.stroke();
  context.fillStyle = INK;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillText(text, x, y + px * 0.05);
  return half;
}

/** Minutes as hours of march: "2h", "3.5h", "40m". */
export function hoursText(minutes: number): string {
  if (minutes < 60) return `${minutes}m`;
  const tenths = Math.round(minutes / 6);
  return tenths % 10 === 0 ? `${tenths / 10}h` : `${(tenths / 10).toFixed(1)}h`;
}

const DASHES = {
  dash: [6, 5],
  dots: [0.1, 6],
  dashDot: [9, 5, 0.1, 5],
  long: [14, 6],
} as const;

/** Dash of a line in the units its width is given in; round caps reach half a width into the gaps. */
export function dashOf(dash: LineDash | undefined, width: number, unit: number): number[] {
  if (!dash) return [];
  const pattern = DASHES[dash === true ? 'dash' : dash];
  return pattern.map((part, k) => (part + (k % 2 === 1 ? width * 0.6 : 0)) * unit);
}
