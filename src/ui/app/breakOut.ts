/** Breaking out of a ring: where a unit could slip to, or why it cannot. */
import { check } from '../../core/check.ts';
import { distance } from '../../core/game.ts';
import type { Refusal } from '../../core/refusal.ts';
import { isOwn, onMap, type Seen } from './seen.ts';

export interface WaysOut {
  /** Hexes two away where the unit can break out to now. */
  hexes: number[];
  /** The reason when there is none: the one that more hexes share. */
  refusal: Refusal | null;
}

/** Reasons that hold for the unit wherever it goes; they are told before those of a hex. */
const OF_THE_UNIT = new Set(['not-surrounded', 'already-done', 'no-time', 'held', 'game-over', 'not-your-unit']);

export function waysOut(seen: Seen, unit: number): WaysOut {
  const { game, view } = seen;
  const from = view.units[unit]?.hex ?? -1;
  if (!isOwn(seen, unit) || !onMap(seen, unit)) return { hexes: [], refusal: null };
  const hexes: number[] = [];
  const reasons: Refusal[] = [];
  for (const hex of hexesTwoAway(game, from)) {
    const refusal = check(game, view, { type: 'breakOut', unit, hex });
    if (!refusal) hexes.push(hex);
    else if (OF_THE_UNIT.has(refusal.code)) return { hexes: [], refusal };
    else reasons.push(refusal);
  }
  const count = (code: string): number => reasons.filter((one) => one.code === code).length;
  const best = reasons.reduce<Refusal | null>(
    (most, one) => (most === null || count(one.code) > count(most.code) ? one : most),
    null,
  );
  return { hexes, refusal: hexes.length > 0 ? null : best };
}

function hexesTwoAway(game: Seen['game'], from: number): number[] {
  const found = new Set<number>();
  for (let d = 0; d < 6; d++) {
    const near = game.neighbours[from * 6 + d] as number;
    if (near < 0) continue;
    for (let e = 0; e < 6; e++) {
      const far = game.neighbours[near * 6 + e] as number;
      if (far >= 0 && distance(game, from, far) === 2) found.add(far);
    }
  }
  return [...found].sort((a, b) => a - b);
}
