/** Games of a run of the laboratory, with all that is measured in them, in processor time: other work does not count. */
import type { Game } from '../../core/game.ts';
import { formatRunLine } from '../../lab/run/file.ts';
import { playRunGame, type RunHistory } from '../../lab/run/play.ts';
import type { RunConditions } from '../../lab/run/run.ts';
import { processorTime } from './measure.ts';

/** Games played before the count begins. */
const WARM_UP = 8;

export interface RunRate {
  games: number;
  /** Outcomes of the history that are measured in each. */
  measures: number;
  msPerGame: number;
  gamesPerSecond: number;
  /** Of a line of the file. */
  bytesPerGame: number;
}

/** As `ridgeline lab run` plays without options, on one core. */
export function benchRun(game: Game, history: RunHistory, games: number): RunRate {
  const conditions: RunConditions = {
    scenario: game.data.scenario.id,
    seed: 'bench',
    games: WARM_UP + games,
    fog: true,
    bots: ['regular', 'regular'],
    plans: ['historical', 'historical'],
    changes: null,
  };
  const play = (n: number): number => formatRunLine(playRunGame(game, history, conditions, n)).length;
  for (let n = 1; n <= WARM_UP; n++) play(n);
  let bytes = 0;
  const start = processorTime();
  for (let n = WARM_UP + 1; n <= WARM_UP + games; n++) bytes += play(n);
  const msPerGame = (processorTime() - start) / games;
  const measures = history?.outcomes.filter(({ measure }) => measure !== null).length ?? 0;
  return { games, measures, msPerGame, gamesPerSecond: 1000 / msPerGame, bytesPerGame: bytes / games };
}
