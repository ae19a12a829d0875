/** Draws front lines: the game's own in the colours of both sides, and others, such as history's, in one. */
import type { OverlayFront } from './contract.ts';
import { aside, frontLines, teeth } from './fronts.ts';
import { addLine, dashOf, onPlane, type Pane } from './pane.ts';

/** The front as it is drawn at a scale, kept as long as the ground it parts. */
interface Drawn {
  unit: number;
  middle: Path2D;
  left: Path2D;
  right: Path2D;
  teeth: Path2D;
}

const known = new WeakMap<Int8Array, { lines: number[][]; drawn: Drawn | null }>();

function linesOf(pane: Pane, ground: Int8Array): { lines: number[][]; drawn: Drawn | null } {
  let found = known.get(ground);
  if (!found) {
    found = { lines: frontLines(pane.grid, ground), drawn: null };
    known.set(ground, found);
  }
  return found;
}

function pathOf(lines: readonly number[][]): Path2D {
  const path = new Path2D();
  for (const line of lines) addLine(path, line);
  return path;
}

function drawnAt(pane: Pane, ground: Int8Array): Drawn {
  const found = linesOf(pane, ground);
  const unit = pane.dpr / pane.px;
  if (found.drawn?.unit === unit) return found.drawn;
  const right = found.lines.map((line) => aside(line, 1.5 * unit));
  const strokes = new Path2D();
  for (const line of right) {
    const ends = teeth(line, 11 * unit, 4.5 * unit);
    for (let k = 0; k + 3 < ends.length; k += 4) {
      strokes.moveTo(ends[k] as number, ends[k + 1] as number);
      strokes.lineTo(ends[k + 2] as number, ends[k + 3] as number);
    }
  }
  found.drawn = {
    unit,
    middle: pathOf(found.lines),
    left: pathOf(found.lines.map((line) => aside(line, -1.5 * unit))),
    right: pathOf(right),
    teeth: strokes,
  };
  return found.drawn;
}

/** The front of the game: the first side's colour towards its ground, the second's with teeth towards its own. */
export function paintFront(pane: Pane, ground: Int8Array, colours: readonly string[]): void {
  const { left, right, middle, teeth: strokes, unit } = drawnAt(pane, ground);
  const thin = pane.level < 0 ? 0.6 : pane.level < 2 ? 0.8 : 1;
  onPlane(pane, (context) => {
    context.lineJoin = 'round';
    context.lineCap = 'butt';
    context.strokeStyle = 'rgba(255,248,228,0.72)';
    context.lineWidth = 7.5 * thin * unit;
    context.stroke(middle);
    context.lineWidth = 2.6 * thin * unit;
    context.strokeStyle = colours[0] ?? '#2a4767';
    context.stroke(left);
    context.strokeStyle = colours[1] ?? '#86291e';
    context.stroke(right);
    context.lineWidth = 1.6 * thin * unit;
    context.stroke(strokes);
  });
}

/** A front that is not the game's: broken, in a colour of its own, with a light rim. */
export function paintOtherFront(pane: Pane, front: OverlayFront): void {
  const { middle, unit } = drawnAt(pane, front.holders);
  onPlane(pane, (context) => {
    context.lineJoin = 'round';
    context.lineCap = 'round';
    context.strokeStyle = 'rgba(255,250,234,0.92)';
    context.lineWidth = 7 * unit;
    context.stroke(middle);
    context.setLineDash(dashOf(front.dash, 3.6, unit));
    context.strokeStyle = front.colour;
    context.lineWidth = 3.6 * unit;
    context.stroke(middle);
    context.setLineDash([]);
  });
}
