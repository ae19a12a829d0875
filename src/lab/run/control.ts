/** Which hexes changed hands in each turn of a game. */
import { controlOf } from '../../core/control.ts';
import type { ReadonlyState } from '../../core/state.ts';
import type { ControlChange } from './run.ts';

/** Hexes that share a word of a state's `control`. */
const HEXES_A_WORD = 16;

/** What changed from one state's `control` to another's: a list for each holder there now, -1 first, hexes ascending. */
export function controlChanges(
  before: ReadonlyState['control'],
  after: ReadonlyState['control'],
  turn: number,
): ControlChange[] {
  const lists = [-1, 0, 1].map((side): ControlChange => [turn, side]);
  for (let word = 0; word < after.length; word++) {
    if (before[word] === after[word]) continue;
    for (let hex = word * HEXES_A_WORD; hex < (word + 1) * HEXES_A_WORD; hex++) {
      const now = controlOf(after, hex);
      if (controlOf(before, hex) !== now) lists[now]?.push(hex);
    }
  }
  return lists.filter((list) => list.length > 2);
}
