/** Rulebook 3: movement costs minutes of march. */

import type { MoveAction } from '../action.ts';
import { holderOf, setControl } from '../control.ts';
import { dice } from '../dice.ts';
import type { GameEvent } from '../event.ts';
import { direction, type Game, hexside, marchTableOf } from '../game.ts';
import { inEnemyZoc, type Position, position } from '../position.ts';
import { COVERS, MOBILITIES, UNIT_KINDS } from '../scenario.ts';
import {
  ACT_MOVED,
  ACT_TRUCKED,
  type GameState,
  type ReadonlyState,
  SEEN_TYPE,
  type SideIndex,
  UNIT_ON_MAP,
} from '../state.ts';
import { ALL_STEPS, IMPASSABLE, isVehicle, type MarchTable, quickerSteps } from '../terrain.ts';
import { takeAirfield } from './airfields.ts';
import { ambush } from './ambush.ts';
import { fireOnColumn } from './columnFire.ts';
import { isWatched, observeStep, reveal } from './detection.ts';
import { stackingLimit } from './stacking.ts';
import { useStores } from './stores.ts';
import { zocMinutes } from './zoc.ts';

/** 3.1: minutes of march in a turn of a day: ten hours. */
export const MARCH_MINUTES = 600;
const MOTOR = MOBILITIES.indexOf('motor');
/** More hexes than any march has. */
const UNLIMITED_HOPS = 9999;
const ARMOUR = UNIT_KINDS.indexOf('armour');
const IRREGULAR = UNIT_KINDS.indexOf('irregular');
const WATER = COVERS.indexOf('water');

/** 3.1: minutes of march that a unit gets in a turn; tired troops march less (down to 60 % when exhausted). */
export function marchAllowance(game: Game, fatigue: number): number {
  const perTurn = Math.min(MARCH_MINUTES * 2, Math.round((MARCH_MINUTES * game.data.scenario.turnHours) / 24));
  return Math.floor((perTurn * (2500 - fatigue)) / 2500);
}

/** 3.7: motor fuel of a unit for one hex, kg; 0 for troops on foot. */
export function fuelPerHex(game: Game, state: ReadonlyState, unit: number): number {
  const info = game.units[unit] as Game['units'][number];
  const mobility = MOBILITIES[info.mobility];
  if (!mobility || !isVehicle(mobility)) return 0;
  const now = state.units[unit] as GameState['units'][number];
  let per100 = 0;
  for (let i = 0; i < now.eq.length; i++)
    per100 += (now.eq[i] as number) * (game.equipment[i] as Game['equipment'][number]).fuelKgPer100Km;
  return Math.ceil((per100 * game.hexKm) / 100);
}

/**
 * 3.2-3.6: minutes of one step for a side, IMPASSABLE where it can't be made. Enemies in the hex are not looked at here.
 */
export function stepMinutes(
  game: Game,
  pos: Position,
  table: MarchTable,
  side: number,
  from: number,
  d: number,
  zoc: number,
): number {
  const step = from * 6 + d;
  const to = game.neighbours[step] as number;
  const link = d < 3 ? from * 3 + d : to * 3 + d - 3;
  const cost = pos.broken[link] === 1 ? (table.broken[step] as number) : (table.open[step] as number);
  if (cost >= IMPASSABLE) return IMPASSABLE;
  // 4.3; 4.4: friends already there take the enemy's control off a hex.
  if (inEnemyZoc(pos, to, side) && pos.side[to] !== side) {
    return cost + (inEnemyZoc(pos, from, side) ? zoc * 3 : zoc);
  }
  return cost;
}

export interface Reach {
  /** Minutes to each hex, -1 where the unit can't get. */
  minutes: Int32Array;
  /** The hex before on the quickest path, -1 at the start. */
  from: Int32Array;
  /** The hexes reached, in order of time. */
  order: Int32Array;
}

/** Working memory of the search: a bucket of hexes for each minute, as linked lists in two arrays. */
interface Flood {
  minutes: Int32Array;
  from: Int32Array;
  /** Best time known so far to each hex; beyond the unit's time for none. */
  best: Int32Array;
  hops: Int16Array;
  heads: Int32Array;
  nextEntry: Int32Array;
  entryHex: Int32Array;
  order: Int32Array;
}

