/** Close support: of assaults about to be ordered, and of own troops on whom the enemy presses. */
import { daysOfTurn, distance } from '../core/game.ts';
import type { Wing } from './airFuel.ts';
import { type AirStaff, clarity, fly, guided, isCombat, wingsOf } from './airStaff.ts';
import { type Context, foesAround, type Order } from './context.ts';
import type { ReasonCode } from './reason.ts';

/** Strength from the air that is wanted over an assault, beside the enemy's on the ground. */
const OVER_ASSAULT = 0.8;
/** Most of the sorties for support that go into one assault, and over one place in defence. */
const ONE_ASSAULT = 0.5;
const ONE_PLACE = 0.4;
/** Below this share of what it is worth over open ground on a clear day support is not flown: it would hit nothing. */
const BLIND = 0.25;
/** The enemy's power beside one's own from which a place is in danger. */
const PRESSED = 0.6;

/** Those who support troops best first: fighters stay over the field, bombers have their targets behind it. */
function supporters(ctx: Context, staff: AirStaff): Wing[] {
  return wingsOf(ctx, staff)
    .filter((wing) => isCombat(wing) && wing.missions.includes('closeSupport'))
    .sort((a, b) => (a.kind.role === 'bomber' ? 1 : 0) - (b.kind.role === 'bomber' ? 1 : 0) || a.index - b.index);
}

/** A hex over which support is wanted. */
interface Need {
  hex: number;
  /** Strength from the air that is lacking, in men-equivalents; what is sent is taken off. */
  wanted: number;
}

/** Sends up to so many sorties over a hex, until nothing is lacking. */
function support(ctx: Context, staff: AirStaff, need: Need, most: number, code: ReasonCode): Order[] {
  const { hex } = need;
  const orders: Order[] = [];
  const each = (clarity(ctx, hex) * guided(ctx, hex)) / daysOfTurn(ctx.game);
  if (clarity(ctx, hex) < BLIND) return orders;
  let room = Math.ceil(most);
  for (const wing of supporters(ctx, staff)) {
    if (room <= 0 || need.wanted <= 0) break;
    const worth = wing.kind.supportValue * ctx.game.rules.strength.aircraft * each;
    const sorties = Math.min(room, wing.sorties, Math.ceil(need.wanted / Math.max(1, worth)));
    const order = fly(ctx, staff, wing, { mission: 'closeSupport', hex, sorties, code });
    if (!order) continue;
    room -= sorties;
    need.wanted -= sorties * worth;
    staff.support -= sorties;
    orders.push(order);
  }
  return orders;
}

/** Close support of an assault on a hex. */
export function overAssault(ctx: Context, staff: AirStaff, hex: number): Order[] {
  const wanted = (ctx.est.foeIn.get(hex) ?? 0) * OVER_ASSAULT;
  return support(ctx, staff, { hex, wanted }, staff.support * ONE_ASSAULT, 'supportsAssault');
}

/** Over own troops in contact, the most endangered and most precious places first; then what is left where it still lacks. */
export function overDefence(ctx: Context, staff: AirStaff): Order[] {
  const orders: Order[] = [];
  const places = dangers(ctx);
  for (const share of [ONE_PLACE, ONE_PLACE, 1]) {
    for (const place of places) {
      if (staff.support <= 0) return orders;
      orders.push(...support(ctx, staff, place, Math.max(1, staff.support * share), 'coversTroops'));
    }
  }
  return orders;
}

/** Own places that the enemy presses on, the most endangered first. */
function dangers(ctx: Context): Need[] {
  const { game, est, plan } = ctx;
  const found: (Need & { weight: number })[] = [];
  for (const [hex, own] of est.ownIn) {
    const foes = foesAround(ctx, hex);
    if (own <= 0 || foes < own * PRESSED) continue;
    let worth = 5;
    for (const goal of plan.goals)
      if (goal.own && distance(game, goal.hex, hex) <= 1) worth = Math.max(worth, goal.worth);
    const weight = worth * Math.min(6, foes / own) * guided(ctx, hex) * clarity(ctx, hex);
    found.push({ hex, wanted: Math.max(foes - own * PRESSED, own / 2), weight });
  }
  return found.sort((a, b) => b.weight - a.weight || a.hex - b.hex);
}
