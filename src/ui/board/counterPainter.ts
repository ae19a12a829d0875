/** Draws a counter: nationality colour, formation band, APP-6 symbol, numbers and marks, in three degrees of detail. */
import { FRAME, ICONS } from './app6.ts';
import type { Face, UnitLook } from './counterFace.ts';
import { cross } from './crossShape.ts';
import { SANS } from './ink.ts';
import { plane } from './planeShape.ts';

export type Detail = 'far' | 'mid' | 'full';

/** Degree of detail for a counter of so many CSS pixels. */
export function detailFor(cssPx: number): Detail {
  return cssPx < 16.5 ? 'far' : cssPx < 42 ? 'mid' : 'full';
}

/** Share of the cell that the counter itself fills; the rest is its shadow. */
export const CELL_PAD = 0.06;

/** CSS pixels of a counter from which its symbol can be told. */
const SYMBOL_FROM = 11;

/** CSS pixels of a counter from which air-ground parties and liaison show. */
const BADGES_FROM = 30;

const DARK = '#1d1813';
const icons = new Map<string, Path2D>();

/**
 * Draws a face into a square cell of `cell` pixels at (x, y). The counter is inset by `CELL_PAD` on every side.
 * `dpr` is device pixels a CSS pixel; it decides the degree of detail.
 */
export function paintCounter(
  context: CanvasRenderingContext2D,
  face: Face,
  x: number,
  y: number,
  cell: number,
  dpr: number,
): void {
  const pad = Math.round(cell * CELL_PAD);
  const size = cell - 2 * pad;
  const detail = detailFor(size / dpr);
  context.save();
  context.translate(x + pad, y + pad);
  paintBody(context, face, size, dpr, detail);
  if (face.contact) paintContact(context, face.look, size, detail);
  else if (detail === 'far') paintFar(context, face, size, dpr);
  else if (detail === 'mid') paintMid(context, face, size, dpr);
  else paintFull(context, face, size, dpr);
  if (face.spent > 0) {
    context.fillStyle = face.spent === 2 ? 'rgba(58,52,44,0.42)' : 'rgba(58,52,44,0.18)';
    roundRect(context, 0, 0, size, size, size * 0.07);
    context.fill();
  }
  context.restore();
}

function roundRect(context: CanvasRenderingContext2D, x: number, y: number, w: number, h: number, r: number): void {
  context.beginPath();
  context.roundRect(x, y, w, h, r);
}

function paintBody(context: CanvasRenderingContext2D, face: Face, size: number, dpr: number, detail: Detail): void {
  const { look } = face;
  const radius = detail === 'far' ? size * 0.1 : size * 0.07;
  context.save();
  context.shadowColor = 'rgba(30,22,12,0.55)';
  context.shadowBlur = size * 0.06;
  context.shadowOffsetX = size * 0.02;
  context.shadowOffsetY = size * 0.03;
  context.fillStyle = look.colour;
  roundRect(context, 0, 0, size, size, radius);
  context.fill();
  context.restore();
  const light = context.createLinearGradient(0, 0, 0, size);
  light.addColorStop(0, 'rgba(255,250,235,0.22)');
  light.addColorStop(0.5, 'rgba(255,250,235,0.05)');
  light.addColorStop(1, 'rgba(40,26,10,0.14)');
  context.fillStyle = light;
  context.fill();
  const line = Math.max(1, (detail === 'full' ? 1.2 : 1) * dpr);
  context.strokeStyle = DARK;
  context.lineWidth = line;
  roundRect(context, line / 2, line / 2, size - line, size - line, radius);
  context.stroke();
}

/** The strip across the top in the colour of the formation. */
function band(context: CanvasRenderingContext2D, look: UnitLook, size: number, height: number, line: number): void {
  context.save();
  roundRect(context, line, line, size - 2 * line, size - 2 * line, size * 0.06);
  context.clip();
  context.fillStyle = look.formation;
  context.fillRect(0, 0, size, height);
  context.fillStyle = look.trim;
  context.fillRect(0, height, size, Math.max(1, size * 0.022));
  context.restore();
}

function paintContact(context: CanvasRenderingContext2D, look: UnitLook, size: number, detail: Detail): void {
  context.fillStyle = 'rgba(250,244,228,0.35)';
  roundRect(context, size * 0.1, size * 0.1, size * 0.8, size * 0.8, size * 0.06);
  context.fill();
  context.fillStyle = inkOn(look.colour);
  context.font = `bold ${size * (detail === 'far' ? 0.9 : 0.66)}px ${SANS}`;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillText('?', size / 2, size * 0.54);
}

/** Far out: the colour of the side, the band of the formation, and the symbol alone as large as may be. */
function paintFar(context: CanvasRenderingContext2D, face: Face, size: number, dpr: number): void {
  const { look } = face;
  const small = size / dpr < SYMBOL_FROM;
  band(context, look, size, size * (small ? 0.3 : 0.2), dpr);
  if (!small) symbol(context, look, size * 0.1, size * 0.32, size * 0.8, Math.max(0.9, dpr * 0.9), false, true);
  if (face.supply === 0 || face.supply === 1) supplyMark(context, face.supply, size * 0.86, size * 0.86, size * 0.17);
}

