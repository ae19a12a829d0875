/** Rulebook 8.1: what units need and can carry. */
import type { Game } from '../game.ts';
import type { GameState, ReadonlyState } from '../state.ts';

/** 8.1: kilograms a man a day: rations, and small-arms ammunition on a day of full combat. */
const FOOD_KG = 1;
const AMMO_KG = 0.4;
/** 8.1: what a unit carries unless its data says otherwise: days of food and of full combat, kilometres of fuel. */
const CARRIED_DAYS = 3;
const CARRIED_KM = 150;

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
  let food = men * FOOD_KG;
  let ammo = men * AMMO_KG;
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
    foodCap: foodDay * (carry?.foodDays ?? CARRIED_DAYS),
    ammoCap: ammoDay * (carry?.ammoDays ?? CARRIED_DAYS),
    fuelCap: Math.round((fuel * CARRIED_KM) / 100),
  };
}
