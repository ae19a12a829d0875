/** The files of the shipped scenarios as fresh copies, to be broken by tests. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { ScenarioData } from '../../src/core/scenario.ts';
import { type Problem, parseScenario, parseWhole } from '../../src/scenario/load.ts';
import type { HistoryData } from '../../src/scenario/shapes/history.ts';
import type { SourcesData } from '../../src/scenario/shapes/sources.ts';

export interface Files extends ScenarioData {
  sources: SourcesData;
  history: HistoryData;
}

const NAMES = ['scenario', 'map', 'oob', 'air', 'sources'] as const;
/** What some scenarios have: one that took place its history, a lesson its steps. */
const MORE = ['plans', 'history', 'lesson'] as const;
type Texts = Record<(typeof NAMES)[number], string> & Partial<Record<(typeof MORE)[number], string>>;
const scenarios = new URL('../../scenarios/', import.meta.url);
const read = new Map<string, Texts>();

/** Every folder of `scenarios/`, with the names of what a whole scenario has and it lacks. */
export function shippedFolders(): { id: string; missing: string[] }[] {
  return readdirSync(scenarios, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name: id }) => ({
      id,
      missing: [...NAMES.map((name) => `${name}.json`), 'geo/README.md', 'geo/build.json'].filter(
        (name) => !existsSync(new URL(`${id}/${name}`, scenarios)),
      ),
    }));
}

/** Ids of the scenarios whose files are all there. */
export function shippedIds(): string[] {
  return shippedFolders().flatMap(({ id, missing }) => (missing.length === 0 ? [id] : []));
}

/** The texts of the files that every scenario has, and of those that it has besides. */
export function scenarioTexts(id: string): Texts {
  let texts = read.get(id);
  if (!texts) {
    const file = (name: string): URL => new URL(`${id}/${name}.json`, scenarios);
    const names = [...NAMES, ...MORE.filter((name) => existsSync(file(name)))];
    texts = Object.fromEntries(names.map((name) => [name, readFileSync(file(name), 'utf8')])) as Texts;
    read.set(id, texts);
  }
  return { ...texts };
}

export function scenarioFiles(id: string): Files {
  const texts = scenarioTexts(id);
  const parsed = Object.entries(texts).map(([name, text]) => [name, JSON.parse(text)] as const);
  return Object.fromEntries(parsed.filter(([name]) => name !== 'plans' && name !== 'lesson')) as unknown as Files;
}

export function kunlunFiles(): Files {
  return scenarioFiles('kunlun-pass');
}

export function kunlunTexts(): Texts {
  return scenarioTexts('kunlun-pass');
}

/** What the loader says of the four files that the rules need, after `spoil` has changed them. */
export function problemsOf(spoil: (files: Files) => void): Problem[] {
  const { scenario, map, oob, air } = spoiled(spoil);
  const found = parseScenario({ scenario, map, oob, air });
  return found.ok ? [] : found.problems;
}

/** The same with the sources and the history. */
export function problemsOfAll(spoil: (files: Files) => void): Problem[] {
  const found = parseWhole(spoiled(spoil));
  return found.ok ? [] : found.problems;
}

function spoiled(spoil: (files: Files) => void): Files {
  const files = kunlunFiles();
  spoil(files);
  return files;
}

/** Position of an entry by id. */
export function at(list: readonly { id: string }[], id: string): number {
  const found = list.findIndex((one) => one.id === id);
  if (found < 0) throw new Error(`no ${id}`);
  return found;
}
