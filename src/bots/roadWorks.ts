/** Engineers and picks: own roads mended, the enemy's broken, and those given up in front of him. */
import type { EngineerAction } from '../core/action.ts';
import { check } from '../core/check.ts';
import { distance, type Game, hexside } from '../core/game.ts';
import { ECHELONS } from '../core/scenario.ts';
import { type Context, foesBeside, marchDown, type Order, taskOf } from './context.ts';
import { foesWithin, infoOf, nearestFoe, type Role, roleOf, unitAt } from './estimate.ts';
import { freightOf } from './freight.ts';
import { DAY, footTo } from './ground.ts';
import { isEnemyRail, railsOf } from './railways.ts';
import type { Task } from './tasks.ts';

/** Hexes within which an enemy in strength makes a post that is to delay him give ground, and how strong beside it. */
const COMING = 3;
const TOO_STRONG = 1;
/** Hexes of a road in which one break is enough. */
const STRETCH = 3;
/** Worth of a railway that is to be kept whole, beside that of a road of supply (0 to 100). */
const RAILWAY = 30;
/** Days that engineers march to a break, and hexes from the enemy at which they work. */
const FARTHEST_DAYS = 5;
const SAFE = 2;
/** How far the engineers of a division go from it, km. */
const TIED_KM = 30;

/** What can be mended or broken from where the units stand. */
export function roadWorks(ctx: Context): Order[] {
  const orders: Order[] = [];
  const chosen = new Set<number>();
  for (const unit of ctx.est.own) {
    const role = roleOf(ctx.game, unit);
    if (role !== 'sappers' && role !== 'line' && role !== 'irregular') continue;
    const order = workAt(ctx, unit, role, chosen);
    if (!order) continue;
    chosen.add((order.action as EngineerAction).hexside);
    orders.push(order);
  }
  return orders;
}

function workAt(ctx: Context, unit: number, role: Role, chosen: ReadonlySet<number>): Order | null {
  const { game, view, est } = ctx;
  const { hex } = unitAt(view, unit);
  for (let d = 0; d < 6; d++) {
    const near = game.neighbours[hex * 6 + d] as number;
    const link = hexside(game, hex, d);
    if (near < 0 || chosen.has(link)) continue;
    const road = (game.road[hex * 6 + d] as number) > 0;
    if (!road && !game.theatre.railSides.has(link)) continue;
    const broken = est.pos.broken[link] === 1;
    const task = broken
      ? role === 'sappers' && isToMend(ctx, unit, hex, near, link) && 'repair'
      : !isOurs(ctx, hex, near, link) && isToBreak(ctx, unit, hex, near, link, road) && 'demolish';
    if (!task) continue;
    const action = { type: 'engineer', unit, task, hexside: link } as const;
    if (check(game, view, action) !== null) continue;
    return { action, reason: { code: task === 'repair' ? 'mendsRoad' : 'breaksRoad', units: [unit], hexes: [hex] } };
  }
  return null;
}

/** Own supply comes over the link, or it is part of a railway that is to be kept whole. */
function isOurs(ctx: Context, a: number, b: number, link: number): boolean {
  const { game, plan, est } = ctx;
  const fed = (hex: number): boolean => plan.lifelines.has(hex) || est.ownIn.has(hex);
  return (fed(a) && fed(b)) || railsOf(game, est.side).has(link);
}

/** Everything broken is mended but what was broken to stop the enemy. */
function isToMend(ctx: Context, unit: number, a: number, b: number, link: number): boolean {
  if (isOurs(ctx, a, b, link)) return true;
  const task = taskOf(ctx, unit);
  return task?.kind !== 'cut' && !isYielding(task);
}

function isToBreak(ctx: Context, unit: number, hex: number, near: number, link: number, road: boolean): boolean {
  const { arteries } = ctx.plan;
  const task = taskOf(ctx, unit);
  switch (task?.kind) {
    case 'cut':
      return road && (arteries.has(hex) || arteries.has(near));
    case 'raid':
      return isEnemyRail(ctx, link) || (road && freightOf(ctx).links.has(link) && isWholeAround(ctx, hex));
    default:
      return road && isYielding(task) && isGivenUp(ctx, unit, hex, near) && isWholeAround(ctx, hex);
  }
}

