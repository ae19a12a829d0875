/** Scenarios and records on disk. Whatever is wrong with them ends the command with the path of the fault. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fingerprint } from '../core/digest.ts';
import { compile, type Game } from '../core/game.ts';
import { changeScenario, formatChangeFault } from '../lab/change/apply.ts';
import type { ChangeSet } from '../lab/change/changeSet.ts';
import { parseChangeSet } from '../lab/change/parse.ts';
import { formatFault, type GameRecord, parseRecord } from '../play/record.ts';
import { type Problem, parseScenarioTexts, type ScenarioFiles } from '../scenario/load.ts';
import { SCENARIO_PARTS, type ScenarioPart } from '../scenario/problem.ts';
import type { HistoryData } from '../scenario/shapes/history.ts';
import type { SourcesData } from '../scenario/shapes/sources.ts';
import { checkWords, WORD_LANGUAGES } from '../scenario/words.ts';
import { readWords, strayWords } from '../scenario/wordsFile.ts';
import { FINDINGS, MISUSE, Stop } from './terminal.ts';

/** The files that the rules need, and what a game is loaded with besides where it is there. */
const NEEDED: readonly ScenarioPart[] = ['scenario', 'map', 'oob', 'air'];
const PLAYED: readonly ScenarioPart[] = [...NEEDED, 'plans'];

/** Folder of a scenario's ready change sets. */
const WHAT_IFS = 'what-if';

/** Files larger than this are not read. */
const LARGEST = 64_000_000;

/** The folder of the package: where package.json and scenarios/ are, for sources and for the built program alike. */
export function packageRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json'))) {
    const above = dirname(folder);
    if (above === folder) throw new Error('package.json is not above the program');
    folder = above;
  }
  return folder;
}

function scenariosFolder(): string {
  return join(packageRoot(), 'scenarios');
}

/** Ids of the scenarios that come with the package, in alphabetical order. */
export function listScenarios(): string[] {
  const folder = scenariosFolder();
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => existsSync(join(folder, name, 'scenario.json')))
    .sort();
}

/** Ids of those with a history: the battles, not the lessons. */
export function listBattles(): string[] {
  return listScenarios().filter((id) => loadHistory(id) !== null);
}

/** The folder of a scenario given by id or path; ends the command when there is none. */
export function scenarioFolder(target: string): string {
  for (const folder of [join(scenariosFolder(), target), target])
    if (!/^\.*$/.test(target) && existsSync(join(folder, 'scenario.json'))) return folder;
  const known = listScenarios().join(', ') || 'none';
  throw new Stop(`no scenario "${target}": it is neither a folder with a scenario.json nor one of ${known}`, MISUSE);
}

/** The text of a file; a missing or unreadable one is a wrong argument. */
export function readText(path: string): string {
  try {
    const { size } = statSync(path);
    if (size > LARGEST) throw new Stop(`${path}: ${size} bytes; at most ${LARGEST} are read`, FINDINGS);
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (error instanceof Stop) throw error;
    throw new Stop(`can't read ${path}: ${(error as Error).message}`, MISUSE);
  }
}

/** The texts of the files of a scenario folder; plans, sources and history only where they are there. */
function readParts(folder: string, parts: readonly ScenarioPart[]): Partial<Record<ScenarioPart, string>> {
  const texts: Partial<Record<ScenarioPart, string>> = {};
  for (const part of parts) {
    const path = join(folder, `${part}.json`);
    if (NEEDED.includes(part) || existsSync(path)) texts[part] = readText(path);
  }
  return texts;
}

function formatProblem(folder: string, { file, path, message }: Problem): string {
  return [join(folder, file), path, message].filter((part) => part !== '').join(': ');
}

export interface ScenarioFindings {
  /** As `file: path: message`. */
  faults: string[];
  /** What the translations lack, a line each: no fault, for English stands in. */
  gaps: string[];
}

/** Every fault of a scenario folder, sources, history and translations included. */
export function scenarioFindings(target: string): ScenarioFindings {
  const folder = scenarioFolder(target);
  const parsed = parseScenarioTexts(readParts(folder, SCENARIO_PARTS));
  if (!parsed.ok) return { faults: parsed.problems.map((problem) => formatProblem(folder, problem)), gaps: [] };
  const found: ScenarioFindings = { faults: [], gaps: [] };
  const read = listWhatIfs(folder).map((id) => readWhatIf(folder, id, parsed.data.sources));
  found.faults.push(...read.flatMap(({ faults }) => faults));
  const whole = { ...parsed.data, whatIfs: read.flatMap(({ set }) => set ?? []) };
  for (const language of WORD_LANGUAGES) {
    const path = join(folder, 'words', `${language}.json`);
    if (!existsSync(path)) continue;
    const words = readWords(language, readText(path));
    const { stray, missing } = words.ok ? checkWords(whole, words.words) : { stray: [], missing: [] };
    const problems = words.ok ? strayWords(language, stray) : words.problems;
    found.faults.push(...problems.map((problem) => formatProblem(folder, problem)));
    if (missing.length > 0) found.gaps.push(`${path}: ${missing.length} texts in English: ${missing.join(', ')}`);
  }
  return found;
}

