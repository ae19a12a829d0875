/** The air staff of a turn: which wings can fly, how much fuel each purpose may burn, and the order for a mission. */
import { check } from '../core/check.ts';
import { daysOfTurn, distance } from '../core/game.ts';
import { waitingForLift } from '../core/rules/airlift.ts';
import { fuelOf, fuelPerSortie } from '../core/rules/aviationFuel.ts';
import { weaponColumn, weatherColumn } from '../core/rules/strength.ts';
import { perTurn } from '../core/rules/supplyWays.ts';
import { type AircraftData, type AirFormationData, type AirMission, WEATHERS, type Weather } from '../core/scenario.ts';
import { type AirOrders, airOrdersOf } from './airPlan.ts';
import { type Context, hexName, type Order } from './context.ts';
import { infoOf, unitAt } from './estimate.ts';
import type { Plan } from './plan.ts';

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

/** What a turn has been divided into; what has been ordered is taken off. */
export interface AirStaff {
  orders: AirOrders;
  /** Fuel, kg, for troops to be flown in, for combat and drops, and for supplies to be flown in. */
  liftKg: number;
  combatKg: number;
  supplyKg: number;
  /** Sorties against roads, bridges and columns, and in support of troops. */
  raids: number;
  support: number;
  /** Sorties ordered over a hex to attack it, by mission and hex, so that not all go to one place. */
  flown: Map<string, number>;
}

const staffs = new WeakMap<Plan, AirStaff>();

/** The staff of the turn that a plan is for. Set up at the first call in the turn. */
export function staffOf(ctx: Context): AirStaff {
  const kept = staffs.get(ctx.plan);
  if (kept) return kept;
  const orders = airOrdersOf(ctx.game, ctx.view);
  const staff: AirStaff = { orders, ...fuelShares(ctx, orders), raids: 0, support: 0, flown: new Map() };
  let sorties = 0;
  for (const wing of wingsOf(ctx, staff)) if (isCombat(wing)) sorties += wing.sorties;
  staff.raids = Math.round((sorties * orders.interdiction) / 10);
  staff.support = sorties - staff.raids;
  staffs.set(ctx.plan, staff);
  return staff;
}

export function isCombat(wing: Wing): boolean {
  return wing.kind.role === 'fighter' || wing.kind.role === 'bomber';
}

/** A look counts as much as this support, in men-equivalents. */
const LOOK_WORTH = 400;
/** Of the sorties of a clear turn, what the average turn has. */
const AVERAGE = 0.6;
/** Turns over which what is in store is spread when nobody waits for the air bridge. */
const SPREAD = 2;

/**
 * Divides the fuel in hand. The air bridge comes first, but for what the plan keeps for combat; combat gets an even share
 * of what the bridge will leave until everybody has been landed; supplies are flown with what neither will want.
 */
function fuelShares(ctx: Context, orders: AirOrders): { liftKg: number; combatKg: number; supplyKg: number } {
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
const WHOLE = 10;

/** So many tenths of some sorties. */
export function shareOf(sorties: number, tenths: number): number {
  return Math.floor((sorties * tenths) / WHOLE);
}

/** The wings of the side with sorties left, in the order of the scenario, whatever their fuel. */
function ownWings(ctx: Context): Wing[] {
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

/** Worth of a wing's sorties for the fuel that they burn: who flies when there is not enough for all. */
function thrift(wing: Wing): number {
  if (wing.kg === 0) return Infinity;
  return (wing.kind.role === 'recon' ? LOOK_WORTH : wing.kind.supportValue) / wing.kg;
}

const phases = new WeakMap<Context, Wing[]>();

/**
 * The wings of the side in this phase, in the order of the scenario; orders take their sorties off. Fuel for combat goes
 * in the plan's tenths to the bombers, for targets behind the front, and to the others; of each the thriftiest are given
 * theirs first. That of transports is counted by what they carry.
 */
export function wingsOf(ctx: Context, staff: AirStaff): Wing[] {
  const kept = phases.get(ctx);
  if (kept) return kept;
  const wings = ownWings(ctx);
  if (staff.combatKg !== Number.POSITIVE_INFINITY) {
    const inTurn = wings
      .filter((wing) => !isTransport(wing))
      .sort((a, b) => thrift(b) - thrift(a) || a.index - b.index);
    for (const wing of inTurn) wing.sorties = 0;
    const bombers = inTurn.filter((wing) => wing.kind.role === 'bomber');
    const others = inTurn.filter((wing) => wing.kind.role !== 'bomber');
    const behind = (staff.combatKg * staff.orders.interdiction) / WHOLE;
    const left = staff.combatKg - behind + fuelUp(bombers, behind);
    fuelUp(bombers, fuelUp(others, left));
  }
  phases.set(ctx, wings);
  return wings;
}

/** Fuels sorties in this order as long as there is fuel; returns what is left of it. */
function fuelUp(wings: readonly Wing[], kg: number): number {
  let left = kg;
  for (const wing of wings) {
    const more = Math.min(wing.all - wing.sorties, wing.kg > 0 ? Math.floor(left / wing.kg) : wing.all);
    wing.sorties += more;
    left -= more * wing.kg;
  }
  return left;
}

export function isTransport(wing: Wing): boolean {
  return wing.kind.role === 'transport';
}

export interface Mission {
  mission: AirMission;
  hex: number;
  sorties: number;
  reason: string;
  /** Who is flown in. */
  unit?: number;
}

/** The order for a mission, booked with its wing; null when the rules refuse it. */
export function fly(ctx: Context, staff: AirStaff, wing: Wing, wanted: Mission): Order | null {
  const { mission, hex, unit } = wanted;
  const sorties = Math.min(wing.sorties, Math.floor(wanted.sorties));
  if (sorties <= 0 || !wing.missions.includes(mission)) return null;
  const action = { type: 'air', formation: wing.index, mission, hex, sorties, ...(unit === undefined ? {} : { unit }) };
  if (check(ctx.game, ctx.view, action as Order['action']) !== null) return null;
  wing.sorties -= sorties;
  const kg = sorties * wing.kg;
  if (mission === 'troopLift') staff.liftKg -= kg;
  else if (mission === 'supplyLift') staff.supplyKg -= kg;
  else staff.combatKg -= kg;
  const key = `${mission}/${hex}`;
  staff.flown.set(key, (staff.flown.get(key) ?? 0) + sorties);
  return { action: action as Order['action'], reason: `${wing.name}: ${wanted.reason} ${hexName(ctx.game, hex)}` };
}

/** 9.12: over ground as high as this, in metres, half of the sorties miss their target unless the day is clear. */
const CLOUD_BASE_M = 600;

/** What a sortie over a hex is worth beside one over bare flat ground on a clear day. */
export function clarity(ctx: Context, hex: number): number {
  const { game, view } = ctx;
  const cloud = WEATHERS[view.weather] !== 'clear' && (game.crest[hex] as number) >= CLOUD_BASE_M ? 0.5 : 1;
  return weaponColumn(game, hex)[2] * weatherColumn(view)[2] * cloud;
}

/** 9.7: what an air-ground party adds, and how far it sees. */
const PARTY = 1.4;
const PARTY_KM = 8;

/** What directs close support over a hex adds to it. */
export function guided(ctx: Context, hex: number): number {
  const { game, view, est } = ctx;
  const reach = Math.max(PARTY_KM, game.hexKm);
  for (const unit of est.own)
    if (infoOf(game, unit).data.airParty === true && distance(game, unitAt(view, unit).hex, hex) * game.hexKm <= reach)
      return PARTY;
  return 1;
}
