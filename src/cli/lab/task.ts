/** One game of a run, in the main thread or in a worker. */
import { formatRunLine } from '../../lab/run/file.ts';
import { playRunGame } from '../../lab/run/play.ts';
import type { RunConditions, RunLine } from '../../lab/run/run.ts';
import { loadHistory, loadScenario } from '../files.ts';

export interface RunTask {
  /** Id or folder of the scenario. */
  target: string;
  conditions: RunConditions;
  /** Number of the game, from 1. */
  n: number;
}

/** What the summary of a run needs of a game. */
export type RunGist = Pick<RunLine, 'grade' | 'margin' | 'outcomes'>;

export interface RunTaskDone {
  gist: RunGist;
  /** The line of the file: text, which passes between threads at little cost. */
  text: string;
}

/** Plays one game of a run. The scenario is read once in a process. */
export function playRunTask({ target, conditions, n }: RunTask): RunTaskDone {
  const game = loadScenario(target, conditions.changes);
  const line = playRunGame(game, loadHistory(target), conditions, n);
  return { gist: gistOf(line), text: formatRunLine(line) };
}

export function gistOf({ grade, margin, outcomes }: RunLine): RunGist {
  return { grade, margin, outcomes };
}
