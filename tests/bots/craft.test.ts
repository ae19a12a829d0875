/** Rules of thumb: what practice changes in how a staff deals out its troops. */
import { expect, test } from 'vitest';
import { CAREFUL, FREE, USUAL } from '../../src/bots/course.ts';
import { type Craft, PRACTISED, TAUGHT } from '../../src/bots/craft.ts';
import { createBot } from '../../src/bots/index.ts';
import { isSupplied } from '../../src/bots/lines.ts';
import { makePlan, type Plan } from '../../src/bots/plan.ts';
import type { Task } from '../../src/bots/tasks.ts';
import { apply } from '../../src/core/apply.ts';
import { setup } from '../../src/core/setup.ts';
import type { GameState } from '../../src/core/state.ts';
import { view } from '../../src/core/view.ts';
import { shipped } from '../shipped.ts';

const game = shipped('west-hunan');
const china = game.sideIndex.get('cn') as 0 | 1;

/** States of a game of regulars on some days. */
function* days(...turns: number[]): Generator<GameState> {
  const { state } = setup(game, { seed: 'craft', fog: true });
  const bots = [createBot('regular', 'a'), createBot('regular', 'b')] as const;
  for (const turn of turns) {
    while (state.turn < turn) apply(game, state, bots[state.active].choose(game, view(game, state, state.active)));
    yield state;
  }
}

/** Share of the power dealt out that is given to some tasks. */
function share(state: GameState, craft: Craft, which: (task: Task, plan: Plan) => boolean): number {
  const seen = view(game, state, china);
  const plan = makePlan(game, seen, 'craft', { ...USUAL, plan: FREE }, { ...CAREFUL, craft });
  const sum = (tasks: Task[]): number => tasks.reduce((power, task) => power + task.given, 0);
  return sum(plan.tasks.filter((task) => which(task, plan))) / sum(plan.tasks);
}

test('with the enemy before its places a practised staff ties fewer down in posts than a taught one', () => {
  const bold = { ...PRACTISED, unsupplied: TAUGHT.unsupplied };
  for (const state of days(8, 12, 16)) {
    const [taught, practised] = [TAUGHT, bold].map((craft) => share(state, craft, ({ kind }) => kind === 'hold'));
    expect(practised).toBeLessThan(0.9 * (taught as number));
  }
});

test('it sends fewer where own supply does not come (8.4)', () => {
  const beyond = ({ kind, hex }: Task, plan: Plan): boolean => kind !== 'hold' && !isSupplied(game, plan, hex);
  const sent = { without: 0, with: 0 };
  for (const state of days(12, 18, 24)) {
    sent.without += share(state, { ...PRACTISED, unsupplied: 1 }, beyond);
    sent.with += share(state, PRACTISED, beyond);
  }
  expect(sent.with).toBeGreaterThan(0);
  expect(sent.with).toBeLessThan(0.9 * sent.without);
});
