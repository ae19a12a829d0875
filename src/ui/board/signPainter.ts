/** Signs of an overlay that stand above the counters: depots with their stocks, airfields, missions flown, worth of places. */
import type {
  DepotLook,
  FieldLook,
  Overlay,
  OverlayDepot,
  OverlayField,
  OverlayMission,
  OverlayStake,
} from './contract.ts';
import { cross } from './crossShape.ts';
import { paintFact } from './factPainter.ts';
import { hexX, hexY } from './geometry.ts';
import { INK } from './ink.ts';
import { inPane, type Pane, paneX, paneY, plate, rimmed, tracedHex } from './pane.ts';
import { plane } from './planeShape.ts';

/** Screen pixels a hex width below which signs carry no text. */
const TEXT_FROM = 17;
/** And from which they carry names as well, and covered cells their words. */
const NAME_FROM = 62;
const CELL_TEXT_FROM = 30;

const PAPER = 'rgba(253,247,230,0.96)';
const DEPOT_RIM: Record<DepotLook, string> = { open: '#33552b', short: '#b5651d', waiting: '#6b6257', lost: '#8c2f24' };
const FIELD_RIM: Record<FieldLook, string> = {
  working: '#33552b',
  threatened: '#b5651d',
  demolished: '#6b6257',
  lost: '#8c2f24',
};
/** Food, ammunition, fuel: told apart by place and letter as well. */
const STOCKS = [
  ['food', '#4f7a3a', 'F'],
  ['ammo', '#9c5a1c', 'A'],
  ['fuel', '#2f5d86', 'P'],
] as const;

/** `stacks` tells where counters lie: the words of the cells under them stand at the foot of the hex instead. */
export function paintSigns(
  pane: Pane,
  overlay: Overlay,
  colours: readonly string[],
  stacks: ReadonlyMap<number, readonly number[]>,
): void {
  paintCovered(pane, overlay, stacks);
  for (const mission of overlay.missions ?? []) paintMission(pane, mission, colours);
  for (const depot of overlay.depots ?? []) if (inPane(pane, depot.hex)) paintDepot(pane, depot);
  for (const field of overlay.fields ?? []) if (inPane(pane, field.hex)) paintField(pane, field, colours);
  for (const stake of overlay.stakes ?? []) if (inPane(pane, stake.hex)) paintStake(pane, stake, colours);
  for (const fact of overlay.facts ?? []) if (inPane(pane, fact.hex)) paintFact(pane, fact, colours);
}

function hexPx(pane: Pane): number {
  return pane.px / pane.dpr;
}

/** Text below a sign, with the name under it at the near levels; takes canvas pixels. */
function caption(pane: Pane, x: number, below: number, text: string, name: string | undefined): void {
  const wide = hexPx(pane);
  if (wide < TEXT_FROM) return;
  const size = Math.max(9.5, Math.min(13, wide * 0.2)) * pane.dpr;
  rimmed(pane, text, x, below + size * 0.62, size, INK);
  if (name !== undefined && wide >= NAME_FROM) rimmed(pane, name, x, below + size * 1.72, size, INK, '');
}

function paintCovered(pane: Pane, overlay: Overlay, stacks: ReadonlyMap<number, readonly number[]>): void {
  if (hexPx(pane) < CELL_TEXT_FROM) return;
  const { grid, dpr, px } = pane;
  const size = Math.max(9.5, Math.min(13, hexPx(pane) * 0.2)) * dpr;
  const signed = new Set((overlay.depots ?? []).map((depot) => depot.hex));
  for (const { hex, text } of overlay.cells) {
    if (text === undefined || !stacks.has(hex) || signed.has(hex) || !inPane(pane, hex)) continue;
    rimmed(pane, text, paneX(pane, hexX(grid, hex)), paneY(pane, hexY(grid, hex)) + px * 0.48, size, INK);
  }
}

