/** What plays a side: a bot is asked for one action at a time and sees the game only through its side's view. */
import type { Action } from '../core/action.ts';
import type { Game } from '../core/game.ts';
import type { View } from '../core/state.ts';
import type { Appreciation } from './appreciation.ts';
import type { Reason } from './reason.ts';

export interface Bot {
  readonly id: string;
  /**
   * The next action of the active side, from its view only; it must pass `check`. The view is for reading, and only
   * until the answer: it may share memory with the game.
   */
  choose(game: Game, view: View): Action;
  /**
   * Thinks a player turn over before its first order, step by step, so that whoever waits can show how far it is (0 to 1)
   * and stop it. The view must stay as it is until the last step. Choices are the same with and without it: a bot that has
   * not been asked to does it all in `choose`. Left out by bots that have nothing to think over.
   */
  ponder?(game: Game, view: View): Generator<number, void>;
  /** Why the last choice was made, for those who watch. */
  reason?: Reason;
  /** What it makes of the situation, from its first choice in a player turn on. */
  appreciation?: Appreciation | null;
}
