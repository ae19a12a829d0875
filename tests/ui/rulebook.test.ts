import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { type Block, blocksOf, spansOf } from '../../src/ui/app/rulebook.ts';

const all = (): true => true;

test('marks become spans, and numbers of clauses become references', () => {
  expect(spansOf('see **6.5** and 6.12, `code` and _held_ units', all)).toEqual([
    { kind: 'plain', text: 'see ' },
    { kind: 'strong', text: '6.5' },
    { kind: 'plain', text: ' and ' },
    { kind: 'clause', text: '6.12' },
    { kind: 'plain', text: ', ' },
    { kind: 'code', text: 'code' },
    { kind: 'plain', text: ' and ' },
    { kind: 'emphasis', text: 'held' },
    { kind: 'plain', text: ' units' },
  ]);
});

test('a figure is not a reference: no such clause, or a unit behind it', () => {
  expect(spansOf('2.5 km, 1.15 and 6.5 %', (number) => number === '6.5')).toEqual([
    { kind: 'plain', text: '2.5 km, 1.15 and 6.5 %' },
  ]);
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

test('the rulebook itself: every clause that a refusal or a factor names can be opened', () => {
  const text = readFileSync(new URL('../../docs/rulebook.md', import.meta.url), 'utf8');
  const clauses = blocksOf(text).flatMap((block) => ('clause' in block && block.clause !== null ? [block.clause] : []));
  expect(new Set(clauses).size).toBe(clauses.length);
  const core = new URL('../../src/core/', import.meta.url);
  const named = readdirSync(core, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .flatMap((name) =>
      [...readFileSync(new URL(name, core), 'utf8').matchAll(/clause: '([\d.]+)'/g)].map((found) => found[1]),
    );
  expect(named.length).toBeGreaterThan(20);
  for (const clause of new Set(named)) expect(clauses).toContain(clause);
});
