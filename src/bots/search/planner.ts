/** A staff that weighs courses of action before each player turn and carries out the one that promises most. */
import type { Action } from '../../core/action.ts';
import type { Game } from '../../core/game.ts';
import type { View } from '../../core/state.ts';
import { cloneState } from '../../core/view.ts';
import type { Appreciation } from '../appreciation.ts';
import type { Bot } from '../bot.ts';
import type { Care } from '../course.ts';
import type { Reason } from '../reason.ts';
import { END, StaffBot } from '../staff.ts';
import { type Budget, type Verdict, weigh } from './weigh.ts';

export class PlanningBot implements Bot {
  readonly id: string;
  readonly #seed: string;
  readonly #budget: Budget;
  readonly #plan: string | null;
  readonly #care: Care;
  #game: Game | null = null;
  #turn = '';
  #staff: StaffBot | null = null;
  #verdict: Verdict | null = null;

  /** `plan`: the one plan that it may carry out; null leaves it the choice that its budget gives. */
  constructor(id: string, seed: string, budget: Budget, plan: string | null, care: Care) {
    this.id = id;
    this.#seed = seed;
    this.#budget = budget;
    this.#plan = plan;
    this.#care = care;
  }

  get reason(): Reason {
    return this.#staff?.reason ?? END;
  }

  get appreciation(): Appreciation | null {
    const made = this.#staff?.appreciation;
    if (!made || !this.#verdict) return null;
    return { ...made, courses: this.#verdict.weighed, work: this.#verdict.work };
  }

  *ponder(game: Game, view: View): Generator<number, void> {
    const turn = `${view.scenario}/${view.turn}/${view.viewer}`;
    if (this.#turn === turn && this.#game === game) return;
    const verdict = yield* weigh(game, cloneState(view) as View, this.#seed, this.#budget, this.#plan, this.#care);
    this.#turn = turn;
    this.#game = game;
    this.#verdict = verdict;
    this.#staff = new StaffBot(this.id, this.#seed, verdict.course, this.#care);
  }

  choose(game: Game, view: View): Action {
    for (const _ of this.ponder(game, view));
    return (this.#staff as StaffBot).choose(game, view);
  }
}
