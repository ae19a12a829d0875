/** The shipped scenario's files as fresh copies, to be broken by tests. */
import { readFileSync } from 'node:fs';
import type { ScenarioData } from '../../src/core/scenario.ts';
import { type Problem, parseScenario, parseWhole } from '../../src/scenario/load.ts';
import type { HistoryData } from '../../src/scenario/shapes/history.ts';
import type { SourcesData } from '../../src/scenario/shapes/sources.ts';

export interface Files extends ScenarioData {
  sources: SourcesData;
  history: HistoryData;
}

const NAMES = ['scenario', 'map', 'oob', 'air', 'sources', 'history'] as const;
const texts = new Map(
  NAMES.map((name) => [
    name,
    readFileSync(new URL(`../../scenarios/kunlun-pass/${name}.json`, import.meta.url), 'utf8'),
  ]),
);

export function kunlunFiles(): Files {
  return Object.fromEntries(NAMES.map((name) => [name, JSON.parse(texts.get(name) as string)])) as unknown as Files;
}

export function kunlunTexts(): Record<(typeof NAMES)[number], string> {
  return Object.fromEntries(texts) as Record<(typeof NAMES)[number], string>;
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
