/** Rulebook 7: what a side knows of the enemy. */
import { holderOf, setControl } from '../control.ts';
import type { GameEvent } from '../event.ts';
import { distance, type Game } from '../game.ts';
import { COVERS, UNIT_KINDS, WEATHERS } from '../scenario.ts';
import { overlooks } from '../sight.ts';
import {
  ACT_ASSAULTED,
  ACT_BOMBARDED,
  ACT_MOVED,
  ACT_TRUCKED,
  type GameState,
  type ReadonlyState,
  SEEN_CONTACT,
  SEEN_NOTHING,
  SEEN_TYPE,
  type SideIndex,
  UNIT_ON_MAP,
} from '../state.ts';

const IRREGULAR = UNIT_KINDS.indexOf('irregular');
const BARE = COVERS.indexOf('bare');
const PADDY = COVERS.indexOf('paddy');
/** 7.9: irregulars hear from the villages of every enemy this near, hexes. */
const LOCAL_HEXES = 2;
const BUSY = ACT_MOVED | ACT_ASSAULTED | ACT_BOMBARDED | ACT_TRUCKED;

/** 7.1: range of ground observation in hexes under a weather: fog closes it to the next hex, rain takes one hex off. */
export function sightRange(game: Game, weather: number): number {
  const kind = WEATHERS[weather];
  if (kind === 'fog') return 1;
  if (kind === 'lightRain' || kind === 'heavyRain') return Math.max(1, game.sight.range - 1);
  return game.sight.range;
}

/** 7.2: does an observer in `from` see into `to` today? */
export function seesHex(game: Game, state: ReadonlyState, from: number, to: number): boolean {
  const far = distance(game, from, to);
  return far <= 1 || (far <= sightRange(game, state.weather) && overlooks(game, from, to));
}

/**
 * 7.3, 7.9: what an observer in `from` learns of a unit: its type when it is adjacent; a contact farther away if it moves
 * or fires or stands in the open, and within two hexes in any case when the observer is `local`.
 */
function levelFrom(game: Game, state: ReadonlyState, from: number, target: number, local: boolean): number {
  const unit = state.units[target] as GameState['units'][number];
  const far = distance(game, from, unit.hex);
  if (far <= 1) return SEEN_TYPE;
  if (local && far <= LOCAL_HEXES) return SEEN_CONTACT;
  if (far > sightRange(game, state.weather)) return SEEN_NOTHING;
  const cover = game.cover[unit.hex];
  if ((unit.acts & BUSY) === 0 && cover !== BARE && cover !== PADDY) return SEEN_NOTHING;
  return overlooks(game, from, unit.hex) ? SEEN_CONTACT : SEEN_NOTHING;
}

/** 7.9: irregulars are at home where they fight. */
function isLocal(game: Game, observer: number): boolean {
  return (game.units[observer] as Game['units'][number]).kind === IRREGULAR;
}

/** 7.3: the best that the enemies of a unit see of it where it stands. */
export function seenBy(game: Game, state: ReadonlyState, target: number): number {
  const info = game.units[target] as Game['units'][number];
  let best = SEEN_NOTHING;
  for (const other of game.bySide[1 - info.side] as number[]) {
    const observer = state.units[other] as GameState['units'][number];
    if (observer.status !== UNIT_ON_MAP || observer.hex < 0) continue;
    best = Math.max(best, levelFrom(game, state, observer.hex, target, isLocal(game, other)));
    if (best >= SEEN_TYPE) return best;
  }
  return best;
}

/** 7.4: raises what the enemy knows of a unit, and remembers where it was seen. */
export function reveal(game: Game, state: GameState, target: number, level: number, events: GameEvent[]): void {
  const unit = state.units[target] as GameState['units'][number];
  if (level === SEEN_NOTHING) return;
  const side = (game.units[target] as Game['units'][number]).side;
  if (level > unit.seen) {
    const before = unit.seen;
    unit.seen = level;
    if (before === SEEN_NOTHING && state.fog)
      events.push({ type: 'spotted', unit: target, hex: unit.hex, seen: level, to: 1 << (1 - side) });
  }
  unit.seenHex = unit.hex;
  unit.seenTurn = state.turn;
}

