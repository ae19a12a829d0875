/** Rulebook 8.5-8.6, 8.12: what bars the lines of supply of a side and what takes of what they carry, hex by hex. */
import { holderOf } from '../control.ts';
import type { Game } from '../game.ts';
import type { Position } from '../position.ts';
import { type GameState, UNIT_ON_MAP } from '../state.ts';
import { PLOT_INTERDICTION } from './airCombat.ts';
import { forages } from './forage.ts';
import { markFire } from './supplyFire.ts';

export interface Obstacles {
  /** By hex: 0 free, 1 and 2 ring as in `ringAt`, 3 held by enemy troops. */
  barred: Uint8Array;
  /** 1 where enemy guns reach and overlook the hex. */
  fire: Uint8Array;
  /** 1 where enemy irregulars lie in wait (8.12). */
  raided: Uint8Array;
  /** 1 where enemy sorties wait overhead. */
  interdicted: Uint8Array;
}

/** 8.5: a hex is ring when no friends stand in it and it is in the enemy's zone of control (2) or in his hands (1). */
export function ringAt(state: GameState, pos: Position, hex: number, side: number): number {
  if (pos.side[hex] === side) return 0;
  if (((pos.zoc[hex] as number) & (1 << (1 - side))) !== 0) return 2;
  return holderOf(state.control, hex) === 1 - side ? 1 : 0;
}

/** 8.12: a hex where nobody but irregulars stands bars no line. */
export function onlyIrregulars(game: Game, pos: Position, hex: number): boolean {
  for (let unit = pos.first[hex] as number; unit >= 0; unit = pos.next[unit] as number)
    if (!forages(game, unit)) return false;
  return true;
}

/**
 * What stands in the way of a side's lines as the state is now; with `open`, nothing. Scratch memory of the game: holds
 * until the next call, so that one supply phase looks at the enemy once for all its lines.
 */
export function obstaclesTo(game: Game, state: GameState, pos: Position, side: number, open = false): Obstacles {
  let found = game.scratch['supplyObstacles'] as Obstacles | undefined;
  if (!found) {
    const { size } = game;
    found = {
      barred: new Uint8Array(size),
      fire: new Uint8Array(size),
      raided: new Uint8Array(size),
      interdicted: new Uint8Array(size),
    };
    game.scratch['supplyObstacles'] = found;
  }
  found.fire.fill(0);
  found.raided.fill(0);
  found.interdicted.fill(0);
  if (open) {
    found.barred.fill(0);
    return found;
  }
  markBarred(game, state, pos, found.barred, side);
  markFire(game, state, found.fire, side);
  markRaiders(game, state, pos, found.raided, side);
  for (const plot of state.plots)
    if (plot.kind === PLOT_INTERDICTION && plot.side !== side) found.interdicted[plot.hex] = 1;
  return found;
}

/** Fills `barred` word by word of the control map; only where troops or zones of control are is more to be looked at. */
function markBarred(game: Game, state: GameState, pos: Position, barred: Uint8Array, side: number): void {
  const { control } = state;
  const { marks } = pos;
  const enemy = 2 - side;
  for (let word = 0; word < control.length; word++) {
    const bits = control[word] as number;
    const start = word * 16;
    const end = Math.min(start + 16, game.size);
    for (let hex = start; hex < end; hex++) {
      if (((marks[hex] as number) & PRESENCE) === 0)
        barred[hex] = ((bits >>> ((hex - start) * 2)) & 3) === enemy ? 1 : 0;
      else
        barred[hex] = pos.side[hex] === 1 - side && !onlyIrregulars(game, pos, hex) ? 3 : ringAt(state, pos, hex, side);
    }
  }
}

/** Units or zones of control of either side, in the marks of a position. */
const PRESENCE = 15;

/** 8.12: marks the hexes without troops of the side in or next to which enemy irregulars stand. */
function markRaiders(game: Game, state: GameState, pos: Position, raided: Uint8Array, side: number): void {
  for (const index of game.bySide[1 - side] as number[]) {
    const { hex, status } = state.units[index] as GameState['units'][number];
    if (hex < 0 || status !== UNIT_ON_MAP || !forages(game, index)) continue;
    for (let d = -1; d < 6; d++) {
      const near = d < 0 ? hex : (game.neighbours[hex * 6 + d] as number);
      if (near < 0 || pos.side[near] === side) continue;
      raided[near] = 1;
    }
  }
}
