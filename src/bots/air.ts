/** Air missions: the view from above and drops first, close support with the assaults, what is left in defence. */
import { check } from '../core/check.ts';
import { distance } from '../core/game.ts';
import type { AirMission, AirRole } from '../core/scenario.ts';
import { SUPPLY_LEAK } from '../core/state.ts';
import { worthOfHex } from './assault.ts';
import { type Context, foesAround, hexName, type Order } from './context.ts';
import { unitAt } from './estimate.ts';

interface Wing {
  index: number;
  sorties: number;
  role: AirRole;
  missions: readonly AirMission[];
  name: string;
}

/** Share of the fighters' sorties kept for the fight in the air. */
const FIGHTERS_UP = 0.6;
/** Share of the bombers' sorties that may go into drops, and into one assault. */
const DROPS = 0.5;
const ONE_ASSAULT = 0.6;

function wings(ctx: Context): Wing[] {
  const { game, view, est } = ctx;
  const found: Wing[] = [];
  game.data.air.formations.forEach((formation, index) => {
    const sorties = view.air[index]?.sorties ?? 0;
    if (game.sideIndex.get(formation.side) !== est.side || sorties <= 0) return;
    const role = game.data.air.aircraft.find((entry) => entry.id === formation.aircraft)?.role ?? 'bomber';
    found.push({ index, sorties, role, missions: formation.missions, name: formation.name });
  });
  return found;
}

function fly(
  ctx: Context,
  wing: Wing,
  mission: AirMission,
  hex: number,
  sorties: number,
  reason: string,
): Order | null {
  const count = Math.max(1, Math.min(wing.sorties, Math.floor(sorties)));
  if (!wing.missions.includes(mission) || wing.sorties <= 0) return null;
  const action = { type: 'air', formation: wing.index, mission, hex, sorties: count } as const;
  if (check(ctx.game, ctx.view, action) !== null) return null;
  wing.sorties -= count;
  return { action, reason: `${wing.name}: ${reason} ${hexName(ctx.game, hex)}` };
}

/** Own hexes cut off from supply and short of it, those in contact and with most men first. */
function hungry(ctx: Context): number[] {
  const men = new Map<number, number>();
  for (const unit of ctx.est.own) {
    const now = unitAt(ctx.view, unit);
    if (now.supply > SUPPLY_LEAK || now.daysCut < 1) continue;
    const fighting = foesAround(ctx, now.hex) > 0 ? 2 : 1;
    men.set(now.hex, (men.get(now.hex) ?? 0) + now.men * fighting);
  }
  return [...men.entries()].sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(([hex]) => hex);
}

/** Before the troops move: reconnaissance of what is to be attacked, fighters up, drops to the surrounded. */
export function openingMissions(ctx: Context): Order[] {
  const { plan, est } = ctx;
  const orders: Order[] = [];
  const give = (order: Order | null): void => {
    if (order) orders.push(order);
  };
  const main = plan.tasks
    .filter((task) => task.groups.length > 0)
    .sort((a, b) => b.worth - a.worth || a.hex - b.hex)[0];
  const pockets = hungry(ctx);
  const unknown = plan.tasks
    .filter((task) => task.kind === 'attack' || task.kind === 'reopen' || task.kind === 'cut')
    .filter((task) => task.groups.length > 0 && !est.foes.some((foe) => foe.seen && foe.hex === task.hex))
    .sort((a, b) => b.worth - a.worth || a.hex - b.hex);
  let scouted = 0;
  for (const wing of wings(ctx)) {
    const target = unknown[scouted];
    if (target && (wing.role === 'recon' || (wing.role === 'bomber' && scouted === 0 && plan.attacks))) {
      const order = fly(ctx, wing, 'reconnaissance', target.hex, 2, 'looks at');
      if (order) scouted++;
      give(order);
    }
    if (wing.role === 'fighter' && main)
      give(fly(ctx, wing, 'superiority', main.hex, wing.sorties * FIGHTERS_UP, 'patrols over'));
    const share = wing.role === 'transport' ? 1 : DROPS;
    const most = Math.min(2, pockets.length);
    const each = (wing.sorties * share) / Math.max(1, most);
    if (each >= 1)
      for (const hex of pockets.slice(0, most)) give(fly(ctx, wing, 'supplyDrop', hex, each, 'drops supplies at'));
  }
  return orders;
}

/** Close support of an assault about to be ordered. */
export function supportAssault(ctx: Context, hex: number): Order[] {
  const orders: Order[] = [];
  for (const wing of wings(ctx)) {
    if (wing.role === 'transport' || wing.role === 'recon') continue;
    const order = fly(ctx, wing, 'closeSupport', hex, Math.ceil(wing.sorties * ONE_ASSAULT), 'bombs');
    if (order) orders.push(order);
  }
  return orders;
}

/** What is left: over own places under threat, else on the enemy's columns and roads. */
export function closingMissions(ctx: Context): Order[] {
  const { game, est, plan } = ctx;
  const left = wings(ctx).filter((wing) => wing.role !== 'transport' && wing.role !== 'recon');
  if (left.length === 0) return [];
  let guarded = -1;
  let most = 0;
  for (const [hex, own] of est.ownIn) {
    const foes = foesAround(ctx, hex);
    if (foes === 0 || own <= 0) continue;
    let worth = 5;
    for (const goal of plan.goals)
      if (goal.own && distance(game, goal.hex, hex) <= 1) worth = Math.max(worth, goal.worth);
    const danger = (worth * Math.min(6, foes / own)) / 2;
    if (danger > most) {
      most = danger;
      guarded = hex;
    }
  }
  let column = -1;
  let best = 0;
  for (const foe of est.foes) {
    if (!foe.seen) continue;
    const road = game.roadAt[foe.hex] === 2 ? 1.5 : 1;
    const worth = (road * foe.power * (10 + worthOfHex(ctx, foe.hex))) / 1000;
    if (worth > best) {
      best = worth;
      column = foe.hex;
    }
  }
  const orders: Order[] = [];
  for (const wing of left) {
    const order =
      (guarded >= 0 ? fly(ctx, wing, 'closeSupport', guarded, wing.sorties, 'covers') : null) ??
      (column >= 0 ? fly(ctx, wing, 'interdiction', column, wing.sorties, 'attacks columns at') : null);
    if (order) orders.push(order);
  }
  return orders;
}
