/** Draws a rectangle of the map sheet at a scale: ground, contours, water, roads, hexes, places and names. */
import { CORNER_X, CORNER_Y, eachHexIn, mapRect, type Rect } from './geometry.ts';
import { CONTOUR, DESK, GRID, INK, PAPER, ROAD, ROAD_EDGE, SANS, TRACK, WATER, WATER_EDGE } from './ink.ts';
import type { Polyline } from './lines.ts';
import { speckle } from './noise.ts';
import { drawNames, drawPlaceSigns } from './placePainter.ts';
import { coverOf, type Sheet } from './sheet.ts';

/** Draws the sheet's rectangle from the canvas's origin on. */
export function paintMap(sheet: Sheet): void {
  const { context, rect, px, art } = sheet;
  const width = (rect.right - rect.left) * px;
  const height = (rect.bottom - rect.top) * px;
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.fillStyle = DESK;
  context.fillRect(0, 0, width, height);
  const { left, top, right, bottom } = art.sheet;
  context.imageSmoothingEnabled = true;
  context.imageSmoothingQuality = 'high';
  context.save();
  // From here on in hex widths, and on the sheet only.
  context.setTransform(px, 0, 0, px, -rect.left * px, -rect.top * px);
  context.beginPath();
  context.rect(left, top, right - left, bottom - top);
  context.clip();
  const { canvas, rect: lies } = art.ground(rect, px);
  context.drawImage(canvas, lies.left, lies.top, lies.right - lies.left, lies.bottom - lies.top);
  context.lineJoin = 'round';
  context.lineCap = 'round';
  drawCover(sheet);
  drawContours(sheet);
  drawRivers(sheet);
  drawRoads(sheet);
  drawPlaceSigns(sheet);
  if (sheet.grid) drawGrid(sheet);
  drawMargin(sheet);
  drawNames(sheet);
  context.restore();
}

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

function drawContours(sheet: Sheet): void {
  const { art, context, level } = sheet;
  const thick = art.interval * (level >= 4 ? 4 : 4);
  context.globalAlpha = level >= 5 ? 0.42 : level >= 3 ? 0.34 : 0.26;
  if (level >= 3)
    strokeLines(sheet, art.contours, (line) => line.metres % thick !== 0, CONTOUR, level >= 5 ? 0.9 : 0.7);
  context.globalAlpha = level >= 3 ? 0.6 : 0.36;
  strokeLines(
    sheet,
    art.contours,
    (line) => line.metres % thick === 0,
    CONTOUR,
    level >= 5 ? 1.5 : level >= 2 ? 1 : 0.7,
  );
  context.globalAlpha = 1;
}

function drawRivers(sheet: Sheet): void {
  const { art } = sheet;
  const k = sheet.px / sheet.dpr;
  const major = Math.max(2.4, k * 0.12);
  const river = Math.max(1.4, k * 0.06);
  const stream = Math.max(0.8, k * 0.024);
  strokeLines(sheet, art.rivers, (line) => line.class === 'stream', WATER_EDGE, stream);
  strokeLines(sheet, art.rivers, (line) => line.class === 'river', WATER_EDGE, river + Math.max(1, k * 0.02));
  strokeLines(sheet, art.rivers, (line) => line.class === 'major', WATER_EDGE, major + Math.max(1.2, k * 0.025));
  strokeLines(sheet, art.rivers, (line) => line.class === 'river', WATER, river);
  strokeLines(sheet, art.rivers, (line) => line.class === 'major', WATER, major);
}

function drawRoads(sheet: Sheet): void {
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
  const unit = sheet.dpr / sheet.px;
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
    context.rotate(bridge.angle);
    const half = Math.max(0.13, 5 * unit);
    const side = Math.max(0.05, 2.6 * unit);
    context.strokeStyle = INK;
    context.lineWidth = 1.3 * unit;
    if (bridge.kind === 'ferry') context.setLineDash([2.5 * unit, 2 * unit]);
    context.beginPath();
    for (const s of [-1, 1]) {
      context.moveTo(-half - side * 0.5, s * side * 1.6);
      context.lineTo(-half, s * side);
      context.lineTo(half, s * side);
      context.lineTo(half + side * 0.5, s * side * 1.6);
    }
    context.stroke();
    context.restore();
  }
}