/**
 * 3.1: every hex a unit can march to with the minutes it has left, as its side knows the map; hexes over the stacking
 * limit may be passed but not stayed in, and `reach` lists them all the same: `check` refuses the stop.
 * The arrays belong to the game's scratch memory and hold until the next call.
 */
export function reach(game: Game, state: ReadonlyState, unit: number, mode: 'march' | 'truck'): Reach {
  const info = game.units[unit] as Game['units'][number];
  const now = state.units[unit] as GameState['units'][number];
  const pos = position(game, state, info.side);
  const minutes = mode === 'truck' ? now.minutes - game.rules.movement.truckMinutes : now.minutes;
  const fuel = fuelPerHex(game, state, unit);
  const hops = mode === 'truck' || fuel === 0 ? UNLIMITED_HOPS : Math.floor(now.fuel / fuel);
  return flood(game, state, pos, info.side, mode === 'truck' ? MOTOR : info.mobility, now.hex, minutes, hops, mode);
}

function scratchFlood(game: Game): Flood {
  let work = game.scratch['flood'] as Flood | undefined;
  if (!work) {
    work = {
      minutes: new Int32Array(game.size),
      from: new Int32Array(game.size),
      best: new Int32Array(game.size),
      hops: new Int16Array(game.size),
      heads: new Int32Array(MARCH_MINUTES * 2 + 1).fill(-1),
      nextEntry: new Int32Array(game.size * 6 + 1),
      entryHex: new Int32Array(game.size * 6 + 1),
      order: new Int32Array(game.size),
    };
    game.scratch['flood'] = work;
  }
  // Three fills cost less than clearing hex by hex what the last search reached.
  work.minutes.fill(-1);
  work.from.fill(-1);
  return work;
}

/**
 * Dijkstra with a bucket a minute. A hex not reached yet has a best time just beyond the allowance, so that one
 * comparison tells both whether a step is quicker and whether there is time for it. The costs are those of
 * `stepMinutes`, in line because this loop runs for every hex in reach.
 */
function flood(
  game: Game,
  state: ReadonlyState,
  pos: Position,
  side: number,
  mobility: number,
  start: number,
  allowance: number,
  maxHops: number,
  mode: 'march' | 'truck',
): Reach {
  const { minutes, best, from, hops, heads, nextEntry, entryHex, order } = scratchFlood(game);
  if (start < 0 || allowance < 0) return { minutes, from, order: order.subarray(0, 0) };
  const limited = maxHops < UNLIMITED_HOPS;
  const table = marchTableOf(game, state, mobility);
  const { steps } = table;
  const { marks } = pos;
  const zoc = zocMinutes(game);
  const enemy = 1 << (1 - side);
  const enemyZoc = 4 << (1 - side);
  const own = 1 << side;
  const truck = mode === 'truck';
  best.fill(allowance + 1);
  let count = 0;
  let entries = 1;
  best[start] = 0;
  hops[start] = 0;
  entryHex[0] = start;
  nextEntry[0] = -1;
  heads[0] = 0;
  for (let time = 0; time <= allowance; time++) {
    let entry = heads[time] as number;
    if (entry < 0) continue;
    heads[time] = -1;
    for (; entry >= 0; entry = nextEntry[entry] as number) {
      const hex = entryHex[entry] as number;
      if (best[hex] !== time) continue;
      order[count++] = hex;
      minutes[hex] = time;
      const hop = limited ? (hops[hex] as number) + 1 : 0;
      if (hop > maxHops) continue;
      const here = marks[hex] as number;
      const zocCost = (here & enemyZoc) !== 0 ? zoc * 3 : zoc;
      const base = hex * 6;
      const special = truck || (here & 16) !== 0;
      for (let bits = special ? ALL_STEPS : quickerSteps(steps, base, time, best); bits !== 0; bits &= bits - 1) {
        const d = 31 - Math.clz32(bits & -bits);
        const step = special ? specialStep(game, pos, table, side, hex, d, truck) : (steps[base + d] as number);
        let total = time + (step & 0xffff);
        const to = step >>> 16;
        if ((best[to] as number) <= total) continue;
        const there = marks[to] as number;
        if (there !== 0) {
          if ((there & enemy) !== 0) continue;
          if ((there & enemyZoc) !== 0 && (there & own) === 0) {
            total += zocCost;
            if ((best[to] as number) <= total) continue;
          }
        }
        best[to] = total;
        from[to] = hex;
        if (limited) hops[to] = hop;
        entryHex[entries] = to;
        nextEntry[entries] = heads[total] as number;
        heads[total] = entries++;
      }
    }
  }
  return { minutes, from, order: order.subarray(0, count) };
}

