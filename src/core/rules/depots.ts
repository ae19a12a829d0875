/** Rulebook 8.2: depots stand where the scenario's supply sources are. */
import { holderOf } from '../control.ts';
import { distance, type Game } from '../game.ts';
import type { Position } from '../position.ts';
import type { GameState, SideIndex } from '../state.ts';
import { perTurn } from './supplyWays.ts';

type Depot = GameState['depots'][number];

function held(game: Game, state: GameState, index: number): boolean {
  const depot = game.depots[index] as Game['depots'][number];
  return holderOf(state.control, depot.hex) === depot.side;
}

/**
 * 8.2: the depots that a side draws on: held, without enemies in the hex, with food and ammunition; when none has both,
 * all that are held.
 */
export function openDepots(game: Game, state: GameState, pos: Position, side: number): number[] {
  const stocked: number[] = [];
  const all: number[] = [];
  for (let i = 0; i < game.depots.length; i++) {
    const { hex, side: owner } = game.depots[i] as Game['depots'][number];
    if (owner !== side || !held(game, state, i) || pos.side[hex] === 1 - side) continue;
    all.push(i);
    const depot = state.depots[i] as Depot;
    if (depot.food > 0 && depot.ammo > 0) stocked.push(i);
  }
  return stocked.length > 0 ? stocked : all;
}

/** 8.2: what comes in today, and what the enemy has overrun. Everything is booked with the side. */
export function runDepots(game: Game, state: GameState): void {
  for (let i = 0; i < game.depots.length; i++) {
    const depot = state.depots[i] as Depot;
    const books = state.sides[depot.side];
    if (!held(game, state, i)) {
      overrun(game, state, i);
      continue;
    }
    const source = game.data.scenario.supplySources[i] as Game['data']['scenario']['supplySources'][number];
    const food = perTurn(game, source.foodKgPerDay);
    const ammo = perTurn(game, source.ammoKgPerDay);
    const fuel = perTurn(game, source.fuelKgPerDay);
    depot.food += food;
    depot.ammo += ammo;
    depot.fuel += fuel;
    books.entered += food + ammo + fuel;
  }
}

/** 8.2: half of an overrun stock goes to the enemy's nearest depot, the rest burns; without such a depot all of it. */
function overrun(game: Game, state: GameState, index: number): void {
  const depot = state.depots[index] as Depot;
  const total = depot.food + depot.ammo + depot.fuel;
  if (total === 0) return;
  const { hex } = game.depots[index] as Game['depots'][number];
  const captor = (1 - depot.side) as SideIndex;
  state.sides[depot.side].spoiled += total;
  let nearest = -1;
  let best = Number.MAX_SAFE_INTEGER;
  for (let i = 0; i < game.depots.length; i++) {
    const other = game.depots[i] as Game['depots'][number];
    if (other.side !== captor || !held(game, state, i)) continue;
    const far = distance(game, hex, other.hex);
    if (far < best) {
      best = far;
      nearest = i;
    }
  }
  if (nearest >= 0) {
    const gain = state.depots[nearest] as Depot;
    const food = Math.floor(depot.food / 2);
    const ammo = Math.floor(depot.ammo / 2);
    const fuel = Math.floor(depot.fuel / 2);
    gain.food += food;
    gain.ammo += ammo;
    gain.fuel += fuel;
    state.sides[captor].entered += food + ammo + fuel;
  }
  depot.food = 0;
  depot.ammo = 0;
  depot.fuel = 0;
}
