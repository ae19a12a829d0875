/** Titles of the catalogue and names on the map follow the reader's language. */
import { readFileSync } from 'node:fs';
import { afterEach, expect, test } from 'vitest';
import { compile } from '../../src/core/game.ts';
import { titleOf, told } from '../../src/ui/app/entryWords.ts';
import type { CatalogueEntry } from '../../src/ui/app/load.ts';
import { namedGround, namedLines, placeWordsOf } from '../../src/ui/app/mapWords.ts';
import { speak } from '../../src/ui/text/intl.ts';
import { namesOf } from '../../src/ui/text/names.ts';
import { keepWords } from '../../src/ui/text/words.ts';
import { kunlunFiles } from '../scenario/files.ts';

const files = kunlunFiles();
const game = compile(files);
const { id, title, titleZh, summary, sides } = files.scenario;
const entry = {
  id,
  title,
  titleZh,
  summary,
  sides,
  historical: files.scenario.victory.historical ?? null,
  plans: [
    { id: 'push', side: 'jp', name: 'Push', text: 'Down the road.' },
    { id: 'hold', side: 'cn', name: 'Hold', text: 'Stay.' },
    { id: 'sally', side: 'cn', name: 'Sally', text: 'Go.' },
  ],
  words: {
    'zh-Hant': { title: '崑崙關戰役', story: '十二月', sides: { cn: '中國' }, plans: { hold: { name: '固守' } } },
  },
} as unknown as CatalogueEntry;

const words = (language: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../scenarios/${id}/words/${language}.json`, import.meta.url), 'utf8'));

afterEach(() => speak('en'));

test('a scenario of the catalogue: what is translated, and English for the rest', async () => {
  expect(told(entry)).toMatchObject({ title: 'Kunlun Pass', second: { text: '崑崙關戰役', lang: 'zh-Hant' } });
  await speak('zh-Hant');
  const found = told(entry);
  expect(found).toMatchObject({ title: '崑崙關戰役', story: '十二月', summary, second: { text: title, lang: 'en' } });
  expect([found.side(0), found.side(1), found.secondSide(0).text]).toEqual(['中國', 'Japan', 'China']);
  expect([titleOf([entry], id), titleOf([entry], 'other'), titleOf(null, id)]).toEqual(['崑崙關戰役', 'other', id]);
});

test('the plans of a side in their order, as far as they are translated', async () => {
  expect(told(entry).plans(1)).toEqual([{ id: 'push', name: 'Push', text: 'Down the road.' }]);
  await speak('zh-Hant');
  expect(told(entry).plans(0)).toEqual([
    { id: 'hold', name: '固守', text: 'Stay.' },
    { id: 'sally', name: 'Sally', text: 'Go.' },
  ]);
});

test('places of the map: the reader’s name, and the romanised one of the time below', async () => {
  expect(placeWordsOf(game, namesOf(game))).toBeNull();
  keepWords(id, 'zh-Hans', words('zh-Hans'));
  await speak('zh-Hans');
  const found = placeWordsOf(game, namesOf(game)) ?? [];
  const at = (place: string) => found[files.map.places.findIndex((one) => one.id === place)];
  expect(at('binyang')).toEqual({ name: '宾阳', second: 'Pinyang' });
  expect(at('h653')).toEqual({ name: '653高地', second: '' });
});

test('rivers and railways: marked as rivers only where the name does not say it', async () => {
  const lines = {
    rivers: [{ class: 'major', name: 'Yong', points: [] }],
    roads: [],
    rails: [{ name: 'Unknown railway', points: [] }],
  };
  expect(namedLines(lines, namesOf(game)).rivers[0]?.name).toBe('Yong R.');
  keepWords(id, 'zh-Hant', words('zh-Hant'));
  await speak('zh-Hant');
  const names = namesOf(game);
  expect(namedLines(lines, names).rivers[0]?.name).toBe('邕江');
  expect(namedLines(lines, names).rails?.[0]?.name).toBe('Unknown railway');
  const rivers = new Set(namedGround(files, names).map.rivers.map((river) => river.name));
  expect([...rivers]).toEqual(expect.arrayContaining(['邕江', '右江', undefined]));
  expect(files.map.rivers.some((river) => river.name === '邕江')).toBe(false);
});
