/** 13.10: a head start changes the grade alone. Every level orders the same with it as without it. */
import { expect, test } from 'vitest';
import { createBot } from '../../src/bots/index.ts';
import type { Action } from '../../src/core/action.ts';
import { apply } from '../../src/core/apply.ts';
import { type SetupOptions, setup } from '../../src/core/setup.ts';
import { view } from '../../src/core/view.ts';
import { kunlunPass } from '../kunlun-pass.ts';

const game = kunlunPass();

/** What two of a level order in the first turn. */
function firstTurn(level: string, options: Partial<SetupOptions>): Action[] {
  const { state } = setup(game, { seed: 'even', fog: true, ...options });
  const bots = [createBot(level, 'even/0'), createBot(level, 'even/1')] as const;
  const actions: Action[] = [];
  while (state.turn === 1) {
    const action = bots[state.active].choose(game, view(game, state, state.active));
    actions.push(action);
    apply(game, state, action);
  }
  return actions;
}

test.each(['recruit', 'regular', 'veteran'])('a %s', (level) => {
  const plain = firstTurn(level, {});
  expect(plain.length).toBeGreaterThan(3);
  for (const side of [0, 1] as const) expect(firstTurn(level, { handicap: { side, points: 150 } })).toEqual(plain);
});
