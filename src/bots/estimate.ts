/** The estimate of the situation: own troops, the enemies seen or remembered, and what their strength is worth. */
import { daysOfTurn, distance, type Game } from '../core/game.ts';
import { type Position, position } from '../core/position.ts';
import { pieceWorth } from '../core/rules/strength.ts';
import { UNIT_KINDS } from '../core/scenario.ts';
import {
  type SideIndex,
  UNIT_DESTROYED,
  UNIT_ON_MAP,
  UNIT_WITHDRAWN,
  type UnitState,
  type View,
} from '../core/state.ts';
import { type Orders, ordersOf } from './columns/orders.ts';
import { HexPowers } from './powers.ts';

/** Days after which a sighting is forgotten. */
const MEMORY = 7;

const HQ = UNIT_KINDS.indexOf('hq');
const TRANSPORT = UNIT_KINDS.indexOf('transport');
const ARTILLERY = UNIT_KINDS.indexOf('artillery');
const ARMOUR = UNIT_KINDS.indexOf('armour');
const ENGINEER = UNIT_KINDS.indexOf('engineer');
const IRREGULAR = UNIT_KINDS.indexOf('irregular');

export interface Foe {
  unit: number;
  hex: number;
  /** Men-equivalents weighted by quality, less for old sightings. */
  power: number;
  /** Seen now, not merely remembered. */
  seen: boolean;
  /** Turns since he was seen, 0 for now. */
  age: number;
}

export interface Estimate {
  game: Game;
  view: View;
  side: SideIndex;
  /** The map as the side knows it; scratch memory, right until the state changes. */
  pos: Position;
  own: number[];
  foes: Foe[];
  /** Power of the enemies in a hex. */
  foeIn: HexPowers;
  /** Power of own troops in a hex. */
  ownIn: HexPowers;
  /** The operational plan that the side carries out, null for none. */
  orders: Orders | null;
}

export function unitAt(view: View, unit: number): UnitState {
  return view.units[unit] as UnitState;
}

export function infoOf(game: Game, unit: number): Game['units'][number] {
  return game.units[unit] as Game['units'][number];
}

export type Role = 'line' | 'guns' | 'armour' | 'hq' | 'rear' | 'sappers' | 'irregular';

/** What a unit is for: anti-tank guns and engineers stand in the line when there is nothing else for them. */
export function roleOf(game: Game, unit: number): Role {
  const { kind } = infoOf(game, unit);
  if (kind === HQ) return 'hq';
  if (kind === TRANSPORT) return 'rear';
  if (kind === ARTILLERY) return 'guns';
  if (kind === ARMOUR) return 'armour';
  if (kind === ENGINEER) return 'sappers';
  if (kind === IRREGULAR) return 'irregular';
  return 'line';
}

/** True for units that take and hold ground. */
export function holdsGround(game: Game, unit: number): boolean {
  const role = roleOf(game, unit);
  return role === 'line' || role === 'irregular';
}

/** Fighting power of a unit in men-equivalents weighted by quality. */
export function powerOf(game: Game, now: UnitState, unit: number): number {
  const info = infoOf(game, unit);
  let total = now.men;
  for (let i = 0; i < now.eq.length; i++) {
    const count = now.eq[i] as number;
    if (count > 0) total += count * pieceWorth(game, i);
  }
  const state = (0.5 + now.cohesion / 2000) * (1 - now.fatigue / 2000) * (now.ammo > 0 ? 1 : 0.4);
  return total * state * (1 + (info.data.quality - 60) * 0.012);
}

/** Power of an enemy of whom only the place is known: his establishment, somewhat worn. */
function supposedPower(game: Game, unit: number): number {
  const info = infoOf(game, unit);
  let total = info.data.men;
  for (let i = 0; i < info.eq.length; i++) total += (info.eq[i] as number) * pieceWorth(game, i);
  return total * 0.8 * (1 + (info.data.quality - 60) * 0.012);
}

