/** What holds of every scenario in `scenarios/`: it is whole, valid, says where it comes from, and adds up. */
import { describe, expect, test } from 'vitest';
import { compile } from '../../src/core/game.ts';
import type { Sourced } from '../../src/core/scenario.ts';
import { setup } from '../../src/core/setup.ts';
import { lexiconOf } from '../../src/scenario/lexicon.ts';
import { parseScenarioTexts } from '../../src/scenario/load.ts';
import type { HistoryData } from '../../src/scenario/shapes/history.ts';
import { RELIABILITIES } from '../../src/scenario/shapes/sources.ts';
import { scenarioFiles, scenarioTexts, shippedFolders, shippedIds } from './files.ts';

test('every folder of scenarios/ holds a whole scenario', () => {
  const folders = shippedFolders();
  expect(folders.filter(({ missing }) => missing.length > 0)).toEqual([]);
  expect(folders.length).toBeGreaterThanOrEqual(2);
});

/** Every entry with a source, wherever it stands in a file. */
function sourcedEntries(value: unknown, path = ''): [path: string, entry: Partial<Sourced>][] {
  if (typeof value !== 'object' || value === null) return [];
  const below = Object.entries(value).flatMap(([key, one]) => sourcedEntries(one, `${path}.${key}`));
  return Array.isArray((value as Partial<Sourced>).source) ? [[path, value as Partial<Sourced>], ...below] : below;
}

describe.each(shippedIds())('%s', (id) => {
  const files = scenarioFiles(id);
  const { scenario, map, oob, air, sources } = files;
  /** A scenario that never took place has none. */
  const history: HistoryData | undefined = files.history;

  test('all files are valid together, and are of the folder that they lie in', () => {
    const found = parseScenarioTexts(scenarioTexts(id));
    expect(found.ok ? [] : found.problems).toEqual([]);
    expect([scenario.id, map.id, history?.id ?? id]).toEqual([id, id, id]);
  });

  test('it has a history when it says where history stands, and only then', () => {
    expect(history !== undefined).toBe(scenario.victory.historical !== undefined);
  });

  test('both sides have troops on the map, a depot, something to win and a grade when it begins', () => {
    const game = compile(files);
    const { state } = setup(game, { seed: 'first', fog: true });
    for (const side of [0, 1] as const) {
      const name = scenario.sides[side]?.id ?? '';
      expect(game.bySide[side].filter((unit) => (state.units[unit]?.hex ?? -1) >= 0).length).toBeGreaterThan(5);
      expect(scenario.supplySources.some((depot) => depot.side === name)).toBe(true);
      expect(scenario.victory.objectives.some(({ points }) => (points[name] ?? 0) > 0)).toBe(true);
      expect(scenario.victory.grades.some((grade) => grade.winner === name)).toBe(true);
    }
  });

  test('every estimate says why', () => {
    const guesses = sourcedEntries({ scenario, oob, air }).filter(([, entry]) => entry.estimated);
    expect(guesses.length).toBeGreaterThan(0);
    for (const [path, entry] of guesses)
      expect([path, entry.note ?? '']).toEqual([path, expect.stringMatching(/.{10}/)]);
  });

  test('every key of a source that a file names is explained', () => {
    const named = sourcedEntries({ scenario, map, oob, air, history }).flatMap(([, entry]) => entry.source ?? []);
    expect([...new Set(named)].filter((key) => !Object.hasOwn(sources.sources, key))).toEqual([]);
  });

  test('a figure is as reliable as the best of its sources', () => {
    const grade = (key: string): number => RELIABILITIES.indexOf(sources.sources[key]?.reliability ?? '-');
    for (const outcome of history?.outcomes ?? [])
      for (const { source, reliability } of outcome.values)
        expect([outcome.id, reliability]).toEqual([outcome.id, RELIABILITIES[Math.min(...source.map(grade))]]);
  });

  test('what was left out says why, and what stands for it is there', () => {
    const { units, bodies } = lexiconOf(files);
    for (const { id: left, why, standsAs = [] } of history?.omitted ?? []) {
      expect([left, why]).toEqual([left, expect.stringMatching(/.{10}/)]);
      expect([left, standsAs.filter((body) => !bodies.has(body))]).toEqual([left, []]);
      if (units.has(left)) expect(standsAs).toContain(left);
    }
  });

  test('the sum of the historical margin is right and gives the historical grade', () => {
    const { grades, historical } = scenario.victory;
    if (!historical) return;
    const [, sum = '', total = ''] = /Margin ([-+\d]+) = (-?\d+)/.exec(historical.note) ?? [];
    const margin = (sum.match(/[-+]?\d+/g) ?? []).reduce((all, term) => all + Number(term), 0);
    expect(sum).not.toBe('');
    expect(margin).toBe(Number(total));
    expect(grades.find((grade) => margin >= grade.atLeast)?.id).toBe(historical.grade);
  });
});
