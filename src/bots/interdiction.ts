/** Behind the enemy's front: his columns on the march, the bridges his supplies come over, and his narrow roads. */
import { daysOfTurn, distance, hexside } from '../core/game.ts';
import { perTurn } from '../core/rules/supplyWays.ts';
import { COVERS } from '../core/scenario.ts';
import { ACT_MOVED, ACT_RETREATED, ACT_TRUCKED } from '../core/state.ts';
import type { Wing } from './airFuel.ts';
import { type AirStaff, clarity, fly, isCombat, wingsOf } from './airStaff.ts';
import type { Context, Order } from './context.ts';
import { unitAt } from './estimate.ts';
import { capacity, type Freight, freightOf } from './freight.ts';
import type { ReasonCode } from './reason.ts';

/** Men that a ton of supplies denied is worth. */
const MEN_A_TON = 5;
/** Turns that a bridge stays broken, as a rule. */
const BROKEN_TURNS = 3;
/** 9.8: men that a sortie hits in the open, and its chance to break a bridge: a bomber's and another's. */
const MEN_A_SORTIE = 1.5;
const BREAKS = { bomber: 0.04, other: 0.015 };
/** No more sorties on one bridge in a turn than give this chance to break it. */
const SURE = 0.4;
/** No more sorties on a column than hit this share of its men. */
const BLED = 0.15;
/** Hexes from own troops within which a column is about to matter; what one farther off counts beside it. */
const AT_THE_FRONT = 6;
const FAR_OFF = 0.5;
/** Sorties a day over one road. */
const ROAD_SORTIES = 10;
/** How much the plan's targets count for more, the first of them and each that follows. */
const PREFERRED = 2;
const NEXT = 0.1;
const NEAR_TARGET = 2;
/** Bridges that own troops will want soon are left alone. */
const OURS_SOON = 2;
const MARCHED = ACT_MOVED | ACT_RETREATED | ACT_TRUCKED;

interface Target {
  mission: 'interdiction' | 'bridges';
  hex: number;
  code: ReasonCode;
  /** Worth of a sortie, in men, and the most sorties that it is worth them: of a bomber, and of others. */
  worth: { bomber: number; other: number };
  most: { bomber: number; other: number };
}

/** Spends up to so many sorties, the bombers' first, on what promises most for each wing. */
export function interdict(ctx: Context, staff: AirStaff, budget: number): Order[] {
  if (budget <= 0) return [];
  const orders: Order[] = [];
  const targets = targetsOf(ctx, staff);
  let left = budget;
  const wings = wingsOf(ctx, staff).filter(isCombat);
  wings.sort((a, b) => (a.kind.role === 'bomber' ? 0 : 1) - (b.kind.role === 'bomber' ? 0 : 1) || a.index - b.index);
  for (const wing of wings) {
    const type = wing.kind.role === 'bomber' ? 'bomber' : 'other';
    for (const target of targets.slice().sort((a, b) => b.worth[type] - a.worth[type] || a.hex - b.hex)) {
      if (left <= 0 || wing.sorties <= 0) break;
      const sorties = Math.min(left, wing.sorties, roomAt(staff, target, type));
      const order = flyTo(ctx, staff, wing, target, sorties);
      if (!order) continue;
      left -= sorties;
      orders.push(order);
    }
  }
  return orders;
}

function flyTo(ctx: Context, staff: AirStaff, wing: Wing, target: Target, sorties: number): Order | null {
  const { mission, hex, code } = target;
  return fly(ctx, staff, wing, { mission, hex, sorties, code });
}

/** Sorties that a target still has room for. */
function roomAt(staff: AirStaff, target: Target, type: 'bomber' | 'other'): number {
  return Math.ceil(target.most[type]) - (staff.flown.get(`${target.mission}/${target.hex}`) ?? 0);
}

function targetsOf(ctx: Context, staff: AirStaff): Target[] {
  const freight = freightOf(ctx);
  const targets = [...columns(ctx), ...bridges(ctx, freight), ...roads(ctx, freight)];
  for (const target of targets) {
    const rank = staff.orders.targets.findIndex((hex) => distance(ctx.game, hex, target.hex) <= NEAR_TARGET);
    const weight = rank < 0 ? 1 : Math.max(1, PREFERRED - NEXT * rank);
    target.worth.bomber *= weight;
    target.worth.other *= weight;
  }
  return targets;
}