function paintMid(context: CanvasRenderingContext2D, face: Face, size: number, dpr: number): void {
  const { look } = face;
  band(context, look, size, size * 0.17, dpr);
  const numbers = size / dpr >= 24;
  const width = size * (numbers ? 0.62 : 0.72);
  symbol(context, look, (size - width) / 2, size * (numbers ? 0.24 : 0.34), width, Math.max(1, dpr), size / dpr >= 20);
  if (numbers) {
    context.fillStyle = inkOn(look.colour);
    context.font = `bold ${size * 0.32}px ${SANS}`;
    context.textAlign = 'center';
    context.textBaseline = 'alphabetic';
    context.fillText(face.strength, size / 2, size * 0.95);
  }
  marks(context, face, size, size * 0.24, size / dpr >= BADGES_FROM);
}

function paintFull(context: CanvasRenderingContext2D, face: Face, size: number, dpr: number): void {
  const { look } = face;
  const ink = inkOn(look.colour);
  const strip = size * 0.2;
  band(context, look, size, strip, dpr);
  context.textBaseline = 'middle';
  context.textAlign = 'center';
  context.fillStyle = inkOn(look.formation);
  fitText(context, look.short, 'bold', size * 0.165, size * 0.88);
  context.fillText(look.short, size / 2, strip * 0.56);
  context.fillStyle = ink;
  context.font = `bold ${size * 0.13}px ${SANS}`;
  context.fillText(spaced(look.size), size / 2, size * 0.295);
  const width = size * 0.5;
  symbol(context, look, (size - width) / 2, size * 0.36, width, Math.max(1.2 * dpr, size * 0.022), true);
  context.textBaseline = 'alphabetic';
  if (face.second === '') {
    context.font = `bold ${size * 0.27}px ${SANS}`;
    context.fillText(face.strength, size / 2, size * 0.945);
  } else {
    context.textAlign = 'left';
    context.font = `bold ${size * 0.265}px ${SANS}`;
    context.fillText(face.strength, size * 0.09, size * 0.945);
    context.textAlign = 'right';
    context.font = `${size * 0.2}px ${SANS}`;
    context.globalAlpha = 0.85;
    context.fillText(face.second, size * 0.92, size * 0.945);
    context.globalAlpha = 1;
  }
  marks(context, face, size, size * 0.17, true);
}

/**
 * The APP-6 symbol in a box `width` wide and two thirds as high, as the standard frames a land unit; `bare` draws it
 * straight on the colour of the side.
 */
function symbol(
  context: CanvasRenderingContext2D,
  look: UnitLook,
  x: number,
  y: number,
  width: number,
  line: number,
  lettered: boolean,
  bare = false,
): void {
  const scale = width / FRAME.width;
  context.save();
  context.translate(x, y);
  const ink = bare ? inkOn(look.colour) : DARK;
  context.fillStyle = bare ? 'rgba(252,246,230,0)' : 'rgba(252,246,230,0.8)';
  context.strokeStyle = ink;
  context.lineWidth = line;
  context.fillRect(0, 0, width, FRAME.height * scale);
  context.strokeRect(0, 0, width, FRAME.height * scale);
  context.beginPath();
  context.rect(0, 0, width, FRAME.height * scale);
  context.clip();
  context.scale(scale, scale);
  context.translate(-FRAME.x, -FRAME.y);
  context.lineWidth = line / scale;
  context.fillStyle = ink;
  // The cross of irregulars is faint under their letter, or they would pass for infantry.
  context.globalAlpha = look.kind === 'irregular' ? 0.3 : 1;
  ICONS[look.kind].forEach((part, index) => {
    const key = `${look.kind}${index}`;
    let path = icons.get(key);
    if (!path) {
      path = new Path2D(part.d);
      icons.set(key, path);
    }
    if (part.fill) context.fill(path);
    context.stroke(path);
  });
  context.globalAlpha = 1;
  if (look.airlifted) {
    context.beginPath();
    context.moveTo(72, 142);
    context.bezierCurveTo(72, 118, 100, 118, 100, 142);
    context.bezierCurveTo(100, 118, 128, 118, 128, 142);
    context.stroke();
  }
  if (look.kind === 'irregular') letters(context, 'G', lettered ? 74 : 96, 100);
  else if (look.kind === 'hq' && lettered) letters(context, 'HQ', look.airlifted ? 52 : 66, look.airlifted ? 90 : 104);
  context.restore();
}

/** A word in the middle of the frame, in the units of the frame. */
function letters(context: CanvasRenderingContext2D, text: string, px: number, y: number): void {
  context.font = `bold ${px}px ${SANS}`;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillText(text, 100, y);
}

/**
 * Supply at the right with the air-ground party below it, works and liaison at the left, the leader's star and the sign of
 * a fight beside the size mark.
 */
