/** Letters the sheet: names of places, of rivers and railways along their course, and heights on contours. */
import { CONTOUR_INK, HAN, INK, RAIL, RIVER_INK, SANS, SERIF } from './ink.ts';
import type { LineName } from './lineNames.ts';
import { near } from './placePainter.ts';
import type { PlaceSpot } from './places.ts';
import type { Sheet } from './sheet.ts';

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
    romanFont: `${style} ${size}px ${spot.kind === 'height' || spot.kind === 'airfield' ? SANS : SERIF}`,
    han: showHan ? spot.zh : '',
    hanFont: `${spot.kind === 'city' ? 'bold' : ''} ${size * 0.84}px ${HAN}`,
    size,
    colour: spot.kind === 'height' ? '#5b3a22' : spot.kind === 'airfield' ? '#27425e' : INK,
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
  for (const name of art.lineNames(level, px / dpr, context)) drawLineName(sheet, name);
  const labels = art.labels(level, px / dpr, context);
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

export function measureLabel(
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

/** Font of a name along a line at a size in pixels. */
export function lineFont(which: LineName['class'], px: number): string {
  if (which === 'contour' || which === 'rail') return `${px}px ${SANS}`;
  return `italic ${which === 'major' ? 'bold ' : ''}${px}px ${SERIF}`;
}

function drawLineName(sheet: Sheet, name: LineName): void {
  const { context, rect, px, dpr } = sheet;
  const first = name.glyphs[0];
  const last = name.glyphs[name.glyphs.length - 1];
  if (!first || !last) return;
  const reach = (name.glyphs.length * name.size) / (px / dpr) + 0.3;
  if (!near(sheet, (first.x + last.x) / 2, (first.y + last.y) / 2, reach)) return;
  const contour = name.class === 'contour';
  context.font = lineFont(name.class, name.size * dpr);
  context.strokeStyle = contour ? 'rgba(240,228,200,0.7)' : 'rgba(246,239,221,0.75)';
  context.fillStyle = contour ? CONTOUR_INK : name.class === 'rail' ? RAIL : RIVER_INK;
  context.lineWidth = (contour ? 2.4 : 2.6) * dpr;
  // All rims before all letters: a rim must not bite into the letter beside it.
  for (const stroke of [true, false]) {
    for (const glyph of name.glyphs) {
      context.save();
      context.translate((glyph.x - rect.left) * px, (glyph.y - rect.top) * px);
      context.rotate(glyph.angle);
      if (stroke) context.strokeText(glyph.text, 0, 0);
      else context.fillText(glyph.text, 0, 0);
      context.restore();
    }
  }
}
