/** Full-text search in the rulebook: every word sought must stand in a block; what was found is told by clause. */
import type { Block, Span } from './rulebook.ts';

export interface Hit {
  /** Index of the block. */
  block: number;
  /** The clause it stands in, '' before the first. */
  clause: string;
  /** A few words around the first find, in pieces: the found ones are marked. */
  excerpt: Piece[];
}

export interface Piece {
  text: string;
  found: boolean;
}

/** Characters shown before and after the first find. */
const BEFORE = 36;
const AFTER = 90;

/** One character for one character: small, of ordinary width. */
function fold(text: string): string {
  let folded = '';
  for (const sign of text) {
    const plain = sign.normalize('NFKC').toLowerCase();
    folded += plain.length === sign.length ? plain : sign;
  }
  return folded;
}

/** The words of a query; an empty one has none. */
export function wordsOf(query: string): string[] {
  return [
    ...new Set(
      fold(query)
        .split(/\s+/)
        .filter((word) => word !== ''),
    ),
  ];
}

const textOfSpans = (spans: readonly Span[]): string => spans.map((span) => span.text).join('');

/** What a block says, without its marks; cells and items stand apart. */
export function textOf(block: Block): string {
  if (block.kind === 'list') return block.items.map(textOfSpans).join(' · ');
  if (block.kind === 'table')
    return [block.head, ...block.rows].map((row) => row.map(textOfSpans).join(' ')).join(' · ');
  return textOfSpans(block.spans);
}

/** A text in pieces, the words found in it marked. */
export function piecesOf(text: string, words: readonly string[]): Piece[] {
  const folded = fold(text);
  const marks: [number, number][] = [];
  for (const word of words)
    for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + word.length))
      marks.push([at, at + word.length]);
  marks.sort((a, b) => a[0] - b[0] || b[1] - a[1]);
  const pieces: Piece[] = [];
  let from = 0;
  for (const [start, end] of marks) {
    if (end <= from) continue;
    if (start > from) pieces.push({ text: text.slice(from, start), found: false });
    pieces.push({ text: text.slice(Math.max(from, start), end), found: true });
    from = end;
  }
  if (from < text.length) pieces.push({ text: text.slice(from), found: false });
  return pieces;
}

function excerptOf(text: string, words: readonly string[]): Piece[] {
  const folded = fold(text);
  const first = Math.min(...words.map((word) => folded.indexOf(word)));
  const from = Math.max(0, first - BEFORE);
  const to = Math.min(text.length, first + AFTER);
  const cut = `${from > 0 ? '… ' : ''}${text.slice(from, to).trim()}${to < text.length ? ' …' : ''}`;
  return piecesOf(cut, words);
}

/** The blocks that hold every word, from the beginning; a number of a clause finds that clause first. */
export function searchRulebook(blocks: readonly Block[], query: string): Hit[] {
  const words = wordsOf(query);
  if (words.length === 0) return [];
  const hits: Hit[] = [];
  let clause = '';
  blocks.forEach((block, index) => {
    if ((block.kind === 'heading' || block.kind === 'paragraph') && block.clause !== null) clause = block.clause;
    if (block.kind === 'heading' && block.level === 1) return;
    const text = textOf(block);
    const folded = fold(text);
    if (words.every((word) => folded.includes(word)))
      hits.push({ block: index, clause, excerpt: excerptOf(text, words) });
  });
  const sought = query.trim();
  const own = (hit: Hit): boolean => {
    const block = blocks[hit.block];
    return (block?.kind === 'heading' || block?.kind === 'paragraph') && block.clause === sought;
  };
  return [...hits.filter(own), ...hits.filter((hit) => !own(hit))];
}
