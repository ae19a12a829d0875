/** The rulebook, open at a clause; every number of a clause in it leads there. */
import { signal } from '@preact/signals';
import { useEffect, useRef, useState } from 'preact/hooks';
import { fetchText } from '../app/load.ts';
import { type Block, blocksOf, type Span } from '../app/rulebook.ts';
import { t } from '../text/intl.ts';
import { Dialog } from '../widgets/dialog.tsx';

/** The clause the rulebook is open at, '' for its beginning; null while it is closed. */
export const openClause = signal<string | null>(null);

let blocks: Promise<Block[]> | null = null;

function read(): Promise<Block[]> {
  blocks ??= fetchText('docs/rulebook.md').then(blocksOf);
  blocks.catch(() => {
    blocks = null;
  });
  return blocks;
}

export function RulebookSheet() {
  const clause = openClause.value;
  const [text, setText] = useState<Block[] | null>(null);
  const [fault, setFault] = useState('');
  const page = useRef<HTMLDivElement>(null);
  const isOpen = clause !== null;
  useEffect(() => {
    if (isOpen) read().then(setText, (error: Error) => setFault(error.message));
  }, [isOpen]);
  useEffect(() => {
    if (!text || !clause) return;
    const found = page.current?.querySelector(`[data-clause="${CSS.escape(clause)}"]`);
    found?.scrollIntoView({ block: 'start' });
    found?.classList.add('found');
    return () => found?.classList.remove('found');
  }, [text, clause]);
  if (!isOpen) return null;
  return (
    <Dialog
      title={t('rulebook.title')}
      wide
      onClose={() => {
        openClause.value = null;
      }}
    >
      <div class="rulebook" ref={page}>
        {fault !== '' && <p class="refusal-line">{t('rulebook.missing', { why: fault })}</p>}
        {text?.map((block, i) => (
          <BlockView key={i} block={block} />
        ))}
      </div>
    </Dialog>
  );
}

function BlockView({ block }: { block: Block }) {
  switch (block.kind) {
    case 'heading':
      return block.level === 1 ? null : (
        <h3 data-clause={block.clause ?? undefined}>
          <Spans spans={block.spans} />
        </h3>
      );
    case 'paragraph':
      return (
        <p data-clause={block.clause ?? undefined}>
          <Spans spans={block.spans} />
        </p>
      );
    case 'list':
      return (
        <ul>
          {block.items.map((item) => (
            <li key={item.map((span) => span.text).join('')}>
              <Spans spans={item} />
            </li>
          ))}
        </ul>
      );
    case 'table':
      return <TableView head={block.head} rows={block.rows} />;
  }
}

function TableView({ head, rows }: { head: Span[][]; rows: Span[][][] }) {
  const key = (cell: Span[], i: number): string => `${i}${cell[0]?.text ?? ''}`;
  return (
    <div class="rulebook-table">
      <table>
        <thead>
          <tr>
            {head.map((cell, i) => (
              <th key={key(cell, i)}>
                <Spans spans={cell} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, n) => (
            <tr key={key(row[0] ?? [], n)}>
              {row.map((cell, i) => (
                <td key={key(cell, i)}>
                  <Spans spans={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Spans({ spans }: { spans: readonly Span[] }) {
  return (
    <>
      {spans.map((span, i) => {
        const key = `${i}${span.text}`;
        if (span.kind === 'strong') return <strong key={key}>{span.text}</strong>;
        if (span.kind === 'emphasis') return <em key={key}>{span.text}</em>;
        if (span.kind === 'code') return <code key={key}>{span.text}</code>;
        if (span.kind === 'clause') return <ClauseLink key={key} clause={span.text} text={span.text} />;
        return span.text;
      })}
    </>
  );
}

/** A number that opens the rulebook at its clause. */
export function ClauseLink({ clause, text }: { clause: string; text: string }) {
  return (
    <button
      type="button"
      class="plain clause"
      title={t('rulebook.open', { clause })}
      onClick={() => {
        openClause.value = clause;
      }}
    >
      {text}
    </button>
  );
}
