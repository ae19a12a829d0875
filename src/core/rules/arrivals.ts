/** Rulebook 2: reinforcements, withdrawals, releases and dated events. */
import type { GameEvent } from '../event.ts';
import { distance, type Game } from '../game.ts';
import { inEnemyZoc, type Position, position } from '../position.ts';
import { COVERS } from '../scenario.ts';
import { hexesWithin } from '../sight.ts';
import { type GameState, UNIT_DESTROYED, UNIT_EXPECTED, UNIT_ON_MAP, UNIT_WITHDRAWN } from '../state.ts';
import { isLanded } from './airlift.ts';
import { observeStep } from './detection.ts';
import { fits, marchAllowance, takeHex } from './movement.ts';
import { enterStores } from './stores.ts';
import { needs } from './supply.ts';

/** 2.2: how far from its place of arrival a unit may be put when that is taken or full, hexes. */
const ARRIVAL_RADIUS = 4;
const WATER = COVERS.indexOf('water');

/** 2.2: the hex where a unit can come in: its own, or the nearest free of enemies and with room. -1 for none. */
function entryHex(game: Game, pos: Position, index: number, men: number): number {
  const info = game.units[index] as Game['units'][number];
  const radius = (hex: number): number => distance(game, info.arrivalHex, hex);
  const near = hexesWithin(info.arrivalHex, ARRIVAL_RADIUS, game.neighbours);
  for (const hex of near.sort((a, b) => radius(a) - radius(b) || a - b)) {
    if (pos.side[hex] === 1 - info.side || !fits(game, pos, hex, men)) continue;
    if (hex !== info.arrivalHex && (game.cover[hex] === WATER || inEnemyZoc(pos, hex, info.side))) continue;
    return hex;
  }
  return -1;
}

/** 2.1-2.2: puts an expected unit on the map with all that it can carry. Returns false when there is no room. */
export function bringIn(game: Game, state: GameState, index: number, events: GameEvent[]): boolean {
  const unit = state.units[index] as GameState['units'][number];
  const info = game.units[index] as Game['units'][number];
  if (unit.status !== UNIT_EXPECTED) return false;
  const hex = entryHex(game, position(game, state, -1), index, info.data.men);
  if (hex < 0) return false;
  unit.status = UNIT_ON_MAP;
  unit.hex = hex;
  unit.men = info.data.men;
  unit.eq = info.eq.slice();
  unit.cohesion = info.data.cohesion ?? 900;
  unit.dug = Math.min(2000, (info.data.dugDays ?? 0) * 100);
  unit.minutes = marchAllowance(game, unit.fatigue);
  unit.supply = 3;
  unit.held = info.heldUntil > state.turn ? 1 : 0;
  const load = needs(game, state, index);
  enterStores(game, state, index, { food: load.foodCap, ammo: load.ammoCap, fuel: load.fuelCap });
  takeHex(game, state, hex, index, events);
  events.push({ type: 'arrival', unit: index, hex, to: 1 << info.side });
  observeStep(game, state, index, events);
  return true;
}

/** 2.4: a unit leaves the map for good, or never comes. */
export function takeOff(game: Game, state: GameState, index: number, events: GameEvent[]): void {
  const unit = state.units[index] as GameState['units'][number];
  const side = (game.units[index] as Game['units'][number]).side;
  if (unit.status === UNIT_DESTROYED) return;
  if (unit.status === UNIT_ON_MAP) {
    events.push({ type: 'withdrawal', unit: index, hex: unit.hex, to: 1 << side });
    const books = state.sides[side] as GameState['sides'][0];
    // What it carries leaves with it: out of the books as used.
    books.used += unit.food + unit.ammo + unit.fuel;
    unit.food = 0;
    unit.ammo = 0;
    unit.fuel = 0;
  }
  unit.status = UNIT_WITHDRAWN;
  unit.hex = -1;
}

/** 2.2, 2.3: arrivals and withdrawals due this turn; units whose waiting is over are released. */
export function arrivals(game: Game, state: GameState, events: GameEvent[]): void {
  for (const info of game.units) {
    const unit = state.units[info.index] as GameState['units'][number];
    if (unit.status === UNIT_EXPECTED && info.arrivalTurn <= state.turn && isLanded(game, state, info.index))
      bringIn(game, state, info.index, events);
    if (unit.status === UNIT_ON_MAP && info.withdrawTurn <= state.turn) takeOff(game, state, info.index, events);
    if (unit.held === 1 && info.heldUntil <= state.turn) unit.held = 0;
  }
}

/** 2.3: a waiting unit is free as soon as a known enemy comes within its contact distance. */
export function releaseOnContact(game: Game, state: GameState, side: number): void {
  for (const index of game.bySide[side] as number[]) {
    const unit = state.units[index] as GameState['units'][number];
    if (unit.held === 0 || unit.status !== UNIT_ON_MAP) continue;
    const reach = (game.units[index] as Game['units'][number]).data.held?.contactKm ?? 0;
    for (const other of game.bySide[1 - side] as number[]) {
      const enemy = state.units[other] as GameState['units'][number];
      if (enemy.hex < 0 || (state.fog && enemy.seen === 0)) continue;
      if (distance(game, unit.hex, enemy.hex) * game.hexKm <= reach) unit.held = 0;
    }
  }
}
