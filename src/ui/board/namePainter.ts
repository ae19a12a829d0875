/** Letters the sheet with the names of rivers and railways along their course, and heights on contours. */
import { BARE_LEVEL } from './camera.ts';
import { CONTOUR_INK, RAIL, RIVER_INK, SANS, SERIF } from './ink.ts';
import type { LineName } from './lineNames.ts';
import { near } from './placePainter.ts';
import type { Sheet } from './sheet.ts';

export function drawLineNames(sheet: Sheet): void {
  const { context, art, px, dpr, level } = sheet;
  if (level <= BARE_LEVEL) return;
  context.save();
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.lineJoin = 'round';
  for (const name of art.lineNames(level, px / dpr, context)) drawLineName(sheet, name);
  context.restore();
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
