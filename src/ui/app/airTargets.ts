/** Hexes worth marking while a mission waits for its hex: those with a crossing that bombers can reach. */
import { check } from '../../core/check.ts';
import type { AirPlan } from './model.ts';
import type { Seen } from './seen.ts';

/** null for missions that may go anywhere. */
export function airTargets(seen: Seen, air: AirPlan | null): number[] | null {
  if (air?.mission !== 'bridges') return null;
  const { game, view } = seen;
  const found: number[] = [];
  for (let hex = 0; hex < game.size; hex++) {
    let crossing = false;
    for (let d = 0; d < 6; d++) crossing ||= (game.crossing[hex * 6 + d] as number) > 0;
    if (crossing && !check(game, view, { type: 'air', ...air, sorties: 1, hex })) found.push(hex);
  }
  return found;
}
