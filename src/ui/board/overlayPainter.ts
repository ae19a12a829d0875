/** Draws an overlay under the counters: tinted cells, zones with their borders, lines and routes, and the words on them. */
import type { Overlay, OverlayRoute } from './contract.ts';
import { paintOtherFront } from './frontPainter.ts';
import { hexX, hexY, type Rect } from './geometry.ts';
import { INK, SANS } from './ink.ts';
import { courseOf, type OverlayLabel, overlayLabels } from './overlayLabels.ts';
import { dashOf, inPane, type Pane, paneX, paneY, plate, rimmed, tracedHex } from './pane.ts';
import type { Ways } from './roads.ts';
import { paintZone, paintZoneNumbers } from './zonePainter.ts';

/** Screen pixels a hex width below which cells carry no text. */
const CELL_TEXT_FROM = 22;

/** Draws what of an overlay lies under the counters; its numbers keep clear of the names of places. */
export function paintOverlay(pane: Pane, overlay: Overlay, ways: Ways, names: readonly Rect[]): void {
  paintCells(pane, overlay);
  const zones = overlay.zones ?? [];
  for (const [index, zone] of zones.entries()) paintZone(pane, zone, zones.length > 1 ? index : 0, zones.length === 1);
  paintZoneNumbers(pane, zones);
  for (const front of overlay.fronts ?? []) paintOtherFront(pane, front);
  paintLines(pane, overlay, ways);
  for (const route of overlay.routes ?? []) paintRoute(pane, route, ways);
  paintCellTexts(pane, overlay, names);
  for (const label of labelsOf(pane, overlay, ways, names)) {
    const x = paneX(pane, label.x);
    const y = paneY(pane, label.y);
    if (label.plate) plate(pane, label.text, x, y, label.size * pane.dpr, label.colour);
    else rimmed(pane, label.text, x, y, label.size * pane.dpr, label.colour);
  }
}

/** Placed once for an overlay and a scale: labels must not wander while the view moves. */
const placed = new WeakMap<Overlay, { px: number; names: readonly Rect[]; labels: OverlayLabel[] }>();

function labelsOf(pane: Pane, overlay: Overlay, ways: Ways, names: readonly Rect[]): OverlayLabel[] {
  const known = placed.get(overlay);
  if (known?.px === pane.px && known.names === names) return known.labels;
  const { context } = pane;
  const measure = (text: string, size: number): number => {
    context.font = `bold ${size}px ${SANS}`;
    return context.measureText(text).width;
  };
  const labels = overlayLabels(pane.grid, ways, overlay, pane.px / pane.dpr, measure, names);
  placed.set(overlay, { px: pane.px, names, labels });
  return labels;
}

function paintCells(pane: Pane, overlay: Overlay): void {
  const { context, grid } = pane;
  const byColour = new Map<string, number[]>();
  for (const cell of overlay.cells) {
    const list = byColour.get(cell.fill);
    if (list) list.push(cell.hex);
    else byColour.set(cell.fill, [cell.hex]);
  }
  for (const [fill, hexes] of byColour) {
    context.beginPath();
    for (const hex of hexes) if (inPane(pane, hex)) tracedHex(pane, hexX(grid, hex), hexY(grid, hex));
    context.fillStyle = fill;
    context.fill();
  }
}

/** Where in its hex a number may stand, in hex widths below the middle, best first. */
const TEXT_SHIFTS = [0, 0.3, -0.3] as const;

