/** Draws the signs of villages, towns, heights, passes, airfields and ports. */
import { hexX, hexY } from './geometry.ts';
import { INK } from './ink.ts';
import { speckle } from './noise.ts';
import type { PlaceSpot } from './places.ts';
import { plane } from './planeShape.ts';
import { coverOf, type Sheet } from './sheet.ts';

const REACH = 1.2;
/** From this level on a village shows its houses; farther out it is a ring. */
const HOUSES_FROM = 4;

export function near(sheet: Sheet, x: number, y: number, reach = REACH): boolean {
  const { rect } = sheet;
  return x > rect.left - reach && x < rect.right + reach && y > rect.top - reach && y < rect.bottom + reach;
}

export function drawPlaceSigns(sheet: Sheet): void {
  const { context, art } = sheet;
  const unit = sheet.dpr / sheet.px;
  for (const spot of art.spots) {
    if (!near(sheet, spot.x, spot.y)) continue;
    if (spot.kind === 'city' || spot.kind === 'town') drawTown(sheet, spot);
    else if (spot.kind === 'village') drawVillage(sheet, spot);
    else if (spot.kind === 'height') drawHeight(sheet, spot);
    else if (spot.kind === 'pass') drawPass(sheet, spot);
    else drawField(sheet, spot);
  }
  // Settled hexes without a named place still show a few houses.
  if (sheet.level >= 4) {
    const named = new Set(art.spots.map((spot) => spot.hex));
    context.fillStyle = INK;
    const { map } = art;
    for (let hex = 0; hex < map.cols * map.rows; hex++) {
      const cover = coverOf(map, hex);
      if ((cover !== 'v' && cover !== 't') || named.has(hex)) continue;
      const x = hexX(map, hex);
      const y = hexY(map, hex);
      if (near(sheet, x, y)) houses(sheet, x, y, hex, cover === 'v' ? 5 : 11, Math.max(0.028, 2 * unit), 0.17);
    }
  }
}

/** A handful of small dark blocks about a point. */
function houses(sheet: Sheet, x: number, y: number, salt: number, count: number, size: number, spread: number): void {
  const { context } = sheet;
  context.fillStyle = INK;
  for (let k = 0; k < count; k++) {
    const turn = k * 2.4 + speckle(salt, k, 51) * 1.2;
    const far = spread * Math.sqrt((k + 0.3) / count);
    context.save();
    context.translate(x + Math.cos(turn) * far, y + Math.sin(turn) * far * 0.8);
    context.rotate((speckle(salt, k, 52) - 0.5) * 0.9);
    const long = size * (0.9 + speckle(salt, k, 53) * 0.9);
    context.fillRect(-long / 2, -size / 2, long, size);
    context.restore();
  }
}

function drawVillage(sheet: Sheet, spot: PlaceSpot): void {
  const { context, level } = sheet;
  const unit = sheet.dpr / sheet.px;
  if (level <= 0) return;
  if (level >= HOUSES_FROM) {
    houses(sheet, spot.x, spot.y, spot.index, 6, Math.max(0.032, 1.8 * unit), Math.max(0.085, 3 * unit));
    return;
  }
  context.beginPath();
  context.arc(spot.x, spot.y, (level < 2 ? 1.5 : 2.1) * unit, 0, Math.PI * 2);
  context.fillStyle = '#f6efdd';
  context.fill();
  context.strokeStyle = INK;
  context.lineWidth = 1.1 * unit;
  context.stroke();
}

function drawTown(sheet: Sheet, spot: PlaceSpot): void {
  const { context } = sheet;
  const unit = sheet.dpr / sheet.px;
  const half = spot.kind === 'city' ? Math.max(0.34, 4 * unit) : Math.max(0.16, 2.6 * unit);
  context.save();
  context.translate(spot.x, spot.y);
  context.rotate((speckle(spot.index, 3, 54) - 0.5) * 0.5);
  context.fillStyle = spot.kind === 'city' ? '#c98f76' : '#cf9d83';
  context.strokeStyle = INK;
  context.lineWidth = 1.1 * unit;
  context.beginPath();
  context.rect(-half, -half * 0.8, half * 2, half * 1.6);
  context.fill();
  context.stroke();
  if (sheet.level >= 2) {
    context.clip();
    context.fillStyle = 'rgba(74,38,28,0.75)';
    const step = Math.max(0.075, 3.2 * unit);
    for (let a = -half; a < half; a += step) {
      for (let b = -half; b < half; b += step) {
        const salt = Math.round(a * 97) * 131 + Math.round(b * 97) + spot.index;
        if (speckle(salt, spot.index, 55) < 0.22) continue;
        context.fillRect(a + step * 0.12, b + step * 0.12, step * (0.45 + speckle(salt, 1, 56) * 0.35), step * 0.66);
      }
    }
  }
  context.restore();
}

function drawHeight(sheet: Sheet, spot: PlaceSpot): void {
  if (sheet.level < 2) return;
  const { context } = sheet;
  const size = Math.max(0.07, 4 * (sheet.dpr / sheet.px));
  context.beginPath();
  context.moveTo(spot.x, spot.y - size);
  context.lineTo(spot.x + size * 0.9, spot.y + size * 0.62);
  context.lineTo(spot.x - size * 0.9, spot.y + size * 0.62);
  context.closePath();
  context.fillStyle = '#5b3a22';
  context.fill();
}

function drawPass(sheet: Sheet, spot: PlaceSpot): void {
  if (sheet.level < 0) return;
  const { context } = sheet;
  const unit = sheet.dpr / sheet.px;
  const size = Math.max(0.11, 5.5 * unit);
  for (const [colour, width] of [
    ['rgba(247,240,222,0.9)', 4.5],
    [INK, 2],
  ] as const) {
    context.beginPath();
    context.arc(spot.x - size * 1.5, spot.y, size, -0.9, 0.9);
    context.moveTo(spot.x + size * 1.5 - size * Math.cos(0.9), spot.y + size * Math.sin(0.9));
    context.arc(spot.x + size * 1.5, spot.y, size, Math.PI - 0.9, Math.PI + 0.9);
    context.strokeStyle = colour;
    context.lineWidth = width * unit;
    context.stroke();
  }
}

/** Airfields: a disc with an aircraft on it. Ports: a ring with an anchor's stock. */
function drawField(sheet: Sheet, spot: PlaceSpot): void {
  if (sheet.level < 1) return;
  const { context } = sheet;
  const unit = sheet.dpr / sheet.px;
  const size = Math.max(0.12, (spot.kind === 'airfield' ? 6.6 : 5.4) * unit);
  context.beginPath();
  context.arc(spot.x, spot.y, size, 0, Math.PI * 2);
  context.fillStyle = 'rgba(250,244,226,0.95)';
  context.fill();
  context.strokeStyle = INK;
  context.lineWidth = 1.2 * unit;
  context.stroke();
  if (spot.kind === 'airfield') {
    plane(context, spot.x, spot.y, size * 0.84, INK, 0);
    return;
  }
  context.beginPath();
  context.moveTo(spot.x, spot.y - size * 0.7);
  context.lineTo(spot.x, spot.y + size * 0.65);
  context.moveTo(spot.x - size * 0.7, spot.y - size * 0.35);
  context.lineTo(spot.x + size * 0.7, spot.y - size * 0.35);
  context.moveTo(spot.x - size * 0.6, spot.y + size * 0.2);
  context.quadraticCurveTo(spot.x, spot.y + size * 1.1, spot.x + size * 0.6, spot.y + size * 0.2);
  context.lineWidth = 1.6 * unit;
  context.stroke();
}
