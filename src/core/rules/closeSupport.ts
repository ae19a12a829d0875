/** Rulebook 9.7: close support in a fight. */
import { daysOfTurn, distance, type Game } from '../game.ts';
import type { GameState, ReadonlyState } from '../state.ts';
import { PLOT_SUPPORT } from './airCombat.ts';
import { weaponColumn, weatherColumn } from './strength.ts';

/** 9.7: how far an air-ground party sees, km. An estimate. */
const AIR_PARTY_KM = 8;

/** 9.7: is an air-ground party of the side in or near the hex? */
function partyAt(game: Game, state: ReadonlyState, hex: number, side: number): boolean {
  return (game.bySide[side] as number[]).some((unit) => {
    const now = state.units[unit] as GameState['units'][number];
    if (now.hex < 0 || (game.units[unit] as Game['units'][number]).data.airParty !== true) return false;
    return distance(game, now.hex, hex) * game.hexKm <= Math.max(AIR_PARTY_KM, game.hexKm);
  });
}

/** 9.7: close support of a side over a hex, men-equivalents: sorties a day by their worth, terrain, weather and the party. */
export function closeSupport(game: Game, state: ReadonlyState, hex: number, side: number): number {
  const worth = game.rules.strength;
  let value = 0;
  for (const plot of state.plots)
    if (plot.kind === PLOT_SUPPORT && plot.side === side && plot.hex === hex) value += plot.value;
  const party = partyAt(game, state, hex, side) ? worth.airParty : 1;
  return ((value * worth.aircraft) / daysOfTurn(game)) * party * weaponColumn(game, hex)[2] * weatherColumn(state)[2];
}

/** QJM cap: air power beyond the force's own ground strength counts half, and never more than three times that. */
export function cappedAir(air: number, ground: number): number {
  return air <= ground ? air : Math.min(3 * ground, ground + (air - ground) / 2);
}
