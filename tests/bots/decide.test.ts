/** Decisions of the command: as the plan says when there is one, by what they bring and cost when there is none. */
import { describe, expect, test } from 'vitest';
import { decisions } from '../../src/bots/decide.ts';
import { createBot } from '../../src/bots/index.ts';
import { makePlan } from '../../src/bots/plan.ts';
import { apply } from '../../src/core/apply.ts';
import type { Game } from '../../src/core/game.ts';
import type { PlanData } from '../../src/core/plans.ts';
import { type DecisionData, DOCTRINES, type EventEffect } from '../../src/core/scenario.ts';
import { setup } from '../../src/core/setup.ts';
import type { GameState } from '../../src/core/state.ts';
import { view } from '../../src/core/view.ts';
import { colOf, column, onRoad, phase, planOf, regiment, valley } from './valley.ts';

const reserve = { ...regiment('R', 'cn', onRoad(0), { men: 9000 }), reserve: true as const };

function choice(id: string, cost: number, effects: EventEffect[], more: Partial<DecisionData> = {}): DecisionData {
  return {
    id,
    side: 'cn',
    title: id,
    text: id,
    from: '1939-12-18',
    until: '1940-01-10',
    cost,
    delayDays: 0,
    effects,
    source: ['test'],
    ...more,
  };
}

function game(choices: DecisionData[], plans: PlanData[] = []): Game {
  return valley([regiment('A', 'cn', onRoad(1)), reserve, regiment('Z', 'jp', onRoad(22))], plans, (data) => {
    data.scenario.decisions = choices;
  });
}

function taken(one: Game, now: GameState = setup(one, { seed: 'x', fog: true }).state): string[] {
  return decisions(one, view(one, now, now.active)).map(({ action }) =>
    action.type === 'decide' ? (one.data.scenario.decisions?.[action.decision]?.id ?? '') : action.type,
  );
}

const call: EventEffect = { type: 'arrive', unit: 'R' };

describe('by plan', () => {
  const planned = (decisionsOfPlan: PlanData['decisions']): PlanData =>
    planOf('cn', [column('a', ['A'], [phase('hold', ['t0'])])], decisionsOfPlan ? { decisions: decisionsOfPlan } : {});

  test('what the plan names is taken whatever it costs, the rest never', () => {
    const choices = [choice('dear', 500, [{ type: 'message' }]), choice('cheap', 0, [call])];
    expect(taken(game(choices, [planned([{ decision: 'dear', reason: 'so ordered' }])]))).toEqual(['dear']);
    expect(taken(game(choices, [planned(undefined)]))).toEqual([]);
  });

  test('not before the condition of the plan is met, nor when the scenario keeps it shut', () => {
    const when = { type: 'held', place: 't3', side: 'cn' } as const;
    const waits = [planned([{ decision: 'later', when, reason: 'once the town is ours' }])];
    expect(taken(game([choice('later', 0, [call])], waits))).toEqual([]);
    const open = [planned([{ decision: 'later', reason: 'at once' }])];
    expect(taken(game([choice('later', 0, [call], { from: '1940-01-05' })], open))).toEqual([]);
  });

  test('the orders of the turn are written after it has been taken, with its reason', () => {
    const release: EventEffect = { type: 'release', unit: 'A' };
    const one = valley(
      [
        { ...regiment('A', 'cn', onRoad(1)), held: { until: '1940-02-10', reason: 'waits' } },
        regiment('Z', 'jp', onRoad(22)),
      ],
      [
        planOf('cn', [column('a', ['A'], [phase('drive', ['t1', 't2'])])], {
          decisions: [{ decision: 'go', reason: 'it is time' }],
        }),
      ],
      (data) => {
        data.scenario.decisions = [choice('go', 0, [release])];
      },
    );
    const now = setup(one, { seed: 'x', fog: true }).state;
    const bot = createBot('regular', 'b');
    const first = bot.choose(one, view(one, now, 0));
    expect(first.type).toBe('decide');
    expect(bot.reason).toMatchObject({ code: 'decidesByPlan', decision: 'go' });
    apply(one, now, first);
    expect(bot.choose(one, view(one, now, 0))).toMatchObject({ type: 'move', unit: one.unitIndex.get('A') });
  });
});

describe('without a plan', () => {
  test('what brings more than it costs is taken, what does not is left', () => {
    expect(taken(game([choice('cheap', 2, [call]), choice('dear', 30, [call])]))).toEqual(['cheap']);
  });

  test('nothing for nothing, and never what changes the aim of the war', () => {
    expect(taken(game([choice('idle', 0, [{ type: 'message' }])]))).toEqual([]);
    const stop: EventEffect[] = [call, { type: 'doctrine', side: 'cn', doctrine: 'withdraw' }];
    expect(taken(game([choice('stop', 0, stop)]))).toEqual([]);
  });
});

test('a side that is told to withdraw and has no plan goes to the depot that its supplies come from', () => {
  const one = valley([regiment('A', 'cn', onRoad(2)), regiment('Z', 'jp', onRoad(20))], []);
  const now = setup(one, { seed: 'x', fog: true }).state;
  now.sides[0].doctrine = DOCTRINES.indexOf('withdraw');
  const plan = makePlan(one, view(one, now, 0), 'x');
  const task = plan.taskOf.get(one.unitIndex.get('A') as number);
  expect([task?.kind, colOf(task?.hex ?? -1)]).toEqual(['march', 0]);
  now.sides[0].doctrine = DOCTRINES.indexOf('attack');
  expect(makePlan(one, view(one, now, 0), 'x').taskOf.get(one.unitIndex.get('A') as number)?.kind).not.toBe('march');
});
