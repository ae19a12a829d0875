/** Draws what stands above the counters: rings, stack counts, paths, arrows, targets, flags, battles, broken bridges. */

import { controlOf } from '../../core/control.ts';
import { neighbourOf, parseHex } from '../../core/hex.ts';
import type { ScenarioData } from '../../core/scenario.ts';
import type { BoardModel, Mark } from './contract.ts';
import { type Grid, hexX, hexY } from './geometry.ts';
import { INK, SANS } from './ink.ts';
import { hexsideMiddle } from './lines.ts';
import { hoursText, inPane, type Pane, paneX, paneY, rimmed, tracedHex } from './pane.ts';
import { plane } from './planeShape.ts';
import type { Ways } from './roads.ts';
import { paintSigns } from './signPainter.ts';
import { counterShare, stackOffset } from './stacks.ts';

/** What the ink shows besides the model: the scenario's objectives and the stacks as they lie. */
export interface InkFacts {
  grid: Grid;
  objectives: readonly number[];
  colours: readonly string[];
  stacks: ReadonlyMap<number, readonly number[]>;
  ways: Ways;
}

const NO_STACKS: ReadonlyMap<number, readonly number[]> = new Map();

/** Hexes of the scenario's objectives. */
export function objectiveHexes(scenario: ScenarioData): number[] {
  const { map } = scenario;
  const hexes: number[] = [];
  for (const objective of scenario.scenario.victory.objectives) {
    const place = map.places.find((candidate) => candidate.id === objective.place);
    const hex = place ? parseHex(map.cols, map.rows, place.hex) : -1;
    if (hex >= 0 && !hexes.includes(hex)) hexes.push(hex);
  }
  return hexes;
}

/** `playing` leaves out what belongs to stacks and orders: while events are shown the counters are on the move. */
export function paintInk(pane: Pane, model: BoardModel, facts: InkFacts, playing: boolean): void {
  for (const hex of facts.objectives) flag(pane, hex, controlOf(model.view.control, hex), facts.colours);
  for (const broken of model.view.breaks) brokenLink(pane, broken.hexside, facts.ways);
  for (const battle of model.view.battles) if (battle.last >= model.view.turn - 1) burst(pane, battle.hex);
  if (playing) return;
  targets(pane, model.targets);
  if (!model.hideUnits) {
    rings(pane, model, facts);
    badges(pane, facts);
  }
  if (model.path && model.path.length > 1) path(pane, model.path, model.pathMinutes);
  for (const { from, to, kind, text } of model.arrows) arrow(pane, from, to, kind, text);
  for (const mark of model.marks) paintMark(pane, mark, facts.colours);
  if (model.overlay) paintSigns(pane, model.overlay, facts.colours, model.hideUnits ? NO_STACKS : facts.stacks);
}

/** A pennant for the first side, a square flag for the second, an empty outline for nobody; at the upper left. */
function flag(pane: Pane, hex: number, holder: number, colours: readonly string[]): void {
  if (!inPane(pane, hex)) return;
  const { context, grid, dpr, px } = pane;
  const size = Math.max(6 * dpr, Math.min(px * 0.26, 24 * dpr));
  const x = paneX(pane, hexX(grid, hex)) - px * 0.4;
  const foot = paneY(pane, hexY(grid, hex)) - px * 0.16;
  context.lineJoin = 'round';
  const cloth = (): void => {
    context.beginPath();
    context.moveTo(x, foot - size * 1.5);
    if (holder === 1) {
      context.lineTo(x + size * 1.15, foot - size * 1.08);
      context.lineTo(x, foot - size * 0.62);
    } else {
      context.lineTo(x + size * 1.1, foot - size * 1.5);
      context.lineTo(x + size * 1.1, foot - size * 0.72);
      context.lineTo(x, foot - size * 0.72);
    }
    context.closePath();
  };
  context.beginPath();
  context.moveTo(x, foot);
  context.lineTo(x, foot - size * 1.6);
  context.strokeStyle = 'rgba(250,244,226,0.95)';
  context.lineWidth = 4 * dpr;
  context.stroke();
  cloth();
  context.stroke();
  context.fillStyle = holder === 0 ? 'rgba(250,244,226,0.9)' : (colours[holder - 1] ?? '#888888');
  context.fill();
  context.strokeStyle = INK;
  context.lineWidth = 1.2 * dpr;
  context.stroke();
  context.beginPath();
  context.moveTo(x, foot);
  context.lineTo(x, foot - size * 1.6);
  context.lineWidth = 1.8 * dpr;
  context.stroke();
  if (holder === 2) {
    context.beginPath();
    context.arc(x + size * 0.55, foot - size * 1.11, size * 0.22, 0, Math.PI * 2);
    context.fillStyle = 'rgba(250,244,226,0.92)';
    context.fill();
  }
}

