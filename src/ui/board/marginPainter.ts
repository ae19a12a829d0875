/** Draws the rim of the sheet: paper, the double frame, and the degrees along it. */
import { BARE_LEVEL } from './camera.ts';
import { mapRect } from './geometry.ts';
import { MARGIN } from './ground.ts';
import { INK, PAPER, SANS } from './ink.ts';
import type { Sheet } from './sheet.ts';

/** From the hexes to the outer line of the frame, in hex widths. */
const FRAME_GAP = 0.22;

/** Fades the ground outside the hexes to paper and draws the frame of the sheet. */
export function drawMargin(sheet: Sheet): void {
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
  const gap = FRAME_GAP;
  context.strokeRect(
    inner.left - gap,
    inner.top - gap,
    inner.right - inner.left + 2 * gap,
    inner.bottom - inner.top + 2 * gap,
  );
  if (sheet.level > BARE_LEVEL) drawDegrees(sheet, gap);
}

/** Ticks between the two lines of the frame, and the degrees in the margin. */
function drawDegrees(sheet: Sheet, gap: number): void {
  const { context, art, rect, px, dpr } = sheet;
  const box = mapRect(art.map);
  const unit = dpr / px;
  context.beginPath();
  for (const { edge, at, text } of art.ticks) {
    const long = gap * (text === '' ? 0.55 : 1);
    if (edge === 'top' || edge === 'bottom') {
      const y = edge === 'top' ? box.top : box.bottom;
      context.moveTo(at, y);
      context.lineTo(at, y + (edge === 'top' ? -long : long));
    } else {
      const x = edge === 'left' ? box.left : box.right;
      context.moveTo(x, at);
      context.lineTo(x + (edge === 'left' ? -long : long), at);
    }
  }
  context.strokeStyle = INK;
  context.lineWidth = unit;
  context.stroke();
  context.save();
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.font = `${Math.max(8.5, Math.min(13, (px / dpr) * 0.34)) * dpr}px ${SANS}`;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillStyle = INK;
  const middle = (gap + MARGIN) / 2;
  for (const { edge, at, text } of art.ticks) {
    if (text === '') continue;
    const across = edge === 'top' || edge === 'bottom';
    const x = across ? at : box[edge] + (edge === 'left' ? -middle : middle);
    const y = across ? box[edge] + (edge === 'top' ? -middle : middle) : at;
    context.save();
    context.translate((x - rect.left) * px, (y - rect.top) * px);
    if (!across) context.rotate(edge === 'left' ? -Math.PI / 2 : Math.PI / 2);
    context.fillText(text, 0, 0);
    context.restore();
  }
  context.restore();
}
