/** Draws the lines of the sheet: contours, rivers, railways, roads with their bridges and ferries. */
import type { RiverClass } from '../../core/scenario.ts';
import type { Rect } from './geometry.ts';
import { CONTOUR, INK, RAIL, ROAD, ROAD_EDGE, TRACK, WATER, WATER_EDGE } from './ink.ts';
import type { Polyline } from './lines.ts';
import type { Sheet } from './sheet.ts';

function touches(line: Polyline, rect: Rect): boolean {
  const reach = 0.3;
  return (
    line.left < rect.right + reach &&
    line.right > rect.left - reach &&
    line.top < rect.bottom + reach &&
    line.bottom > rect.top - reach
  );
}

function trace(context: CanvasRenderingContext2D, line: Polyline): void {
  const { points } = line;
  context.moveTo(points[0] as number, points[1] as number);
  for (let i = 2; i < points.length; i += 2) context.lineTo(points[i] as number, points[i + 1] as number);
}

/** Strokes all lines that pass the test in one go; `width` in CSS pixels. */
function strokeLines<T extends Polyline>(
  sheet: Sheet,
  lines: readonly T[],
  test: (line: T) => boolean,
  colour: string,
  width: number,
  dash: readonly number[] = [],
): void {
  const { context, rect } = sheet;
  const unit = sheet.dpr / sheet.px;
  context.beginPath();
  for (const line of lines) if (test(line) && touches(line, rect)) trace(context, line);
  context.strokeStyle = colour;
  context.lineWidth = width * unit;
  context.setLineDash(dash.map((length) => length * unit));
  context.stroke();
  context.setLineDash([]);
}

/** Contours from the level up at which they are all drawn; before, only the thick ones. */
const ALL_CONTOURS_FROM = 3;

export function drawContours(sheet: Sheet): void {
  const { art, context, level } = sheet;
  const { thick } = art;
  context.globalAlpha = level >= 5 ? 0.42 : level >= 3 ? 0.34 : 0.26;
  if (level >= ALL_CONTOURS_FROM)
    strokeLines(sheet, art.contours, (line) => line.metres % thick !== 0, CONTOUR, level >= 5 ? 0.9 : 0.7);
  context.globalAlpha = level >= ALL_CONTOURS_FROM ? 0.6 : 0.36;
  strokeLines(
    sheet,
    art.contours,
    (line) => line.metres % thick === 0,
    CONTOUR,
    level >= 5 ? 1.5 : level >= 2 ? 1 : 0.7,
  );
  context.globalAlpha = 1;
}

/** Width of the water of a class in CSS pixels, at so many a hex width. */
export function riverWidth(which: RiverClass, hexPx: number): number {
  if (which === 'major') return Math.max(2.4, hexPx * 0.12);
  return which === 'river' ? Math.max(1.4, hexPx * 0.06) : Math.max(0.8, hexPx * 0.024);
}

/** Banks first, then the water, so that rivers flow into each other. */
export function drawRivers(sheet: Sheet): void {
  const { riverStrokes } = sheet.art;
  const k = sheet.px / sheet.dpr;
  const shares = [...new Set(riverStrokes.map((stroke) => stroke.share))];
  strokeLines(sheet, riverStrokes, (line) => line.class === 'stream', WATER_EDGE, riverWidth('stream', k));
  for (const which of ['river', 'major'] as const) {
    const bank = which === 'major' ? Math.max(1.2, k * 0.025) : Math.max(1, k * 0.02);
    for (const share of shares) {
      const width = riverWidth(which, k) * share + bank;
      strokeLines(sheet, riverStrokes, (line) => line.class === which && line.share === share, WATER_EDGE, width);
    }
  }
  for (const which of ['river', 'major'] as const) {
    for (const share of shares) {
      const width = riverWidth(which, k) * share;
      strokeLines(sheet, riverStrokes, (line) => line.class === which && line.share === share, WATER, width);
    }
  }
}

