/** `docs/formats.md` describes every file, order, condition and effect that there is. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ACTION_TYPES } from '../../src/core/action.ts';
import { PLAN_TASKS } from '../../src/core/plans.ts';
import { SCENARIO_PARTS } from '../../src/scenario/problem.ts';
import { CONDITIONS, EFFECTS } from './rich.ts';

const text = readFileSync(new URL('../../docs/formats.md', import.meta.url), 'utf8');
const [scenarios = '', rest = ''] = text.split('## Game record');
const [records = ''] = rest.split('\n## ');

/** Words in code marks in the first column of the tables of a text, headings apart. */
function firstColumn(of: string): Set<string> {
  const lines = of.split('\n');
  const rows = lines.filter((line, i) => line.startsWith('| `') && !lines[i + 1]?.startsWith('| -'));
  return new Set(rows.flatMap((line) => line.split('|')[1]?.match(/[\w.[\]/]+/g) ?? []));
}

test('every file of a scenario', () => {
  for (const part of SCENARIO_PARTS) expect(firstColumn(scenarios)).toContain(`${part}.json`);
});

test('every kind of condition and of effect', () => {
  for (const { type } of [...CONDITIONS, ...EFFECTS]) expect(firstColumn(scenarios)).toContain(type);
});

test('every task of a plan', () => {
  for (const task of PLAN_TASKS) expect(firstColumn(scenarios)).toContain(task);
});

test('every order, and nothing that is none', () => {
  expect([...firstColumn(records)].sort()).toEqual([...ACTION_TYPES].sort());
});
