/** Draws orders on the map: the way of a march with its times, arrows of an attack, and who could come to a hex. */
import type { BoardModel, Reacher } from './contract.ts';
import { hexX, hexY } from './geometry.ts';
import { SANS } from './ink.ts';
import { hoursText, inPane, type Pane, paneX, paneY, rimmed } from './pane.ts';

/** Screen pixels a hex width from which every hex of a way carries its time, and from which the step's own stands by it. */
const TIMES_FROM = 34;
const STEPS_FROM = 60;
/** Farther out a way carries its time at this distance along it, screen pixels. */
const TIME_EVERY = 64;

/** The way of a march, `minutes` spent on arrival at each of its hexes. */
export function paintPath(pane: Pane, hexes: readonly number[], minutes: readonly number[] | null): void {
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
  if (minutes) paintTimes(pane, xs, ys, minutes);
}

/** Time on arrival above each hex, and what the step into it cost; farther out only so often that the plates stay apart. */
function paintTimes(pane: Pane, xs: readonly number[], ys: readonly number[], minutes: readonly number[]): void {
  const { dpr, px } = pane;
  const hexPx = px / dpr;
  const last = xs.length - 1;
  const every = hexPx >= TIMES_FROM ? 1 : Math.ceil(TIME_EVERY / hexPx);
  const size = Math.max(10, Math.min(13, hexPx * 0.17)) * dpr;
  for (let k = last; k >= 1; k -= every) {
    const spent = minutes[k];
    if (spent === undefined) continue;
    const x = xs[k] as number;
    const y = (ys[k] as number) - px * 0.3;
    pill(pane, hoursText(spent), x, y, k === last ? size * 1.1 : size);
    const step = spent - (minutes[k - 1] ?? 0);
    if (hexPx >= STEPS_FROM && step > 0 && step !== spent)
      rimmed(pane, `+${hoursText(step)}`, x, y + size * 1.4, size * 0.86, '#223a6b');
  }
}

/** A small plate with light text, readable on counters and ground alike. */
function pill(pane: Pane, text: string, x: number, y: number, size: number, colour = '#223a6b'): void {
  const { context, dpr } = pane;
  context.font = `bold ${size}px ${SANS}`;
  const half = context.measureText(text).width / 2 + 4 * dpr;
  context.beginPath();
  context.roundRect(x - half, y - size * 0.68, half * 2, size * 1.36, size * 0.4);
  context.fillStyle = colour;
  context.fill();
  context.strokeStyle = 'rgba(255,250,232,0.95)';
  context.lineWidth = 1.2 * dpr;
  context.stroke();
  context.fillStyle = '#fffaea';
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillText(text, x, y + size * 0.06);
}

const REACHER = '#2e6b3a';

/** Lines to a hex from the units that could come there, each with a word at its start. */
export function paintReachers(pane: Pane, reachers: readonly Reacher[]): void {
  const { context, grid, dpr, px } = pane;
  context.lineCap = 'round';
  for (const { from, to } of reachers) {
    const ax = paneX(pane, hexX(grid, from));
    const ay = paneY(pane, hexY(grid, from));
    const bx = paneX(pane, hexX(grid, to));
    const by = paneY(pane, hexY(grid, to));
    for (const [colour, width, dash] of [
      ['rgba(255,250,232,0.9)', 5, []],
      [REACHER, 2.4, [9, 5]],
    ] as const) {
      context.beginPath();
      context.moveTo(ax, ay);
      context.lineTo(bx, by);
      context.setLineDash(dash.map((part) => part * dpr));
      context.strokeStyle = colour;
      context.lineWidth = width * dpr;
      context.stroke();
    }
    context.setLineDash([]);
  }
  const first = reachers[0];
  if (first) {
    const x = paneX(pane, hexX(grid, first.to));
    const y = paneY(pane, hexY(grid, first.to));
    const r = Math.max(5 * dpr, px * 0.12);
    context.beginPath();
    context.arc(x, y, r, 0, Math.PI * 2);
    context.fillStyle = 'rgba(255,250,232,0.85)';
    context.fill();
    context.strokeStyle = REACHER;
    context.lineWidth = 2.6 * dpr;
    context.stroke();
  }
  // One plate a hex, the shortest time first as they come.
  const said = new Set<number>();
  const size = Math.max(10, Math.min(13, (px / dpr) * 0.19)) * dpr;
  for (const { from, text } of reachers) {
    if (said.has(from) || !inPane(pane, from)) continue;
    said.add(from);
    pill(pane, text, paneX(pane, hexX(grid, from)), paneY(pane, hexY(grid, from)) + px * 0.36, size, REACHER);
  }
}

const ARROWS = {
  assault: { colour: '#b22218', width: 9, dash: [] },
  support: { colour: '#7a4a12', width: 4, dash: [7, 5] },
  air: { colour: '#2f4f8f', width: 4, dash: [3, 5] },
} as const;

/** A tapering arrow from one hex towards another, stopping short of its counter. */
export function paintArrow(
  pane: Pane,
  from: number,
  to: number,
  kind: BoardModel['arrows'][number]['kind'],
  text: string | undefined,
): void {
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
