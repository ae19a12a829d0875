/** Aviation fuel: what the air bridge, combat and the lift of supplies may burn in a turn. */
import { daysOfTurn } from '../core/game.ts';
import { waitingForLift } from '../core/rules/airlift.ts';
import { fuelOf, fuelPerSortie } from '../core/rules/aviationFuel.ts';
import { perTurn } from '../core/rules/supplyWays.ts';
import { type AircraftData, type AirFormationData, type AirMission, WEATHERS, type Weather } from '../core/scenario.ts';
import type { AirOrders } from './airPlan.ts';
import type { Context } from './context.ts';

export interface Wing {
  index: number;
  name: string;
  kind: AircraftData;
  missions: readonly AirMission[];
  /** Sorties of its aircraft at the start of the phase, and those still to be ordered. */
  all: number;
  sorties: number;
  /** Fuel of one, kg. */
  kg: number;
}

/** Fuel in kg for troops to be flown in, for combat and drops, and for supplies to be flown in. */
export interface FuelShares {
  liftKg: number;
  combatKg: number;
  supplyKg: number;
}

/** Of the sorties of a clear turn, what the average turn has. */
const AVERAGE = 0.6;
/** Turns over which what is in store is spread when nobody waits for the air bridge. */
const SPREAD = 2;

/**
 * Divides the fuel in hand. The air bridge comes first, but for what the plan keeps for combat; combat gets an even share
 * of what the bridge will leave until everybody has been landed; supplies are flown with what neither will want.
 */
export function fuelShares(ctx: Context, orders: AirOrders): FuelShares {
  const { game, view, est } = ctx;
  const fuel = fuelOf(game, est.side);
  if (!fuel) return { liftKg: Infinity, combatKg: Infinity, supplyKg: Infinity };
  const have = view.sides[est.side].aviationFuel;
  const income = perTurn(game, fuel.kgPerDay);
  const bridge = bridgeOf(ctx, orders);
  const liftKg = Math.max(0, Math.min(bridge.todayKg, have - orders.keepFuelKg));
  const left = have - liftKg;
  const later = Math.max(0, bridge.wholeKg - liftKg);
  const turns = later > 0 ? bridge.turns : SPREAD;
  const even = (left + turns * income - later) / (turns + 1);
  const spilled = left + income - fuel.mostKg;
  // A clear turn takes more than its even share, a rainy one less.
  const today = (even * flyingWeather(ctx)) / AVERAGE;
  const combatKg = Math.max(0, Math.min(left, Math.max(today, spilled)));
  const wanted = Math.max(0, later + turns * (combatNeed(ctx) - income));
  const supplyKg = Math.max(0, left - combatKg - wanted, spilled - Math.min(combatKg, combatNeed(ctx)));
  return { liftKg, combatKg, supplyKg };
}

/** 9.2: share of a clear day's sorties in each weather. */
const FLYING: Record<Weather, number> = { clear: 1, overcast: 0.7, fog: 0.5, lightRain: 0.4, heavyRain: 0.1 };

export function flyingWeather(ctx: Context): number {
  return FLYING[WEATHERS[ctx.view.weather] as Weather];
}

/** Fuel that the combat wings and those who look for them burn in an average turn, kg. */
function combatNeed(ctx: Context): number {
  let kg = 0;
  for (const wing of ownWings(ctx)) if (!isTransport(wing)) kg += clearSorties(ctx, wing) * AVERAGE * wing.kg;
  return kg;
}

/** Sorties that a wing at full strength flies in a turn of clear days. */
function clearSorties(ctx: Context, wing: Wing): number {
  const data = ctx.game.data.air.formations[wing.index] as AirFormationData;
  return (data.count * data.serviceability * data.sortiesPerDay * daysOfTurn(ctx.game)) / 10_000;
}

/** The air bridge for those who wait, or will: its fuel today and in all, and the turns until the last man is in. */
function bridgeOf(ctx: Context, orders: AirOrders): { todayKg: number; wholeKg: number; turns: number } {
  const { game, view, est } = ctx;
  const waiting = waitingForLift(game, view, est.side).sort((a, b) => a.readyTurn - b.readyTurn || a.unit - b.unit);
  const none = { todayKg: 0, wholeKg: 0, turns: 0 };
  if (waiting.length === 0) return none;
  let ready = 0;
  for (const one of waiting) if (one.readyTurn <= view.turn) ready += one.men - one.flown;
  let todayKg = 0;
  let clearMen = 0;
  let clearKg = 0;
  for (const wing of ownWings(ctx)) {
    const { menPerSortie = 0 } = wing.kind;
    if (!wing.missions.includes('troopLift') || menPerSortie === 0) continue;
    const sorties = Math.min(shareOf(wing.sorties, orders.troopLift), Math.ceil(ready / menPerSortie));
    ready = Math.max(0, ready - sorties * menPerSortie);
    todayKg += sorties * wing.kg;
    const clear = (clearSorties(ctx, wing) * (orders.troopLift || WHOLE)) / WHOLE;
    clearMen += clear * menPerSortie;
    clearKg += clear * wing.kg;
  }
  if (clearMen <= 0) return none;
  let men = 0;
  let done = view.turn;
  for (const one of waiting) {
    men += one.men - one.flown;
    done = Math.max(done, one.readyTurn) + (one.men - one.flown) / (clearMen * AVERAGE);
  }
  return { todayKg, wholeKg: (men / clearMen) * clearKg, turns: Math.ceil(done - view.turn) };
}

/** Tenths in a whole. A plan that has no troop lift yet will have all of it when they are ready. */
export const WHOLE = 10;

/** So many tenths of some sorties. */
export function shareOf(sorties: number, tenths: number): number {
  return Math.floor((sorties * tenths) / WHOLE);
}

/** The wings of the side with sorties left, in the order of the scenario, whatever their fuel. */
export function ownWings(ctx: Context): Wing[] {
  const { game, view, est } = ctx;
  const found: Wing[] = [];
  game.data.air.formations.forEach((formation, index) => {
    const sorties = view.air[index]?.sorties ?? 0;
    if (game.sideIndex.get(formation.side) !== est.side || sorties <= 0) return;
    const kind = game.data.air.aircraft.find((entry) => entry.id === formation.aircraft);
    if (!kind) return;
    const { name, missions } = formation;
    found.push({ index, name, kind, missions, all: sorties, sorties, kg: fuelPerSortie(game, index) });
  });
  return found;
}

export function isTransport(wing: Wing): boolean {
  return wing.kind.role === 'transport';
}
