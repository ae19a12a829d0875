/** Rulebook 8.1: what a unit carries, and the books of its side: entered = carried + in depots + used + spoiled. */
import type { Game } from '../game.ts';
import type { GameState } from '../state.ts';

export type SupplyClass = 'food' | 'ammo' | 'fuel';

/** Uses up to `kg` of what a unit carries; returns what was really there. */
export function useStores(game: Game, state: GameState, index: number, kind: SupplyClass, kg: number): number {
  const unit = state.units[index] as GameState['units'][number];
  const side = state.sides[(game.units[index] as Game['units'][number]).side] as GameState['sides'][0];
  const used = Math.max(0, Math.min(unit[kind], kg));
  unit[kind] -= used;
  side.used += used;
  return used;
}

/** A unit that is destroyed loses what it carries. */
export function spoilStores(game: Game, state: GameState, index: number): void {
  const unit = state.units[index] as GameState['units'][number];
  const side = state.sides[(game.units[index] as Game['units'][number]).side] as GameState['sides'][0];
  side.spoiled += unit.food + unit.ammo + unit.fuel;
  unit.food = 0;
  unit.ammo = 0;
  unit.fuel = 0;
}

/** A unit brings its load with it. */
export function enterStores(
  game: Game,
  state: GameState,
  index: number,
  load: { food: number; ammo: number; fuel: number },
): void {
  const unit = state.units[index] as GameState['units'][number];
  const side = state.sides[(game.units[index] as Game['units'][number]).side] as GameState['sides'][0];
  unit.food += load.food;
  unit.ammo += load.ammo;
  unit.fuel += load.fuel;
  side.entered += load.food + load.ammo + load.fuel;
}
