/** Shipped scenarios, loaded and compiled once for all tests of a file. */
import { compile, type Game } from '../src/core/game.ts';
import { parseScenarioTexts } from '../src/scenario/load.ts';
import { scenarioTexts } from './scenario/files.ts';

const games = new Map<string, Game>();
const withoutPlans = new Map<string, Game>();

/** A scenario as it is played, with its plans; throws with the problems when it does not validate. */
export function shipped(id: string): Game {
  const known = games.get(id);
  if (known) return known;
  const found = parseScenarioTexts(scenarioTexts(id));
  if (!found.ok) throw new Error(found.problems.map((problem) => `${problem.path}: ${problem.message}`).join('\n'));
  const game = compile(found.data.data);
  games.set(id, game);
  return game;
}

/** The same without its plans: bots there do what they would of themselves. */
export function planless(id: string): Game {
  const known = withoutPlans.get(id);
  if (known) return known;
  const { plans: _, ...data } = shipped(id).data;
  const game = compile(data);
  withoutPlans.set(id, game);
  return game;
}