/** A cross on the road that is cut, else on the side between the hexes. */
function brokenLink(pane: Pane, hexside: number, ways: Ways): void {
  const hex = Math.floor(hexside / 3);
  if (!inPane(pane, hex)) return;
  const { context, dpr, px, grid } = pane;
  const beyond = neighbourOf(grid.cols, grid.rows, hex, hexside % 3);
  const at = (beyond < 0 ? null : ways.between(hex, beyond)) ?? hexsideMiddle(grid, hex, hexside % 3);
  const x = paneX(pane, at.x);
  const y = paneY(pane, at.y);
  const r = Math.max(2.5 * dpr, px * 0.09);
  const thin = px / dpr < 30 ? 0.6 : 1;
  context.lineCap = 'round';
  for (const [colour, width] of [
    ['rgba(250,244,226,0.95)', 5 * thin],
    ['#a3271c', 2.4 * thin],
  ] as const) {
    context.beginPath();
    context.moveTo(x - r, y - r);
    context.lineTo(x + r, y + r);
    context.moveTo(x + r, y - r);
    context.lineTo(x - r, y + r);
    context.strokeStyle = colour;
    context.lineWidth = width * dpr;
    context.stroke();
  }
}

/** The star of a battle, at the upper right of its hex. */
function burst(pane: Pane, hex: number): void {
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

function targets(pane: Pane, hexes: readonly number[]): void {
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

function badges(pane: Pane, facts: InkFacts): void {
  const { context, grid, dpr, px } = pane;
  if (px / dpr < 20) return;
  const r = Math.max(6, Math.min(10.5, (px / dpr) * 0.13)) * dpr;
  for (const [hex, units] of facts.stacks) {
    if (units.length < 2 || !inPane(pane, hex)) continue;
    // On the edges of the lower counters, clear of what the top one says.
    const x = paneX(pane, hexX(grid, hex)) + px * 0.42;
    const y = paneY(pane, hexY(grid, hex)) + px * 0.08;
    context.beginPath();
    context.arc(x, y, r, 0, Math.PI * 2);
    context.fillStyle = '#2b231b';
    context.fill();
    context.strokeStyle = '#f6eeda';
    context.lineWidth = 1.3 * dpr;
    context.stroke();
    context.fillStyle = '#f6eeda';
    context.font = `bold ${r * 1.35}px ${SANS}`;
    context.textAlign = 'center';
    context.textBaseline = 'middle';
    context.fillText(String(units.length), x, y + r * 0.08);
  }
}

function rings(pane: Pane, model: BoardModel, facts: InkFacts): void {
  const selected = new Set(model.selected);
  const highlighted = new Set(model.highlighted);
  if (selected.size + highlighted.size === 0) return;
  for (const [hex, units] of facts.stacks) {
    if (!inPane(pane, hex)) continue;
    if (units.some((unit) => selected.has(unit))) ring(pane, hex, units.length, '#ffd84a', 3);
    else if (units.some((unit) => highlighted.has(unit))) ring(pane, hex, units.length, '#fff8e4', 2);
  }
}

function ring(pane: Pane, hex: number, count: number, colour: string, width: number): void {
  const { context, grid, px } = pane;
  const dpr = pane.dpr * (px / pane.dpr < 30 ? 0.6 : 1);
  const offset = stackOffset(0, count);
  const half = (counterShare(px / pane.dpr) / 2) * px + 2 * dpr;
  const x = paneX(pane, hexX(grid, hex) + offset.x) - half;
  const y = paneY(pane, hexY(grid, hex) + offset.y) - half;
  context.beginPath();
  context.roundRect(x, y, half * 2, half * 2, half * 0.18);
  context.strokeStyle = 'rgba(30,20,8,0.85)';
  context.lineWidth = (width + 2.4) * dpr;
  context.stroke();
  context.strokeStyle = colour;
  context.lineWidth = width * dpr;
  context.stroke();
}

function path(pane: Pane, hexes: readonly number[], minutes: readonly number[] | null): void {
  const { context, grid, dpr, px } = pane;
  const xs = hexes.map((hex) => paneX(pane, hexX(grid, hex)));
  const ys = hexes.map((hex) => paneY(pane, hexY(grid, hex)));
  const last = hexes.length - 1;
  const endX = xs[last] as number;
  const endY = ys[last] as number;
  const angle = Math.atan2(endY - (ys[last - 1] as number), endX - (xs[last - 1] as number));
  const head = Math.max(9 * dpr, Math.min(px * 0.22, 18 * dpr));
  context.lineJoin = 'round';
  context.lineCap = 'round';
  for (const [colour, width, grow] of [
    ['rgba(255,250,232,0.95)', 7, 2.2],
    ['#2f4f8f', 3.6, 0],
  ] as const) {
    context.beginPath();
    context.moveTo(xs[0] as number, ys[0] as number);
    for (let k = 1; k < last; k++) context.lineTo(xs[k] as number, ys[k] as number);
    context.lineTo(endX - Math.cos(angle) * head * 0.7, endY - Math.sin(angle) * head * 0.7);
    context.strokeStyle = colour;
    context.lineWidth = width * dpr;
    context.stroke();
    context.beginPath();
    const big = head + grow * dpr;
    context.moveTo(endX + Math.cos(angle) * big * 0.4, endY + Math.sin(angle) * big * 0.4);
    context.lineTo(endX + Math.cos(angle + 2.55) * big, endY + Math.sin(angle + 2.55) * big);
    context.lineTo(endX + Math.cos(angle - 2.55) * big, endY + Math.sin(angle - 2.55) * big);
    context.closePath();
    context.fillStyle = colour;
    context.fill();
  }
  if (!minutes || px / dpr < 30) return;
  const size = Math.max(10, Math.min(13, (px / dpr) * 0.17)) * dpr;
  for (let k = 1; k <= last; k++) {
    const spent = minutes[k];
    if (spent === undefined || (k < last && px / dpr < 48)) continue;
    pill(pane, hoursText(spent), xs[k] as number, (ys[k] as number) - px * 0.3, size);
  }
}

/** A small plate with light text, readable on counters and ground alike. */
function pill(pane: Pane, text: string, x: number, y: number, size: number): void {
  const { context, dpr } = pane;
  context.font = `bold ${size}px ${SANS}`;
  const half = context.measureText(text).width / 2 + 4 * dpr;
  context.beginPath();
  context.roundRect(x - half, y - size * 0.68, half * 2, size * 1.36, size * 0.4);
  context.fillStyle = '#223a6b';
  context.fill();
  context.strokeStyle = 'rgba(255,250,232,0.95)';
  context.lineWidth = 1.2 * dpr;
  context.stroke();
  context.fillStyle = '#fffaea';
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillText(text, x, y + size * 0.06);
}

const ARROWS = {
  assault: { colour: '#b22218', width: 9, dash: [] },
  support: { colour: '#7a4a12', width: 4, dash: [7, 5] },
  air: { colour: '#2f4f8f', width: 4, dash: [3, 5] },
} as const;

/** A tapering arrow from one hex towards another, stopping short of its counter. */
function arrow(pane: Pane, from: number, to: number, kind: keyof typeof ARROWS, text: string | undefined): void {
  if (!inPane(pane, from) && !inPane(pane, to)) return;
  const { context, grid, dpr, px } = pane;
  const look = ARROWS[kind];
  const ax = paneX(pane, hexX(grid, from));
  const ay = paneY(pane, hexY(grid, from));
  const bx = paneX(pane, hexX(grid, to));
  const by = paneY(pane, hexY(grid, to));
  const length = Math.hypot(bx - ax, by - ay) || 1;
  const ux = (bx - ax) / length;
  const uy = (by - ay) / length;
  const start = Math.min(length * 0.25, px * 0.3);
  const stop = length - Math.min(length * 0.2, px * 0.22);
  const thick = Math.min(look.width * dpr, px * 0.2);
  const head = thick * 2;
  const neck = stop - head;
  const at = (along: number, across: number): [number, number] => [
    ax + ux * along - uy * across,
    ay + uy * along + ux * across,
  ];
  context.lineJoin = 'round';
  if (look.dash.length > 0) {
    context.beginPath();
    context.moveTo(...at(start, 0));
    context.lineTo(...at(neck, 0));
    context.setLineDash(look.dash.map((part) => part * dpr));
    context.strokeStyle = look.colour;
    context.lineWidth = thick * 0.8;
    context.stroke();
    context.setLineDash([]);
  }
  context.beginPath();
  if (look.dash.length === 0) {
    context.moveTo(...at(start, -thick * 0.3));
    context.lineTo(...at(neck, -thick * 0.5));
  } else context.moveTo(...at(neck, 0));
  context.lineTo(...at(neck, -thick * 1.25));
  context.lineTo(...at(stop, 0));
  context.lineTo(...at(neck, thick * 1.25));
  if (look.dash.length === 0) {
    context.lineTo(...at(neck, thick * 0.5));
    context.lineTo(...at(start, thick * 0.3));
  }
  context.closePath();
  context.strokeStyle = 'rgba(255,246,226,0.95)';
  context.lineWidth = 3 * dpr;
  context.stroke();
  context.fillStyle = look.colour;
  context.fill();
  if (text !== undefined) {
    const [x, y] = at((start + stop) / 2, -thick * 1.8);
    rimmed(pane, text, x, y, Math.max(11 * dpr, px * 0.15), look.colour);
  }
}

function paintMark(pane: Pane, mark: Mark, colours: readonly string[]): void {
  if (!inPane(pane, mark.hex)) return;
  const { context, grid, dpr, px } = pane;
  if (mark.kind === 'battle') burst(pane, mark.hex);
  if (mark.kind === 'target') targets(pane, [mark.hex]);
  const x = paneX(pane, hexX(grid, mark.hex)) + px * 0.3;
  const y = paneY(pane, hexY(grid, mark.hex)) - px * 0.4;
  const r = Math.max(7 * dpr, Math.min(px * 0.14, 13 * dpr));
  if (mark.kind === 'air') {
    plane(context, x, y, r, mark.side === undefined ? '#2f4f8f' : (colours[mark.side] ?? '#2f4f8f'), dpr);
  }
  if (mark.kind === 'support') {
    context.beginPath();
    context.arc(x, y, r * 0.55, 0, Math.PI * 2);
    context.fillStyle = '#7a4a12';
    context.fill();
    context.strokeStyle = '#fff3d6';
    context.lineWidth = 1.4 * dpr;
    context.stroke();
  }
  if (mark.text !== undefined) {
    const size = Math.max(10 * dpr, Math.min(px * 0.16, 14 * dpr));
    rimmed(pane, mark.text, x, y + (mark.kind === 'note' ? 0 : r * 1.5), size, INK);
  }
}