/** A step from a hex with broken links, or by lorry: without road and bridge where this link is broken, or not at all. */
function specialStep(
  game: Game,
  pos: Position,
  table: MarchTable,
  side: number,
  hex: number,
  d: number,
  truck: boolean,
): number {
  const open = table.steps[hex * 6 + d] as number;
  const to = game.neighbours[hex * 6 + d] as number;
  if (to < 0) return open;
  if (truck) return truckStep(game, pos, side, hex, d, to) ? open : IMPASSABLE;
  if (pos.broken[hexside(game, hex, d)] === 0) return open;
  const cost = table.broken[hex * 6 + d] as number;
  return cost < IMPASSABLE ? (to << 16) | cost : IMPASSABLE;
}

/** 3.8: lorries keep to whole roads and away from the enemy. */
function truckStep(game: Game, pos: Position, side: number, hex: number, d: number, to: number): boolean {
  return (
    (game.road[hex * 6 + d] as number) > 0 && pos.broken[hexside(game, hex, d)] === 0 && !inEnemyZoc(pos, to, side)
  );
}

/** The quickest path to a hex of a `Reach`, without the start; empty for the start or an unreached hex. */
export function pathTo(found: Reach, hex: number): number[] {
  const path: number[] = [];
  if ((found.minutes[hex] as number) < 0) return path;
  for (let at = hex; (found.from[at] as number) >= 0; at = found.from[at] as number) path.push(at);
  return path.reverse();
}

/** Minutes of each step of a path as the unit's side knows the map; stops with IMPASSABLE at the first bad step. */
export function pathMinutes(
  game: Game,
  state: ReadonlyState,
  action: MoveAction,
  pos: Position = position(game, state, (game.units[action.unit] as Game['units'][number]).side),
): number[] {
  const info = game.units[action.unit] as Game['units'][number];
  const now = state.units[action.unit] as GameState['units'][number];
  const table = marchTableOf(game, state, action.mode === 'truck' ? MOTOR : info.mobility);
  const zoc = zocMinutes(game);
  const minutes: number[] = [];
  let at = now.hex;
  for (const hex of action.path) {
    const d = direction(game, at, hex);
    const cost = d < 0 ? IMPASSABLE : stepMinutes(game, pos, table, info.side, at, d, zoc);
    minutes.push(cost);
    if (cost >= IMPASSABLE) break;
    at = hex;
  }
  if (action.mode === 'truck' && minutes.length > 0)
    minutes[0] = (minutes[0] as number) + game.rules.movement.truckMinutes;
  return minutes;
}

/** 5.1: does a stop of `men` more in a hex keep to the stacking limit? */
export function fits(game: Game, pos: Position, hex: number, men: number): boolean {
  return (pos.men[hex] as number) + men <= stackingLimit(game, hex);
}

/**
 * 6.8: takes a hex for the side of a unit that has come there, and tells of it when a place lies there. Armour alone
 * does not take broken ground, and irregulars take none (4.5).
 */
export function takeHex(game: Game, state: GameState, hex: number, unit: number, events: GameEvent[]): void {
  const { side, kind } = game.units[unit] as Game['units'][number];
  if (kind === IRREGULAR || (kind === ARMOUR && game.relief[hex] !== 0)) return;
  if (holderOf(state.control, hex) === side || game.cover[hex] === WATER) return;
  setControl(state.control, hex, side);
  setControl(state.believed[side], hex, side);
  const watched = !state.fog || isWatched(game, state, hex, (1 - side) as SideIndex);
  if (watched) setControl(state.believed[1 - side] as number[], hex, side);
  takeAirfield(game, state, hex, side, events);
  const to = watched ? 3 : 1 << side;
  for (const place of game.places)
    if (place.hex === hex) events.push({ type: 'control', place: place.index, side, to });
}

