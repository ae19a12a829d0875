/** Rulebook 2: reinforcements, withdrawals, releases and dated events. */
import { holderOf } from '../control.ts';
import type { GameEvent } from '../event.ts';
import { distance, type Game, turnOfDate } from '../game.ts';
import { inEnemyZoc, type Position, position } from '../position.ts';
import { COVERS, type EventCondition, type EventEffect } from '../scenario.ts';
import { hexesWithin } from '../sight.ts';
import { type GameState, UNIT_DESTROYED, UNIT_EXPECTED, UNIT_ON_MAP, UNIT_WITHDRAWN } from '../state.ts';
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

/** 2.2: puts an expected unit on the map with three days of supplies. Returns false when there is no room. */
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

function takeOff(game: Game, state: GameState, index: number, events: GameEvent[]): void {
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
    if (unit.status === UNIT_EXPECTED && info.arrivalTurn <= state.turn) bringIn(game, state, info.index, events);
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

function holds(game: Game, state: GameState, when: EventCondition | undefined): boolean {
  if (!when) return true;
  const place = game.places[game.placeIndex.get(when.place) as number];
  const held = place !== undefined && holderOf(state.control, place.hex) === game.sideIndex.get(when.side);
  return when.type === 'held' ? held : !held;
}

function carryOut(game: Game, state: GameState, effect: EventEffect, events: GameEvent[]): void {
  if (effect.type === 'message') return;
  const index = game.unitIndex.get(effect.unit);
  if (index === undefined) return;
  const unit = state.units[index] as GameState['units'][number];
  if (effect.type === 'arrive') bringIn(game, state, index, events);
  else if (effect.type === 'withdraw') takeOff(game, state, index, events);
  else if (effect.type === 'release') unit.held = 0;
  else if (effect.type === 'replacements' && unit.status === UNIT_ON_MAP) {
    const room = Math.max(0, (game.units[index] as Game['units'][number]).data.men - unit.men);
    const men = Math.min(room, effect.men);
    unit.men += men;
    unit.received += men;
  } else if (effect.type === 'cohesion' && unit.status === UNIT_ON_MAP) {
    unit.cohesion = Math.max(0, Math.min(1000, unit.cohesion + effect.change));
  }
}

/** 2.4: dated events, each once, on the first turn from its date on that meets its condition. */
export function datedEvents(game: Game, state: GameState, events: GameEvent[]): void {
  const sideBits = (side: string | null): number => (side === null ? 3 : 1 << (game.sideIndex.get(side) as number));
  game.data.scenario.events.forEach((event, i) => {
    if (state.fired.includes(i) || turnOfDate(game.data, event.date) > state.turn) return;
    if (!holds(game, state, event.when)) return;
    state.fired.push(i);
    events.push({ type: 'dated', event: i, to: sideBits(event.side) });
    for (const effect of event.effects) carryOut(game, state, effect, events);
  });
}
