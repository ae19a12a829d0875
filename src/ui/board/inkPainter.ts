/** Draws what stands above the counters: rings, stack counts, paths, arrows, targets, flags, battles, broken bridges. */

import { controlOf } from '../../core/control.ts';
import { neighbourOf, parseHex } from '../../core/hex.ts';
import type { ScenarioData } from '../../core/scenario.ts';
import type { BoardModel } from './contract.ts';
import { cross } from './crossShape.ts';
import { type Grid, hexX, hexY } from './geometry.ts';
import { INK, SANS } from './ink.ts';
import { hexsideMiddle } from './lines.ts';
import { paintArrow, paintPath, paintReachers } from './marchPainter.ts';
import { burst, paintMark, targets } from './markPainter.ts';
import { inPane, type Pane, paneX, paneY } from './pane.ts';
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
  if (model.reachers.length > 0) paintReachers(pane, model.reachers);
  if (model.path && model.path.length > 1) paintPath(pane, model.path, model.pathMinutes);
  for (const { from, to, kind, text } of model.arrows) paintArrow(pane, from, to, kind, text);
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
  cross(context, x, y, r, [
    ['rgba(250,244,226,0.95)', 5 * thin * dpr],
    ['#a3271c', 2.4 * thin * dpr],
  ]);
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
