/** The data of a scenario as a record of it needs them, whatever the scenario becomes. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compile } from '../src/core/game.ts';
import { parseScenarioTexts } from '../src/scenario/load.ts';
import { SCENARIO_PARTS } from '../src/scenario/problem.ts';

/** The name of the edition in a folder and its data; plans of bots are no part of it. Throws with the problems of a scenario that does not validate. */
export function editionOf(folder: string): { name: string; text: string } {
  const files = SCENARIO_PARTS.map((part) => [part, join(folder, `${part}.json`)] as const);
  const texts = files.filter(([, file]) => existsSync(file)).map(([part, file]) => [part, readFileSync(file, 'utf8')]);
  const found = parseScenarioTexts(Object.fromEntries(texts));
  if (!found.ok) throw new Error(found.problems.map(({ path, message }) => `${path}: ${message}`).join('\n'));
  const { plans: _, ...data } = found.data.data;
  return { name: `${data.scenario.id}-${compile(data).digest}`, text: JSON.stringify(data) };
}
