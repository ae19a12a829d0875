/** Games of the computer against itself, counted by grade: what the start screen says of difficulty. */
import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { createBot } from '../../src/bots/index.ts';
import { RULES_VERSION } from '../../src/core/version.ts';
import { balanceShape } from '../../src/scenario/shapes/balance.ts';
import { scenarioFiles, shippedIds } from './files.ts';

const addressOf = (id: string): URL => new URL(`../../scenarios/${id}/balance.json`, import.meta.url);
const counted = shippedIds().filter((id) => existsSync(addressOf(id)));

test('every battle that took place has been counted', () => {
  const battles = shippedIds().filter((id) => scenarioFiles(id).scenario.victory.historical !== undefined);
  expect(counted).toEqual(expect.arrayContaining(battles));
});

test.each(counted)('the games of %s add up, by grades of the scenario and the rules as they are', (id) => {
  const balance = balanceShape.parse(JSON.parse(readFileSync(addressOf(id), 'utf8')));
  const { grades } = scenarioFiles(id).scenario.victory;
  expect(balance.id).toBe(id);
  expect(grades.map((grade) => grade.id)).toEqual(expect.arrayContaining(Object.keys(balance.grades)));
  expect(Object.values(balance.grades).reduce((sum, games) => sum + games, 0)).toBe(balance.games);
  expect(balance.rules).toBe(RULES_VERSION);
  expect(() => createBot(balance.level, 'x')).not.toThrow();
});
