import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type Block, blocksOf, spansOf } from '../../src/ui/app/rulebook.ts';
import { piecesOf, searchRulebook, wordsOf } from '../../src/ui/app/rulebookSearch.ts';

const all = (): true => true;

test('marks become spans, and numbers of clauses become references', () => {
  expect(spansOf('see **6.5** and (6.12, 7), `code` and _held_ units', all)).toEqual([
    { kind: 'plain', text: 'see ' },
    { kind: 'strong', text: '6.5' },
    { kind: 'plain', text: ' and (' },
    { kind: 'clause', text: '6.12' },
    { kind: 'plain', text: ', ' },
    { kind: 'clause', text: '7' },
    { kind: 'plain', text: '), ' },
    { kind: 'code', text: 'code' },
    { kind: 'plain', text: ' and ' },
    { kind: 'emphasis', text: 'held' },
    { kind: 'plain', text: ' units' },
  ]);
});

test('a figure is not a reference: it stands outside brackets, with words inside them, or there is no such clause', () => {
  for (const text of ['2.5 km, 1.15 and 6.5 %', 'a river 1.4', 'by lot (0.6 to 1.4 times)', 'paddy 120 % (200)'])
    expect(spansOf(text, (number) => ['6.5', '1.4', '2.5'].includes(number))).toEqual([{ kind: 'plain', text }]);
});

test('brackets and commas of Chinese and Japanese hold references too', () => {
  const clauses = spansOf('（6.21、7.1，7.2）', all).filter((span) => span.kind === 'clause');
  expect(clauses.map((span) => span.text)).toEqual(['6.21', '7.1', '7.2']);
});

test('headings, paragraphs, lists and tables; tags are text', () => {
  const text = '# Book\n\n## 6 Combat\n\n**6.1** One\ntwo <b>x</b>.\n\n- a\n- b\n\n| h | i |\n| - | - |\n| 1 | 2 |\n';
  const blocks = blocksOf(text);
  expect(blocks.map((block) => block.kind)).toEqual(['heading', 'heading', 'paragraph', 'list', 'table']);
  expect(blocks[1]).toMatchObject({ clause: '6', level: 2 });
  const paragraph = blocks[2] as Extract<Block, { kind: 'paragraph' }>;
  expect(paragraph.clause).toBe('6.1');
  expect(paragraph.spans.at(-1)).toEqual({ kind: 'plain', text: ' One two <b>x</b>.' });
  expect(blocks[4]).toMatchObject({ rows: [[[{ text: '1' }], [{ text: '2' }]]] });
});

const docs = new URL('../../docs/', import.meta.url);
const clausesIn = (text: string): string[] =>
  blocksOf(text).flatMap((block) => ('clause' in block && block.clause !== null ? [block.clause] : []));

/** Text of every file below a folder of the sources. */
const sources = (folder: string, ending: RegExp): string[] => {
  const root = new URL(`../../src/${folder}/`, import.meta.url);
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((name) => ending.test(name))
    .map((name) => readFileSync(new URL(name, root), 'utf8'));
};

test('the rulebook itself: every clause that a refusal, a factor or a panel names can be opened', () => {
  const clauses = clausesIn(readFileSync(new URL('rulebook.md', docs), 'utf8'));
  expect(new Set(clauses).size).toBe(clauses.length);
  const core = sources('core', /\.ts$/).join('\n');
  const refusals = [...core.matchAll(/clause: '([\d.]+)'/g)].map((found) => found[1]);
  const factors = [...core.matchAll(/\badd\(\s*'\w+',[^;]*?'(\d+\.\d+)',?\s*\);/g)].map((found) => found[1]);
  const panels = [
    ...sources('ui', /\.tsx$/)
      .join('\n')
      .matchAll(/<ClauseLink clause="([\d.]+)"/g),
  ].map((found) => found[1]);
  expect(refusals.length).toBeGreaterThan(20);
  expect(factors.length).toBeGreaterThan(15);
  expect(panels.length).toBeGreaterThan(5);
  for (const clause of new Set([...refusals, ...factors, ...panels])) expect(clauses).toContain(clause);
});

const translated = readdirSync(docs).filter((name) => /^rulebook\.[\w-]+\.md$/.test(name));

test.each(translated)('%s has the clauses of the English one, in their order', (name) => {
  const english = clausesIn(readFileSync(new URL('rulebook.md', docs), 'utf8'));
  expect(clausesIn(readFileSync(new URL(name, docs), 'utf8'))).toEqual(english);
});

describe('search', () => {
  const text = [
    '# Book',
    '## 6 Combat',
    '**6.5** Guns on the **height** see far. Height counts.',
    '**6.12** Fire, see 6.5.',
    '- first\n- a HEIGHT of note',
    '| kind | men |\n| - | - |\n| height | 9 |',
    '**7.1** 高地之上設有ＭＧ。',
  ].join('\n\n');
  const blocks = blocksOf(text);

  test('hits come by clause, with all words sought', () => {
    expect(searchRulebook(blocks, 'height').map((hit) => hit.clause)).toEqual(['6.5', '6.12', '6.12']);
    expect(searchRulebook(blocks, 'height guns').map((hit) => hit.clause)).toEqual(['6.5']);
    expect(searchRulebook(blocks, 'combat').map((hit) => hit.clause)).toEqual(['6']);
    expect(searchRulebook(blocks, 'nothing of the kind')).toEqual([]);
    expect(searchRulebook(blocks, '  ')).toEqual([]);
  });

  test('a number of a clause finds the clause before those that refer to it', () => {
    expect(searchRulebook(blocks, '6.12').map((hit) => hit.clause)).toEqual(['6.12']);
    expect(searchRulebook(blocks, '6.5').map((hit) => hit.clause)).toEqual(['6.5', '6.12']);
  });

  test('without spaces between words, and in full width', () => {
    expect(searchRulebook(blocks, '高地').map((hit) => hit.clause)).toEqual(['7.1']);
    expect(searchRulebook(blocks, 'mg').map((hit) => hit.clause)).toEqual(['7.1']);
  });

  test('what was found is marked, and nothing of the text is lost', () => {
    const pieces = piecesOf('Height on height', wordsOf('HEIGHT'));
    expect(pieces).toEqual([
      { text: 'Height', found: true },
      { text: ' on ', found: false },
      { text: 'height', found: true },
    ]);
    expect(
      piecesOf('abcd', ['abc', 'bcd'])
        .map((piece) => piece.text)
        .join(''),
    ).toBe('abcd');
    const [hit] = searchRulebook(blocks, 'far');
    expect(hit?.excerpt.filter((piece) => piece.found).map((piece) => piece.text)).toEqual(['far']);
  });
});
