/** Plays the first turns of a game between two levels: run in Node and, bundled, in a browser, it must come to the same. */
import { createBot } from '../../src/bots/index.ts';
import { apply } from '../../src/core/apply.ts';
import { digest } from '../../src/core/digest.ts';
import { compile } from '../../src/core/game.ts';
import type { ScenarioData } from '../../src/core/scenario.ts';
import { setup } from '../../src/core/setup.ts';
import { view } from '../../src/core/view.ts';

export interface Opening {
  /** JSON of each order, in order. */
  orders: string[];
  digest: string;
}

/** The orders of the first `turns` game turns, and the digest of the state that they lead to. */
export function playOpening(data: ScenarioData, levels: readonly [string, string], turns: number): Opening {
  const game = compile(data);
  const { state } = setup(game, { seed: 'opening', fog: true });
  const bots = [createBot(levels[0], 'opening/0'), createBot(levels[1], 'opening/1')] as const;
  const orders: string[] = [];
  while (state.turn <= turns) {
    const action = bots[state.active].choose(game, view(game, state, state.active));
    orders.push(JSON.stringify(action));
    apply(game, state, action);
  }
  return { orders, digest: digest(state) };
}
