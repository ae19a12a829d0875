/** Rules of thumb: what practice changes in how a staff deals out its troops. */
import { expect, test } from 'vitest';
import { CAREFUL, FREE, USUAL } from '../../src/bots/course.ts';
import { type Craft, PRACTISED, TAUGHT } from '../../src/bots/craft.ts';
import { createBot } from '../../src/bots/index.ts';
import { makePlan } from '../../src/bots/plan.ts';
import { apply } from '../../src/core/apply.ts';
import { setup } from '../../src/core/setup.ts';
import { view } from '../../src/core/view.ts';
import { shipped } from '../shipped.ts';

test('with the enemy before its places a practised staff ties fewer down in posts than a taught one', () => {
  const game = shipped('west-hunan');
  const { state } = setup(game, { seed: 'craft', fog: true });
  const bots = [createBot('regular', 'a'), createBot('regular', 'b')] as const;
  const china = game.sideIndex.get('cn') as 0 | 1;
  /** Share of the power dealt out that is given to posts. */
  const inPosts = (craft: Craft): number => {
    const seen = view(game, state, china);
    const { tasks } = makePlan(game, seen, 'craft', { ...USUAL, plan: FREE }, { ...CAREFUL, craft });
    const sum = (of: typeof tasks): number => of.reduce((power, task) => power + task.given, 0);
    return sum(tasks.filter((task) => task.kind === 'hold')) / sum(tasks);
  };
  for (const turn of [8, 12, 16]) {
    while (state.turn < turn) apply(game, state, bots[state.active].choose(game, view(game, state, state.active)));
    expect(inPosts(PRACTISED)).toBeLessThan(0.9 * inPosts(TAUGHT));
  }
});
