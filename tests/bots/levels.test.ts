/** Every level of opponent: lawful, blind to what is hidden, the same for the same views and seed, with and without pondering. */
import { describe, expect, test } from 'vitest';
import type { Bot } from '../../src/bots/bot.ts';
import { FREE, HISTORICAL } from '../../src/bots/course.ts';
import { createBot } from '../../src/bots/index.ts';
import { coursesOf } from '../../src/bots/search/courses.ts';
import type { Action } from '../../src/core/action.ts';
import { apply } from '../../src/core/apply.ts';
import { check } from '../../src/core/check.ts';
import type { Game } from '../../src/core/game.ts';
import { setup } from '../../src/core/setup.ts';
import type { GameState } from '../../src/core/state.ts';
import { cloneState, view } from '../../src/core/view.ts';
import { shipped } from '../shipped.ts';
import { shuffleHidden } from './hidden.ts';

/** Points by which another course must promise more than the likeliest, at most. */
const DOUBT = { elite: 8, veteran: 10 } as const;

/** Orders of one player turn, in place; every one of them is allowed. */
function playTurn(game: Game, state: GameState, bot: Bot): Action[] {
  const { active, turn } = state;
  const orders: Action[] = [];
  while (!state.over && state.active === active && state.turn === turn) {
    const action = bot.choose(game, view(game, state, active));
    expect(check(game, state, action)).toBeNull();
    orders.push(action);
    apply(game, state, action);
  }
  return orders;
}

/** A state some turns into a game of regulars, with the side to move. */
function midGame(game: Game, turn: number): GameState {
  const { state } = setup(game, { seed: 'levels', fog: true });
  const bots = [createBot('regular', 'levels/0', { plan: FREE }), createBot('regular', 'levels/1')] as const;
  while (state.turn < turn) playTurn(game, state, bots[state.active]);
  return state;
}

describe.each([
  ['Kunlun Pass', shipped('kunlun-pass'), 6],
  ['West Hunan', shipped('west-hunan'), 9],
] as const)('%s', (_, game, turn) => {
  const now = midGame(game, turn);

  test.each(['regular', 'recruit', 'random'])('a player turn of level %s: lawful, and the same again', (level) => {
    const orders = playTurn(game, cloneState(now), createBot(level, 'again'));
    expect(orders.at(-1)).toEqual({ type: 'end' });
    expect(playTurn(game, cloneState(now), createBot(level, 'again'))).toEqual(orders);
  });

  test('what a recruit cannot see never changes his choice', () => {
    const twin = cloneState(now);
    expect(shuffleHidden(game, twin, now.active)).toBeGreaterThan(3);
    const choice = createBot('recruit', 'eyes').choose(game, view(game, now, now.active));
    expect(createBot('recruit', 'eyes').choose(game, view(game, twin, now.active))).toEqual(choice);
  });

  describe.each(['elite', 'veteran'] as const)('level %s', (level) => {
    const bot = createBot(level, 'search');
    const seen = view(game, now, now.active);
    const before = JSON.stringify(seen);
    const choice = bot.choose(game, seen);
    const { courses = [], work = 0 } = bot.appreciation ?? {};

    test('leaves the view as it was and gives lawful orders to the end of the player turn', () => {
      expect(JSON.stringify(seen)).toBe(before);
      const later = cloneState(now);
      expect(check(game, later, choice)).toBeNull();
      apply(game, later, choice);
      expect(playTurn(game, later, bot).at(-1)).toEqual({ type: 'end' });
    });

    test('pondering in steps, and with all that it cannot see changed, it chooses the same', () => {
      const twin = cloneState(now);
      expect(shuffleHidden(game, twin, now.active)).toBeGreaterThan(3);
      const other = createBot(level, 'search');
      const steps = [...(other.ponder?.(game, view(game, twin, now.active)) ?? [])];
      expect(steps.length).toBeGreaterThan(1);
      expect(steps.every((step, i) => step > 0 && step <= 1 && step >= (steps[i - 1] ?? 0))).toBe(true);
      expect([...(other.ponder?.(game, view(game, twin, now.active)) ?? [])]).toEqual([]);
      expect(other.choose(game, view(game, twin, now.active))).toEqual(choice);
    });

    test('tells the courses it weighed, and chose the best of those weighed most, or the likeliest where it is hardly worse', () => {
      expect(courses.length).toBeGreaterThan(1);
      expect(work).toBeGreaterThan(courses.length);
      const most = Math.max(...courses.map((course) => course.samples));
      const best = Math.max(...courses.filter((one) => one.samples === most).map((one) => one.margin));
      const chosen = courses.filter((course) => course.chosen);
      expect(chosen).toHaveLength(1);
      expect(chosen[0]?.samples).toBe(most);
      expect(chosen[0]?.margin).toBeGreaterThanOrEqual(best - DOUBT[level]);
    });
  });
});

test('the likeliest is the plan of the command; a staff that knows the price of a man thinks first of its own', () => {
  const game = shipped('kunlun-pass');
  const { state } = setup(game, { seed: 'likeliest', fog: true });
  const likeliest = (side: 0 | 1, prices: boolean): string | undefined =>
    coursesOf(game, view(game, state, side), { prices, mains: 0 }, null)[0]?.plan;
  const [cn, jp] = ['cn', 'jp'].map((id) => game.sideIndex.get(id) as 0 | 1) as [0 | 1, 0 | 1];
  expect([likeliest(cn, false), likeliest(jp, false)]).toEqual([HISTORICAL, HISTORICAL]);
  expect([likeliest(cn, true), likeliest(jp, true)]).toEqual([FREE, FREE]);
});

test('told to carry out a plan, a searching staff weighs no other', () => {
  const game = shipped('kunlun-pass');
  const bot = createBot('elite', 'told', { plan: FREE });
  bot.choose(game, view(game, midGame(game, 3), game.firstSide));
  expect(new Set(bot.appreciation?.courses.map((course) => course.plan))).toEqual(new Set([FREE]));
});
