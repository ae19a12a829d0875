/** Railways that a side is to keep whole: whose they are, and the raiding teams that go and break the enemy's. */
import { check } from '../core/check.ts';
import { type Game, hexside } from '../core/game.ts';
import { type Context, foesBeside, marchDown, type Order, taskOf } from './context.ts';
import { nearestFoe, roleOf, unitAt } from './estimate.ts';
import { footTo } from './ground.ts';

/** A raiding team goes no farther out of its way than this, in minutes of march. */
const OUT_OF_WAY = 1500;
/** 10.2: men and minutes for a demolition without engineers. */
const MEN = 300;
const MINUTES = 360;
/** Hexes from known enemies within which a raiding team is not safe at its work. */
const SAFE = 2;

const sides = new WeakMap<Game, ReadonlySet<number>[]>();

/** Hexsides of the railways that a side gets points for while they are whole and its own. Kept for the game. */
export function railsOf(game: Game, side: number): ReadonlySet<number> {
  const kept = sides.get(game);
  if (kept) return kept[side] as ReadonlySet<number>;
  const both = [0, 1].map(
    (one) => new Set(game.theatre.lines.filter((line) => line.side === one).flatMap((line) => line.hexsides)),
  );
  sides.set(game, both);
  return both[side] as ReadonlySet<number>;
}

/** Before the troops march: irregulars near an enemy railway that is still whole go there and tear it up, when it is safe. */
export function railRaids(ctx: Context): Order[] {
  const { game, view, est } = ctx;
  const orders: Order[] = [];
  const whole = game.theatre.lines.filter(
    (line) => line.side !== est.side && !line.hexsides.some((link) => est.pos.broken[link] === 1),
  );
  for (const line of whole) {
    let best: { unit: number; hex: number; minutes: number } | null = null;
    for (const unit of est.own) {
      const now = unitAt(view, unit);
      const task = taskOf(ctx, unit);
      if (roleOf(game, unit) !== 'irregular' || now.men < MEN || now.held === 1) continue;
      if (task !== null && task.kind !== 'raid' && task.kind !== 'cut') continue;
      const field = footTo(game, now.hex);
      for (const hex of line.hexes) {
        const minutes = field[hex] as number;
        if (minutes > OUT_OF_WAY || (best && minutes >= best.minutes)) continue;
        if (est.foeIn.has(hex) || nearestFoe(est, hex) < SAFE) continue;
        best = { unit, hex, minutes };
      }
    }
    if (best) orders.push(...tearUp(ctx, best.unit, best.hex, line.hexsides));
  }
  return orders;
}

/** The march to the line, and the demolition when there is time for it. */
function tearUp(ctx: Context, unit: number, hex: number, line: readonly number[]): Order[] {
  const { game, view } = ctx;
  const now = unitAt(view, unit);
  const orders: Order[] = [];
  if (now.hex !== hex) {
    const path = marchDown(ctx, unit, footTo(game, hex), true);
    const action = { type: 'move', unit, path, mode: 'march' } as const;
    if (path.length === 0 || check(game, view, action) !== null) return [];
    orders.push({ action, reason: { code: 'makesForRailway', units: [unit], hexes: [hex] } });
    if (path[path.length - 1] !== hex) return orders;
  } else if (now.minutes < MINUTES || foesBeside(ctx, hex) > 0) return [];
  for (let d = 0; d < 6; d++) {
    const link = hexside(game, hex, d);
    if ((game.neighbours[hex * 6 + d] as number) < 0 || !line.includes(link)) continue;
    const action = { type: 'engineer', unit, task: 'demolish', hexside: link } as const;
    orders.push({ action, reason: { code: 'tearsUpRailway', units: [unit], hexes: [hex] } });
    return orders;
  }
  return orders;
}

/** Short of a raid: is a link part of an enemy railway? */
export function isEnemyRail(ctx: Context, link: number): boolean {
  return railsOf(ctx.game, 1 - ctx.est.side).has(link);
}
