/** Draws what lies on the ground under the counters: the veil of the unobserved, overlays, reachable hexes. */

import { controlOf } from '../../core/control.ts';
import type { BoardModel } from './contract.ts';
import { CORNER_X, CORNER_Y, type Grid, hexX, hexY, outline, type Rect } from './geometry.ts';
import { INK, SANS } from './ink.ts';

export interface Pane {
  context: CanvasRenderingContext2D;
  grid: Grid;
  rect: Rect;
  /** Canvas pixels a hex width, and canvas pixels a CSS pixel. */
  px: number;
  dpr: number;
  level: number;
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

export function paneX(pane: Pane, x: number): number {
  return (x - pane.rect.left) * pane.px;
}

export function paneY(pane: Pane, y: number): number {
  return (y - pane.rect.top) * pane.px;
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

/** Draws all of it, in the order it lies. */
export function paintTint(pane: Pane, model: BoardModel): void {
  if (model.observed) paintVeil(pane, model.observed);
  paintFront(pane, model.view.control);
  if (model.overlay) paintOverlay(pane, model.overlay);
  if (model.reach) paintReach(pane, model.reach);
  if (model.selectedHex >= 0) {
    const { context, grid, dpr } = pane;
    context.beginPath();
    tracedHex(pane, hexX(grid, model.selectedHex), hexY(grid, model.selectedHex), 0.97);
    context.strokeStyle = 'rgba(255,250,232,0.95)';
    context.lineWidth = 4 * dpr;
    context.stroke();
    context.strokeStyle = INK;
    context.lineWidth = 1.6 * dpr;
    context.stroke();
  }
}

/** Outlines of sets of hexes on the plane, kept as long as the set itself: they are asked for at every redraw. */
const outlines = new WeakMap<object, Path2D>();

function outlineOf(pane: Pane, key: object, hexes: () => Iterable<number>): Path2D {
  let path = outlines.get(key);
  if (path) return path;
  path = new Path2D();
  const set = new Set(hexes());
  for (const ring of outline(pane.grid, (hex) => set.has(hex), set)) {
    path.moveTo(ring[0] as number, ring[1] as number);
    for (let k = 2; k < ring.length; k += 2) path.lineTo(ring[k] as number, ring[k + 1] as number);
    path.closePath();
  }
  outlines.set(key, path);
  return path;
}

/** Runs a drawing in units of the plane. */
function onPlane(pane: Pane, draw: (context: CanvasRenderingContext2D) => void): void {
  const { context, px, rect } = pane;
  context.setTransform(px, 0, 0, px, -rect.left * px, -rect.top * px);
  draw(context);
  context.setTransform(1, 0, 0, 1, 0, 0);
}

function paintVeil(pane: Pane, observed: Uint8Array): void {
  const path = outlineOf(pane, observed, function* () {
    for (let hex = 0; hex < observed.length; hex++) if (observed[hex] !== 1) yield hex;
  });
  onPlane(pane, (context) => {
    context.fillStyle = 'rgba(62,58,60,0.17)';
    context.fill(path, 'evenodd');
  });
}

/** The line between what the two sides hold. */
function paintFront(pane: Pane, control: readonly number[]): void {
  const { cols, rows } = pane.grid;
  const path = outlineOf(pane, control, function* () {
    for (let hex = 0; hex < cols * rows; hex++) if (controlOf(control, hex) === 2) yield hex;
  });
  const { dpr, px, level } = pane;
  const bold = level < 2 ? 0.7 : 1;
  onPlane(pane, (context) => {
    context.lineJoin = 'round';
    context.strokeStyle = 'rgba(255,248,228,0.55)';
    context.lineWidth = (4 * bold * dpr) / px;
    context.stroke(path);
    context.setLineDash([(9 * bold * dpr) / px, (5 * bold * dpr) / px]);
    context.strokeStyle = 'rgba(122,30,22,0.75)';
    context.lineWidth = (1.9 * bold * dpr) / px;
    context.stroke(path);
    context.setLineDash([]);
  });
}

function paintOverlay(pane: Pane, overlay: NonNullable<BoardModel['overlay']>): void {
  const { context, grid, dpr, px } = pane;
  const byColour = new Map<string, number[]>();
  for (const cell of overlay.cells) {
    const list = byColour.get(cell.fill);
    if (list) list.push(cell.hex);
    else byColour.set(cell.fill, [cell.hex]);
  }
  for (const [fill, hexes] of byColour) {
    context.beginPath();
    for (const hex of hexes) if (inPane(pane, hex)) tracedHex(pane, hexX(grid, hex), hexY(grid, hex));
    context.fillStyle = fill;
    context.fill();
  }
  context.lineCap = 'round';
  for (const line of overlay.lines) {
    if (!inPane(pane, line.from) && !inPane(pane, line.to)) continue;
    context.beginPath();
    context.moveTo(paneX(pane, hexX(grid, line.from)), paneY(pane, hexY(grid, line.from)));
    context.lineTo(paneX(pane, hexX(grid, line.to)), paneY(pane, hexY(grid, line.to)));
    context.setLineDash(line.dash ? [6 * dpr, 5 * dpr] : []);
    context.strokeStyle = 'rgba(250,244,226,0.8)';
    context.lineWidth = (line.width + 2) * dpr;
    context.stroke();
    context.strokeStyle = line.colour;
    context.lineWidth = line.width * dpr;
    context.stroke();
    context.setLineDash([]);
  }
  if (px / dpr < 22) return;
  const size = Math.max(9, Math.min(15, (px / dpr) * 0.26)) * dpr;
  for (const cell of overlay.cells) {
    if (cell.text === undefined || !inPane(pane, cell.hex)) continue;
    rimmed(pane, cell.text, paneX(pane, hexX(grid, cell.hex)), paneY(pane, hexY(grid, cell.hex)), size, INK);
  }
}

export function inPane(pane: Pane, hex: number): boolean {
  const x = hexX(pane.grid, hex);
  const y = hexY(pane.grid, hex);
  const { left, right, top, bottom } = pane.rect;
  return x > left - 1 && x < right + 1 && y > top - 1 && y < bottom + 1;
}

function paintReach(pane: Pane, reach: NonNullable<BoardModel['reach']>): void {
  const { grid, dpr, px } = pane;
  const path = outlineOf(pane, reach, () => reach.map((reached) => reached.hex));
  onPlane(pane, (context) => {
    context.fillStyle = 'rgba(255,244,168,0.27)';
    context.fill(path, 'evenodd');
    context.lineJoin = 'round';
    context.strokeStyle = 'rgba(255,250,226,0.9)';
    context.lineWidth = (4 * dpr) / px;
    context.stroke(path);
    context.strokeStyle = '#8a5a12';
    context.lineWidth = (2 * dpr) / px;
    context.stroke(path);
  });
  if (px / dpr < 60) return;
  const size = Math.max(9.5, Math.min(13, (px / dpr) * 0.16)) * dpr;
  for (const { hex, minutes } of reach) {
    if (minutes <= 0 || !inPane(pane, hex)) continue;
    rimmed(
      pane,
      hoursText(minutes),
      paneX(pane, hexX(grid, hex)),
      paneY(pane, hexY(grid, hex)) + px * 0.44,
      size,
      '#6b4308',
    );
  }
}

/** Minutes as hours of march: "2h", "3.5h", "40m". */
export function hoursText(minutes: number): string {
  if (minutes < 60) return `${minutes}m`;
  const tenths = Math.round(minutes / 6);
  return tenths % 10 === 0 ? `${tenths / 10}h` : `${(tenths / 10).toFixed(1)}h`;
}
