/** From files to a compiled game; loaded when a scenario is opened, so that the start screen does without it. */
import { compile, type Game } from '../../core/game.ts';
import { parseScenario, type ScenarioFiles } from '../../scenario/load.ts';
import { t } from '../text/intl.ts';
import { LoadError } from './loadError.ts';

export function openScenario(id: string, files: ScenarioFiles): Game {
  const parsed = parseScenario(files);
  if (parsed.ok) return compile(parsed.data);
  const details = parsed.problems.map((problem) => `${problem.file}: ${problem.path}: ${problem.message}`);
  throw new LoadError(`scenarios/${id}`, t('load.faults', { count: parsed.problems.length }), details.slice(0, 12));
}
