/** What a staff makes of the situation, as it tells those who look over its shoulder. */
import { expect, test } from 'vitest';
import type { Appreciation } from '../../src/bots/appreciation.ts';
import { FREE } from '../../src/bots/course.ts';
import { createBot } from '../../src/bots/index.ts';
import { apply } from '../../src/core/apply.ts';
import type { Game } from '../../src/core/game.ts';
import { setup } from '../../src/core/setup.ts';
import type { GameState } from '../../src/core/state.ts';
import { view } from '../../src/core/view.ts';
import { column, hexAt, onRoad, phase, planOf, regiment, valley } from './valley.ts';

function start(game: Game): GameState {
  return setup(game, { seed: 'valley', fog: true }).state;
}

/** The appreciation after each order of a player turn. */
function toldIn(game: Game, now: GameState, plan?: string): (Appreciation | null)[] {
  const bot = createBot('regular', 'bot', plan === undefined ? {} : { plan });
  const told: (Appreciation | null)[] = [];
  const { turn, active } = now;
  while (now.turn === turn && now.active === active && !now.over) {
    const action = bot.choose(game, view(game, now, active));
    apply(game, now, action);
    told.push(JSON.parse(JSON.stringify(bot.appreciation ?? null)));
  }
  return told;
}

const units = [
  regiment('A', 'cn', onRoad(4)),
  regiment('B', 'cn', onRoad(5)),
  regiment('Z', 'jp', onRoad(9)),
  regiment('Y', 'jp', onRoad(22)),
];
const plans = [planOf('cn', [column('east', ['A', 'B'], [phase('drive', ['t1', 't2', 't3', 't4'])])])];

test('it names the plan, the column and its phase, who is meant for what, and the main effort', () => {
  const game = valley(units, plans);
  const [first] = toldIn(game, start(game));
  expect(first?.plan).toBe('plan-cn');
  const task = first?.tasks.find((one) => one.column !== undefined);
  expect(task).toMatchObject({ kind: 'attack', column: { id: 'east', phase: 0 } });
  const members = first?.tasks.filter((one) => one.column?.id === 'east').flatMap((one) => one.units) ?? [];
  expect(members.sort()).toEqual([game.unitIndex.get('A'), game.unitIndex.get('B')].sort());
  expect(first?.main).toBe(task?.hex);
  expect(first).toMatchObject({ turn: 1, courses: [], work: 0 });
});

test('planned freely it names no plan', () => {
  const game = valley(units, plans);
  const [first] = toldIn(game, start(game), 'free');
  expect(first?.plan).toBeNull();
  expect(first?.tasks.every((task) => task.column === undefined)).toBe(true);
});

test('it tells what was known when the plan was made, to the end of the player turn', () => {
  const game = valley(units, plans);
  const told = toldIn(game, start(game));
  expect(told.length).toBeGreaterThan(1);
  for (const one of told) expect(one).toEqual(told[0]);
});

test('an enemy lost from sight is remembered where he was, and may be farther off each turn', () => {
  const game = valley(
    [regiment('A', 'cn', onRoad(4)), regiment('B', 'cn', onRoad(3)), regiment('Z', 'jp', onRoad(5))],
    plans,
  );
  const now = start(game);
  const enemy = game.unitIndex.get('Z') as number;
  const reckoned = (): Appreciation['enemies'][number] | undefined => {
    now.active = 0;
    const bot = createBot('regular', 'bot');
    bot.choose(game, view(game, now, 0));
    return bot.appreciation?.enemies.find((one) => one.unit === enemy);
  };
  expect(reckoned()).toMatchObject({ hex: hexAt(onRoad(5)), seen: true, age: 0, spread: 0 });
  const unit = now.units[enemy] as GameState['units'][number];
  const before = hexAt(onRoad(9));
  Object.assign(unit, { hex: hexAt(onRoad(20)), seen: 0, seenHex: before, seenTurn: 1 });
  const spreads: number[] = [];
  for (const turn of [2, 3]) {
    now.turn = turn;
    const found = reckoned();
    expect(found).toMatchObject({ hex: before, seen: false, age: turn - 1 });
    spreads.push(found?.spread ?? 0);
  }
  expect(spreads[0]).toBeGreaterThan(0);
  expect(spreads[1]).toBeGreaterThan(spreads[0] as number);
});

test('a level that weighs courses tells them all, the one taken among them, and the work it took', () => {
  // At even odds boldness tells: some courses attack today, some do not.
  const close = [regiment('A', 'cn', onRoad(7)), regiment('B', 'cn', onRoad(7)), regiment('Z', 'jp', onRoad(8))];
  const game = valley(close, plans);
  const now = start(game);
  const bot = createBot('veteran', 'bot');
  bot.choose(game, view(game, now, 0));
  const { courses = [], work = 0, plan } = bot.appreciation ?? {};
  expect(courses.length).toBeGreaterThan(1);
  const taken = courses.filter((one) => one.chosen);
  expect(taken.length).toBe(1);
  expect(work).toBeGreaterThanOrEqual(courses.length);
  expect(plan).toBe(taken[0]?.plan === FREE ? null : 'plan-cn');
});
