/** Where the selected units can go: reach, paths, and the reason when they cannot. */
import type { MoveAction } from '../../core/action.ts';
import { check } from '../../core/check.ts';
import type { Game } from '../../core/game.ts';
import type { Refusal } from '../../core/refusal.ts';
import { pathMinutes, pathTo, reach } from '../../core/rules/movement.ts';
import type { Seen } from './seen.ts';

export type MarchMode = MoveAction['mode'];

/** A copy of what `reach` found: it lasts, unlike the rules' working memory. */
export interface Reachable {
  unit: number;
  mode: MarchMode;
  hexes: { hex: number; minutes: number }[];
  paths: ReadonlyMap<number, readonly number[]>;
}

/** Every hex the unit can march to and stay in now. */
export function reachable(seen: Seen, unit: number, mode: MarchMode): Reachable {
  const found = reach(seen.game, seen.view, unit, mode);
  const start = seen.view.units[unit]?.hex;
  const ways = [...found.order]
    .filter((hex) => hex !== start)
    .map((hex) => ({ hex, minutes: found.minutes[hex] as number, path: pathTo(found, hex) }));
  const hexes: Reachable['hexes'] = [];
  const paths = new Map<number, readonly number[]>();
  for (const { hex, minutes, path } of ways) {
    if (check(seen.game, seen.view, { type: 'move', unit, path, mode })) continue;
    hexes.push({ hex, minutes });
    paths.set(hex, path);
  }
  return { unit, mode, hexes, paths };
}

/** The order that takes a unit to a hex by its quickest way, or why it cannot go. */
export function marchOrder(seen: Seen, unit: number, hex: number, mode: MarchMode): MoveAction | Refusal {
  const found = reach(seen.game, seen.view, unit, mode);
  let path = pathTo(found, hex);
  if (path.length === 0) path = straightPath(seen.game, seen.view.units[unit]?.hex ?? -1, hex);
  const order: MoveAction = { type: 'move', unit, path, mode };
  return check(seen.game, seen.view, order) ?? order;
}

/** Minutes spent on arrival in each hex of the path, the start included. */
export function minutesAlong(seen: Seen, unit: number, path: readonly number[], mode: MarchMode): number[] {
  const steps = pathMinutes(seen.game, seen.view, { type: 'move', unit, path: [...path], mode });
  let spent = 0;
  return [
    0,
    ...steps.map((step) => {
      spent += step;
      return spent;
    }),
  ];
}

/** The fewest hexes from one hex to another, whatever the ground: what a refusal is asked about. */
export function straightPath(game: Game, from: number, to: number): number[] {
  if (from < 0 || to < 0 || from === to) return [];
  const before = new Map<number, number>([[from, -1]]);
  const queue = [from];
  for (let i = 0; i < queue.length && !before.has(to); i++) {
    const at = queue[i] as number;
    for (let d = 0; d < 6; d++) {
      const next = game.neighbours[at * 6 + d] as number;
      if (next < 0 || before.has(next)) continue;
      before.set(next, at);
      queue.push(next);
    }
  }
  const path: number[] = [];
  for (let at = to; at !== from && at >= 0; at = before.get(at) ?? -1) path.push(at);
  return path.reverse();
}
