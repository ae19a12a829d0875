/** Every key of a source that the files use must be in `sources.json`. */
import type { ScenarioData } from '../../core/scenario.ts';
import { type Problems, SCENARIO_PARTS, type ScenarioPart } from '../problem.ts';
import type { HistoryData } from '../shapes/history.ts';
import type { SourcesData } from '../shapes/sources.ts';
import { checkKnown } from './common.ts';

export function checkSources(
  data: ScenarioData,
  { sources }: SourcesData,
  history: HistoryData | null,
  problems: Problems,
): void {
  const known = { has: (key: string): boolean => Object.hasOwn(sources, key) };
  const files: Partial<Record<ScenarioPart, unknown>> = { ...data, history };
  for (const part of SCENARIO_PARTS) visit(part, [], files[part], known, problems);
}

/** Finds each field "source" or "against" that is a list; shapes are checked, so nothing else has that name. */
function visit(
  part: ScenarioPart,
  keys: readonly PropertyKey[],
  value: unknown,
  known: { has(key: string): boolean },
  problems: Problems,
): void {
  if (typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) {
    if (typeof value[0] !== 'object') return;
    value.forEach((one, i) => {
      visit(part, [...keys, i], one, known, problems);
    });
    return;
  }
  for (const [name, one] of Object.entries(value)) {
    if ((name === 'source' || name === 'against') && Array.isArray(one)) {
      one.forEach((key, i) => {
        checkKnown(part, [...keys, name, i], String(key), known, 'unknown-source', problems);
      });
    } else visit(part, [...keys, name], one, known, problems);
  }
}
