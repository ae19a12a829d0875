/** Draws a rectangle of the map sheet at a scale: ground, contours, water, roads, hexes, places and names. */
import { CORNER_X, CORNER_Y, eachHexIn, mapRect } from './geometry.ts';
import { DESK, GRID, SANS } from './ink.ts';
import { drawContours, drawRails, drawRivers, drawRoads } from './linePainter.ts';
import { drawMargin } from './marginPainter.ts';
import { drawLineNames } from './namePainter.ts';
import { speckle } from './noise.ts';
import { drawPlaceSigns } from './placePainter.ts';
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
  drawRails(sheet);
  drawRoads(sheet);
  drawPlaceSigns(sheet);
  if (sheet.grid) drawGrid(sheet);
  drawMargin(sheet);
  drawLineNames(sheet);
  context.restore();
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
  context.globalAlpha = level <= 0 ? (level < 0 ? 0.06 : 0.1) : level < 3 ? 0.15 : 0.2;
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
