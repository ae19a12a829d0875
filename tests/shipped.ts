/** Shipped scenarios with their plans, loaded and compiled once for all tests. */
import { compile, type Game } from '../src/core/game.ts';
import { parseScenarioTexts } from '../src/scenario/load.ts';
import { scenarioTexts } from './scenario/files.ts';

const games = new Map<string, Game>();

/** Throws with the problems when the scenario does not validate. */
export function shipped(id: string): Game {
  const known = games.get(id);
  if (known) return known;
  const found = parseScenarioTexts(scenarioTexts(id));
  if (!found.ok) throw new Error(found.problems.map((problem) => `${problem.path}: ${problem.message}`).join('\n'));
  const game = compile(found.data.data);
  games.set(id, game);
  return game;
}
