/** From files to a compiled game; loaded when a scenario is opened, so that the start screen does without it. */
import { compile, type Game } from '../../core/game.ts';
import type { ScenarioData } from '../../core/scenario.ts';
import { type Problem, parseLesson, parseScenario, type ScenarioFiles } from '../../scenario/load.ts';
import type { LessonData } from '../../scenario/shapes/lesson.ts';
import { t } from '../text/intl.ts';
import { LoadError } from './loadError.ts';

export function openScenario(id: string, files: ScenarioFiles): Game {
  const parsed = parseScenario(files);
  if (parsed.ok) return compile(parsed.data);
  throw faulty(`scenarios/${id}`, parsed.problems);
}

/** The lesson of a scenario; refuses one with faults. */
export function openLesson(data: ScenarioData, file: unknown): LessonData {
  const parsed = parseLesson(data, file);
  if (parsed.ok) return parsed.data;
  throw faulty(`scenarios/${data.scenario.id}/lesson.json`, parsed.problems);
}

function faulty(file: string, problems: readonly Problem[]): LoadError {
  const details = problems.map((problem) => `${problem.file}: ${problem.path}: ${problem.message}`);
  return new LoadError(file, t('load.faults', { count: problems.length }), details.slice(0, 12));
}
