/** The staff of a side at work on a scenario of a test: its context, and its orders carried out one after another. */
import { type Context, contextOf, type Order } from '../../src/bots/context.ts';
import { makePlan } from '../../src/bots/plan.ts';
import type { Action, AirAction } from '../../src/core/action.ts';
import { apply } from '../../src/core/apply.ts';
import { check } from '../../src/core/check.ts';
import type { Game } from '../../src/core/game.ts';
import type { AirPlanData, PlansData } from '../../src/core/plans.ts';
import type { AirMission } from '../../src/core/scenario.ts';
import type { GameState } from '../../src/core/state.ts';
import { view } from '../../src/core/view.ts';

export interface Situation {
  game: Game;
  state: GameState;
}

/** What the staff of the active side has before it. */
export function staffAt({ game, state }: Situation): Context {
  const seen = view(game, state, state.active);
  return contextOf(game, seen, makePlan(game, seen, 'staff'), { reach: 140, odds: 120 });
}

/** Carries orders out; throws on one that the rules refuse. */
export function carryOut({ game, state }: Situation, orders: readonly Order[]): void {
  for (const { action } of orders) {
    const refusal = check(game, state, action);
    if (refusal) throw new Error(`${JSON.stringify(action)} refused: ${JSON.stringify(refusal)}`);
    apply(game, state, action);
  }
}

/** The air orders among some, of one mission if asked. */
export function flights(orders: readonly Order[], mission?: AirMission): AirAction[] {
  return orders
    .map((order): Action => order.action)
    .filter((action): action is AirAction => action.type === 'air')
    .filter((action) => mission === undefined || action.mission === mission);
}

export function sorties(orders: readonly Order[], mission?: AirMission): number {
  return flights(orders, mission).reduce((sum, action) => sum + action.sorties, 0);
}

/** A plan for one side with nothing but its air force in it. */
export function airPlan(side: string, air: Partial<AirPlanData>): PlansData {
  const entry: AirPlanData = {
    from: '1939-12-15',
    troopLift: 10,
    supplyLift: 0,
    keepFuelKg: 0,
    interdiction: 5,
    targets: [],
    ...air,
  };
  return {
    formatVersion: 1,
    plans: [{ id: 'plan', side, name: 'plan', text: '', columns: [], air: [entry], source: ['test'] }],
  };
}
