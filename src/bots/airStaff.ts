/** The air staff of a turn: which wings can fly, how many sorties each purpose has, and the order for a mission. */
import { check } from '../core/check.ts';
import { distance } from '../core/game.ts';
import { isClouded } from '../core/rules/airStrike.ts';
import { weaponColumn, weatherColumn } from '../core/rules/strength.ts';
import type { AirMission } from '../core/scenario.ts';
import { type FuelShares, fuelShares, isTransport, ownWings, WHOLE, type Wing } from './airFuel.ts';
import { type AirOrders, airOrdersOf } from './airPlan.ts';
import type { Context, Order } from './context.ts';
import { infoOf, unitAt } from './estimate.ts';
import type { Plan } from './plan.ts';
import type { Reason, ReasonCode } from './reason.ts';

/** What a turn has been divided into; what has been ordered is taken off. */
export interface AirStaff extends FuelShares {
  orders: AirOrders;
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
  const orders = airOrdersOf(ctx.game, ctx.view, ctx.est.orders);
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

export interface Mission {
  mission: AirMission;
  hex: number;
  sorties: number;
  code: ReasonCode;
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
  const reason: Reason = {
    code: wanted.code,
    wing: wing.index,
    hexes: [hex],
    ...(unit === undefined ? {} : { units: [unit] }),
  };
  return { action: action as Order['action'], reason };
}

/** What a sortie over a hex is worth beside one over bare flat ground on a clear day. */
export function clarity(ctx: Context, hex: number): number {
  const { game, view } = ctx;
  const cloud = isClouded(game, view, hex) ? 0.5 : 1;
  return weaponColumn(game, hex)[2] * weatherColumn(view)[2] * cloud;
}

/** 9.7: how far an air-ground party sees. */
const PARTY_KM = 8;

/** What directs close support over a hex adds to it. */
export function guided(ctx: Context, hex: number): number {
  const { game, view, est } = ctx;
  const reach = Math.max(PARTY_KM, game.hexKm);
  for (const unit of est.own)
    if (infoOf(game, unit).data.airParty === true && distance(game, unitAt(view, unit).hex, hex) * game.hexKm <= reach)
      return game.rules.strength.airParty;
  return 1;
}
