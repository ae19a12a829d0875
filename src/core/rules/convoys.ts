/** Rulebook 8.11: convoys from depot to depot. */
import { holderOf } from '../control.ts';
import type { GameEvent } from '../event.ts';
import type { Game } from '../game.ts';
import type { Position } from '../position.ts';
import type { GameState } from '../state.ts';
import { findLines } from './supplyLines.ts';
import type { Obstacles } from './supplyObstacles.ts';
import { LINK_CAUSES, type LinkCause, perTurn } from './supplyWays.ts';

export interface Convoy {
  /** Depots. */
  from: number;
  to: number;
  /** Hexes from the receiving depot back to the sending one; empty when no line leads there. */
  path: number[];
  /** kg a turn asked for, and what goes, by class. */
  asked: number;
  food: number;
  ammo: number;
  fuel: number;
  /** What keeps it from being all: the narrowest link, an empty depot, or null. */
  cause: LinkCause | null;
  /** The first hex on the way where irregulars raid it, -1 for none. */
  raidedAt: number;
}

/** A depot gives and takes while its side holds its hex and no enemy stands there. */
function works(game: Game, state: GameState, pos: Position, index: number): boolean {
  const { hex, side } = game.depots[index] as Game['depots'][number];
  return holderOf(state.control, hex) === side && pos.side[hex] !== 1 - side;
}

/** 8.11: the convoy to one depot as it would run now, or null where none is laid on. `obstacles` as in `findLines`. */
export function convoyTo(
  game: Game,
  state: GameState,
  pos: Position,
  to: number,
  obstacles?: Obstacles,
): Convoy | null {
  const { from } = game.data.scenario.supplySources[to] as Game['data']['scenario']['supplySources'][number];
  if (!from) return null;
  const source = game.data.scenario.supplySources.findIndex((one) => one.id === from.source);
  const food = perTurn(game, from.foodKgPerDay);
  const ammo = perTurn(game, from.ammoKgPerDay);
  const fuel = perTurn(game, from.fuelKgPerDay);
  const convoy: Convoy = {
    from: source,
    to,
    path: [],
    asked: food + ammo + fuel,
    food: 0,
    ammo: 0,
    fuel: 0,
    cause: null,
    raidedAt: -1,
  };
  if (!works(game, state, pos, to) || !works(game, state, pos, source)) return convoy;
  const { hex, side } = game.depots[to] as Game['depots'][number];
  const lines = findLines(game, state, pos, side, [source], { target: hex, obstacles });
  if ((lines.cost[hex] as number) < 0 || lines.leaks[hex] === 1) return convoy;
  let room = Number.MAX_SAFE_INTEGER;
  for (let at = hex; at >= 0; at = lines.from[at] as number) {
    convoy.path.push(at);
    if ((lines.from[at] as number) < 0) break;
    if ((lines.kg[at] as number) < room) {
      room = lines.kg[at] as number;
      convoy.cause = LINK_CAUSES[lines.cause[at] as number] as LinkCause;
    }
    if (lines.raided[at] === 1) convoy.raidedAt = at;
  }
  const stock = state.depots[source] as GameState['depots'][number];
  const take = (kg: number, have: number): number => {
    const taken = Math.max(0, Math.min(kg, have, room));
    room -= taken;
    return taken;
  };
  convoy.food = take(food, stock.food);
  convoy.ammo = take(ammo, stock.ammo);
  convoy.fuel = take(fuel, stock.fuel);
  if (convoy.food + convoy.ammo + convoy.fuel === convoy.asked) convoy.cause = null;
  else if (room > 0) convoy.cause = 'stock';
  return convoy;
}

/** 8.11-8.12: runs the convoys of a side, in the order of the scenario. */
export function runConvoys(
  game: Game,
  state: GameState,
  pos: Position,
  side: number,
  obstacles: Obstacles,
  events: GameEvent[],
): void {
  for (let to = 0; to < game.depots.length; to++) {
    if ((game.depots[to] as Game['depots'][number]).side !== side) continue;
    const convoy = convoyTo(game, state, pos, to, obstacles);
    if (!convoy || convoy.food + convoy.ammo + convoy.fuel === 0) continue;
    const source = state.depots[convoy.from] as GameState['depots'][number];
    const target = state.depots[to] as GameState['depots'][number];
    let lost = 0;
    for (const kind of ['food', 'ammo', 'fuel'] as const) {
      const gone = convoy.raidedAt >= 0 ? Math.floor(convoy[kind] * game.rules.supply.raidLoss) : 0;
      source[kind] -= convoy[kind];
      target[kind] += convoy[kind] - gone;
      lost += gone;
    }
    if (lost === 0) continue;
    (state.sides[side] as GameState['sides'][0]).spoiled += lost;
    events.push({ type: 'raid', side, hex: convoy.raidedAt, kg: lost, to: 3 });
  }
}
