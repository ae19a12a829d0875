/** Which counters share a hex, which is on top, where they lie, and how a stack fans out. Plain arithmetic. */
import type { GameState } from '../../core/state.ts';
import type { Face } from './counterFace.ts';
import type { Rect } from './geometry.ts';

/** Size of a counter and step of a stack, in hex widths. */
export const COUNTER = 0.72;
export const STACK_STEP = 0.055;
/** Far out a counter grows over its hex, up to so much of it, to keep this many screen pixels: room for a symbol. */
const LEAST_COUNTER = 15;
const LARGEST_SHARE = 1.15;

/** Size of a counter in hex widths at a scale of so many screen pixels a hex width. */
export function counterShare(hexPx: number): number {
  return Math.max(COUNTER, Math.min(LARGEST_SHARE, LEAST_COUNTER / hexPx));
}
/** Counters of a stack whose edges show. */
export const SHOWN = 3;

/** Units by hex, the one on top first: selected ones, then fighting units by men, headquarters last. */
export function stacksOf(
  view: GameState,
  faces: readonly (Face | null)[],
  selected: ReadonlySet<number>,
): Map<number, number[]> {
  const stacks = new Map<number, number[]>();
  faces.forEach((face, unit) => {
    const hex = view.units[unit]?.hex ?? -1;
    if (!face || hex < 0) return;
    const stack = stacks.get(hex);
    if (stack) stack.push(unit);
    else stacks.set(hex, [unit]);
  });
  const worth = (unit: number): number => {
    const face = faces[unit] as Face;
    const men = view.units[unit]?.men ?? 0;
    return (selected.has(unit) ? 1e9 : 0) + (face.contact ? 0 : 1e6) + (face.look.kind === 'hq' ? -5e5 : 0) + men;
  };
  for (const stack of stacks.values()) stack.sort((a, b) => worth(b) - worth(a) || a - b);
  return stacks;
}

/** Where the k-th counter from the top lies against the middle of the hex; deeper ones show a little up and right. */
export function stackOffset(k: number, count: number): { x: number; y: number } {
  const shown = Math.min(count, SHOWN);
  const depth = Math.min(k, SHOWN - 1);
  const middle = (shown - 1) / 2;
  return { x: (depth - middle) * STACK_STEP, y: (middle - depth) * STACK_STEP };
}

/** A fanned stack on the screen: its panel and the middle of each counter, in screen pixels. */
export interface Fan {
  hex: number;
  units: readonly number[];
  panel: Rect;
  size: number;
  x: number[];
  y: number[];
}

/**
 * Lays a stack out in rows round a point, kept inside the screen. `size` is the side of a counter in pixels; it shrinks
 * when the stack would not fit.
 */
export function fanOut(
  hex: number,
  units: readonly number[],
  atX: number,
  atY: number,
  screen: { width: number; height: number },
  size: number,
): Fan {
  const gap = Math.max(4, size * 0.09);
  const pad = gap * 1.5;
  const count = units.length;
  let columns = count <= 4 ? count : count <= 6 ? 3 : count <= 12 ? 4 : Math.ceil(Math.sqrt(count * 1.5));
  columns = Math.max(1, Math.min(columns, Math.floor((screen.width - 2 * pad + gap) / (size + gap))));
  const rows = Math.ceil(count / columns);
  const tallest = (screen.height - 2 * pad + gap) / rows - gap;
  const side = Math.max(16, Math.min(size, tallest));
  const width = columns * (side + gap) - gap + 2 * pad;
  const height = rows * (side + gap) - gap + 2 * pad;
  const left = Math.max(4, Math.min(screen.width - width - 4, atX - width / 2));
  const top = Math.max(4, Math.min(screen.height - height - 4, atY - height / 2));
  const x: number[] = [];
  const y: number[] = [];
  for (let k = 0; k < count; k++) {
    const row = Math.floor(k / columns);
    const inRow = Math.min(columns, count - row * columns);
    const shift = ((columns - inRow) * (side + gap)) / 2;
    x.push(left + pad + side / 2 + shift + (k - row * columns) * (side + gap));
    y.push(top + pad + side / 2 + row * (side + gap));
  }
  return { hex, units, panel: { left, top, right: left + width, bottom: top + height }, size: side, x, y };
}

/** The unit of a fan under a screen point, -1 between counters, -2 outside the panel. */
export function fanHit(fan: Fan, sx: number, sy: number): number {
  const { panel, size } = fan;
  if (sx < panel.left || sx > panel.right || sy < panel.top || sy > panel.bottom) return -2;
  const half = size / 2 + 3;
  for (let k = 0; k < fan.units.length; k++) {
    if (Math.abs(sx - (fan.x[k] as number)) <= half && Math.abs(sy - (fan.y[k] as number)) <= half)
      return fan.units[k] as number;
  }
  return -1;
}

/** Whether a point of the plane lies on the counters of a stack of so many in the middle of a hex. */
export function onStack(dx: number, dy: number, count: number): boolean {
  const reach = COUNTER / 2 + ((Math.min(count, SHOWN) - 1) / 2) * STACK_STEP;
  return Math.abs(dx) <= reach && Math.abs(dy) <= reach;
}
