/** Draws marks on the map: missions and battles, enemies lost from sight, and the pins of notes. */
import type { Mark } from './contract.ts';
import { hexX, hexY } from './geometry.ts';
import { INK, SANS } from './ink.ts';
import { inPane, type Pane, paneX, paneY, rimmed, tracedHex } from './pane.ts';
import { plane } from './planeShape.ts';

/** Characters of a note that stand beside its pin, and the scale from which they do, screen pixels a hex width. */
const NOTE_TEXT = 22;
const NOTE_FROM = 30;

export function paintMark(pane: Pane, mark: Mark, colours: readonly string[]): void {
  if (!inPane(pane, mark.hex)) return;
  if (mark.kind === 'battle') burst(pane, mark.hex);
  else if (mark.kind === 'target') targets(pane, [mark.hex]);
  else if (mark.kind === 'note') pin(pane, mark.hex, mark.text ?? '');
  else if (mark.kind === 'lastSeen') ghost(pane, mark, colours);
  else sign(pane, mark, colours);
}

function sign(pane: Pane, mark: Mark, colours: readonly string[]): void {
  const { context, grid, dpr, px } = pane;
  const x = paneX(pane, hexX(grid, mark.hex)) + px * 0.3;
  const y = paneY(pane, hexY(grid, mark.hex)) - px * 0.4;
  const r = Math.max(7 * dpr, Math.min(px * 0.14, 13 * dpr));
  if (mark.kind === 'air') {
    plane(context, x, y, r, mark.side === undefined ? '#2f4f8f' : (colours[mark.side] ?? '#2f4f8f'), dpr);
  } else {
    context.beginPath();
    context.arc(x, y, r * 0.55, 0, Math.PI * 2);
    context.fillStyle = '#7a4a12';
    context.fill();
    context.strokeStyle = '#fff3d6';
    context.lineWidth = 1.4 * dpr;
    context.stroke();
  }
  if (mark.text === undefined) return;
  rimmed(pane, mark.text, x, y + r * 1.5, Math.max(10 * dpr, Math.min(px * 0.16, 14 * dpr)), INK);
}

/** The broken outline of a counter that stood there, with what is known of it. */
function ghost(pane: Pane, mark: Mark, colours: readonly string[]): void {
  const { context, grid, dpr, px } = pane;
  const half = Math.max(4 * dpr, Math.min(px * 0.24, 18 * dpr));
  const x = paneX(pane, hexX(grid, mark.hex));
  const y = paneY(pane, hexY(grid, mark.hex));
  const colour = colours[mark.side ?? 0] ?? INK;
  context.beginPath();
  context.roundRect(x - half, y - half, half * 2, half * 2, half * 0.2);
  context.fillStyle = 'rgba(250,244,226,0.45)';
  context.fill();
  context.setLineDash([4 * dpr, 3 * dpr]);
  context.strokeStyle = colour;
  context.lineWidth = 1.8 * dpr;
  context.stroke();
  context.setLineDash([]);
  if (mark.text !== undefined) rimmed(pane, mark.text, x, y + half * 0.08, half * 1.3, colour);
}

const PIN = '#b8392b';

/** A map pin stuck into the lower left of its hex, with the beginning of the note on a slip of paper beside it. */
function pin(pane: Pane, hex: number, text: string): void {
  const { context, grid, dpr, px } = pane;
  const footX = paneX(pane, hexX(grid, hex)) - px * 0.24;
  const footY = paneY(pane, hexY(grid, hex)) + px * 0.34;
  const r = Math.max(4.5, Math.min(9, (px / dpr) * 0.12)) * dpr;
  const x = footX - r * 0.7;
  const y = footY - r * 2.7;
  if (text !== '' && px / dpr >= NOTE_FROM)
    slip(pane, text, x + r * 0.4, y, Math.max(10, Math.min(13, (px / dpr) * 0.18)));
  context.lineCap = 'round';
  for (const [colour, width] of [
    ['rgba(250,244,226,0.95)', 4],
    [INK, 1.6],
  ] as const) {
    context.beginPath();
    context.moveTo(footX, footY);
    context.lineTo(x, y);
    context.strokeStyle = colour;
    context.lineWidth = width * dpr;
    context.stroke();
  }
  context.beginPath();
  context.arc(x, y, r, 0, Math.PI * 2);
  context.fillStyle = PIN;
  context.fill();
  context.strokeStyle = 'rgba(250,244,226,0.95)';
  context.lineWidth = 1.4 * dpr;
  context.stroke();
  context.beginPath();
  context.arc(x - r * 0.3, y - r * 0.32, r * 0.28, 0, Math.PI * 2);
  context.fillStyle = 'rgba(255,240,226,0.85)';
  context.fill();
}

