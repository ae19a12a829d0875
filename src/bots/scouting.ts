/** Reconnaissance where the estimate is unsure: places to be attacked, enemies lost from sight, those known by their dust alone. */
import { distance, type Game } from '../core/game.ts';
import { SEEN_TYPE } from '../core/state.ts';
import type { Wing } from './airFuel.ts';
import { type AirStaff, fly, wingsOf } from './airStaff.ts';
import type { Context, Order } from './context.ts';
import { unitAt } from './estimate.ts';

/** Sorties of one look, and looks that one turn asks of aircraft that have better to do. */
const LOOK = 2;
const BORROWED = 1;
/** Hexes between two looks: each takes in the six hexes around. */
const APART = 3;
/** Hexes from own troops within which the enemy matters. */
const MATTERS = 8;

/** Looks at what is least known and matters most. */
export function reconnaissance(ctx: Context, staff: AirStaff): Order[] {
  const orders: Order[] = [];
  const spots = spotsOf(ctx);
  const looked: number[] = [];
  const look = (wing: Wing): boolean => {
    const spot = spots.find((hex) => looked.every((other) => distance(ctx.game, other, hex) >= APART));
    if (spot === undefined) return false;
    const sorties = Math.min(LOOK, wing.sorties);
    const order = fly(ctx, staff, wing, { mission: 'reconnaissance', hex: spot, sorties, code: 'looks' });
    looked.push(spot);
    if (order) orders.push(order);
    return order !== null;
  };
  const wings = wingsOf(ctx, staff).filter((wing) => wing.missions.includes('reconnaissance'));
  for (const wing of wings)
    if (wing.kind.role === 'recon') while (wing.sorties > 0 && looked.length < spots.length && look(wing));
  if (!ctx.plan.attacks) return orders;
  let borrowed = 0;
  for (const wing of wings) {
    if (wing.kind.role !== 'bomber' || borrowed >= BORROWED) continue;
    if (look(wing)) borrowed++;
  }
  return orders;
}

/** Hexes worth a look, the best first. */
function spotsOf(ctx: Context): number[] {
  const { game, view, est, plan } = ctx;
  const worth = new Map<number, number>();
  const add = (hex: number, value: number): void => {
    worth.set(hex, (worth.get(hex) ?? 0) + value);
  };
  for (const task of plan.tasks) {
    const forward = task.kind === 'attack' || task.kind === 'reopen' || task.kind === 'cut';
    if (!forward || task.groups.length === 0) continue;
    if (!est.foes.some((foe) => foe.seen && foe.hex === task.hex)) add(task.hex, 5 + task.worth);
  }
  for (const { unit, hex, seen, power } of est.foes) {
    if (seen && unitAt(view, unit).seen >= SEEN_TYPE) continue;
    const near = nearestOwn(game, est.ownIn, hex);
    if (near <= MATTERS) add(hex, Math.min(40, power / 100) / (1 + near / 4));
  }
  return [...worth.entries()].sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(([hex]) => hex);
}

function nearestOwn(game: Game, ownIn: ReadonlyMap<number, number>, hex: number): number {
  let best = 99;
  for (const at of ownIn.keys()) best = Math.min(best, distance(game, at, hex));
  return best;
}