/** Power of the enemies who should be on the map by the order of battle and of whom nothing is known. */
export function unlocatedPower(est: Estimate): number {
  const { game, view, side } = est;
  const located = new Set(est.foes.map((foe) => foe.unit));
  let sum = 0;
  for (const unit of game.bySide[(1 - side) as SideIndex]) {
    const now = unitAt(view, unit);
    if (located.has(unit) || infoOf(game, unit).arrivalTurn > view.turn) continue;
    if (now.status === UNIT_DESTROYED || now.status === UNIT_WITHDRAWN) continue;
    if (infoOf(game, unit).withdrawTurn <= view.turn) continue;
    sum += supposedPower(game, unit);
  }
  return sum;
}

/** Takes stock of a view, for a staff that carries out an operational plan: the historical one unless it is told another. */
export function estimate(game: Game, view: View, plan?: string): Estimate {
  const side = view.viewer;
  const orders = ordersOf(game, side, plan);
  const pos = position(game, view, side);
  const own: number[] = [];
  const foes: Foe[] = [];
  const foeIn = new HexPowers(game.size);
  const ownIn = new HexPowers(game.size);
  const memory = Math.ceil(MEMORY / daysOfTurn(game));
  for (const unit of game.bySide[side]) {
    const now = unitAt(view, unit);
    if (now.status !== UNIT_ON_MAP || now.hex < 0) continue;
    own.push(unit);
    ownIn.set(now.hex, ownIn.at(now.hex) + powerOf(game, now, unit));
  }
  for (const unit of game.bySide[(1 - side) as SideIndex]) {
    const now = unitAt(view, unit);
    if (now.status === UNIT_DESTROYED || now.status === UNIT_WITHDRAWN) continue;
    const seen = now.hex >= 0 && (!view.fog || now.seen > 0);
    const hex = seen ? now.hex : now.seenHex;
    if (hex < 0) continue;
    const age = seen ? 0 : view.turn - now.seenTurn;
    if (!seen && (age > memory || isWatchedClosely(game, pos, side, hex))) continue;
    const power = seen ? powerOf(game, now, unit) : supposedPower(game, unit) * (1 - age / (memory + 1));
    foes.push({ unit, hex, power, seen, age });
    foeIn.set(hex, foeIn.at(hex) + power);
  }
  return { game, view, side, pos, own, foes, foeIn, ownIn, orders };
}

/** A hex that own troops stand in or next to holds no enemy who is not seen. */
function isWatchedClosely(game: Game, pos: Position, side: number, hex: number): boolean {
  if (pos.side[hex] === side) return true;
  for (let d = 0; d < 6; d++) {
    const near = game.neighbours[hex * 6 + d] as number;
    if (near >= 0 && pos.side[near] === side) return true;
  }
  return false;
}

/** Enemy power within `range` hexes of a hex, the farther the less. */
export function threatTo(est: Estimate, hex: number, range: number): number {
  let sum = 0;
  for (const foe of est.foes) {
    const far = distance(est.game, foe.hex, hex);
    if (far <= range) sum += foe.power * (1 - far / (range + 2));
  }
  return sum;
}

/** Enemy power within `range` hexes of a hex, unweighted. */
export function foesWithin(est: Estimate, hex: number, range: number): number {
  const { foes, game } = est;
  let sum = 0;
  for (let i = 0; i < foes.length; i++) {
    const foe = foes[i] as Foe;
    if (distance(game, foe.hex, hex) <= range) sum += foe.power;
  }
  return sum;
}

/** Own power within `range` hexes of a hex. */
export function ownWithin(est: Estimate, hex: number, range: number): number {
  let sum = 0;
  for (const [at, power] of est.ownIn) if (distance(est.game, at, hex) <= range) sum += power;
  return sum;
}

/** Hexes to the nearest enemy, 99 for none. */
export function nearestFoe(est: Estimate, hex: number): number {
  const { foes, game } = est;
  let best = 99;
  for (let i = 0; i < foes.length; i++) {
    const far = distance(game, (foes[i] as Foe).hex, hex);
    if (far < best) best = far;
  }
  return best;
}
