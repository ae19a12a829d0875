/** Rulebook 8.10: irregulars. */
import type { Game } from '../game.ts';
import { UNIT_KINDS } from '../scenario.ts';
import type { GameState } from '../state.ts';
import { needs } from './needs.ts';
import { enterStores, useStores } from './stores.ts';
import { perTurn } from './supplyWays.ts';

/** 8.10: share of a day of full combat that they find or make a day, in hundredths. An estimate. */
const AMMO_FOUND = 10;
const IRREGULAR = UNIT_KINDS.indexOf('irregular');

/** 8.10: irregulars live off the country and draw nothing from depots. */
export function forages(game: Game, unit: number): boolean {
  return (game.units[unit] as Game['units'][number]).kind === IRREGULAR;
}

/** 8.10: a turn of eating and of finding what was eaten. */
export function forage(game: Game, state: GameState, unit: number): void {
  const need = needs(game, state, unit);
  useStores(game, state, unit, 'food', perTurn(game, need.foodDay));
  const now = state.units[unit] as GameState['units'][number];
  const found = perTurn(game, (need.ammoDay * AMMO_FOUND) / 100);
  enterStores(game, state, unit, {
    food: Math.max(0, need.foodCap - now.food),
    ammo: Math.max(0, Math.min(found, need.ammoCap - now.ammo)),
    fuel: 0,
  });
}
