/** What the command wants of its air force: the entry of the operational plan in force, or what any staff would do. */
import { type Game, turnOfDate } from '../core/game.ts';
import { fuelOf } from '../core/rules/aviationFuel.ts';
import { isMet } from '../core/rules/conditions.ts';
import { perTurn } from '../core/rules/supplyWays.ts';
import type { View } from '../core/state.ts';
import type { Orders } from './columns/orders.ts';

export interface AirOrders {
  /** Tenths of the transports that carry troops while any wait, and that carry supplies. */
  troopLift: number;
  supplyLift: number;
  /** Aviation fuel that the air bridge leaves alone, kg. */
  keepFuelKg: number;
  /** Tenths of the combat sorties against columns, roads and bridges. */
  interdiction: number;
  /** Hexes of the places on the roads to be cut, the weightiest first. */
  targets: number[];
}

/** Without a plan: the troops first, half of the fuel for combat, three sorties in ten behind the enemy's lines. */
const USUAL = { troopLift: 10, supplyLift: 5, interdiction: 3 };

/** The last entry of the side's plan whose date has come and whose condition is met, as the side knows it. */
export function airOrdersOf(game: Game, view: View, orders: Orders | null): AirOrders {
  const entries = orders?.data.air ?? [];
  for (let i = entries.length - 1; i >= 0; i--) {
    const entry = entries[i] as (typeof entries)[number];
    if (turnOfDate(game.data, entry.from) > view.turn || !isMet(game, view, entry.when, view.viewer)) continue;
    const { troopLift, supplyLift, keepFuelKg, interdiction } = entry;
    const targets = entry.targets.map((place) => game.places[game.placeIndex.get(place) ?? -1]?.hex ?? -1);
    return { troopLift, supplyLift, keepFuelKg, interdiction, targets };
  }
  const keepFuelKg = perTurn(game, fuelOf(game, view.viewer)?.kgPerDay ?? 0) / 2;
  return { ...USUAL, keepFuelKg, targets: [] };
}
