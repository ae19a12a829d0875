/** The air missions of a turn: patrols, looks, the air bridge and drops first, support with the assaults, the rest at the end. */
import { daysOfTurn, turnOfDate } from '../core/game.ts';
import { flyingWeather } from './airFuel.ts';
import { type AirStaff, fly, staffOf, wingsOf } from './airStaff.ts';
import { overAssault, overDefence } from './closeSupport.ts';
import type { Context, Order } from './context.ts';
import { interdict } from './interdiction.ts';
import { supplyDrops, supplyLift, troopLift } from './lift.ts';
import { reconnaissance } from './scouting.ts';

/** Share of the fighters' sorties that at most is kept for the fight in the air, and patrols for each enemy fighter. */
const FIGHTERS_UP = 0.6;
const PATROLS = 1.2;
/** Against so many enemy fighters for each of its own an air force keeps out of the sky but for assaults and drops. */
const OUTMATCHED = 10;

/** Before the troops move: fighters up, reconnaissance, drops to the surrounded, the air bridge. */
export function openingMissions(ctx: Context): Order[] {
  const staff = staffOf(ctx);
  return [
    ...patrols(ctx, staff),
    ...reconnaissance(ctx, staff),
    ...supplyDrops(ctx, staff),
    ...troopLift(ctx, staff),
    ...supplyLift(ctx, staff),
  ];
}

/** Close support of an assault about to be ordered. */
export function supportAssault(ctx: Context, hex: number): Order[] {
  return overAssault(ctx, staffOf(ctx), hex);
}

/** What is left: behind the enemy's front as the plan has it, over own troops under threat, then wherever it still counts. */
export function closingMissions(ctx: Context): Order[] {
  const staff = staffOf(ctx);
  if (isOutmatched(ctx)) return [];
  const raids = interdict(ctx, staff, staff.raids);
  for (const { action } of raids) if (action.type === 'air') staff.raids -= action.sorties;
  const covers = overDefence(ctx, staff);
  return [...raids, ...covers, ...interdict(ctx, staff, Math.max(0, staff.support) + Math.max(0, staff.raids))];
}

/** Fighters over the field, no more than the enemy's call for. */
function patrols(ctx: Context, staff: AirStaff): Order[] {
  const { plan, est } = ctx;
  const main = plan.tasks
    .filter((task) => task.groups.length > 0)
    .sort((a, b) => b.worth - a.worth || a.hex - b.hex)[0];
  const hex = main?.hex ?? est.own.map((unit) => ctx.view.units[unit]?.hex ?? -1)[0] ?? -1;
  let wanted = Math.ceil(PATROLS * fighters(ctx, 1 - est.side));
  const orders: Order[] = [];
  if (isOutmatched(ctx)) return orders;
  for (const wing of wingsOf(ctx, staff)) {
    if (hex < 0 || wanted <= 0 || wing.kind.role !== 'fighter') continue;
    const sorties = Math.min(wanted, Math.max(1, Math.floor(wing.sorties * FIGHTERS_UP)));
    const order = fly(ctx, staff, wing, { mission: 'superiority', hex, sorties, code: 'patrols' });
    if (!order) continue;
    wanted -= sorties;
    staff.support -= sorties;
    orders.push(order);
  }
  return orders;
}

function isOutmatched(ctx: Context): boolean {
  const { side } = ctx.est;
  return fighters(ctx, side) * OUTMATCHED < fighters(ctx, 1 - side);
}

/** Fighter sorties that a side can fly in a turn of this weather, by its order of battle. */
function fighters(ctx: Context, side: number): number {
  const { game, view } = ctx;
  const { aircraft, formations } = game.data.air;
  let sorties = 0;
  for (const formation of formations) {
    if (game.sideIndex.get(formation.side) !== side || !formation.missions.includes('superiority')) continue;
    if (turnOfDate(game.data, formation.arrival) > view.turn) continue;
    if (formation.withdraw !== undefined && turnOfDate(game.data, formation.withdraw) <= view.turn) continue;
    if (aircraft.find((kind) => kind.id === formation.aircraft)?.role !== 'fighter') continue;
    sorties += (formation.count * formation.serviceability * formation.sortiesPerDay) / 10_000;
  }
  return sorties * flyingWeather(ctx) * daysOfTurn(game);
}
