/** One game of a match, in the main thread or in a worker. */
import type { Bot } from '../../bots/bot.ts';
import type { Action } from '../../core/action.ts';
import { digest } from '../../core/digest.ts';
import type { Game } from '../../core/game.ts';
import type { SideIndex, View } from '../../core/state.ts';
import { gradeScale, wholeGrade } from '../../lab/arena/grades.ts';
import { playout } from '../../play/playout.ts';
import { type Contestant, seat } from '../contestant.ts';
import { loadScenario } from '../files.ts';

export interface MatchTask {
  scenario: string;
  seed: string;
  fog: boolean;
  /** Who plays the first and the second side. */
  players: [Contestant, Contestant];
}

/** One line of the arena's output. All figures of the result are the first side's. */
export interface MatchLine {
  scenario: string;
  seed: string;
  fog: boolean;
  /** Names of the contestants: first side, second side. */
  players: [string, string];
  actions: number;
  turns: number;
  /** Id of the grade of victory, its number from the worst, and the margin on the scale of grades. */
  grade: string;
  whole: number;
  scaled: number;
  /** Points of the first side minus points of the second. */
  margin: number;
  /** Of the last state: two runs are the same game when it is the same. */
  digest: string;
}

/** Thinking time of a bot over the player turns of a game, in ms. */
export interface Thinking {
  turns: number;
  total: number;
  longest: number;
}

export interface MatchGameDone {
  line: MatchLine;
  /** Of the first and the second side. Times differ from run to run and so are no part of the line. */
  thinking: [Thinking, Thinking];
}

/** Plays one game and times both players. */
export function playMatchGame({ scenario, seed, fog, players }: MatchTask): MatchGameDone {
  const game = loadScenario(scenario);
  const clocked = ([0, 1] as const).map((side) => new ClockedBot(seat(players[side], game, side as SideIndex, seed)));
  const [first, second] = clocked as [ClockedBot, ClockedBot];
  const { state, actions } = playout(game, { seed, fog, bots: [first, second] });
  const { victory } = game.data.scenario;
  const { grade = '', margin = 0 } = state.result ?? {};
  return {
    line: {
      scenario: game.data.scenario.id,
      seed,
      fog,
      players: [players[0].name, players[1].name],
      actions,
      turns: state.turn,
      grade,
      whole: wholeGrade(victory.grades, margin),
      scaled: gradeScale(victory.grades, margin),
      margin,
      digest: digest(state),
    },
    thinking: [first.thinking(), second.thinking()],
  };
}

/** A bot whose thinking is timed by player turn, from the first choice to the end of the turn. */
export class ClockedBot implements Bot {
  readonly id: string;
  readonly #bot: Bot;
  readonly #turns: number[] = [];
  #turn = 0;

  constructor(bot: Bot) {
    this.id = bot.id;
    this.#bot = bot;
  }

  choose(game: Game, view: View): Action {
    const from = performance.now();
    const action = this.#bot.choose(game, view);
    const spent = performance.now() - from;
    if (view.turn !== this.#turn) this.#turns.push(0);
    this.#turn = view.turn;
    this.#turns.push((this.#turns.pop() as number) + spent);
    return action;
  }

  /** Of all player turns so far. */
  thinking(): Thinking {
    return {
      turns: this.#turns.length,
      total: this.#turns.reduce((sum, spent) => sum + spent, 0),
      longest: Math.max(0, ...this.#turns),
    };
  }
}
