/** The text of the rulebook, what is sought marked in it; every number of a clause leads there. */
import type { Block, Span } from '../app/rulebook.ts';
import { piecesOf } from '../app/rulebookSearch.ts';
import { ClauseLink } from './clauseLink.tsx';

interface BlockProps {
  block: Block;
  index: number;
  /** Words to mark. */
  words: readonly string[];
}

export function BlockView({ block, index, words }: BlockProps) {
  switch (block.kind) {
    case 'heading':
      return block.level === 1 ? null : (
        <h3 data-clause={block.clause ?? undefined} data-block={index}>
          <Spans spans={block.spans} words={words} />
        </h3>
      );
    case 'paragraph':
      return (
        <p data-clause={block.clause ?? undefined} data-block={index}>
          <Spans spans={block.spans} words={words} />
        </p>
      );
    case 'list':
      return (
        <ul data-block={index}>
          {block.items.map((item) => (
            <li key={item.map((span) => span.text).join('')}>
              <Spans spans={item} words={words} />
            </li>
          ))}
        </ul>
      );
    case 'table':
      return <TableView head={block.head} rows={block.rows} index={index} words={words} />;
  }
}

interface TableProps {
  head: Span[][];
  rows: Span[][][];
  index: number;
  words: readonly string[];
}

function TableView({ head, rows, index, words }: TableProps) {
  const key = (cell: Span[], i: number): string => `${i}${cell[0]?.text ?? ''}`;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is moved sideways by the arrow keys
    <div class="rulebook-table" data-block={index} tabIndex={0}>
      <table>
        <thead>
          <tr>
            {head.map((cell, i) => (
              <th scope="col" key={key(cell, i)}>
                <Spans spans={cell} words={words} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, n) => (
            <tr key={key(row[0] ?? [], n)}>
              {row.map((cell, i) => (
                <td key={key(cell, i)}>
                  <Spans spans={cell} words={words} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** A text with what was found marked. */
export function Marked({ text, words }: { text: string; words: readonly string[] }) {
  if (words.length === 0) return <>{text}</>;
  return <>{piecesOf(text, words).map((piece, i) => (piece.found ? <mark key={i}>{piece.text}</mark> : piece.text))}</>;
}

function Spans({ spans, words }: { spans: readonly Span[]; words: readonly string[] }) {
  return (
    <>
      {spans.map((span, i) => {
        const key = `${i}${span.text}`;
        if (span.kind === 'clause') return <ClauseLink key={key} clause={span.text} text={span.text} />;
        const text = <Marked key={key} text={span.text} words={words} />;
        if (span.kind === 'strong') return <strong key={key}>{text}</strong>;
        if (span.kind === 'emphasis') return <em key={key}>{text}</em>;
        if (span.kind === 'code') return <code key={key}>{text}</code>;
        return text;
      })}
    </>
  );
}
