/** Decisions of the command: as the operational plan says, or where there is none, what brings more than it costs. */
import type { Game } from '../core/game.ts';
import { membersOf } from '../core/members.ts';
import { isMet } from '../core/rules/conditions.ts';
import { decisionsOf } from '../core/rules/decisions.ts';
import type { DecisionData, EventEffect } from '../core/scenario.ts';
import type { View } from '../core/state.ts';
import { ordersOf } from './columns/orders.ts';
import type { Order } from './context.ts';

/** Worth in points, loosely: men who come into play for a whole game, supplies, petrol, men replaced, cohesion. */
const MEN_A_POINT = 900;
const KG_A_POINT = 60_000;
const FUEL_A_POINT = 80_000;
const COHESION_A_POINT = 400;
/** A decision is taken when its worth is this many times its cost. */
const MARGIN = 1.5;

/** The decisions to take now, by the plan carried out: the historical one unless another is named. */
export function decisions(game: Game, view: View, plan?: string): Order[] {
  const side = view.viewer;
  const open = decisionsOf(game, view, side).filter((offer) => offer.refusal === null);
  if (open.length === 0) return [];
  const orders = ordersOf(game, side, plan);
  const taken: Order[] = [];
  for (const { decision } of open) {
    const data = game.data.scenario.decisions?.[decision] as DecisionData;
    const action = { type: 'decide', decision } as const;
    if (orders) {
      const wanted = orders.data.decisions?.find((entry) => entry.decision === data.id);
      if (wanted && isMet(game, view, wanted.when, side))
        taken.push({ action, reason: { code: 'decidesByPlan', decision: data.id, plan: orders.data.id } });
    } else {
      const worth = worthOf(game, view, data);
      if (worth <= data.cost * MARGIN) continue;
      const figures = { worth: Math.round(worth), cost: data.cost };
      taken.push({ action, reason: { code: 'decidesByWorth', decision: data.id, figures } });
    }
  }
  return taken;
}

function worthOf(game: Game, view: View, data: DecisionData): number {
  const left = Math.max(0, game.turns - view.turn) / game.turns;
  return data.effects.reduce((sum, effect) => sum + effectWorth(game, view, effect, left), 0);
}

/** What an effect brings, in points, with this share of the game left. What changes the aims of the war it never wants. */
function effectWorth(game: Game, view: View, effect: EventEffect, left: number): number {
  const menOf = (id: string): number =>
    membersOf(game.data, id).reduce((sum, unit) => sum + (game.units[unit]?.data.men ?? 0), 0);
  const own = game.data.scenario.sides[view.viewer]?.id;
  switch (effect.type) {
    case 'arrive':
    case 'release':
      return (menOf(effect.unit) / MEN_A_POINT) * left;
    case 'withdraw':
      return (-menOf(effect.unit) / MEN_A_POINT) * left;
    case 'replacements':
      return (effect.men / MEN_A_POINT) * left;
    case 'cohesion':
      return (menOf(effect.unit) / MEN_A_POINT) * (effect.change / COHESION_A_POINT);
    case 'points':
      return effect.side === own ? effect.points : -effect.points;
    case 'stock':
      return (effect.foodKg + effect.ammoKg + effect.fuelKg) / KG_A_POINT;
    case 'aviationFuel':
      return (effect.kg / FUEL_A_POINT) * left;
    case 'doctrine':
      return -1000;
    default:
      return 0;
  }
}
