/** What became of the last march of a group: how many of its orders stand, and how many can be taken back at one go. */
import { signal } from '@preact/signals';
import type { FormationMarch } from './formationMarch.ts';
import type { OrderMark } from './takingBack.ts';

export interface MarchedGroup {
  /** Position in the game of the first order of the march. */
  since: number;
  plan: FormationMarch;
}

/** The last march of a group that was ordered; null once its report is closed. */
export const marchedGroup = signal<MarchedGroup | null>(null);

export interface MarchReport {
  /** Units that marched, and those that did not get to where they were to end. */
  marched: number;
  short: number[];
  /** Orders to take back so that none of them stands; 0 when that is no longer possible. */
  undo: number;
}

/** `hexOf` tells where a unit stands now. Null when none of the orders stands any more. */
export function marchReport(
  { since, plan }: MarchedGroup,
  orders: readonly OrderMark[],
  hexOf: (unit: number) => number,
): MarchReport | null {
  const mine = orders.filter(({ at, entry: { action } }) => {
    if (at < since || action.type !== 'move') return false;
    return plan.legs.some((leg) => leg.unit === action.unit && leg.end === action.path[action.path.length - 1]);
  });
  const first = mine[0];
  if (!first) return null;
  const onlyMine = orders.every((order) => order.at < first.at || mine.includes(order));
  return {
    marched: mine.length,
    short: plan.legs.filter((leg) => hexOf(leg.unit) !== leg.end).map((leg) => leg.unit),
    undo: onlyMine ? first.undo : 0,
  };
}
