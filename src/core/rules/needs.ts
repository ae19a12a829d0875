/** Rulebook 8.1: what units need and can carry. */
import type { Game } from '../game.ts';
import type { GameState, ReadonlyState } from '../state.ts';

export interface Needs {
  /** kg a day; ammunition on a day of full combat. */
  foodDay: number;
  ammoDay: number;
  /** kg that the unit carries when it has all it may have. */
  foodCap: number;
  ammoCap: number;
  fuelCap: number;
}

/** 8.1: what a unit needs and can carry, by the men and pieces it has now. */
export function needs(game: Game, state: ReadonlyState, unit: number): Needs {
  const now = state.units[unit] as GameState['units'][number];
  const { eq, men } = now;
  const { ammoKg, carriedDays, carriedKm, foodKg } = game.rules.supply;
  let food = men * foodKg;
  let ammo = men * ammoKg;
  let fuel = 0;
  for (let i = 0; i < eq.length; i++) {
    const count = eq[i] as number;
    if (count === 0) continue;
    const kind = game.equipment[i] as Game['equipment'][number];
    food += count * kind.foodKgPerDay;
    ammo += count * kind.ammoKgPerDay;
    fuel += count * kind.fuelKgPer100Km;
  }
  const foodDay = Math.round(food);
  const ammoDay = Math.round(ammo);
  const { carry } = (game.units[unit] as Game['units'][number]).data;
  return {
    foodDay,
    ammoDay,
    foodCap: foodDay * (carry?.foodDays ?? carriedDays),
    ammoCap: ammoDay * (carry?.ammoDays ?? carriedDays),
    fuelCap: Math.round((fuel * carriedKm) / 100),
  };
}
