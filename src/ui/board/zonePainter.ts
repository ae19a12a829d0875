/**
 * Draws the zones of armies: each border as a thin line inside its zone with strokes towards the zone and its number
 * along it, and where several zones share a border their lines lie side by side.
 */
import type { OverlayZone } from './contract.ts';
import { aside, teeth } from './fronts.ts';
import { type Grid, hexX, hexY, outline, toothless } from './geometry.ts';
import { INK, SANS } from './ink.ts';
import { soften } from './lines.ts';
import { addLine, dashOf, inPane, onPlane, outlineOf, type Pane, paneX, paneY, rimmed } from './pane.ts';

/** Screen pixels between the borders of zones that share one. */
const BESIDE = 4.6;
/** Lines side by side at most: farther in a border would no longer tell where its zone ends. */
const LINES = 4;
/** Screen pixels along a border from one number to the next. */
const NUMBER_EVERY = 210;
/** Screen pixels a hex width from which hexes carry the numbers of their zones. */
const HEX_NUMBERS_FROM = 60;

interface Border {
  unit: number;
  line: Path2D;
  teeth: Path2D;
  /** Where the numbers stand, x, y pairs laid flat. */
  numbers: number[];
}

const rings = new WeakMap<OverlayZone, number[][]>();
const borders = new WeakMap<OverlayZone, Border>();

function ringsOf(grid: Grid, zone: OverlayZone): number[][] {
  let found = rings.get(zone);
  if (!found) {
    const set = new Set(zone.hexes);
    found = outline(grid, (hex) => set.has(hex), set).map((ring) => {
      const line = soften(toothless(ring, true), 1);
      return [...line, line[0] as number, line[1] as number];
    });
    rings.set(zone, found);
  }
  return found;
}

function borderOf(pane: Pane, zone: OverlayZone, place: number): Border {
  const unit = pane.dpr / pane.px;
  const known = borders.get(zone);
  if (known?.unit === unit) return known;
  const border: Border = { unit, line: new Path2D(), teeth: new Path2D(), numbers: [] };
  for (const ring of ringsOf(pane.grid, zone)) {
    const inner = aside(ring, (1.6 + (place % LINES) * BESIDE) * unit);
    addLine(border.line, inner);
    const strokes = teeth(inner, 15 * unit, 5 * unit);
    for (let k = 0; k + 3 < strokes.length; k += 4) {
      border.teeth.moveTo(strokes[k] as number, strokes[k + 1] as number);
      border.teeth.lineTo(strokes[k + 2] as number, strokes[k + 3] as number);
    }
    // Zones that share a border have their numbers at different points of it.
    const marks = teeth(inner, NUMBER_EVERY * unit, 9 * unit);
    for (let k = 0; k + 3 < marks.length; k += 4) border.numbers.push(marks[k + 2] as number, marks[k + 3] as number);
  }
  borders.set(zone, border);
  return border;
}

/** `place` sets the border so many lines in from the edge; a zone shown `alone` is tinted as well. */
export function paintZone(pane: Pane, zone: OverlayZone, place: number, alone: boolean): void {
  const { line, teeth: strokes } = borderOf(pane, zone, place);
  const unit = pane.dpr / pane.px;
  const open = zone.active === false || zone.outline === true;
  onPlane(pane, (context) => {
    context.lineJoin = 'round';
    context.lineCap = 'butt';
    if (alone && !zone.outline) {
      const path = outlineOf(pane.grid, zone.hexes, () => zone.hexes, true);
      context.globalAlpha = 0.13;
      context.fillStyle = zone.colour;
      context.fill(path, 'evenodd');
      context.globalAlpha = 1;
    }
    context.strokeStyle = 'rgba(250,244,226,0.85)';
    context.lineWidth = 4.8 * unit;
    context.stroke(line);
    context.strokeStyle = zone.colour;
    context.lineWidth = 2.4 * unit;
    context.setLineDash(open ? dashOf(zone.outline ? 'dash' : 'dots', 2.4, unit) : []);
    context.stroke(line);
    context.setLineDash([]);
    if (zone.outline) return;
    context.lineWidth = 1.4 * unit;
    context.stroke(strokes);
  });
}

/** Numbers along the borders, and near by in every hex the numbers of all zones it lies in. */
export function paintZoneNumbers(pane: Pane, zones: readonly OverlayZone[]): void {
  const { context, rect, dpr, px } = pane;
  const size = 11 * dpr;
  for (const zone of zones) {
    if (zone.number === undefined) continue;
    const { numbers } = borders.get(zone) ?? { numbers: [] };
    for (let k = 0; k + 1 < numbers.length; k += 2) {
      const x = numbers[k] as number;
      const y = numbers[k + 1] as number;
      if (x < rect.left || x > rect.right || y < rect.top || y > rect.bottom) continue;
      disc(context, String(zone.number), paneX(pane, x), paneY(pane, y), size, zone.colour, dpr);
    }
  }
  if (px / dpr >= HEX_NUMBERS_FROM) hexNumbers(pane, zones);
}

function disc(
  context: CanvasRenderingContext2D,
  text: string,
  x: number,
  y: number,
  size: number,
  colour: string,
  dpr: number,
): void {
  context.beginPath();
  context.arc(x, y, size * 0.8, 0, Math.PI * 2);
  context.fillStyle = colour;
  context.fill();
  context.strokeStyle = 'rgba(253,247,230,0.95)';
  context.lineWidth = 1.4 * dpr;
  context.stroke();
  context.fillStyle = '#fffaea';
  context.font = `bold ${size}px ${SANS}`;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillText(text, x, y + size * 0.06);
}

function hexNumbers(pane: Pane, zones: readonly OverlayZone[]): void {
  const { grid, px, dpr } = pane;
  const numbers = new Map<number, number[]>();
  for (const zone of zones) {
    if (zone.number === undefined) continue;
    for (const hex of zone.hexes) {
      const list = numbers.get(hex);
      if (list) list.push(zone.number);
      else numbers.set(hex, [zone.number]);
    }
  }
  const size = Math.max(10, Math.min(14, (px / dpr) * 0.17)) * dpr;
  for (const [hex, found] of numbers) {
    if (!inPane(pane, hex)) continue;
    const text = found.sort((a, b) => a - b).join('·');
    rimmed(pane, text, paneX(pane, hexX(grid, hex)), paneY(pane, hexY(grid, hex)) + px * 0.44, size, INK, '');
  }
}
