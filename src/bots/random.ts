/** Random legal play, seeded: for tests, and as the weakest opponent there is. */
import type { Action } from '../core/action.ts';
import { dice } from '../core/dice.ts';
import type { Game } from '../core/game.ts';
import { legalActions } from '../core/legal.ts';
import type { View } from '../core/state.ts';
import type { Bot } from './bot.ts';
import type { Reason } from './reason.ts';

/** Actions in a player turn, on average. */
const ACTIONS = 12;

export class RandomBot implements Bot {
  readonly id = 'random';
  reason: Reason = { code: 'byLot' };
  readonly #seed: string;
  #turn = '';
  #count = 0;

  constructor(seed: string) {
    this.#seed = seed;
  }

  choose(game: Game, view: View): Action {
    const turn = `${view.turn}/${view.viewer}`;
    if (turn !== this.#turn) {
      this.#turn = turn;
      this.#count = 0;
    }
    const roll = dice(this.#seed, 'bot', 'random', view.viewer, view.turn, this.#count++);
    const end: Action = { type: 'end' };
    if (roll.below(ACTIONS) === 0 || this.#count > ACTIONS * 8) return end;
    const actions = legalActions(game, view);
    const kinds = [...new Set(actions.map((action) => action.type))].filter((kind) => kind !== 'end');
    if (kinds.length === 0) return end;
    const kind = kinds[roll.below(kinds.length)];
    const choice = actions.filter((action) => action.type === kind);
    return choice[roll.below(choice.length)] ?? end;
  }
}
