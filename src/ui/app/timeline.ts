/** The timeline of a replay: marks drawn together where they would lie on each other, and numbers of turns with room between. */
import { MOMENT_KINDS, type Moment, type MomentKind } from '../../play/moments.ts';
import type { TurnMark } from '../../play/replay.ts';

/** One mark: the moments of a kind that lie within its width. */
export interface Mark {
  kind: MomentKind;
  /** Pixels from the left. */
  x: number;
  moments: readonly Moment[];
}

/** Where a position lies on a timeline of `width` pixels. */
export function placeOf(at: number, total: number, width: number): number {
  return total === 0 ? 0 : (at / total) * width;
}

/** The position that a place on the timeline stands for. */
export function positionAt(x: number, total: number, width: number): number {
  return width <= 0 ? 0 : Math.max(0, Math.min(total, Math.round((x / width) * total)));
}

/** Marks of all kinds, each `size` pixels wide, none over another of its kind. */
export function marksOf(moments: readonly Moment[], total: number, width: number, size: number): Mark[] {
  const marks: Mark[] = [];
  for (const kind of MOMENT_KINDS) {
    const cells = new Map<number, Moment[]>();
    for (const moment of moments) {
      if (moment.kind !== kind) continue;
      const cell = Math.floor(placeOf(moment.at, total, width) / size);
      const there = cells.get(cell);
      if (there) there.push(moment);
      else cells.set(cell, [moment]);
    }
    for (const [cell, there] of cells) marks.push({ kind, x: (cell + 0.5) * size, moments: there });
  }
  return marks;
}

/** The moments within `reach` pixels of a place, the nearest first. */
export function momentsNear(
  moments: readonly Moment[],
  x: number,
  total: number,
  width: number,
  reach: number,
): Moment[] {
  const far = (moment: Moment): number => Math.abs(placeOf(moment.at, total, width) - x);
  return moments.filter((moment) => far(moment) <= reach).sort((a, b) => far(a) - far(b));
}

/** The turns whose numbers are written: every, every second, fifth, tenth ... so that nearly all have `room` pixels to themselves. */
export function numberedTurns(turns: readonly TurnMark[], total: number, width: number, room: number): TurnMark[] {
  const firsts = turns.filter((mark, i) => mark.turn !== turns[i - 1]?.turn);
  let numbered: TurnMark[] = [];
  for (const step of [1, 2, 5, 10, 20, 50, 100]) {
    const sought = firsts.filter(({ turn }) => turn === 1 || turn % step === 0);
    numbered = [];
    let last = Number.NEGATIVE_INFINITY;
    for (const mark of sought) {
      const x = placeOf(mark.at, total, width);
      if (x - last < room) continue;
      numbered.push(mark);
      last = x;
    }
    if (numbered.length - 1 >= (sought.length - 1) * 0.9) break;
  }
  return numbered;
}