/** A ready change set, and what is wrong with it: its own shape, its id and sources, and what it makes of the scenario. */
function readWhatIf(
  folder: string,
  id: string,
  sources: SourcesData | null,
): { set: ChangeSet | null; faults: string[] } {
  const path = join(folder, WHAT_IFS, `${id}.json`);
  const parsed = parseChangeSet(readText(path));
  if (!parsed.ok) return { set: null, faults: parsed.faults.map((fault) => `${path}: ${formatFault(fault)}`) };
  const set = parsed.value;
  const known = new Set(Object.keys(sources?.sources ?? {}));
  const faults = (set.source ?? []).filter((key) => !known.has(key)).map((key) => `source: no source "${key}"`);
  if (set.id !== id) faults.push(`id: "${set.id}" in a file of another name`);
  const changed = changeScenario(readFiles(folder), set);
  if (!changed.ok) faults.push(...changed.faults.map(formatChangeFault));
  return { set, faults: faults.map((fault) => `${path}: ${fault}`) };
}

const games = new Map<string, Game>();

/** Changed scenarios kept at a time: a study plays hundreds, each for some games in a row. */
const MOST_CHANGED = 4;
const changedGames = new Map<string, Game>();

/** A scenario, validated and compiled, with changes where they are given; once in a process while it is in use. */
export function loadScenario(target: string, changes: ChangeSet | null = null): Game {
  const folder = scenarioFolder(target);
  const plain = games.get(folder) ?? compilePlain(folder);
  games.set(folder, plain);
  if (changes === null) return plain;
  const key = `${folder}:${fingerprint(JSON.stringify(changes))}`;
  const game = changedGames.get(key) ?? compileChanged(folder, changes);
  changedGames.delete(key);
  changedGames.set(key, game);
  for (const oldest of changedGames.keys()) if (changedGames.size > MOST_CHANGED) changedGames.delete(oldest);
  return game;
}

function compilePlain(folder: string): Game {
  const parsed = parseScenarioTexts(readParts(folder, PLAYED));
  if (!parsed.ok) {
    const lines = parsed.problems.map((problem) => formatProblem(folder, problem));
    throw new Stop(lines.join('\nridgeline: '), FINDINGS);
  }
  return compile(parsed.data.data);
}

/** Of a scenario whose own files are sound: what is wrong is wrong with the changes. */
function compileChanged(folder: string, changes: ChangeSet): Game {
  const changed = changeScenario(readFiles(folder), changes);
  if (changed.ok) return compile(changed.data);
  const lines = changed.faults.map((fault) => `changes "${changes.id}": ${formatChangeFault(fault)}`);
  throw new Stop(lines.join('\nridgeline: '), FINDINGS);
}

function readFiles(folder: string): ScenarioFiles {
  const entries = Object.entries(readParts(folder, PLAYED));
  const files = Object.fromEntries(entries.map(([part, text]) => [part, JSON.parse(text) as unknown]));
  return { scenario: files['scenario'], map: files['map'], oob: files['oob'], air: files['air'], ...files };
}

/** Ids of the ready "what ifs" of a scenario, in alphabetical order. */
export function listWhatIfs(target: string): string[] {
  const folder = join(scenarioFolder(target), WHAT_IFS);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => name.slice(0, -'.json'.length))
    .sort();
}

/** A change set by the id of one that the scenario has, or by the path of a file; ends the command with each fault and its path. */
export function loadChanges(target: string, given: string): ChangeSet {
  const ready = join(scenarioFolder(target), WHAT_IFS, `${given}.json`);
  const path = /^[\w.-]+$/.test(given) && existsSync(ready) ? ready : given;
  if (path === given && !isFile(given)) {
    const known = listWhatIfs(target).join(', ') || 'none';
    throw new Stop(`no change "${given}": it is neither a file nor one of ${known}`, MISUSE);
  }
  const parsed = parseChangeSet(readText(path));
  if (parsed.ok) return parsed.value;
  throw new Stop(parsed.faults.map((fault) => `${path}: ${formatFault(fault)}`).join('\nridgeline: '), FINDINGS);
}

/** The history of a scenario; null where there is none, or none that is valid (`validate` says why). */
export function loadHistory(target: string): HistoryData | null {
  return loadTold(target).history;
}

interface Told {
  history: HistoryData | null;
  sources: SourcesData | null;
}

const told = new Map<string, Told>();

/**
 * The history of a scenario and its sources; null where there is none, or where anything about the scenario is not valid.
 * Read once in a process.
 */
export function loadTold(target: string): Told {
  const folder = scenarioFolder(target);
  const known = told.get(folder);
  if (known) return known;
  const parsed = parseScenarioTexts(readParts(folder, SCENARIO_PARTS));
  const { history, sources } = parsed.ok ? parsed.data : { history: null, sources: null };
  told.set(folder, { history, sources });
  return { history, sources };
}

/** Whether a path names a file, and so a record rather than a scenario. */
export function isFile(target: string): boolean {
  return existsSync(target) && statSync(target).isFile();
}

/** A game record from a file; ends the command with each fault and its path. */
export function loadRecord(path: string): GameRecord {
  const parsed = parseRecord(readText(path));
  if (parsed.ok) return parsed.value;
  throw new Stop(parsed.faults.map((fault) => `${path}: ${formatFault(fault)}`).join('\nridgeline: '), FINDINGS);
}