/** Paper with a torn-off corner that a pin holds; `size` in CSS pixels. */
function slip(pane: Pane, text: string, left: number, y: number, size: number): void {
  const { context, dpr } = pane;
  const said = text.length > NOTE_TEXT ? `${text.slice(0, NOTE_TEXT - 1).trimEnd()}\u2026` : text;
  const px = size * dpr;
  context.font = `${px}px ${SANS}`;
  const wide = context.measureText(said).width + px * 1.3;
  const high = px * 1.6;
  const fold = px * 0.5;
  context.beginPath();
  context.moveTo(left, y - high / 2);
  context.lineTo(left + wide - fold, y - high / 2);
  context.lineTo(left + wide, y - high / 2 + fold);
  context.lineTo(left + wide, y + high / 2);
  context.lineTo(left, y + high / 2);
  context.closePath();
  context.fillStyle = 'rgba(255,249,214,0.97)';
  context.fill();
  context.strokeStyle = 'rgba(90,70,30,0.75)';
  context.lineWidth = dpr;
  context.stroke();
  context.fillStyle = INK;
  context.textAlign = 'left';
  context.textBaseline = 'middle';
  context.fillText(said, left + px * 0.75, y + px * 0.04);
}

/** The star of a battle, at the upper right of its hex. */
export function burst(pane: Pane, hex: number): void {
  if (!inPane(pane, hex)) return;
  const { context, grid, dpr, px } = pane;
  const r = Math.max(4 * dpr, Math.min(px * 0.15, 15 * dpr));
  const x = paneX(pane, hexX(grid, hex)) + px * 0.37;
  const y = paneY(pane, hexY(grid, hex)) - px * 0.36;
  context.beginPath();
  for (let k = 0; k < 16; k++) {
    const far = k % 2 === 0 ? r * (k % 4 === 0 ? 1 : 0.82) : r * 0.46;
    context.lineTo(x + Math.cos((k * Math.PI) / 8) * far, y + Math.sin((k * Math.PI) / 8) * far);
  }
  context.closePath();
  context.fillStyle = '#d9542b';
  context.fill();
  context.strokeStyle = '#fff3d6';
  context.lineWidth = 1.4 * dpr;
  context.stroke();
}

/** Hexes that may be attacked: outlined with broken strokes. */
export function targets(pane: Pane, hexes: readonly number[]): void {
  const { context, grid, dpr } = pane;
  if (hexes.length === 0) return;
  context.beginPath();
  for (const hex of hexes) if (inPane(pane, hex)) tracedHex(pane, hexX(grid, hex), hexY(grid, hex), 0.93);
  context.fillStyle = 'rgba(178,34,24,0.13)';
  context.fill();
  context.lineJoin = 'round';
  const thin = pane.px / dpr < 30 ? 0.6 : 1;
  context.strokeStyle = 'rgba(255,246,226,0.85)';
  context.lineWidth = 4.5 * dpr * thin;
  context.stroke();
  context.setLineDash([7 * dpr * thin, 4 * dpr * thin]);
  context.strokeStyle = '#b22218';
  context.lineWidth = 2.4 * dpr * thin;
  context.stroke();
  context.setLineDash([]);
}
