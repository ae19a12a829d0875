/** How long it is from every hex to one goal for troops of a kind, along the best roads as the side knows the map. */

import { marchTableOf } from '../../core/game.ts';
import { position } from '../../core/position.ts';
import { stepMinutes } from '../../core/rules/movement.ts';
import { zocMinutes } from '../../core/rules/zoc.ts';
import { MOBILITIES } from '../../core/scenario.ts';
import { IMPASSABLE } from '../../core/terrain.ts';
import type { Seen } from './seen.ts';

/** Minutes beyond which nobody marches in any campaign: what has no way at all. */
export const NO_WAY = 1 << 29;

/** A binary heap of hexes by minutes: enough for one search. */
class Frontier {
  readonly #keys: number[] = [];
  readonly #hexes: number[] = [];

  get size(): number {
    return this.#keys.length;
  }

  push(key: number, hex: number): void {
    const [keys, hexes] = [this.#keys, this.#hexes];
    let at = keys.length;
    while (at > 0) {
      const up = (at - 1) >> 1;
      if ((keys[up] as number) <= key) break;
      keys[at] = keys[up] as number;
      hexes[at] = hexes[up] as number;
      at = up;
    }
    keys[at] = key;
    hexes[at] = hex;
  }

  pop(): { key: number; hex: number } {
    const [keys, hexes] = [this.#keys, this.#hexes];
    const top = { key: keys[0] as number, hex: hexes[0] as number };
    const key = keys.pop() as number;
    const hex = hexes.pop() as number;
    const count = keys.length;
    if (count === 0) return top;
    let at = 0;
    for (let down = 1; down < count; down = at * 2 + 1) {
      if (down + 1 < count && (keys[down + 1] as number) < (keys[down] as number)) down++;
      if ((keys[down] as number) >= key) break;
      keys[at] = keys[down] as number;
      hexes[at] = hexes[down] as number;
      at = down;
    }
    keys[at] = key;
    hexes[at] = hex;
    return top;
  }
}

/**
 * Minutes of march to the nearest of the goals from every hex for a mobility class (index into MOBILITIES), whatever
 * the number of turns; NO_WAY where there is none. The other side's troops, as far as the view shows them, bar their
 * hexes, and their zones of control cost what they cost now. `side` is whose march it is: the viewer's own unless said.
 */
export function minutesToGoal(
  { game, view, side: own }: Seen,
  goals: readonly number[],
  mobility: number,
  side: number = own,
): Int32Array {
  if (!MOBILITIES[mobility]) throw new RangeError(`no such mobility class: ${mobility}`);
  // What the enemy knows of us is not ours to know: for his march we take it that he sees everything we see.
  const pos = position(game, side === own ? view : { ...view, fog: false }, side);
  const table = marchTableOf(game, view, mobility);
  const zoc = zocMinutes(game);
  const minutes = new Int32Array(game.size).fill(NO_WAY);
  const frontier = new Frontier();
  for (const goal of goals) {
    minutes[goal] = 0;
    frontier.push(0, goal);
  }
  while (frontier.size > 0) {
    const { key, hex } = frontier.pop();
    if (key > (minutes[hex] as number)) continue;
    for (let d = 0; d < 6; d++) {
      const from = game.neighbours[hex * 6 + d] as number;
      if (from < 0 || pos.side[from] === 1 - side) continue;
      const cost = stepMinutes(game, pos, table, side, from, (d + 3) % 6, zoc);
      if (cost >= IMPASSABLE || key + cost >= (minutes[from] as number)) continue;
      minutes[from] = key + cost;
      frontier.push(key + cost, from);
    }
  }
  return minutes;
}
