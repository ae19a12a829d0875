/** One point of a study, in the main thread or in a worker: all its games, so that its scenario is made once. */
import { playRunGame } from '../../lab/run/play.ts';
import type { VaryHeader, VaryPoint } from '../../lab/vary/file.ts';
import { changesAt } from '../../lab/vary/parameters.ts';
import { loadHistory, loadScenario } from '../files.ts';

export interface VaryTask {
  /** Id or folder of the scenario. */
  target: string;
  study: VaryHeader;
  /** Number of the point, from 1, and the values of the parameters there. */
  point: number;
  values: number[];
}

/** Plays the games of a point: the same seeds as at every other. */
export function playVaryPoint({ target, study, point, values }: VaryTask): VaryPoint {
  const changes = changesAt(study.parameters, values, point);
  const game = loadScenario(target, changes);
  const history = loadHistory(target);
  const { scenario, seed, games, fog, bots, plans } = study;
  const conditions = { scenario, seed, games, fog, bots, plans, changes };
  return {
    point,
    values,
    games: Array.from({ length: games }, (_, i) => {
      const { grade, margin, outcomes } = playRunGame(game, history, conditions, i + 1);
      return { grade, margin, outcomes };
    }),
  };
}
