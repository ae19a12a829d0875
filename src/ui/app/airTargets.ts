/** Hexes worth marking while a mission waits for its hex: those with a crossing that bombers can reach. */
import { type AirPlan, ordersTo } from './airPlan.ts';
import type { Seen } from './seen.ts';

/** The last answer: the pointer asks again at each move, and nothing but orders changes it. */
let known: { seen: Seen; key: string; hexes: number[] } | null = null;

/** null for missions that may go anywhere. */
export function airTargets(seen: Seen, air: AirPlan | null): number[] | null {
  if (air?.mission !== 'bridges') return null;
  const key = JSON.stringify([air.formation, air.others]);
  if (known?.seen === seen && known.key === key) return known.hexes;
  const { game } = seen;
  const hexes: number[] = [];
  for (let hex = 0; hex < game.size; hex++) {
    let crossing = false;
    for (let d = 0; d < 6; d++) crossing ||= (game.crossing[hex * 6 + d] as number) > 0;
    if (crossing && ordersTo(seen, { ...air, sorties: 1 }, hex).length > 0) hexes.push(hex);
  }
  known = { seen, key, hexes };
  return hexes;
}
