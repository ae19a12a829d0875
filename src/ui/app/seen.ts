/** The game as the person at the board sees it: the eyes, and whether orders are taken now. */
import type { Game } from '../../core/game.ts';
import { type GameState, type SideIndex, UNIT_ON_MAP } from '../../core/state.ts';

export interface Seen {
  game: Game;
  /** The side's view, or the whole state for an umpire. Never changed here. */
  view: GameState;
  /** Whose orders these are. */
  side: SideIndex;
  /** False while the other side plays, in a replay and when the game is over. */
  mayOrder: boolean;
}

/** Units known to stand in a hex, own ones first, in the order of the scenario. */
export function stackAt(seen: Seen, hex: number): number[] {
  if (hex < 0) return [];
  const found: number[] = [];
  seen.view.units.forEach((unit, i) => {
    if (unit.status === UNIT_ON_MAP && unit.hex === hex) found.push(i);
  });
  const own = (unit: number): number => (seen.game.units[unit]?.side === seen.side ? 0 : 1);
  return found.sort((a, b) => own(a) - own(b) || a - b);
}

export function isOwn(seen: Seen, unit: number): boolean {
  return seen.game.units[unit]?.side === seen.side;
}

export function onMap(seen: Seen, unit: number): boolean {
  const now = seen.view.units[unit];
  return now !== undefined && now.status === UNIT_ON_MAP && now.hex >= 0;
}

/** Is a known enemy of `side` in the hex? */
export function enemyIn(seen: Seen, hex: number): boolean {
  return stackAt(seen, hex).some((unit) => !isOwn(seen, unit));
}

export function touching(game: Game, a: number, b: number): boolean {
  for (let d = 0; d < 6; d++) if (game.neighbours[a * 6 + d] === b) return b >= 0;
  return false;
}