/** A shed and three bars on a plate below the counter of the hex. */
function paintDepot(pane: Pane, depot: OverlayDepot): void {
  const { context, grid, dpr, px } = pane;
  const u = Math.max(9, Math.min(18, hexPx(pane) * 0.24)) * dpr;
  const x = paneX(pane, hexX(grid, depot.hex));
  const y = paneY(pane, hexY(grid, depot.hex)) + px * 0.4 + u * 0.62;
  const half = u * 1.35;
  context.beginPath();
  context.roundRect(x - half, y - u * 0.62, half * 2, u * 1.24, u * 0.2);
  context.fillStyle = PAPER;
  context.fill();
  context.strokeStyle = DEPOT_RIM[depot.state];
  context.lineWidth = 2 * dpr;
  if (depot.state === 'waiting') context.setLineDash([3 * dpr, 2 * dpr]);
  context.stroke();
  context.setLineDash([]);
  const left = x - half + u * 0.2;
  context.beginPath();
  context.moveTo(left, y - u * 0.08);
  context.lineTo(left + u * 0.42, y - u * 0.45);
  context.lineTo(left + u * 0.84, y - u * 0.08);
  context.closePath();
  context.rect(left + u * 0.08, y - u * 0.08, u * 0.68, u * 0.5);
  context.fillStyle = depot.state === 'waiting' ? '#a79d8c' : INK;
  context.fill();
  if (depot.state === 'lost') crossOut(pane, left + u * 0.42, y, u * 0.42);
  if (depot.state === 'short') {
    context.fillStyle = '#ffd84a';
    context.fillRect(left + u * 0.36, y - u * 0.24, u * 0.13, u * 0.36);
    context.fillRect(left + u * 0.36, y + u * 0.2, u * 0.13, u * 0.13);
  }
  const long = u * 1.25;
  const start = x + half - long - u * 0.16;
  STOCKS.forEach(([which, colour, letter], k) => {
    const top = y - u * 0.47 + k * u * 0.33;
    const share = Math.max(0, Math.min(1, depot[which]));
    context.fillStyle = 'rgba(60,47,34,0.22)';
    context.fillRect(start, top, long, u * 0.26);
    context.fillStyle = colour;
    context.fillRect(start, top, long * share, u * 0.26);
    if (u < 15 * dpr) return;
    context.font = `bold ${u * 0.28}px sans-serif`;
    context.textAlign = 'right';
    context.textBaseline = 'middle';
    context.fillStyle = INK;
    context.fillText(letter, start + long - u * 0.04, top + u * 0.15);
  });
  caption(pane, x, y + u * 0.62, depot.text, depot.name);
}

function crossOut({ context, dpr }: Pane, x: number, y: number, r: number): void {
  cross(context, x, y, r, [
    [PAPER, 4.4 * dpr],
    ['#a3271c', 2.2 * dpr],
  ]);
}

/** A disc with an aircraft; crossed out when demolished, barred when in other hands, with a warning when threatened. */
function paintField(pane: Pane, field: OverlayField, colours: readonly string[]): void {
  const { context, grid, dpr, px } = pane;
  const r = Math.max(8, Math.min(17, hexPx(pane) * 0.22)) * dpr;
  const x = paneX(pane, hexX(grid, field.hex)) + px * 0.3;
  const y = paneY(pane, hexY(grid, field.hex)) + px * 0.34;
  const works = field.state === 'working' || field.state === 'threatened';
  context.beginPath();
  context.arc(x, y, r, 0, Math.PI * 2);
  context.fillStyle = works ? (colours[field.side] ?? '#888888') : PAPER;
  context.fill();
  context.strokeStyle = PAPER;
  context.lineWidth = 4.6 * dpr;
  context.stroke();
  context.strokeStyle = FIELD_RIM[field.state];
  context.lineWidth = 2.4 * dpr;
  if (field.state === 'demolished') context.setLineDash([3 * dpr, 2 * dpr]);
  context.stroke();
  context.setLineDash([]);
  plane(context, x, y, r * 0.74, works ? '#fffaea' : '#6b6257', works ? 0 : dpr * 0.6);
  if (field.state === 'demolished') crossOut(pane, x, y, r * 0.66);
  if (field.state === 'lost') {
    context.beginPath();
    context.moveTo(x - r * 0.7, y + r * 0.7);
    context.lineTo(x + r * 0.7, y - r * 0.7);
    context.strokeStyle = colours[field.side] ?? FIELD_RIM.lost;
    context.lineWidth = 3 * dpr;
    context.stroke();
  }
  if (field.state === 'threatened') warning(pane, x + r * 0.85, y - r * 0.8, r * 0.62);
  caption(pane, x, y + r, field.text, field.name);
}

