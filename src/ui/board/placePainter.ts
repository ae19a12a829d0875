/** Signs of villages, towns, heights and passes, and the names beside them. */
import { hexX, hexY } from './geometry.ts';
import { HAN, INK, SANS, SERIF } from './ink.ts';
import { speckle } from './noise.ts';
import type { PlaceSpot } from './places.ts';
import { coverOf, type Sheet } from './sheet.ts';

const REACH = 1.2;

function near(sheet: Sheet, x: number, y: number, reach = REACH): boolean {
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
  const unit = sheet.dpr / sheet.px;
  if (sheet.level <= 0) return;
  houses(
    sheet,
    spot.x,
    spot.y,
    spot.index,
    sheet.level < 3 ? 3 : 6,
    Math.max(0.032, 1.8 * unit),
    Math.max(0.085, 3 * unit),
  );
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

/** Airfields and ports: a ring with wings or an anchor's stock in it. */
function drawField(sheet: Sheet, spot: PlaceSpot): void {
  if (sheet.level < 1) return;
  const { context } = sheet;
  const unit = sheet.dpr / sheet.px;
  const size = Math.max(0.11, 5 * unit);
  context.beginPath();
  context.arc(spot.x, spot.y, size, 0, Math.PI * 2);
  context.fillStyle = 'rgba(247,240,222,0.9)';
  context.fill();
  context.strokeStyle = INK;
  context.lineWidth = 1.2 * unit;
  context.stroke();
  context.beginPath();
  context.moveTo(spot.x, spot.y - size * 0.7);
  context.lineTo(spot.x, spot.y + size * 0.65);
  const bar = spot.kind === 'airfield' ? -0.15 : -0.35;
  context.moveTo(spot.x - size * 0.7, spot.y + size * bar);
  context.lineTo(spot.x + size * 0.7, spot.y + size * bar);
  if (spot.kind === 'airfield') {
    context.moveTo(spot.x - size * 0.3, spot.y + size * 0.5);
    context.lineTo(spot.x + size * 0.3, spot.y + size * 0.5);
  } else {
    context.moveTo(spot.x - size * 0.6, spot.y + size * 0.2);
    context.quadraticCurveTo(spot.x, spot.y + size * 1.1, spot.x + size * 0.6, spot.y + size * 0.2);
  }
  context.lineWidth = 1.6 * unit;
  context.stroke();
}

interface Lettering {
  roman: string;
  romanFont: string;
  han: string;
  hanFont: string;
  size: number;
  colour: string;
}

/** How a place is lettered at a level; sizes in CSS pixels. */
function lettering(spot: PlaceSpot, level: number): Lettering {
  const grow = level >= 6 ? 1.25 : level >= 4 ? 1.12 : level >= 2 ? 1 : 0.92;
  const base =
    spot.kind === 'city'
      ? 17
      : spot.kind === 'town' || spot.kind === 'pass'
        ? 13.5
        : spot.kind === 'height'
          ? 11
          : 11.5;
  const size = base * grow;
  const roman =
    spot.kind === 'height' ? heightText(spot, level) : spot.kind === 'city' ? spot.name.toUpperCase() : spot.name;
  const style = spot.kind === 'pass' ? 'italic bold' : spot.kind === 'height' ? '' : spot.kind === 'city' ? 'bold' : '';
  const showHan = level >= 2 && spot.zh !== '' && (spot.kind !== 'height' || level >= 5);
  return {
    roman,
    romanFont: `${style} ${size}px ${spot.kind === 'height' ? SANS : SERIF}`,
    han: showHan ? spot.zh : '',
    hanFont: `${spot.kind === 'city' ? 'bold' : ''} ${size * 0.84}px ${HAN}`,
    size,
    colour: spot.kind === 'height' ? '#5b3a22' : INK,
  };
}

/** "Height 441" with a spot height of 441 is just its number; other heights carry both. */
function heightText(spot: PlaceSpot, level: number): string {
  const number = spot.metres > 0 ? String(spot.metres) : '';
  if (number === '') return spot.name;
  if (spot.name.includes(number) || level < 4) return number;
  return `${spot.name} ${number}`;
}

export function drawNames(sheet: Sheet): void {
  const { context, art, rect, px, dpr, level } = sheet;
  if (art.spots.length === 0 || level < 0) return;
  context.save();
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.lineJoin = 'round';
  const labels = art.labels(level, px / dpr, (spot) => measure(context, spot, level));
  for (const label of labels) {
    if (!near(sheet, label.x, label.y, label.width / 2 + 0.3)) continue;
    const text = lettering(label.place, level);
    const x = Math.round((label.x - rect.left) * px);
    const y = Math.round((label.y - rect.top) * px);
    const lines = text.han === '' ? 1 : 2;
    const first = y - (lines - 1) * text.size * 0.48 * dpr;
    halo(context, text.roman, text.romanFont, x, first, dpr, text.colour);
    if (lines === 2) halo(context, text.han, text.hanFont, x, first + text.size * 0.98 * dpr, dpr, text.colour);
  }
  context.restore();
}

function measure(
  context: CanvasRenderingContext2D,
  spot: PlaceSpot,
  level: number,
): { width: number; height: number; gap: number } {
  const text = lettering(spot, level);
  context.font = text.romanFont;
  let width = context.measureText(text.roman).width;
  if (text.han !== '') {
    context.font = text.hanFont;
    width = Math.max(width, context.measureText(text.han).width);
  }
  const sign = spot.kind === 'city' ? 14 : spot.kind === 'town' || spot.kind === 'pass' ? 8 : 5;
  const gap = Math.max(sign, spot.kind === 'city' ? 0 : sign * (level >= 5 ? 2 : 1));
  return { width: width + 4, height: text.size * (text.han === '' ? 1.1 : 2.05), gap };
}

/** Text with a rim of paper around it. Fonts are given in CSS pixels and scaled to the canvas. */
function halo(
  context: CanvasRenderingContext2D,
  text: string,
  font: string,
  x: number,
  y: number,
  dpr: number,
  colour: string,
): void {
  context.font = dpr === 1 ? font : font.replace(/([\d.]+)px/, (_, size: string) => `${Number(size) * dpr}px`);
  context.strokeStyle = 'rgba(246,239,221,0.85)';
  context.lineWidth = 3 * dpr;
  context.strokeText(text, x, y);
  context.fillStyle = colour;
  context.fillText(text, x, y);
}