/**
 * 3.9: the march, step by step. It stops when an unknown enemy stands in the next hex, or appears next to the unit; a
 * column that runs into a hidden enemy may be ambushed (7.7). Assumes `check` passed.
 */
export function march(game: Game, state: GameState, action: MoveAction, events: GameEvent[]): void {
  const info = game.units[action.unit] as Game['units'][number];
  const unit = state.units[action.unit] as GameState['units'][number];
  const minutes = pathMinutes(game, state, action);
  const path = [unit.hex];
  const shown: number[] = unit.seen > 0 || !state.fog ? [unit.hex] : [];
  const fuel = action.mode === 'truck' ? 0 : fuelPerHex(game, state, action.unit);
  let stopped: 'contact' | 'ambush' | null = null;
  let spent = 0;
  const spotted: GameEvent[] = [];
  const fired: number[] = [];
  unit.acts |= action.mode === 'truck' ? ACT_MOVED | ACT_TRUCKED : ACT_MOVED;
  if (action.mode === 'truck') (state.sides[info.side] as GameState['sides'][0]).lift -= unit.men;
  for (let i = 0; i < action.path.length; i++) {
    const to = action.path[i] as number;
    const hidden = state.fog ? hiddenEnemyIn(game, state, info.side, to) : -1;
    if (hidden >= 0) {
      for (const other of game.bySide[1 - info.side] as number[]) {
        const enemy = state.units[other] as GameState['units'][number];
        if (enemy.status === UNIT_ON_MAP && enemy.hex === to) reveal(game, state, other, SEEN_TYPE, spotted);
      }
      unit.seen = Math.max(unit.seen, SEEN_TYPE);
      unit.seenHex = unit.hex;
      unit.seenTurn = state.turn;
      stopped = 'contact';
      const roll = dice(state.seed, 'ambush', state.turn, action.unit, to);
      if (ambush(game, state, action.unit, hidden, to, action.mode, roll, spotted)) stopped = 'ambush';
      unit.minutes = Math.max(0, unit.minutes - spent - (minutes[i] as number));
      spent = -1;
      break;
    }
    spent += minutes[i] as number;
    if (fuel > 0) useStores(game, state, action.unit, 'fuel', fuel);
    unit.hex = to;
    unit.dug = 0;
    path.push(to);
    takeHex(game, state, to, action.unit, events);
    const roll = dice(state.seed, 'columnFire', state.turn, action.unit, to);
    fireOnColumn(game, state, action.unit, fired, roll, spotted);
    if (unit.status !== UNIT_ON_MAP) break;
    const contact = observeStep(game, state, action.unit, spotted);
    if (unit.seen > 0 || !state.fog) shown.push(to);
    if (contact && state.fog && i + 1 < action.path.length) {
      stopped = 'contact';
      break;
    }
  }
  if (spent >= 0) unit.minutes = Math.max(0, unit.minutes - spent);
  // 11.2: a long march tires: six points an hour on the move.
  if (action.mode === 'march') unit.fatigue = Math.min(1000, unit.fatigue + Math.round(Math.max(0, spent) / 10));
  const to = (1 << info.side) | (shown.length > 0 ? 1 << (1 - info.side) : 0);
  events.push({ type: 'moved', unit: action.unit, path, shown, stopped, to });
  for (const event of spotted) events.push(event);
}

/** A unit in the hex that the side does not know of, -1 for none. */
function hiddenEnemyIn(game: Game, state: GameState, side: number, hex: number): number {
  for (const other of game.bySide[1 - side] as number[]) {
    const enemy = state.units[other] as GameState['units'][number];
    if (enemy.status === UNIT_ON_MAP && enemy.hex === hex) return other;
  }
  return -1;
}
