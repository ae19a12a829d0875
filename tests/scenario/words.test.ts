/** The words of the shipped scenarios in other languages, and what the check says of spoiled ones. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  checkWords,
  rankKey,
  textsOf,
  type WhatIfHead,
  WORD_LANGUAGES,
  type WordLanguage,
  type Words,
} from '../../src/scenario/words.ts';
import { readWords, strayWords } from '../../src/scenario/wordsFile.ts';
import { kunlunFiles, scenarioFiles, scenarioTexts, shippedIds } from './files.ts';

const scenarios = new URL('../../scenarios/', import.meta.url);

function wordsText(id: string, language: WordLanguage): string | null {
  const file = new URL(`${id}/words/${language}.json`, scenarios);
  return existsSync(file) ? readFileSync(file, 'utf8') : null;
}

/** Its ready change sets. */
function whatIfs(id: string): WhatIfHead[] {
  const folder = new URL(`${id}/what-if/`, scenarios);
  if (!existsSync(folder)) return [];
  return readdirSync(folder).map((name) => JSON.parse(readFileSync(new URL(name, folder), 'utf8')));
}

const shipped = shippedIds().flatMap((id) =>
  WORD_LANGUAGES.flatMap((language) => {
    const text = wordsText(id, language);
    return text === null ? [] : [[id, language, text] as const];
  }),
);

describe.each(shipped)('%s in %s', (id, language, text) => {
  const files = scenarioFiles(id);
  const { plans } = scenarioTexts(id);
  const data = plans === undefined ? files : { ...files, plans: JSON.parse(plans) };
  const whole = { data, history: files.history ?? null, whatIfs: whatIfs(id) };
  const read = readWords(language, text);

  test('is a flat list of texts', () => {
    expect(read).toMatchObject({ ok: true });
  });

  test('has every text that a player meets, and none that belongs to nothing', () => {
    expect(read.ok && checkWords(whole, read.words)).toEqual({ stray: [], missing: [] });
  });

  test('keeps the digits of its English: numbers, heights, scores', () => {
    const words = read.ok ? read.words : {};
    const digits = (line: string): string[] => (line.replace(/(\d)[,.](?=\d{3})/g, '$1').match(/\d{4,}/g) ?? []).sort();
    for (const key of ['historical.story', 'historical.note'])
      expect([key, digits(words[key] ?? '')]).toEqual([
        key,
        digits(textsOf(whole).find((one) => one.key === key)?.english ?? ''),
      ]);
  });
});

test('the lines drawn on the map are called what map.json calls them', () => {
  for (const id of shippedIds()) {
    const lines = JSON.parse(readFileSync(new URL(`../../assets/${id}/lines.json`, import.meta.url), 'utf8'));
    const drawn = Object.values(lines).flatMap((list) =>
      Array.isArray(list) ? list.map((one: { name?: string }) => one.name ?? '') : [],
    );
    const known = new Set(textsOf({ data: scenarioFiles(id), history: null }).map(({ key }) => key));
    expect([...new Set(drawn)].filter((name) => name !== '' && !known.has(`line.${name}`))).toEqual([]);
  }
});

describe('the check', () => {
  const files = kunlunFiles();
  const whole = { data: files, history: files.history };
  const full: Words = Object.fromEntries(textsOf(whole).map(({ key, english }) => [key, english]));

  test('finds nothing in a list of every text', () => {
    expect(checkWords(whole, full)).toEqual({ stray: [], missing: [] });
  });

  test('names keys of what is not there, and needed texts that are missing, but not notes', () => {
    const { 'unit.cn_5a': _, 'unit.cn_h1_1.note': __, ...rest } = full;
    expect(checkWords(whole, { ...rest, 'unit.cn_5b': 'x', 'event.order': 'x' })).toEqual({
      stray: ['unit.cn_5b', 'event.order'],
      missing: ['unit.cn_5a'],
    });
  });

  test('tells ranks apart by the army', () => {
    const keys = textsOf(whole).map(({ key }) => key);
    expect(keys).toEqual(expect.arrayContaining([rankKey('cn', 'Col'), rankKey('jp', 'Col')]));
  });

  test('asks for nothing of a history that is not given', () => {
    const texts = textsOf({ data: files, history: null });
    expect(texts.some(({ key }) => /^(history|scope|elsewhere)\./.test(key))).toBe(false);
    expect(texts.length).toBeGreaterThan(200);
  });
});

describe('a spoiled file', () => {
  test.each([
    ['not JSON', '{"title": ', 'words', 'not-json'],
    ['a list', '["title"]', 'words', 'type'],
    ['no text', '{"title": 7}', 'words["title"]', 'type'],
    ['an empty text', '{"title": ""}', 'words["title"]', 'text'],
    ['no such key', '{"Unit.x": "a"}', 'words["Unit.x"]', 'unknown-field'],
  ])('%s: refused with its path', (_, text, path, code) => {
    expect(readWords('ja', text)).toMatchObject({ ok: false, problems: [{ file: 'words/ja.json', path, code }] });
  });

  test('keys that belong to nothing are faults of the file', () => {
    expect(strayWords('ja', ['unit.x'])).toMatchObject([{ file: 'words/ja.json', path: 'words["unit.x"]' }]);
  });
});
