/** A mission that waits for its hex: who flies, how many sorties, and the orders that come of it. */
import type { AirAction } from '../../core/action.ts';
import { check } from '../../core/check.ts';
import type { AirMission } from '../../core/scenario.ts';
import type { Seen } from './seen.ts';

/** What one formation flies of a mission. */
export interface AirPart {
  formation: number;
  sorties: number;
}

export interface AirPlan extends AirPart {
  mission: AirMission;
  /** Formations that fly with the first, each its own order. */
  others?: readonly AirPart[];
  /** The form it was made in. */
  form?: string;
  /** Goes on waiting for hexes after this one (Shift). */
  more?: boolean;
}

/** Everyone who flies in a planned mission. */
export function airParts({ formation, sorties, others }: AirPlan): AirPart[] {
  return [{ formation, sorties }, ...(others ?? [])];
}

/** A mission waits for its hex while one of its formations has sorties left. */
export function airLeft(seen: Seen, air: AirPlan | null): AirPlan | null {
  if (!air || !seen.mayOrder) return null;
  const { others: _, ...plan } = air;
  const [first, ...others] = airParts(air)
    .map(({ formation, sorties }): AirPart => {
      const left = seen.view.air[formation]?.sorties ?? 0;
      return { formation, sorties: Math.min(sorties, left) };
    })
    .filter((part) => part.sorties > 0);
  if (!first) return null;
  return others.length > 0 ? { ...plan, ...first, others } : { ...plan, ...first };
}

export function orderTo({ mission }: AirPlan, { formation, sorties }: AirPart, hex: number): AirAction {
  return { type: 'air', formation, mission, sorties, hex };
}

/** The orders to a hex that the rules allow now, one for each formation that can fly there. */
export function ordersTo(seen: Seen, air: AirPlan, hex: number): AirAction[] {
  return airParts(air)
    .map((part) => orderTo(air, part, hex))
    .filter((order) => check(seen.game, seen.view, order) === null);
}