/** Small signs of paddy, woods and swamp, at the near levels. */
function drawCover(sheet: Sheet): void {
  if (sheet.level < 4) return;
  const { context, art, rect } = sheet;
  const { map } = art;
  const unit = sheet.dpr / sheet.px;
  const size = Math.max(0.035, 3 * unit);
  context.lineWidth = Math.max(0.008, 0.8 * unit);
  eachHexIn(map, rect, (hex, x, y) => {
    const cover = coverOf(map, hex);
    if (cover !== 'p' && cover !== 'w' && cover !== 's' && cover !== 'm') return;
    const count = cover === 'w' ? 12 : cover === 'm' ? 4 : 9;
    context.strokeStyle =
      cover === 'p' ? 'rgba(88,120,112,0.4)' : cover === 's' ? 'rgba(70,104,120,0.55)' : 'rgba(72,96,52,0.5)';
    context.beginPath();
    for (let k = 0; k < count; k++) {
      const gx = x + ((k % 4) - 1.5) * 0.24 + (speckle(hex, k, 41) - 0.5) * 0.2;
      const gy = y + (Math.floor(k / 4) - 1) * 0.27 + (speckle(hex, k, 42) - 0.5) * 0.2;
      if (cover === 'w' || cover === 'm') {
        context.moveTo(gx + size * 0.5, gy);
        context.arc(gx, gy, size * 0.5, 0, Math.PI * 2);
        context.moveTo(gx, gy + size * 0.5);
        context.lineTo(gx, gy + size * 0.95);
      } else if (cover === 'p') {
        context.moveTo(gx, gy + size * 0.4);
        context.lineTo(gx, gy - size * 0.5);
        context.moveTo(gx - size * 0.5, gy + size * 0.4);
        context.lineTo(gx + size * 0.5, gy + size * 0.4);
      } else {
        context.moveTo(gx - size, gy);
        context.lineTo(gx + size, gy);
        context.moveTo(gx - size * 0.4, gy - size * 0.5);
        context.lineTo(gx + size * 0.4, gy - size * 0.5);
      }
    }
    context.stroke();
  });
}

function drawGrid(sheet: Sheet): void {
  const { context, art, rect, level } = sheet;
  const unit = sheet.dpr / sheet.px;
  context.beginPath();
  eachHexIn(art.map, rect, (_hex, x, y) => {
    // Three sides a hex; the others belong to the neighbours, but for the left and lower edges of the map.
    context.moveTo(x + CORNER_X[5], y + CORNER_Y[5]);
    for (const corner of [0, 1, 2, 3, 4, 5]) {
      if (corner < 3) context.lineTo(x + (CORNER_X[corner] as number), y + (CORNER_Y[corner] as number));
    }
  });
  const box = mapRect(art.map);
  eachHexIn(art.map, rect, (_hex, x, y) => {
    if (x > box.left + 1 && y < box.bottom - 1) return;
    context.moveTo(x + CORNER_X[2], y + CORNER_Y[2]);
    for (const corner of [3, 4, 5] as const) context.lineTo(x + CORNER_X[corner], y + CORNER_Y[corner]);
  });
  context.strokeStyle = GRID;
  context.globalAlpha = level === 0 ? 0.1 : level < 3 ? 0.15 : 0.2;
  context.lineWidth = (level < 3 ? 0.7 : 1) * unit;
  context.stroke();
  context.globalAlpha = 1;
  if (level >= 5) drawNumbers(sheet);
}

function drawNumbers(sheet: Sheet): void {
  const { context, art, rect, px, dpr } = sheet;
  const size = Math.max(8, Math.min(11, (px / dpr) * 0.1)) * dpr;
  context.save();
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.font = `${size}px ${SANS}`;
  context.textAlign = 'center';
  context.textBaseline = 'top';
  context.fillStyle = 'rgba(60,47,34,0.5)';
  eachHexIn(art.map, rect, (hex, x, y) => {
    const row = Math.floor(hex / art.map.cols);
    const text = String(hex - row * art.map.cols).padStart(2, '0') + String(row).padStart(2, '0');
    context.fillText(text, (x - rect.left) * px, (y - rect.top + CORNER_Y[0]) * px + px * 0.065);
  });
  context.restore();
}

/** Fades the ground outside the hexes to paper and draws the frame of the sheet. */
function drawMargin(sheet: Sheet): void {
  const { context, art } = sheet;
  const unit = sheet.dpr / sheet.px;
  const outer = art.sheet;
  const inner = mapRect(art.map);
  const pad = 0.06;
  context.fillStyle = PAPER;
  context.globalAlpha = 0.86;
  context.beginPath();
  context.rect(outer.left, outer.top, outer.right - outer.left, outer.bottom - outer.top);
  context.rect(
    inner.right + pad,
    inner.top - pad,
    inner.left - inner.right - 2 * pad,
    inner.bottom - inner.top + 2 * pad,
  );
  context.fill('evenodd');
  context.globalAlpha = 1;
  context.strokeStyle = INK;
  context.lineWidth = 0.8 * unit;
  context.strokeRect(
    inner.left - pad,
    inner.top - pad,
    inner.right - inner.left + 2 * pad,
    inner.bottom - inner.top + 2 * pad,
  );
  context.lineWidth = 2.4 * unit;
  const gap = 0.22;
  context.strokeRect(
    inner.left - gap,
    inner.top - gap,
    inner.right - inner.left + 2 * gap,
    inner.bottom - inner.top + 2 * gap,
  );
}
