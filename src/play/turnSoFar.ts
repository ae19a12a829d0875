/** The player turn that a record breaks off in, as its side saw it. */
import type { Game } from '../core/game.ts';
import type { View } from '../core/state.ts';
import { view } from '../core/view.ts';
import type { GameRecord } from './record.ts';
import { rerun, rerunSetup } from './rerun.ts';

/**
 * What the active side saw before each of its orders since the player turn began, oldest first. A bot keeps thoughts of its
 * turn: asked by these again, it is where it was. Empty at the start of a player turn, and for a record that diverges.
 */
export function turnSoFar(game: Game, record: GameRecord): View[] {
  const begin = record.actions.findLastIndex((action) => action.type === 'end') + 1;
  if (begin === record.actions.length) return [];
  const { state } = rerunSetup(game, record);
  const views: View[] = [];
  for (let at = 0; at < record.actions.length; at++) {
    if (at >= begin) views.push(view(game, state, state.active));
    if (!rerun(game, state, record, at).ok) return [];
  }
  return views;
}