/** 9.8: enemies seen who marched in their last turn: only they are hit. */
function columns(ctx: Context): Target[] {
  const { game, view, est } = ctx;
  const hit = new Map<number, { men: number; share: number }>();
  for (const { unit, hex, seen } of est.foes) {
    const now = unitAt(view, unit);
    if (!seen || (now.acts & MARCHED) === 0) continue;
    const cover = COVERS[game.cover[hex] as number] === 'wooded' ? 0.5 : 1;
    const works = 1 - 0.7 * Math.min(1, now.dug / 500);
    const all = hit.get(hex) ?? { men: 0, share: 0 };
    all.men += now.men;
    all.share += now.men * cover * works;
    hit.set(hex, all);
  }
  const targets: Target[] = [];
  for (const [hex, { men, share }] of hit) {
    if (men <= 0) continue;
    const each = MEN_A_SORTIE * clarity(ctx, hex) * (share / men);
    const most = (men * BLED) / Math.max(0.1, each);
    const worth = each * (isNearOurs(ctx, hex) ? 1 : FAR_OFF);
    targets.push({
      mission: 'interdiction',
      hex,
      code: 'attacksColumns',
      worth: { bomber: worth, other: worth },
      most: { bomber: most, other: most },
    });
  }
  return targets;
}

function isNearOurs({ game, est }: Context, hex: number): boolean {
  for (const at of est.ownIn.keys()) if (distance(game, at, hex) <= AT_THE_FRONT) return true;
  return false;
}

/** Crossings of the enemy's roads of supply that are whole; a bridge mended is a target again. */
function bridges(ctx: Context, freight: Freight): Target[] {
  const { game, est } = ctx;
  const targets: Target[] = [];
  for (const [link, kg] of freight.links) {
    const from = Math.floor(link / 3);
    const step = from * 6 + (link - from * 3);
    const to = game.neighbours[step] as number;
    if ((game.crossing[step] as number) === 0 || game.river[step] === 0 || est.pos.broken[link] === 1) continue;
    if (est.pos.side[from] === est.side || est.pos.side[to] === est.side) continue;
    const hex = crossingsAt(ctx, to) < crossingsAt(ctx, from) ? to : from;
    if (isWantedSoon(ctx, hex)) continue;
    const clear = clarity(ctx, hex);
    const lost = Math.max(0, kg - perTurn(game, game.rules.supply.porterKg)) + kg / 5;
    const worth = (chance: number): number => (chance * clear * BROKEN_TURNS * lost * MEN_A_TON) / 1000;
    const most = (chance: number): number => SURE / Math.max(0.001, chance * clear);
    targets.push({
      mission: 'bridges',
      hex,
      code: 'bombsBridge',
      worth: { bomber: worth(BREAKS.bomber), other: worth(BREAKS.other) },
      most: { bomber: most(BREAKS.bomber), other: most(BREAKS.other) },
    });
  }
  return targets;
}

/** Crossings in a hex that are whole: the bombs fall on any of them. */
function crossingsAt(ctx: Context, hex: number): number {
  const { game, est } = ctx;
  let count = 0;
  for (let d = 0; d < 6; d++)
    if (
      (game.crossing[hex * 6 + d] as number) > 0 &&
      game.river[hex * 6 + d] !== 0 &&
      est.pos.broken[hexside(game, hex, d)] === 0
    )
      count++;
  return count;
}

/** A side that attacks spares the bridges just in front of its own troops. */
function isWantedSoon(ctx: Context, hex: number): boolean {
  if (!ctx.plan.attacks) return false;
  for (const at of ctx.est.ownIn.keys()) if (distance(ctx.game, at, hex) <= OURS_SOON) return true;
  return false;
}

/** 8.6: hexes of the enemy's roads where aircraft overhead would choke what has to come through. */
function roads(ctx: Context, freight: Freight): Target[] {
  const { game, view, est } = ctx;
  const lost = new Map<number, number>();
  for (const [step, kg] of freight.steps) {
    const to = game.neighbours[step] as number;
    if (est.pos.side[to] === est.side) continue;
    const choked = (capacity(game, view.ground, step) * 10) / (10 + ROAD_SORTIES);
    if (kg > choked) lost.set(to, (lost.get(to) ?? 0) + kg - choked);
  }
  const most = ROAD_SORTIES * daysOfTurn(game);
  return [...lost].map(([hex, kg]): Target => {
    const worth = ((kg * MEN_A_TON) / 1000 / most) * Math.min(1, clarity(ctx, hex) * 2);
    return {
      mission: 'interdiction',
      hex,
      code: 'closesRoad',
      worth: { bomber: worth, other: worth },
      most: { bomber: most, other: most },
    };
  });
}