/** Length of the sleepers in CSS pixels, at so many a hex width. */
export function railWidth(hexPx: number): number {
  return Math.max(4.2, hexPx * 0.1);
}

/** Railways out of use: a broken line with its sleepers across. */
export function drawRails(sheet: Sheet): void {
  const { art, context } = sheet;
  if (art.rails.length === 0) return;
  const k = sheet.px / sheet.dpr;
  const line = Math.max(1, k * 0.018);
  const tie = railWidth(k);
  const step = Math.max(4.5, k * 0.11);
  context.lineCap = 'butt';
  const all = (): boolean => true;
  strokeLines(sheet, art.rails, all, 'rgba(246,240,222,0.8)', line + 2);
  strokeLines(sheet, art.rails, all, RAIL, tie, [Math.max(1, line * 0.9), step - Math.max(1, line * 0.9)]);
  strokeLines(sheet, art.rails, all, RAIL, line, [step * 2, step]);
  context.lineCap = 'round';
}

export function drawRoads(sheet: Sheet): void {
  const { art, context } = sheet;
  const k = sheet.px / sheet.dpr;
  const track = Math.max(0.9, k * 0.022);
  strokeLines(sheet, art.roads, (line) => line.class === 'track', 'rgba(244,236,214,0.75)', track * 2.4);
  context.lineCap = 'butt';
  strokeLines(sheet, art.roads, (line) => line.class === 'track', TRACK, track, [
    Math.max(3, k * 0.1),
    Math.max(2, k * 0.05),
  ]);
  context.lineCap = 'round';
  const road = Math.max(1.3, k * 0.042);
  strokeLines(sheet, art.roads, (line) => line.class === 'road', ROAD_EDGE, road + Math.max(1, k * 0.03));
  strokeLines(sheet, art.roads, (line) => line.class === 'road', ROAD, road);
  drawBridges(sheet);
}

function drawBridges(sheet: Sheet): void {
  if (sheet.level < 2) return;
  const { art, context, rect } = sheet;
  for (const bridge of art.bridges) {
    if (
      bridge.x < rect.left - 1 ||
      bridge.x > rect.right + 1 ||
      bridge.y < rect.top - 1 ||
      bridge.y > rect.bottom + 1
    ) {
      continue;
    }
    context.save();
    context.translate(bridge.x, bridge.y);
    if (bridge.kind === 'ferry') drawFerry(sheet);
    else {
      context.rotate(bridge.angle);
      drawBridge(sheet);
    }
    context.restore();
  }
}

function drawBridge(sheet: Sheet): void {
  const { context } = sheet;
  const unit = sheet.dpr / sheet.px;
  const half = Math.max(0.13, 4 * unit);
  const side = Math.max(0.05, 2.2 * unit);
  context.strokeStyle = INK;
  context.lineWidth = (sheet.level < 4 ? 1.1 : 1.3) * unit;
  context.beginPath();
  for (const s of [-1, 1]) {
    context.moveTo(-half - side * 0.5, s * side * 1.6);
    context.lineTo(-half, s * side);
    context.lineTo(half, s * side);
    context.lineTo(half + side * 0.5, s * side * 1.6);
  }
  context.stroke();
}

/** A flat boat on the water, upright whatever way the road runs. */
function drawFerry(sheet: Sheet): void {
  const { context } = sheet;
  const unit = sheet.dpr / sheet.px;
  const half = Math.max(0.1, 4.4 * unit);
  context.beginPath();
  context.moveTo(-half, -half * 0.3);
  context.lineTo(half, -half * 0.3);
  context.lineTo(half * 0.6, half * 0.42);
  context.lineTo(-half * 0.6, half * 0.42);
  context.closePath();
  context.moveTo(0, -half * 0.3);
  context.lineTo(0, -half * 1.15);
  context.fillStyle = 'rgba(250,244,226,0.95)';
  context.fill();
  context.strokeStyle = INK;
  context.lineWidth = 1.2 * unit;
  context.stroke();
}
