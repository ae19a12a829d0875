/** What joins two neighbouring hexes: the part of it that can be blown up, and the number of the hexside. */
import type { Game } from '../../core/game.ts';

export type LinkKind = 'bridge' | 'ferry' | 'road' | 'track' | 'railway';

/** A crossing before the way over it, a way before a railway. */
export function linkKind(game: Game, hex: number, d: number): LinkKind {
  const step = hex * 6 + d;
  const crossing = game.crossing[step];
  if (crossing === 2) return 'ferry';
  if (crossing === 1 && game.river[step] !== 0) return 'bridge';
  const road = game.road[step];
  return road === 2 ? 'road' : road === 1 ? 'track' : 'railway';
}

export function hexsideOf(game: Game, hex: number, d: number): number {
  return d < 3 ? hex * 3 + d : (game.neighbours[hex * 6 + d] as number) * 3 + d - 3;
}
