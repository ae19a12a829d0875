/**
 * The facts of a state that many rules ask for: who stands where, whose zone of control lies where, which links are
 * broken. Brought up to date at each call in the game's scratch memory, unit by unit where something has changed since
 * the last call: never keep it across a change of state.
 */
import type { Game } from './game.ts';
import { controls, picketMen, seemsToControl, zocCrosses } from './rules/zoc.ts';
import { type GameState, type ReadonlyState, UNIT_ON_MAP } from './state.ts';

export interface Position {
  /** First unit of each hex, -1 for none; the others follow by `next`. */
  first: Int16Array;
  next: Int16Array;
  /** Side in each hex, -1 for none. */
  side: Int8Array;
  /** Men in each hex. */
  men: Int32Array;
  /** Bits: 1 zone of control of side 0, 2 of side 1. */
  zoc: Uint8Array;
  /** Bits in one byte, for searches: 1 and 2 units of side 0 and 1, 4 and 8 their zones of control, 16 a broken link. */
  marks: Uint8Array;
  /** 1 for each broken hexside. */
  broken: Uint8Array;
  /** Hexsides broken. */
  breaks: number[];
  /** What is booked of each unit: its hex (-1 for none), its men there, 1 for a zone of control. */
  bookedHex: Int16Array;
  bookedMen: Int32Array;
  bookedZoc: Uint8Array;
  /** Units that control a hex, by `hex * 2 + side`. */
  controllers: Uint8Array;
}

function blank(game: Game): Position {
  return {
    first: new Int16Array(game.size).fill(-1),
    next: new Int16Array(game.units.length).fill(-1),
    side: new Int8Array(game.size).fill(-1),
    men: new Int32Array(game.size),
    zoc: new Uint8Array(game.size),
    marks: new Uint8Array(game.size),
    broken: new Uint8Array(game.size * 3),
    breaks: [],
    bookedHex: new Int16Array(game.units.length).fill(-1),
    bookedMen: new Int32Array(game.units.length),
    bookedZoc: new Uint8Array(game.units.length),
    controllers: new Uint8Array(game.size * 2),
  };
}

/** The position as side `known` knows it (its own units and the enemies it has spotted), or as it is with `known` -1. */
export function position(game: Game, readonly: ReadonlyState, known: number): Position {
  const state = readonly as GameState & { viewer?: number };
  // A view and the state behind it are asked in turns: a memory for each, so that little has changed in either.
  const key = known < 0 ? 'positionAll' : state.viewer === undefined ? 'positionKnown' : 'positionViewed';
  let pos = game.scratch[key] as Position | undefined;
  if (!pos) {
    pos = blank(game);
    game.scratch[key] = pos;
  }
  const fogged = known >= 0 && state.fog;
  const { units } = state;
  const { bookedHex, bookedMen, bookedZoc } = pos;
  const infos = game.units;
  const least = picketMen(game);
  for (let i = 0; i < units.length; i++) {
    const unit = units[i] as GameState['units'][number];
    let hex = -1;
    let men = 0;
    let zoc: 0 | 1 = 0;
    if (unit.status === UNIT_ON_MAP && unit.hex >= 0) {
      const info = infos[i] as Game['units'][number];
      const veiled = fogged && info.side !== known;
      if (!veiled || unit.seen !== 0) {
        hex = unit.hex;
        men = unit.men;
        const enough = least[i] as number;
        if (veiled ? seemsToControl(unit, enough, info.data.men) : controls(unit, enough)) zoc = 1;
      }
    }
    if (bookedHex[i] !== hex || bookedMen[i] !== men || bookedZoc[i] !== zoc) book(game, pos, i, hex, men, zoc);
  }
  bookBreaks(game, pos, state.breaks);
  return pos;
}

/** Books a unit out of where it stood and into where it stands now. */
function book(game: Game, pos: Position, unit: number, hex: number, men: number, zoc: 0 | 1): void {
  const { side } = game.units[unit] as Game['units'][number];
  const was = pos.bookedHex[unit] as number;
  if (was !== hex || pos.bookedZoc[unit] !== zoc) {
    if (pos.bookedZoc[unit] === 1) control(game, pos, was, side, -1);
    if (zoc === 1) control(game, pos, hex, side, 1);
  }
  if (was !== hex) {
    if (was >= 0) {
      unlink(pos, was, unit);
      settle(game, pos, was);
    }
    if (hex >= 0) link(pos, hex, unit);
  }
  pos.bookedHex[unit] = hex;
  pos.bookedMen[unit] = men;
  pos.bookedZoc[unit] = zoc;
  if (hex >= 0) settle(game, pos, hex);
}