/** Is the task to give ground, in good order? */
function isYielding(task: Task | null): boolean {
  const phase = task?.column?.phase.data.task;
  return task?.kind === 'delay' || task?.kind === 'screen' || phase === 'delay' || phase === 'withdraw';
}

/** Will the unit have to give the hex up, and does the link lead to the enemy? */
function isGivenUp(ctx: Context, unit: number, hex: number, near: number): boolean {
  const { game, est, plan } = ctx;
  if (roleOf(game, unit) === 'irregular' || foesWithin(est, hex, COMING) < (est.ownIn.get(hex) ?? 0) * TOO_STRONG)
    return false;
  if (game.depots.some((depot) => depot.side === est.side && depot.hex === near)) return false;
  if (plan.lifelines.has(near)) return false;
  return nearestFoe(est, near) < nearestFoe(est, hex);
}

/** Engineers of a division, who work for it; those of a corps or an army go where they are needed. */
function isDivisional(game: Game, unit: number): boolean {
  const { parent } = infoOf(game, unit).data;
  const { units, formations } = game.data.oob;
  const body = [...formations, ...units].find((entry) => entry.id === parent);
  return body !== undefined && ECHELONS.indexOf(body.echelon) < ECHELONS.indexOf('corps');
}

/** The ends of a link. */
function endsOf(game: Game, link: number): [number, number] {
  const from = Math.floor(link / 3);
  return [from, game.neighbours[from * 6 + (link - from * 3)] as number];
}

/** No road is broken near the hex: one break is enough for a stretch. */
function isWholeAround({ game, view }: Context, hex: number): boolean {
  return !view.breaks.some((old) => distance(game, endsOf(game, old.hexside)[0], hex) <= STRETCH);
}

/** Engineers who are not at work march to the break that matters most, and begin when there is time left. */
export function repairMarches(ctx: Context): Order[] {
  const { game, view, est, plan } = ctx;
  const breaks: { link: number; hex: number; worth: number }[] = [];
  for (const { hexside: link } of view.breaks) {
    const [a, b] = endsOf(game, link);
    let worth = Math.min(plan.lifelines.get(a) ?? 0, plan.lifelines.get(b) ?? 0);
    if (railsOf(game, est.side).has(link)) worth = Math.max(worth, RAILWAY);
    if (worth <= 0) continue;
    for (const hex of [a, b]) if (nearestFoe(est, hex) >= SAFE) breaks.push({ link, hex, worth });
  }
  const orders: Order[] = [];
  const taken = new Set<number>();
  for (const unit of est.own) {
    const now = unitAt(view, unit);
    const post = isDivisional(game, unit) ? (plan.groupOf.get(unit)?.hex ?? now.hex) : -1;
    if (breaks.length === 0 || roleOf(game, unit) !== 'sappers' || now.held === 1 || now.acts !== 0) continue;
    let best: (typeof breaks)[number] | null = null;
    let most = 0;
    for (const one of breaks) {
      if (taken.has(one.link) || (post >= 0 && distance(game, one.hex, post) * game.hexKm > TIED_KM)) continue;
      const days = (footTo(game, one.hex)[now.hex] as number) / DAY;
      const score = days > FARTHEST_DAYS ? 0 : one.worth / (1 + days);
      if (score <= most) continue;
      most = score;
      best = one;
    }
    if (!best) continue;
    taken.add(best.link);
    if (now.hex === best.hex) continue;
    const path = marchDown(ctx, unit, footTo(game, best.hex), true);
    const end = path[path.length - 1];
    if (end === undefined || foesBeside(ctx, end) > 0) continue;
    const spoken = { units: [unit], hexes: [best.hex] };
    orders.push({
      action: { type: 'move', unit, path, mode: 'march' },
      reason: { code: 'goesToMend', ...spoken },
    });
    if (end !== best.hex) continue;
    const action = { type: 'engineer', unit, task: 'repair', hexside: best.link } as const;
    orders.push({ action, reason: { code: 'mendsRoad', ...spoken } });
  }
  return orders;
}
