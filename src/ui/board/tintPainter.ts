/** Draws what lies on the ground under the counters: the veil of the unobserved, overlays, reachable hexes. */

import { controlOf } from '../../core/control.ts';
import type { BoardModel } from './contract.ts';
import { frontier, hexX, hexY, toothless } from './geometry.ts';
import { INK } from './ink.ts';
import { soften } from './lines.ts';
import { paintOverlay } from './overlayPainter.ts';
import { addLine, hoursText, inPane, onPlane, outlineOf, type Pane, paneX, paneY, rimmed, tracedHex } from './pane.ts';
import type { Ways } from './roads.ts';

/** Draws all of it, in the order it lies. `ways` tells where roads run under lines of supply. */
export function paintTint(pane: Pane, model: BoardModel, ways: Ways): void {
  if (model.observed) paintVeil(pane, model.observed);
  paintFront(pane, model.view.control);
  if (model.overlay) paintOverlay(pane, model.overlay, ways);
  if (model.reach) paintReach(pane, model.reach);
  if (model.selectedHex >= 0) {
    const { context, grid, dpr } = pane;
    context.beginPath();
    tracedHex(pane, hexX(grid, model.selectedHex), hexY(grid, model.selectedHex), 0.97);
    context.strokeStyle = 'rgba(255,250,232,0.95)';
    context.lineWidth = 4 * dpr;
    context.stroke();
    context.strokeStyle = INK;
    context.lineWidth = 1.6 * dpr;
    context.stroke();
  }
}

function paintVeil(pane: Pane, observed: Uint8Array): void {
  const unseen = function* (): Iterable<number> {
    for (let hex = 0; hex < observed.length; hex++) if (observed[hex] !== 1) yield hex;
  };
  const path = outlineOf(pane.grid, observed, unseen, true);
  onPlane(pane, (context) => {
    context.fillStyle = 'rgba(62,58,60,0.17)';
    context.fill(path, 'evenodd');
  });
}

const fronts = new WeakMap<object, Path2D>();

/** The line between what the second side holds and the rest, kept as long as the possession itself. */
function frontOf(pane: Pane, control: readonly number[]): Path2D {
  let path = fronts.get(control);
  if (path) return path;
  path = new Path2D();
  const { cols, rows } = pane.grid;
  const held: number[] = [];
  for (let hex = 0; hex < cols * rows; hex++) if (controlOf(control, hex) === 2) held.push(hex);
  for (const line of frontier(pane.grid, (hex) => controlOf(control, hex) === 2, held)) {
    addLine(path, soften(toothless(line, false), 1));
  }
  fronts.set(control, path);
  return path;
}

function paintFront(pane: Pane, control: readonly number[]): void {
  const path = frontOf(pane, control);
  const { dpr, px, level } = pane;
  const bold = level < 2 ? 0.7 : 1;
  onPlane(pane, (context) => {
    context.lineJoin = 'round';
    context.strokeStyle = 'rgba(255,248,228,0.55)';
    context.lineWidth = (4 * bold * dpr) / px;
    context.stroke(path);
    context.setLineDash([(9 * bold * dpr) / px, (5 * bold * dpr) / px]);
    context.strokeStyle = 'rgba(122,30,22,0.75)';
    context.lineWidth = (1.9 * bold * dpr) / px;
    context.stroke(path);
    context.setLineDash([]);
  });
}

function paintReach(pane: Pane, reach: NonNullable<BoardModel['reach']>): void {
  const { grid, dpr, px } = pane;
  const path = outlineOf(pane.grid, reach, () => reach.map((reached) => reached.hex));
  onPlane(pane, (context) => {
    context.fillStyle = 'rgba(255,244,168,0.27)';
    context.fill(path, 'evenodd');
    context.lineJoin = 'round';
    context.strokeStyle = 'rgba(255,250,226,0.9)';
    context.lineWidth = (4 * dpr) / px;
    context.stroke(path);
    context.strokeStyle = '#8a5a12';
    context.lineWidth = (2 * dpr) / px;
    context.stroke(path);
  });
  if (px / dpr < 60) return;
  const size = Math.max(9.5, Math.min(13, (px / dpr) * 0.16)) * dpr;
  for (const { hex, minutes } of reach) {
    if (minutes <= 0 || !inPane(pane, hex)) continue;
    rimmed(
      pane,
      hoursText(minutes),
      paneX(pane, hexX(grid, hex)),
      paneY(pane, hexY(grid, hex)) + px * 0.44,
      size,
      '#6b4308',
    );
  }
}
