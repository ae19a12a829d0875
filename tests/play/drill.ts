/** A bot for tests: takes legal actions at random, a few a turn, from its own seeded numbers. */
import seedrandom from 'seedrandom';
import type { Bot } from '../../src/bots/bot.ts';
import type { Action } from '../../src/core/action.ts';
import type { Game } from '../../src/core/game.ts';
import { legalActions } from '../../src/core/legal.ts';
import type { View } from '../../src/core/state.ts';

export class DrillBot implements Bot {
  readonly id = 'drill';
  readonly #random: () => number;
  readonly #perTurn: number;
  #left: number;

  constructor(seed: string, perTurn = 6) {
    this.#random = seedrandom.alea(seed);
    this.#perTurn = perTurn;
    this.#left = perTurn;
  }

  choose(game: Game, view: View): Action {
    const actions = legalActions(game, view).filter((action) => action.type !== 'end');
    if (this.#left === 0 || actions.length === 0) {
      this.#left = this.#perTurn;
      return { type: 'end' };
    }
    this.#left--;
    // A kind of action first: otherwise nearly all would be marches.
    const kinds = [...new Set(actions.map((action) => action.type))];
    const kind = kinds[Math.floor(this.#random() * kinds.length)];
    const choices = actions.filter((action) => action.type === kind);
    return choices[Math.floor(this.#random() * choices.length)] as Action;
  }
}

/** Two of them, for a game of this seed. */
export function drillBots(seed: string): [Bot, Bot] {
  return [new DrillBot(`${seed} first`), new DrillBot(`${seed} second`)];
}
