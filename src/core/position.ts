/**
 * The facts of a state that many rules ask for: who stands where, whose zone of control lies where, which links are
 * broken. Computed afresh into the game's scratch memory in a few microseconds: never keep it across a change of state.
 */
import type { Game } from './game.ts';
import { exertsZoc, seemsToExertZoc, zocCrosses } from './rules/zoc.ts';
import { type BreakState, type DeepReadonly, type GameState, type ReadonlyState, UNIT_ON_MAP } from './state.ts';

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
  touched: Int32Array;
  touchedCount: number;
  breaks: number[];
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
    touched: new Int32Array(game.units.length * 7),
    touchedCount: 0,
    breaks: [],
  };
}

/** The position as side `known` knows it (its own units and the enemies it has spotted), or as it is with `known` -1. */
export function position(game: Game, readonly: ReadonlyState, known: number): Position {
  const state = readonly as GameState;
  const key = known < 0 ? 'positionAll' : 'positionKnown';
  let pos = game.scratch[key] as Position | undefined;
  if (!pos) {
    pos = blank(game);
    game.scratch[key] = pos;
  }
  for (let i = 0; i < pos.touchedCount; i++) {
    const hex = pos.touched[i] as number;
    pos.first[hex] = -1;
    pos.side[hex] = -1;
    pos.men[hex] = 0;
    pos.zoc[hex] = 0;
    pos.marks[hex] = 0;
  }
  for (const link of pos.breaks) markBreak(game, pos, link, 0);
  pos.breaks.length = 0;
  let touched = 0;
  const fogged = known >= 0 && state.fog;
  const { units } = state;
  // Descending, so that each hex's chain runs in ascending order of units.
  for (let i = units.length - 1; i >= 0; i--) {
    const unit = units[i] as GameState['units'][number];
    if (unit.status !== UNIT_ON_MAP || unit.hex < 0) continue;
    const side = (game.units[i] as Game['units'][number]).side;
    if (fogged && side !== known && unit.seen === 0) continue;
    const hex = unit.hex;
    pos.next[i] = pos.first[hex] as number;
    pos.first[hex] = i;
    pos.side[hex] = side;
    pos.marks[hex] = (pos.marks[hex] as number) | (1 << side);
    pos.men[hex] = (pos.men[hex] as number) + unit.men;
    pos.touched[touched++] = hex;
    if (!(fogged && side !== known ? seemsToExertZoc(game, state, i) : exertsZoc(game, state, i))) continue;
    for (let d = 0; d < 6; d++) {
      const near = game.neighbours[hex * 6 + d] as number;
      if (near < 0 || !zocCrosses(game, hex, d)) continue;
      pos.zoc[near] = (pos.zoc[near] as number) | (1 << side);
      pos.marks[near] = (pos.marks[near] as number) | (4 << side);
      pos.touched[touched++] = near;
    }
  }
  pos.touchedCount = touched;
  for (const link of state.breaks as DeepReadonly<BreakState[]>) {
    markBreak(game, pos, link.hexside, 1);
    pos.breaks.push(link.hexside);
  }
  return pos;
}

const BROKEN_MARK = 16;

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