function paintCellTexts(pane: Pane, overlay: Overlay, names: readonly Rect[]): void {
  const { grid, dpr, px } = pane;
  if (px / dpr < CELL_TEXT_FROM) return;
  const size = Math.max(9, Math.min(15, (px / dpr) * 0.26)) * dpr;
  const { rect } = pane;
  const near = names.filter(
    (name) => name.left < rect.right && name.right > rect.left && name.top < rect.bottom && name.bottom > rect.top,
  );
  for (const cell of overlay.cells) {
    if (cell.text === undefined || !inPane(pane, cell.hex)) continue;
    const x = hexX(grid, cell.hex);
    const y = hexY(grid, cell.hex);
    const half = (cell.text.length * size * 0.28) / px;
    const high = (size * 0.5) / px;
    const free = (shift: number): boolean =>
      !near.some(
        (name) =>
          name.left < x + half &&
          name.right > x - half &&
          name.top < y + shift + high &&
          name.bottom > y + shift - high,
      );
    const shift = TEXT_SHIFTS.find(free);
    if (shift !== undefined) rimmed(pane, cell.text, paneX(pane, x), paneY(pane, y + shift), size, INK);
  }
}

function paintLines(pane: Pane, overlay: Overlay, ways: Ways): void {
  const { context, dpr } = pane;
  context.lineCap = 'round';
  context.lineJoin = 'round';
  for (const line of overlay.lines) {
    if (!inPane(pane, line.from) && !inPane(pane, line.to)) continue;
    const from = ways.node(line.from);
    const to = ways.node(line.to);
    const middle = ways.between(line.from, line.to);
    context.beginPath();
    context.moveTo(paneX(pane, from.x), paneY(pane, from.y));
    if (middle) context.lineTo(paneX(pane, middle.x), paneY(pane, middle.y));
    context.lineTo(paneX(pane, to.x), paneY(pane, to.y));
    context.strokeStyle = 'rgba(250,244,226,0.8)';
    context.lineWidth = (line.width + 2) * dpr;
    context.stroke();
    context.setLineDash(dashOf(line.dash, line.width, dpr));
    context.strokeStyle = line.colour;
    context.lineWidth = line.width * dpr;
    context.stroke();
    context.setLineDash([]);
  }
}

function paintRoute(pane: Pane, route: OverlayRoute, ways: Ways): void {
  if (route.path.length < 2) return;
  const { points, left, right, top, bottom } = courseOf(ways, route);
  const { context, dpr, px, rect } = pane;
  if (left > rect.right || right < rect.left || top > rect.bottom || bottom < rect.top) return;
  const last = points.length - 2;
  const endX = paneX(pane, points[last] as number);
  const endY = paneY(pane, points[last + 1] as number);
  const back = Math.max(0, last - 4);
  const angle = Math.atan2(endY - paneY(pane, points[back + 1] as number), endX - paneX(pane, points[back] as number));
  const head = Math.max(7 * dpr + route.width * dpr, Math.min(px * 0.2, 15 * dpr));
  const trace = (): void => {
    context.beginPath();
    context.moveTo(paneX(pane, points[0] as number), paneY(pane, points[1] as number));
    for (let k = 2; k < last; k += 2) {
      context.lineTo(paneX(pane, points[k] as number), paneY(pane, points[k + 1] as number));
    }
    context.lineTo(endX - Math.cos(angle) * head * 0.6, endY - Math.sin(angle) * head * 0.6);
  };
  const tip = (grow: number): void => {
    const far = head + grow;
    context.beginPath();
    context.moveTo(endX + Math.cos(angle) * grow, endY + Math.sin(angle) * grow);
    context.lineTo(endX + Math.cos(angle + 2.65) * far, endY + Math.sin(angle + 2.65) * far);
    context.lineTo(endX + Math.cos(angle - 2.65) * far, endY + Math.sin(angle - 2.65) * far);
    context.closePath();
    context.fill();
  };
  context.lineJoin = 'round';
  context.lineCap = 'round';
  trace();
  context.strokeStyle = 'rgba(250,244,226,0.9)';
  context.lineWidth = (route.width + 2.6) * dpr;
  context.stroke();
  context.fillStyle = 'rgba(250,244,226,0.9)';
  tip(1.6 * dpr);
  context.setLineDash(dashOf(route.dash, route.width, dpr));
  context.strokeStyle = route.colour;
  context.lineWidth = route.width * dpr;
  trace();
  context.stroke();
  context.setLineDash([]);
  context.fillStyle = route.colour;
  tip(0);
}
