/** How long the computer thinks over a player turn: differs from run to run. */
import type { Bot } from '../bots/bot.ts';
import type { Action } from '../core/action.ts';
import type { Game } from '../core/game.ts';
import type { View } from '../core/state.ts';
import { formatTable } from './terminal.ts';

/** Thinking time over some player turns, in ms. */
export interface Thinking {
  turns: number;
  total: number;
  longest: number;
}

export const NO_THINKING: Thinking = { turns: 0, total: 0, longest: 0 };

/** Both together. */
export function addThinking(one: Thinking, other: Thinking): Thinking {
  return {
    turns: one.turns + other.turns,
    total: one.total + other.total,
    longest: Math.max(one.longest, other.longest),
  };
}

/** A bot whose thinking is timed by player turn, from the first choice to the end of the turn. */
export class ClockedBot implements Bot {
  readonly id: string;
  readonly #bot: Bot;
  readonly #now: () => number;
  readonly #turns: number[] = [];
  #turn = 0;

  /** `now` is in ms; time that has passed where it is left out. */
  constructor(bot: Bot, now = (): number => performance.now()) {
    this.id = bot.id;
    this.#bot = bot;
    this.#now = now;
  }

  choose(game: Game, view: View): Action {
    const from = this.#now();
    const action = this.#bot.choose(game, view);
    const spent = this.#now() - from;
    if (view.turn !== this.#turn) this.#turns.push(0);
    this.#turn = view.turn;
    this.#turns.push((this.#turns.pop() as number) + spent);
    return action;
  }

  /** Over all player turns so far. */
  thinking(): Thinking {
    return {
      turns: this.#turns.length,
      total: this.#turns.reduce((sum, spent) => sum + spent, 0),
      longest: Math.max(0, ...this.#turns),
    };
  }
}

export interface ThinkingRow extends Thinking {
  /** Who thought. */
  name: string;
  scenario: string;
}

export function formatThinking(rows: readonly ThinkingRow[]): string {
  return formatTable([
    ['time of a player turn', 'scenario', 'turns', 'mean ms', 'longest ms'],
    ...rows.map(({ name, scenario, turns, total, longest }) => [
      name,
      scenario,
      turns,
      (total / Math.max(1, turns)).toFixed(1),
      longest.toFixed(0),
    ]),
  ]);
}