/**
 * 7.5: after a unit has come to a hex: the enemy sees it or loses it, and it sees the enemy. Returns true when an enemy
 * unknown until now stands next to it.
 */
export function observeStep(game: Game, state: GameState, mover: number, events: GameEvent[]): boolean {
  const unit = state.units[mover] as GameState['units'][number];
  const side = (game.units[mover] as Game['units'][number]).side;
  let contact = false;
  let best = SEEN_NOTHING;
  for (const other of game.bySide[1 - side] as number[]) {
    const enemy = state.units[other] as GameState['units'][number];
    if (enemy.status !== UNIT_ON_MAP || enemy.hex < 0) continue;
    const far = distance(game, unit.hex, enemy.hex);
    if (far > 3) continue;
    if (best < SEEN_TYPE) best = Math.max(best, levelFrom(game, state, enemy.hex, mover, isLocal(game, other)));
    const level = levelFrom(game, state, unit.hex, other, isLocal(game, mover));
    if (level === SEEN_NOTHING) continue;
    if (enemy.seen === SEEN_NOTHING && far <= 1) contact = true;
    reveal(game, state, other, level, events);
  }
  if (best === SEEN_NOTHING) unit.seen = SEEN_NOTHING;
  else {
    unit.seen = Math.max(unit.seen, best);
    unit.seenHex = unit.hex;
    unit.seenTurn = state.turn;
  }
  return contact;
}

/** 7.6: at the start of its player turn a side takes stock: enemies nobody sees any more are lost from sight. */
export function refreshDetection(game: Game, state: GameState, side: SideIndex, events: GameEvent[]): void {
  for (const target of game.bySide[1 - side] as number[]) {
    const unit = state.units[target] as GameState['units'][number];
    if (unit.status !== UNIT_ON_MAP || unit.hex < 0) continue;
    const level = seenBy(game, state, target);
    if (level === SEEN_NOTHING) unit.seen = SEEN_NOTHING;
    else {
      if (unit.seen > level) unit.seen = Math.max(level, unit.seen - 1);
      reveal(game, state, target, level, events);
    }
  }
  const seen = observedHexes(game, state, side);
  for (let hex = 0; hex < game.size; hex++) {
    if (seen[hex] === 0) continue;
    const holder = holderOf(state.control, hex);
    if (holderOf(state.believed[side], hex) !== holder) setControl(state.believed[side], hex, holder);
  }
}

/** 7.2: does any unit of a side see into a hex? */
export function isWatched(game: Game, state: ReadonlyState, hex: number, side: SideIndex): boolean {
  for (const index of game.bySide[side]) {
    const unit = state.units[index] as GameState['units'][number];
    if (unit.status === UNIT_ON_MAP && unit.hex >= 0 && seesHex(game, state, unit.hex, hex)) return true;
  }
  return false;
}

/** 7.2: 1 for each hex that a side observes now. */
export function observedHexes(game: Game, state: ReadonlyState, side: SideIndex): Uint8Array {
  const seen = new Uint8Array(game.size);
  const range = sightRange(game, state.weather);
  const done = new Set<number>();
  for (const index of game.bySide[side]) {
    const unit = state.units[index] as GameState['units'][number];
    if (unit.status !== UNIT_ON_MAP || unit.hex < 0 || done.has(unit.hex)) continue;
    done.add(unit.hex);
    observeFrom(game, unit.hex, range, seen);
  }
  return seen;
}

/** Marks what an observer in a hex sees within a range. */
function observeFrom(game: Game, from: number, range: number, seen: Uint8Array): void {
  const q = game.q[from] as number;
  const r = game.r[from] as number;
  for (let dr = -range; dr <= range; dr++) {
    const row = r + dr;
    if (row < 0 || row >= game.rows) continue;
    const start = row * game.cols + ((row - (row & 1)) >> 1);
    for (let dq = Math.max(-range, -dr - range); dq <= Math.min(range, -dr + range); dq++) {
      const col = q + dq + start - row * game.cols;
      if (col < 0 || col >= game.cols) continue;
      const hex = q + dq + start;
      if (seen[hex] === 1) continue;
      const next = dq >= -1 && dq <= 1 && dr >= -1 && dr <= 1 && dq !== dr;
      if (next || (dq === 0 && dr === 0) || overlooks(game, from, hex)) seen[hex] = 1;
    }
  }
}
