/** `docs/formats.md` describes every file, order, condition and effect that there is. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ACTION_TYPES } from '../../src/core/action.ts';
import { SCENARIO_PARTS } from '../../src/scenario/problem.ts';
import { CONDITIONS, EFFECTS } from './rich.ts';

const text = readFileSync(new URL('../../docs/formats.md', import.meta.url), 'utf8');
const [scenarios = '', records = ''] = text.split('## Game record');

/** Words in code marks in the first column of the tables of a text. */
function firstColumn(of: string): Set<string> {
  const rows = of.split('\n').flatMap((line) => (line.startsWith('| `') ? [line.split('|')[1] ?? ''] : []));
  return new Set(rows.flatMap((cell) => cell.match(/[\w.[\]/]+/g) ?? []));
}

test('every file of a scenario', () => {
  for (const part of SCENARIO_PARTS) expect(firstColumn(scenarios)).toContain(`${part}.json`);
});

test('every kind of condition and of effect', () => {
  for (const { type } of [...CONDITIONS, ...EFFECTS]) expect(firstColumn(scenarios)).toContain(type);
});

test('every order, and nothing that is none', () => {
  expect([...firstColumn(records)].sort()).toEqual([...ACTION_TYPES].sort());
});
