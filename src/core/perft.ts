/** Counting the tree of legal actions: the plainest check that no rule has moved. */
import { apply } from './apply.ts';
import type { Game } from './game.ts';
import { legalActions } from './legal.ts';
import type { GameState } from './state.ts';
import { cloneState } from './view.ts';

/**
 * The number of sequences of `depth` legal actions from a state, with dice as the seed says; a game that ends earlier
 * counts as one. The state is left as it is.
 */
export function perft(game: Game, state: GameState, depth: number): number {
  if (depth <= 0 || state.over) return 1;
  const actions = legalActions(game, state);
  if (depth === 1) return actions.length;
  let leaves = 0;
  for (const action of actions) {
    const next = cloneState(state);
    apply(game, next, action);
    leaves += perft(game, next, depth - 1);
  }
  return leaves;
}
