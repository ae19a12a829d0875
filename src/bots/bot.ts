/** What plays a side: a bot is asked for one action at a time and sees the game only through its side's view. */
import type { Action } from '../core/action.ts';
import type { Game } from '../core/game.ts';
import type { View } from '../core/state.ts';

export interface Bot {
  readonly id: string;
  /**
   * The next action of the active side, from its view only; it must pass `check`. The view is for reading, and only
   * until the answer: it may share memory with the game.
   */
  choose(game: Game, view: View): Action;
  /** Why the last choice was made, for those who watch. */
  reason?: string;
}
