/** Rulebook 9.14: aviation fuel. Every sortie burns it, so that an air bridge is paid for with combat sorties. */
import type { Game } from '../game.ts';
import type { AircraftData, AirFormationData } from '../scenario.ts';
import type { GameState, ReadonlyState } from '../state.ts';
import { perTurn } from './supplyWays.ts';

interface Fuel {
  startKg: number;
  kgPerDay: number;
  mostKg: number;
}

/** 9.14: the fuel of a side; null for a side whose air force is not bound by it. */
export function fuelOf(game: Game, side: number): Fuel | null {
  const id = game.data.scenario.sides[side]?.id;
  return game.data.air.fuel?.find((entry) => entry.side === id) ?? null;
}

/** 9.14: kg that one sortie of a formation burns; 0 where its side has no account of fuel. */
export function fuelPerSortie(game: Game, formation: number): number {
  const { aircraft, side } = game.data.air.formations[formation] as AirFormationData;
  if (fuelOf(game, game.sideIndex.get(side) as number) === null) return 0;
  return (game.data.air.aircraft.find((kind) => kind.id === aircraft) as AircraftData).fuelKgPerSortie ?? 0;
}

/** 9.14: what is in store at the start of the game. */
export function fuelUp(game: Game, state: GameState): void {
  for (const side of [0, 1] as const) state.sides[side].aviationFuel = fuelOf(game, side)?.startKg ?? 0;
}

/** 9.14: adds fuel (or takes it away), as far as there is room. */
export function addAviationFuel(game: Game, state: GameState, side: number, kg: number): void {
  const fuel = fuelOf(game, side);
  if (!fuel) return;
  const books = state.sides[side] as GameState['sides'][0];
  books.aviationFuel = Math.max(0, Math.min(fuel.mostKg, books.aviationFuel + kg));
}

/** 9.14: what comes in each turn. */
export function receiveFuel(game: Game, state: GameState): void {
  for (let side = 0; side < 2; side++)
    addAviationFuel(game, state, side, perTurn(game, fuelOf(game, side)?.kgPerDay ?? 0));
}

/** 9.14: burns the fuel of so many sorties. */
export function burnFuel(game: Game, state: GameState, formation: number, sorties: number): void {
  const side = game.sideIndex.get((game.data.air.formations[formation] as AirFormationData).side) as 0 | 1;
  const kg = sorties * fuelPerSortie(game, formation);
  state.sides[side].aviationFuel -= kg;
  state.sides[side].aviationUsed += kg;
}

/** 9.14: sorties of a formation that its side has fuel for. */
export function sortiesFuelled(game: Game, state: ReadonlyState, formation: number): number {
  const each = fuelPerSortie(game, formation);
  const side = game.sideIndex.get((game.data.air.formations[formation] as AirFormationData).side) as 0 | 1;
  return each === 0 ? Number.MAX_SAFE_INTEGER : Math.floor(state.sides[side].aviationFuel / each);
}