function marks(context: CanvasRenderingContext2D, face: Face, size: number, big: number, badges: boolean): void {
  if (face.supply >= 0 && face.supply < 3) supplyMark(context, face.supply, size * 0.88, size * 0.5, big * 0.5);
  if (face.works > 0) worksMark(context, face, size);
  if (face.star) star(context, size * 0.13, size * 0.3, big * 0.56);
  if (badges && face.airParty) plane(context, size * 0.88, size * 0.665, big * 0.48, DARK, big * 0.1);
  if (badges && face.liaison) liaisonMark(context, size * 0.125, size * 0.5, big * 0.44);
  if (face.fought) fightMark(context, size * 0.87, size * 0.3, big * 0.42);
  if (face.shaken) {
    context.fillStyle = '#a3271c';
    context.fillRect(size * 0.06, size * 0.7, size * 0.88, Math.max(1, size * 0.03));
  }
}

function supplyMark(context: CanvasRenderingContext2D, supply: number, x: number, y: number, r: number): void {
  context.beginPath();
  if (supply === 2) {
    context.moveTo(x, y - r);
    context.lineTo(x + r, y + r * 0.8);
    context.lineTo(x - r, y + r * 0.8);
  } else if (supply === 1) {
    context.moveTo(x, y - r * 1.1);
    context.lineTo(x + r * 1.1, y);
    context.lineTo(x, y + r * 1.1);
    context.lineTo(x - r * 1.1, y);
  } else context.arc(x, y, r, 0, Math.PI * 2);
  context.closePath();
  context.fillStyle = supply === 2 ? '#e2b21c' : supply === 1 ? '#dd7a12' : '#c01f1f';
  context.fill();
  context.strokeStyle = '#fff6e0';
  context.lineWidth = Math.max(1, r * 0.24);
  context.stroke();
  if (supply === 0) {
    context.beginPath();
    context.moveTo(x - r * 0.45, y - r * 0.45);
    context.lineTo(x + r * 0.45, y + r * 0.45);
    context.moveTo(x + r * 0.45, y - r * 0.45);
    context.lineTo(x - r * 0.45, y + r * 0.45);
    context.stroke();
  }
}

function worksMark(context: CanvasRenderingContext2D, face: Face, size: number): void {
  context.strokeStyle = inkOn(face.look.colour);
  context.lineWidth = Math.max(1, size * 0.03);
  context.lineCap = 'butt';
  context.lineJoin = 'miter';
  context.beginPath();
  for (let k = 0; k < face.works; k++) {
    const y = size * (0.64 - k * 0.085);
    context.moveTo(size * 0.06, y);
    context.lineTo(size * 0.13, y - size * 0.07);
    context.lineTo(size * 0.2, y);
  }
  context.stroke();
}

function star(context: CanvasRenderingContext2D, x: number, y: number, r: number): void {
  context.beginPath();
  for (let k = 0; k < 10; k++) {
    const far = k % 2 === 0 ? r : r * 0.42;
    const turn = (k * Math.PI) / 5 - Math.PI / 2;
    context.lineTo(x + Math.cos(turn) * far, y + Math.sin(turn) * far);
  }
  context.closePath();
  context.fillStyle = '#f2c230';
  context.fill();
  context.strokeStyle = DARK;
  context.lineWidth = Math.max(0.8, r * 0.16);
  context.stroke();
}

/** Two links of a chain on a light disc. */
function liaisonMark(context: CanvasRenderingContext2D, x: number, y: number, r: number): void {
  context.beginPath();
  context.arc(x, y, r, 0, Math.PI * 2);
  context.fillStyle = '#fff6e0';
  context.fill();
  context.strokeStyle = DARK;
  context.lineWidth = Math.max(0.8, r * 0.2);
  context.stroke();
  context.beginPath();
  for (const shift of [-0.26, 0.26]) {
    context.moveTo(x + r * (shift + 0.32), y);
    context.arc(x + r * shift, y, r * 0.32, 0, Math.PI * 2);
  }
  context.stroke();
}

/** Crossed blades. */
function fightMark(context: CanvasRenderingContext2D, x: number, y: number, r: number): void {
  cross(context, x, y, r, [
    ['#fff6e0', Math.max(1, r * 0.75)],
    ['#a3271c', Math.max(1, r * 0.4)],
  ]);
}

function fitText(context: CanvasRenderingContext2D, text: string, weight: string, px: number, width: number): void {
  context.font = `${weight} ${px}px ${SANS}`;
  const wide = context.measureText(text).width;
  if (wide > width) context.font = `${weight} ${(px * width) / wide}px ${SANS}`;
}

/** Size marks are set wide, or II and III run together. */
function spaced(mark: string): string {
  return mark.split('').join(mark.startsWith('I') ? '\u200a' : '');
}

/** Dark or light ink, whichever reads on a colour of the form #rrggbb. */
export function inkOn(colour: string): string {
  const value = Number.parseInt(colour.slice(1), 16);
  const r = (value >> 16) & 255;
  const g = (value >> 8) & 255;
  const b = value & 255;
  return r * 0.299 + g * 0.587 + b * 0.114 > 128 ? DARK : '#fdf6e3';
}
