/** The air bridge: troops first, all of one unit before the next; supplies with what is left; drops to the surrounded. */
import { daysOfTurn } from '../core/game.ts';
import { airfieldsOf } from '../core/rules/airfields.ts';
import { waitingForLift } from '../core/rules/airlift.ts';
import { needs } from '../core/rules/needs.ts';
import { AIRFIELD_WORKING, SUPPLY_LEAK } from '../core/state.ts';
import { isTransport, shareOf, type Wing } from './airFuel.ts';
import { type AirStaff, fly, wingsOf } from './airStaff.ts';
import { type Context, foesAround, type Order } from './context.ts';
import { infoOf, unitAt } from './estimate.ts';

/** Flies in those who are ready, in the order in which they became so, with the tenths that the plan gives. */
export function troopLift(ctx: Context, staff: AirStaff): Order[] {
  const { game, view, est } = ctx;
  const orders: Order[] = [];
  const waiting = waitingForLift(game, view, est.side)
    .filter((one) => one.readyTurn <= view.turn)
    .sort((a, b) => a.readyTurn - b.readyTurn || a.unit - b.unit);
  const carriers = wingsOf(ctx, staff)
    .filter(isTransport)
    .map((wing) => ({ wing, left: Math.min(wing.sorties, shareOf(wing.all, staff.orders.troopLift)) }));
  for (const { unit, men, flown } of waiting) {
    const hex = infoOf(game, unit).arrivalHex;
    let left = men - flown;
    for (const carrier of carriers) {
      const { wing } = carrier;
      const seats = wing.kind.menPerSortie ?? 0;
      if (seats === 0 || left <= 0) continue;
      const fuelled = wing.kg > 0 ? Math.floor(staff.liftKg / wing.kg) : carrier.left;
      const sorties = Math.min(carrier.left, fuelled, Math.ceil(left / seats));
      const order = fly(ctx, staff, wing, { mission: 'troopLift', hex, sorties, code: 'fliesIn', unit });
      if (!order) continue;
      carrier.left -= sorties;
      left -= sorties * seats;
      orders.push(order);
    }
    // The next unit waits until this one is in, unless the last seats of the day would stay empty.
    if (left > 0) break;
  }
  return orders;
}

/** Brings supplies to the airfield whose depot feeds most others, with the tenths that the plan gives. */
export function supplyLift(ctx: Context, staff: AirStaff): Order[] {
  const hex = hubOf(ctx);
  if (hex < 0 || staff.supplyKg <= 0) return [];
  const orders: Order[] = [];
  for (const wing of wingsOf(ctx, staff).filter(isTransport)) {
    let sorties = Math.min(wing.sorties, shareOf(wing.all, staff.orders.supplyLift));
    if (wing.kg > 0) sorties = Math.min(sorties, Math.floor(staff.supplyKg / wing.kg));
    const order = fly(ctx, staff, wing, { mission: 'supplyLift', hex, sorties, code: 'bringsSupplies' });
    if (order) orders.push(order);
  }
  return orders;
}

/** The airfield to which supplies are flown: of those that work, the one whose depot feeds most others; -1 for none. */
function hubOf(ctx: Context): number {
  const { game, view, est } = ctx;
  const { supplySources } = game.data.scenario;
  let hub = -1;
  let most = -1;
  for (const { hex, side, status } of airfieldsOf(game, view, est.side)) {
    if (side !== est.side || status !== AIRFIELD_WORKING) continue;
    const depot = game.depots.findIndex((entry) => entry.hex === hex && entry.side === est.side);
    if (depot < 0) continue;
    let fed = 0;
    for (const { from } of supplySources)
      if (from && from.source === supplySources[depot]?.id) fed += from.foodKgPerDay + from.ammoKgPerDay;
    if (fed <= most) continue;
    most = fed;
    hub = hex;
  }
  return hub;
}

/** Pockets that are supplied from the air at a time, and the share of a bomber's sorties that goes into it. */
const POCKETS = 2;
const BOMBERS = 0.5;
/** Transports that fly drops while others wait for the air bridge, and when nobody does. */
const TRANSPORTS = 0.15;

/** Drops to own troops without a line of supply, as much as they lack. */
export function supplyDrops(ctx: Context, staff: AirStaff): Order[] {
  const orders: Order[] = [];
  const pockets = pocketsOf(ctx).slice(0, POCKETS);
  if (pockets.length === 0) return orders;
  const bridged = waitingForLift(ctx.game, ctx.view, ctx.est.side).length > 0;
  const drop = (wing: Wing, share: number): void => {
    if (wing.kind.payloadKg <= 0) return;
    const each = (wing.sorties * share) / pockets.length;
    for (const pocket of pockets) {
      const sorties = Math.min(Math.max(1, Math.floor(each)), Math.ceil(pocket.kg / wing.kind.payloadKg));
      if (each < 1 && orders.length > 0) continue;
      if (wing.kg > 0 && sorties * wing.kg > staff.combatKg) continue;
      const order = fly(ctx, staff, wing, {
        mission: 'supplyDrop',
        hex: pocket.hex,
        sorties,
        code: 'dropsSupplies',
      });
      if (!order) continue;
      pocket.kg -= sorties * wing.kind.payloadKg;
      orders.push(order);
    }
  };
  const wings = wingsOf(ctx, staff);
  for (const wing of wings) if (isTransport(wing)) drop(wing, bridged ? TRANSPORTS : 1);
  // Bombers drop only where there is nobody whose trade it is.
  if (!wings.some(isTransport)) for (const wing of wings) drop(wing, BOMBERS);
  return orders;
}

/** Hexes of own troops cut off, with what they lack in kg: those in contact and with most men first. */
function pocketsOf(ctx: Context): { hex: number; kg: number }[] {
  const { game, view, est } = ctx;
  const pockets = new Map<number, { hex: number; kg: number; weight: number }>();
  for (const unit of est.own) {
    const now = unitAt(view, unit);
    if (now.supply > SUPPLY_LEAK || now.daysCut < daysOfTurn(game)) continue;
    const need = needs(game, view, unit);
    const pocket = pockets.get(now.hex) ?? { hex: now.hex, kg: 0, weight: 0 };
    pocket.kg += Math.max(0, need.foodCap - now.food) + Math.max(0, need.ammoCap - now.ammo);
    pocket.weight += now.men * (foesAround(ctx, now.hex) > 0 ? 2 : 1);
    pockets.set(now.hex, pocket);
  }
  return [...pockets.values()].filter((one) => one.kg > 0).sort((a, b) => b.weight - a.weight || a.hex - b.hex);
}
