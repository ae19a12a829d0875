/** Rulebook 8.7-8.8: how the depots of a side share out what they have. */
import type { Game } from '../game.ts';
import type { Position } from '../position.ts';
import { type GameState, SUPPLY_CUT, SUPPLY_FULL, SUPPLY_LEAK, SUPPLY_PARTIAL, UNIT_ON_MAP } from '../state.ts';
import { openDepots } from './depots.ts';
import { forages } from './forage.ts';
import { needs } from './needs.ts';
import { findLines } from './supplyLines.ts';
import type { Obstacles } from './supplyObstacles.ts';
import type { SupplyLines } from './supplySearch.ts';
import { perTurn } from './supplyWays.ts';

/** What every unit of a side would get in a supply phase now. Scratch memory: holds until the next call. */
export interface Ration {
  lines: SupplyLines;
  /** By unit: kg it eats, kg it gets of food, ammunition and fuel, kg it asked for, SUPPLY_CUT .. SUPPLY_FULL. */
  eaten: Int32Array;
  food: Int32Array;
  ammo: Int32Array;
  fuel: Int32Array;
  asked: Int32Array;
  status: Uint8Array;
  /** By depot: kg that the units ask for beyond its stock. */
  short: Int32Array;
}

interface RationWork extends Ration {
  stock: Float64Array;
  price: Int32Array;
  order: number[];
}

function rationWork(game: Game, lines: SupplyLines): RationWork {
  const kept = game.scratch['supplyRation'] as RationWork | undefined;
  if (kept) return kept;
  const units = game.units.length;
  const work: RationWork = {
    lines,
    eaten: new Int32Array(units),
    food: new Int32Array(units),
    ammo: new Int32Array(units),
    fuel: new Int32Array(units),
    asked: new Int32Array(units),
    status: new Uint8Array(units),
    short: new Int32Array(game.depots.length),
    stock: new Float64Array(game.depots.length * 3),
    price: new Int32Array(units),
    order: [],
  };
  game.scratch['supplyRation'] = work;
  return work;
}

/** 8.7: shares out what the depots of a side have: nearest units first, food before ammunition before fuel. `obstacles` as in `findLines`. */
export function ration(game: Game, state: GameState, pos: Position, side: number, obstacles?: Obstacles): Ration {
  const lines = findLines(game, state, pos, side, openDepots(game, state, pos, side), { obstacles });
  const work = rationWork(game, lines);
  const { order, price, stock, status } = work;
  for (let i = 0; i < state.depots.length; i++) {
    const depot = state.depots[i] as GameState['depots'][number];
    stock[i * 3] = depot.food;
    stock[i * 3 + 1] = depot.ammo;
    stock[i * 3 + 2] = depot.fuel;
    work.short[i] = 0;
  }
  order.length = 0;
  const { cost } = lines;
  for (const index of game.bySide[side] as number[]) {
    const unit = state.units[index] as GameState['units'][number];
    work.food[index] = 0;
    work.ammo[index] = 0;
    work.fuel[index] = 0;
    const forager = forages(game, index);
    status[index] = forager ? SUPPLY_FULL : SUPPLY_CUT;
    if (forager || unit.status !== UNIT_ON_MAP || unit.hex < 0) continue;
    price[index] = cost[unit.hex] as number;
    order.push(index);
  }
  order.sort((a, b) => (price[a] as number) - (price[b] as number) || a - b);
  for (const index of order) serve(game, state, work, lines, index);
  return work;
}

/** 8.7: what one unit gets of what its line and its depot have left. */
function serve(game: Game, state: GameState, work: RationWork, lines: SupplyLines, index: number): void {
  const unit = state.units[index] as GameState['units'][number];
  const need = needs(game, state, index);
  const { hex, food, ammo, fuel } = unit;
  // 8.1: who was cut off at the last supply goes on half rations.
  const share = unit.supply <= SUPPLY_LEAK ? 2 : 1;
  const eaten = Math.min(food, Math.ceil(perTurn(game, need.foodDay) / share));
  const wantFood = Math.max(0, need.foodCap - food + eaten);
  const wantAmmo = Math.max(0, need.ammoCap - ammo);
  const wantFuel = Math.max(0, need.fuelCap - fuel);
  const asked = wantFood + wantAmmo + wantFuel;
  work.eaten[index] = eaten;
  work.asked[index] = asked;
  if ((lines.cost[hex] as number) < 0) return;
  let room = asked;
  for (let at = hex; (lines.from[at] as number) >= 0; at = lines.from[at] as number)
    if ((lines.left[at] as number) < room) room = lines.left[at] as number;
  const depot = lines.depot[hex] as number;
  const { stock } = work;
  const give = (kind: number, want: number): number => {
    const given = Math.min(want, room, stock[depot * 3 + kind] as number);
    room -= given;
    stock[depot * 3 + kind] = (stock[depot * 3 + kind] as number) - given;
    if (given < want && room > 0) work.short[depot] = (work.short[depot] as number) + want - given;
    return given;
  };
  const gotFood = give(0, wantFood);
  const gotAmmo = give(1, wantAmmo);
  const gotFuel = give(2, wantFuel);
  const got = gotFood + gotAmmo + gotFuel;
  for (let at = hex; (lines.from[at] as number) >= 0; at = lines.from[at] as number)
    lines.left[at] = (lines.left[at] as number) - got;
  work.food[index] = gotFood;
  work.ammo[index] = gotAmmo;
  work.fuel[index] = gotFuel;
  // 8.8: nine tenths of every class is as good as all.
  const full =
    got === asked ||
    ((food - eaten + gotFood) * 10 >= need.foodCap * 9 &&
      (ammo + gotAmmo) * 10 >= need.ammoCap * 9 &&
      (fuel + gotFuel) * 10 >= need.fuelCap * 9);
  work.status[index] = lines.leaks[hex] === 1 ? SUPPLY_LEAK : full ? SUPPLY_FULL : SUPPLY_PARTIAL;
}
