/** What stands behind orders: the ground a post covers, the enemy it has to reckon with, the odds, the hunger. */
import { describe, expect, test } from 'vitest';
import { createBot } from '../../src/bots/index.ts';
import type { Reason, ReasonCode } from '../../src/bots/reason.ts';
import type { Action } from '../../src/core/action.ts';
import { apply } from '../../src/core/apply.ts';
import type { Game } from '../../src/core/game.ts';
import { setup } from '../../src/core/setup.ts';
import type { GameState } from '../../src/core/state.ts';
import { view } from '../../src/core/view.ts';
import { column, hexAt, onRoad, phase, planOf, regiment, valley } from './valley.ts';

interface Given {
  action: Action;
  reason: Reason;
}

/** The orders of the first side's first turn, in sight of everybody. */
function orders(game: Game, change: (now: GameState) => void = () => {}): Given[] {
  const now = setup(game, { seed: 'valley', fog: false }).state;
  change(now);
  const bot = createBot('regular', 'bot/0');
  const given: Given[] = [];
  while (now.active === 0 && !now.over && given.length < 100) {
    const action = bot.choose(game, view(game, now, 0));
    given.push({ action, reason: structuredClone(bot.reason) as Reason });
    apply(game, now, action);
  }
  return given;
}

function reasonFor(given: readonly Given[], code: ReasonCode): Reason | undefined {
  return given.find(({ reason }) => reason.code === code)?.reason;
}

const holds = [planOf('cn', [column('post', ['A'], [phase('hold', ['t2'])])])];
const unit = (game: Game, id: string): number => game.unitIndex.get(id) as number;

describe('whom a post expects', () => {
  test('the enemy nearest by march, with the hexes and the days', () => {
    const game = valley(
      [
        regiment('A', 'cn', onRoad(7)),
        regiment('Z', 'jp', onRoad(14)),
        regiment('Y', 'jp', onRoad(20)),
        regiment('I', 'jp', onRoad(12), { kind: 'irregular' }),
      ],
      holds,
    );
    const reason = orders(game).find(({ reason: one }) => one.units?.[0] === unit(game, 'A') && one.expects)?.reason;
    expect(reason?.expects).toMatchObject({ unit: unit(game, 'Z'), hexes: 6, seen: true });
    // Six hexes of 5 km by road, 4 km an hour, ten hours of march a day.
    expect(reason?.expects?.days).toBe(8);
  });

  test('nobody who is days away', () => {
    // 19 hexes by road are 95 km, more than two days of 40.
    const far = [planOf('cn', [column('post', ['A'], [phase('hold', ['t1'])])])];
    const game = valley([regiment('A', 'cn', onRoad(3)), regiment('Y', 'jp', onRoad(23))], far);
    const own = orders(game).filter(({ reason }) => reason.units?.[0] === unit(game, 'A'));
    expect(own.length).toBeGreaterThan(0);
    for (const { reason } of own) expect(reason.expects).toBeUndefined();
  });
});

describe('what stands behind the others', () => {
  test('a march on a task names the task, its place and its phase', () => {
    const game = valley(
      [regiment('A', 'cn', onRoad(1)), regiment('Z', 'jp', onRoad(23))],
      [planOf('cn', [column('east', ['A'], [phase('assemble', ['t4'])])])],
    );
    expect(orders(game)[0]?.reason).toMatchObject({
      units: [unit(game, 'A')],
      hexes: [hexAt(onRoad(16))],
      task: 'march',
      phase: { plan: 'plan-cn', column: 'east', index: 0 },
    });
  });

  test('an assault gives the odds and the losses that the resolver gave', () => {
    const game = valley(
      [
        regiment('A', 'cn', onRoad(7), { men: 6000, quality: 90 }),
        regiment('Z', 'jp', onRoad(8), { men: 600, quality: 40 }),
      ],
      [planOf('cn', [column('east', ['A'], [phase('drive', ['t1', 't2', 't3'])])])],
    );
    const reason = reasonFor(orders(game), 'assaults');
    expect(reason).toMatchObject({ units: [unit(game, 'A')], phase: { column: 'east' } });
    expect(reason?.hexes?.[0]).toBe(hexAt(onRoad(8)));
    const { gaveWay = 0, stopped = 1000, ownLosses = 0, enemyLosses = 0 } = reason?.figures ?? {};
    expect(gaveWay).toBeGreaterThan(stopped);
    expect(ownLosses).toBeGreaterThan(0);
    expect(enemyLosses).toBeGreaterThan(0);
  });

  test('who falls back to rest says what is wrong with him', () => {
    const game = valley(
      [regiment('A', 'cn', onRoad(7)), regiment('Z', 'jp', onRoad(9))],
      [planOf('cn', [column('east', ['A'], [phase('drive', ['t1', 't2', 't3'])])])],
    );
    const worn = (change: Partial<GameState['units'][number]>): Reason | undefined =>
      reasonFor(
        orders(game, (now) => Object.assign(now.units[unit(game, 'A')] as object, change)),
        'rests',
      );
    expect(worn({ cohesion: 250 })).toMatchObject({ motive: 'shaken', hexes: [hexAt(onRoad(7))] });
    expect(worn({ fatigue: 900 })).toMatchObject({ motive: 'tired' });
    expect(worn({})).toBeUndefined();
  });

  test('the orders end with a reason of their own', () => {
    const game = valley([regiment('A', 'cn', onRoad(7)), regiment('Z', 'jp', onRoad(23))], holds);
    expect(orders(game).at(-1)).toEqual({ action: { type: 'end' }, reason: { code: 'ends' } });
  });
});
