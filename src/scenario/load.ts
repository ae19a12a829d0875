/** The door into the rules: files go in, a whole checked scenario comes out, or the list of what is wrong with them. */
import { compile } from '../core/game.ts';
import type { ScenarioData } from '../core/scenario.ts';
import { checkAir } from './checks/air.ts';
import { checkHistory } from './checks/history.ts';
import { checkLesson } from './checks/lesson.ts';
import { checkMap } from './checks/map.ts';
import { checkOob } from './checks/oob.ts';
import { checkPlans } from './checks/plans.ts';
import { checkArrivalHexes, checkPositions } from './checks/positions.ts';
import { checkScenario } from './checks/scenario.ts';
import { checkSources } from './checks/sources.ts';
import { checkSupply } from './checks/supply.ts';
import { lexiconOf } from './lexicon.ts';
import { type Problem, Problems, SCENARIO_PARTS, type ScenarioPart } from './problem.ts';
import { readPart, readText } from './reading.ts';
import { airShape } from './shapes/air.ts';
import { type HistoryData, historyShape } from './shapes/history.ts';
import { type LessonData, lessonShape } from './shapes/lesson.ts';
import { mapShape } from './shapes/map.ts';
import { oobShape } from './shapes/oob.ts';
import { plansShape } from './shapes/plans.ts';
import { scenarioShape } from './shapes/scenario.ts';
import { type SourcesData, sourcesShape } from './shapes/sources.ts';

export type { Problem, ProblemCode } from './problem.ts';

/** The parsed JSON of a scenario's files. `plans`, `sources`, `history` and `lesson` are checked when they are given. */
export interface ScenarioFiles {
  scenario: unknown;
  map: unknown;
  oob: unknown;
  air: unknown;
  plans?: unknown;
  sources?: unknown;
  history?: unknown;
  lesson?: unknown;
}

export interface WholeScenario {
  data: ScenarioData;
  sources: SourcesData | null;
  history: HistoryData | null;
  lesson: LessonData | null;
}

export type Parsed<T> = { ok: true; data: T } | { ok: false; problems: Problem[] };

/**
 * Reads and checks the four files the rules need, and plans, sources, history and lesson where given. Refuses with every
 * problem found (the first 200), each with its file and path; never throws on what the files hold.
 */
export function parseScenario(files: ScenarioFiles): Parsed<ScenarioData> {
  const found = parseWhole(files);
  return found.ok ? { ok: true, data: found.data.data } : found;
}

/** The same, and gives back the sources, the history and the lesson as well. */
export function parseWhole(files: ScenarioFiles): Parsed<WholeScenario> {
  const problems = new Problems();
  const scenario = readPart('scenario', files.scenario, scenarioShape, problems);
  const map = readPart('map', files.map, mapShape, problems);
  const oob = readPart('oob', files.oob, oobShape, problems);
  const air = readPart('air', files.air, airShape, problems);
  const plans = files.plans === undefined ? null : readPart('plans', files.plans, plansShape, problems);
  const sources = files.sources === undefined ? null : readPart('sources', files.sources, sourcesShape, problems);
  const history = files.history === undefined ? null : readPart('history', files.history, historyShape, problems);
  const lesson = files.lesson === undefined ? null : readPart('lesson', files.lesson, lessonShape, problems);
  if (!scenario || !map || !oob || !air || !problems.none) return { ok: false, problems: problems.list };
  const data: ScenarioData = { scenario, map, oob, air, ...(plans ? { plans } : {}) };
  const lexicon = lexiconOf(data);
  checkMap(data, problems);
  checkScenario(data, lexicon, problems);
  checkOob(data, lexicon, problems);
  checkArrivalHexes(data, problems);
  checkAir(data, lexicon, problems);
  if (plans) checkPlans(data, plans, lexicon, problems);
  if (problems.none) {
    const game = compile(data);
    checkPositions(game, problems);
    if (problems.none) checkSupply(game, problems);
  }
  if (sources) checkSources(data, sources, history, problems);
  if (history) checkHistory(data, history, lexicon, problems);
  if (lesson) checkLesson(data, lesson, lexicon, problems);
  return problems.none
    ? { ok: true, data: { data, sources, history, lesson } }
    : { ok: false, problems: problems.list };
}

/** Reads and checks the lesson of a scenario that is already there. */
export function parseLesson(data: ScenarioData, file: unknown): Parsed<LessonData> {
  const problems = new Problems();
  const lesson = readPart('lesson', file, lessonShape, problems);
  if (lesson) checkLesson(data, lesson, lexiconOf(data), problems);
  return lesson && problems.none ? { ok: true, data: lesson } : { ok: false, problems: problems.list };
}

/** The same from the texts of the files. */
export function parseScenarioTexts(texts: Partial<Record<ScenarioPart, string>>): Parsed<WholeScenario> {
  const problems = new Problems();
  const files: Partial<Record<ScenarioPart, unknown>> = {};
  for (const part of SCENARIO_PARTS) {
    const text = texts[part];
    if (text !== undefined) files[part] = readText(part, text, problems);
  }
  if (!problems.none) return { ok: false, problems: problems.list };
  return parseWhole({ scenario: files.scenario, map: files.map, oob: files.oob, air: files.air, ...files });
}
