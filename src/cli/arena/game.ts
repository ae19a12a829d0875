/** One game of a match, in the main thread or in a worker. */
import { digest } from '../../core/digest.ts';
import type { SideIndex } from '../../core/state.ts';
import { gradeScale, wholeGrade } from '../../lab/arena/grades.ts';
import { playout } from '../../play/playout.ts';
import { type Contestant, seatContestant } from '../contestant.ts';
import { loadScenario } from '../files.ts';
import { ClockedBot, type Thinking } from '../thinking.ts';

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

export interface MatchGameDone {
  line: MatchLine;
  /** Of the first and the second side. Times differ from run to run and so are no part of the line. */
  thinking: [Thinking, Thinking];
}

/** Plays one game and times both players. */
export function playMatchGame({ scenario, seed, fog, players }: MatchTask): MatchGameDone {
  const game = loadScenario(scenario);
  const clocked = (side: SideIndex): ClockedBot => new ClockedBot(seatContestant(players[side], game, side, seed));
  const [first, second] = [clocked(0), clocked(1)];
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
