/** Draws what lies on the ground under the counters: the veil of the unobserved, overlays, reachable hexes. */

import type { BoardModel } from './contract.ts';
import { paintFront } from './frontPainter.ts';
import { hexX, hexY, type Rect } from './geometry.ts';
import { INK } from './ink.ts';
import { paintOverlay } from './overlayPainter.ts';
import { hoursText, inPane, onPlane, outlineOf, type Pane, paneX, paneY, rimmed, tracedHex } from './pane.ts';
import type { Ways } from './roads.ts';

/** What the tint shows besides the model: where roads run under lines of supply, and whose ground is whose. */
export interface TintFacts {
  ways: Ways;
  ground: Int8Array | null;
  /** Where names of places stand, on the plane. */
  names: readonly Rect[];
  colours: readonly string[];
}

/** Draws all of it, in the order it lies. */
export function paintTint(pane: Pane, model: BoardModel, { ways, ground, names, colours }: TintFacts): void {
  if (model.observed) paintVeil(pane, model.observed);
  if (ground) paintFront(pane, ground, colours);
  if (model.overlay) paintOverlay(pane, model.overlay, ways, names);
  // An overlay has figures of its own: then the reach is an outline alone.
  if (model.reach) paintReach(pane, model.reach, names, model.overlay === null);
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

/** Screen pixels a hex width from which the hexes in reach carry the time it takes to get there. */
const TIMES_FROM = 42;

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

function paintReach(pane: Pane, reach: NonNullable<BoardModel['reach']>, names: readonly Rect[], timed: boolean): void {
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
  if (!timed || px / dpr < TIMES_FROM) return;
  const size = Math.max(9.5, Math.min(13, (px / dpr) * 0.16)) * dpr;
  const named = (x: number, y: number): boolean =>
    names.some((name) => x > name.left - 0.2 && x < name.right + 0.2 && y > name.top - 0.1 && y < name.bottom + 0.1);
  for (const { hex, minutes } of reach) {
    if (minutes <= 0 || !inPane(pane, hex)) continue;
    const x = hexX(grid, hex);
    const y = hexY(grid, hex) + 0.44;
    if (!named(x, y)) rimmed(pane, hoursText(minutes), paneX(pane, x), paneY(pane, y), size, '#6b4308');
  }
}