/** A yellow triangle with a stroke in it. */
function warning(pane: Pane, x: number, y: number, r: number): void {
  const { context, dpr } = pane;
  context.beginPath();
  context.moveTo(x, y - r);
  context.lineTo(x + r, y + r * 0.8);
  context.lineTo(x - r, y + r * 0.8);
  context.closePath();
  context.fillStyle = '#f2c230';
  context.fill();
  context.strokeStyle = INK;
  context.lineWidth = 1.2 * dpr;
  context.lineJoin = 'round';
  context.stroke();
  context.fillStyle = INK;
  context.fillRect(x - r * 0.1, y - r * 0.4, r * 0.2, r * 0.7);
  context.fillRect(x - r * 0.1, y + r * 0.42, r * 0.2, r * 0.2);
}

/** How far from the hex the arc of a mission from off the map begins, in hex widths. */
const FROM_AFAR = 2.4;

/** An aircraft over the hex with its sorties; an arc from its base; a barred outline where roads are interdicted. */
function paintMission(pane: Pane, mission: OverlayMission, colours: readonly string[]): void {
  const { context, grid, dpr, px } = pane;
  const colour = colours[mission.side] ?? INK;
  const x = paneX(pane, hexX(grid, mission.hex));
  const y = paneY(pane, hexY(grid, mission.hex));
  if (mission.from !== undefined) arc(pane, mission, x, y, colour);
  if (!inPane(pane, mission.hex)) return;
  if (mission.mission === 'interdiction' || mission.mission === 'bridges') {
    context.beginPath();
    tracedHex(pane, hexX(grid, mission.hex), hexY(grid, mission.hex), 0.9);
    context.lineJoin = 'round';
    context.strokeStyle = PAPER;
    context.lineWidth = 4 * dpr;
    context.stroke();
    context.strokeStyle = colour;
    context.lineWidth = 2.2 * dpr;
    context.setLineDash(mission.mission === 'bridges' ? [2 * dpr, 4 * dpr] : [8 * dpr, 4 * dpr]);
    context.stroke();
    context.setLineDash([]);
  }
  const r = Math.max(7, Math.min(14, hexPx(pane) * 0.17)) * dpr;
  const top = y - Math.max(px * 0.46, r);
  const lettered = hexPx(pane) >= TEXT_FROM;
  const size = Math.max(10, Math.min(13, hexPx(pane) * 0.2)) * dpr;
  const half = lettered ? plate(pane, mission.text, x + r * 0.6, top, size, colour) : 0;
  plane(context, x - half - r * 0.1, top, r, colour, dpr);
}

function arc(pane: Pane, mission: OverlayMission, x: number, y: number, colour: string): void {
  const { context, grid, dpr, px } = pane;
  const from = mission.from ?? -1;
  const ax = from < 0 ? x - FROM_AFAR * px : paneX(pane, hexX(grid, from));
  const ay = from < 0 ? y - FROM_AFAR * 0.5 * px : paneY(pane, hexY(grid, from));
  const bow = Math.min(px * 3, Math.hypot(x - ax, y - ay) * 0.18);
  context.beginPath();
  context.moveTo(ax, ay);
  context.quadraticCurveTo((ax + x) / 2, (ay + y) / 2 - bow, x, y - px * 0.3);
  context.lineCap = 'round';
  context.strokeStyle = 'rgba(250,244,226,0.8)';
  context.lineWidth = 4 * dpr;
  context.stroke();
  context.setLineDash([2 * dpr, 6 * dpr]);
  context.strokeStyle = colour;
  context.lineWidth = 2.2 * dpr;
  context.stroke();
  context.setLineDash([]);
}

/** A plate at the head of the hex, its rim in the colour of the holder; nobody's has a grey rim. */
function paintStake(pane: Pane, stake: OverlayStake, colours: readonly string[]): void {
  const { grid, dpr, px } = pane;
  const wide = hexPx(pane);
  if (wide < TEXT_FROM) return;
  const size = Math.max(10, Math.min(15, wide * 0.22)) * dpr;
  const x = paneX(pane, hexX(grid, stake.hex)) + px * 0.06;
  const y = paneY(pane, hexY(grid, stake.hex)) - px * 0.46;
  plate(pane, stake.text, x, y, size, stake.side < 0 ? '#6b6257' : (colours[stake.side] ?? INK));
}
