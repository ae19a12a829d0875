/** The line between the ground of two sides: who holds each hex as far as known, and the line through the middle of it. */
import { holderOf } from '../../core/control.ts';
import { neighbourOf } from '../../core/hex.ts';
import type { GameState } from '../../core/state.ts';
import { frontier, type Grid, toothless } from './geometry.ts';
import { soften } from './lines.ts';

/** Ground that nobody holds goes to the nearest side within so many hexes. */
const NOBODYS_REACH = 7;

/**
 * Who holds each hex (-1, 0, 1) as the view has it: possession, with the units known to stand there over it, and ground
 * that nobody holds given to the nearer side. `stacks` are units by hex, `sideOf` the side of a unit.
 */
export function groundOf(
  grid: Grid,
  control: GameState['control'],
  stacks: ReadonlyMap<number, readonly number[]>,
  sideOf: (unit: number) => number,
): Int8Array {
  const size = grid.cols * grid.rows;
  const ground = new Int8Array(size);
  for (let hex = 0; hex < size; hex++) ground[hex] = holderOf(control, hex);
  for (const [hex, units] of stacks) if (units.length > 0) ground[hex] = sideOf(units[0] as number);
  let front: number[] = [];
  for (let hex = 0; hex < size; hex++) if ((ground[hex] as number) >= 0) front.push(hex);
  for (let far = 0; far < NOBODYS_REACH && front.length > 0 && front.length < size; far++) {
    const next: number[] = [];
    for (const hex of front) {
      for (let d = 0; d < 6; d++) {
        const beyond = neighbourOf(grid.cols, grid.rows, hex, d);
        if (beyond < 0 || (ground[beyond] as number) >= 0) continue;
        ground[beyond] = ground[hex] as number;
        next.push(beyond);
      }
    }
    front = next;
  }
  return ground;
}

/** Lines between the two sides' ground, x, y pairs laid flat, the second side on the right hand of each. */
export function frontLines(grid: Grid, ground: Int8Array): number[][] {
  const second: number[] = [];
  ground.forEach((side, hex) => {
    if (side === 1) second.push(hex);
  });
  const lines = frontier(grid, (hex) => ground[hex] !== 0, second);
  return lines.map((line) => soften(toothless(line, false), 2));
}

/** The same line moved aside by a distance on the plane; positive to its right hand. */
export function aside(line: readonly number[], by: number): number[] {
  const moved: number[] = [];
  for (let k = 0; k + 1 < line.length; k += 2) {
    const ax = line[Math.max(0, k - 2)] as number;
    const ay = line[Math.max(1, k - 1)] as number;
    const bx = line[Math.min(line.length - 2, k + 2)] as number;
    const by2 = line[Math.min(line.length - 1, k + 3)] as number;
    const long = Math.hypot(bx - ax, by2 - ay) || 1;
    moved.push((line[k] as number) - ((by2 - ay) / long) * by, (line[k + 1] as number) + ((bx - ax) / long) * by);
  }
  return moved;
}

/** Short strokes across a line at even steps, from the line to its right hand: x, y of both ends laid flat. */
export function teeth(line: readonly number[], step: number, long: number): number[] {
  const strokes: number[] = [];
  let left = step / 2;
  for (let k = 0; k + 3 < line.length; k += 2) {
    const ax = line[k] as number;
    const ay = line[k + 1] as number;
    const dx = (line[k + 2] as number) - ax;
    const dy = (line[k + 3] as number) - ay;
    const run = Math.hypot(dx, dy);
    for (; left <= run; left += step) {
      const x = ax + (dx * left) / run;
      const y = ay + (dy * left) / run;
      strokes.push(x, y, x - (dy / run) * long, y + (dx / run) * long);
    }
    left -= run;
  }
  return strokes;
}
