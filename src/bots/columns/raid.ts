/** Raid: irregulars beside the roads that the enemy's supplies come over, where no troops of his stand. */
import { holderOf } from '../../core/control.ts';
import { distance, type Game } from '../../core/game.ts';
import { COVERS, RELIEFS } from '../../core/scenario.ts';
import { type Estimate, foesWithin } from '../estimate.ts';
import { footTo } from '../ground.ts';
import type { Group } from '../groups.ts';
import type { Plan } from '../plan.ts';
import { give } from '../tasks.ts';
import type { Column } from './column.ts';
import { columnTask } from './deal.ts';

const RUGGED = RELIEFS.indexOf('rugged');
const WOODED = COVERS.indexOf('wooded');
/** Hexes round a named place that are looked at. */
const ROUND = 3;

export function raid(est: Estimate, plan: Plan, column: Column): void {
  const taken = new Set<number>();
  for (const group of column.groups) {
    let best = -1;
    let most = Number.NEGATIVE_INFINITY;
    column.phase.axis.forEach((place, rank) => {
      const spot = spotNear(est, group, place, taken);
      if (spot.hex < 0 || spot.score - rank < most) return;
      most = spot.score - rank;
      best = spot.hex;
    });
    if (best < 0) continue;
    taken.add(best);
    const task = columnTask(column, 'raid', best, group.power);
    plan.tasks.push(task);
    give(plan, group, task);
  }
}

const surroundings = new WeakMap<Game, Map<number, number[]>>();

/** Hexes near a place, kept for the game. */
function around(game: Game, place: number): number[] {
  let kept = surroundings.get(game);
  if (!kept) {
    kept = new Map();
    surroundings.set(game, kept);
  }
  let hexes = kept.get(place);
  if (!hexes) {
    hexes = [];
    for (let hex = 0; hex < game.size; hex++) if (distance(game, hex, place) <= ROUND) hexes.push(hex);
    kept.set(place, hexes);
  }
  return hexes;
}

function isBeside(game: Game, hexes: ReadonlySet<number>, hex: number): boolean {
  for (const other of hexes) if (distance(game, other, hex) <= 1) return true;
  return false;
}

const NO_LAIR = Number.NEGATIVE_INFINITY;
/** What hexes are worth to lie in wait in, as far as asked, for each estimate. */
const lairs = new WeakMap<Estimate, Map<number, number>>();

/** What a hex is worth to lie in wait in, whoever does: NO_LAIR with no enemy-held road beside it, or with the enemy in it. */
function lairWorth(est: Estimate, hex: number): number {
  let kept = lairs.get(est);
  if (!kept) {
    kept = new Map();
    lairs.set(est, kept);
  }
  let worth = kept.get(hex);
  if (worth === undefined) {
    worth = est.foeIn.has(hex) ? NO_LAIR : appraise(est, hex);
    kept.set(hex, worth);
  }
  return worth;
}

function appraise(est: Estimate, hex: number): number {
  const { game, view, side } = est;
  let road = 0;
  for (let d = -1; d < 6; d++) {
    const at = d < 0 ? hex : (game.neighbours[hex * 6 + d] as number);
    if (at < 0 || (game.roadAt[at] as number) === 0 || holderOf(view.control, at) === side) continue;
    road = Math.max(road, (game.roadAt[at] as number) * (d < 0 ? 2 : 1.5));
  }
  if (road === 0) return NO_LAIR;
  const cover = (game.relief[hex] === RUGGED ? 2 : 0) + (game.cover[hex] === WOODED ? 1 : 0);
  const danger = foesWithin(est, hex, 1) / 150 + foesWithin(est, hex, 2) / 400;
  return road * 2 + cover - danger;
}

/** The best hex near a place: beside an enemy-held road, in rugged or wooded ground, out of reach of his troops. */
function spotNear(est: Estimate, group: Group, place: number, taken: Set<number>): { hex: number; score: number } {
  const { game } = est;
  const field = footTo(game, place);
  let best = -1;
  let most = Number.NEGATIVE_INFINITY;
  for (const hex of around(game, place)) {
    if (isBeside(game, taken, hex)) continue;
    const worth = lairWorth(est, hex);
    if (worth === NO_LAIR) continue;
    const score = worth - distance(game, hex, group.hex) * 0.8 - (field[hex] as number) / 600;
    if (score <= most) continue;
    most = score;
    best = hex;
  }
  return { hex: best, score: most };
}
