/** Ways along the roads and tracks of the map. */
import type { Game } from '../core/game.ts';

/** The hexes of the shortest way by road from one hex to another, both included; empty when no road joins them. */
export function roadBetween(game: Game, from: number, to: number): number[] {
  if (from < 0 || to < 0) return [];
  const before = new Map<number, number>([[from, -1]]);
  const queue = [from];
  for (let i = 0; i < queue.length && !before.has(to); i++) {
    const hex = queue[i] as number;
    for (let d = 0; d < 6; d++) {
      const next = game.neighbours[hex * 6 + d] as number;
      if (next < 0 || game.road[hex * 6 + d] === 0 || before.has(next)) continue;
      before.set(next, hex);
      queue.push(next);
    }
  }
  const way: number[] = [];
  if (before.has(to)) for (let at = to; at >= 0; at = before.get(at) ?? -1) way.push(at);
  return way.reverse();
}