/** Adds or takes away a unit's control of the hexes around it. */
function control(game: Game, pos: Position, hex: number, side: number, change: 1 | -1): void {
  for (let d = 0; d < 6; d++) {
    const near = game.neighbours[hex * 6 + d] as number;
    if (near < 0 || !zocCrosses(game, hex, d)) continue;
    const count = (pos.controllers[near * 2 + side] as number) + change;
    pos.controllers[near * 2 + side] = count;
    const zoc = pos.zoc[near] as number;
    const marks = pos.marks[near] as number;
    pos.zoc[near] = count > 0 ? zoc | (1 << side) : zoc & ~(1 << side);
    pos.marks[near] = count > 0 ? marks | (4 << side) : marks & ~(4 << side);
  }
}

function unlink(pos: Position, hex: number, unit: number): void {
  if (pos.first[hex] === unit) {
    pos.first[hex] = pos.next[unit] as number;
    return;
  }
  let at = pos.first[hex] as number;
  while (pos.next[at] !== unit) at = pos.next[at] as number;
  pos.next[at] = pos.next[unit] as number;
}

/** Into the chain of a hex, which runs in ascending order of units. */
function link(pos: Position, hex: number, unit: number): void {
  const first = pos.first[hex] as number;
  if (first < 0 || first > unit) {
    pos.next[unit] = first;
    pos.first[hex] = unit;
    return;
  }
  let at = first;
  for (let then = pos.next[at] as number; then >= 0 && then < unit; then = pos.next[at] as number) at = then;
  pos.next[unit] = pos.next[at] as number;
  pos.next[at] = unit;
}

const OCCUPANTS = 1 | 2;

/** Sums up who stands in a hex. Where both sides do (one of them hidden), it counts for the side of the first unit. */
function settle(game: Game, pos: Position, hex: number): void {
  let men = 0;
  let marks = (pos.marks[hex] as number) & ~OCCUPANTS;
  for (let i = pos.first[hex] as number; i >= 0; i = pos.next[i] as number) {
    men += pos.bookedMen[i] as number;
    marks |= 1 << (game.units[i] as Game['units'][number]).side;
  }
  const first = pos.first[hex] as number;
  pos.men[hex] = men;
  pos.marks[hex] = marks;
  pos.side[hex] = first < 0 ? -1 : (game.units[first] as Game['units'][number]).side;
}

const BROKEN_MARK = 16;

function bookBreaks(game: Game, pos: Position, breaks: GameState['breaks']): void {
  const booked = pos.breaks;
  let same = booked.length === breaks.length;
  for (let i = 0; same && i < booked.length; i++) same = booked[i] === (breaks[i] as { hexside: number }).hexside;
  if (same) return;
  for (const link of booked) markBreak(game, pos, link, 0);
  booked.length = 0;
  for (const { hexside } of breaks) {
    markBreak(game, pos, hexside, 1);
    booked.push(hexside);
  }
}

function markBreak(game: Game, pos: Position, link: number, value: 0 | 1): void {
  pos.broken[link] = value;
  const owner = Math.floor(link / 3);
  for (const hex of [owner, game.neighbours[owner * 6 + (link % 3)] as number]) {
    const marks = pos.marks[hex] as number;
    pos.marks[hex] = value === 1 ? marks | BROKEN_MARK : marks & ~BROKEN_MARK;
  }
}

/** The units of a hex in ascending order. */
export function unitsIn(pos: Position, hex: number): number[] {
  const found: number[] = [];
  for (let i = pos.first[hex] as number; i >= 0; i = pos.next[i] as number) found.push(i);
  return found;
}

/** Is `hex` in a zone of control of the enemy of `side`? */
export function inEnemyZoc(pos: Position, hex: number, side: number): boolean {
  return ((pos.zoc[hex] as number) & (1 << (1 - side))) !== 0;
}
