/** What happened, grouped by turn and player turn; a click goes to the place, in a replay to the moment. */
import type { ReadonlySignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { LOG_KINDS, type LogKind, type LogLine } from '../app/chronicle.ts';
import { useDesk } from '../app/desk.ts';
import type { Deputed } from '../app/table.ts';
import type { OrderMark } from '../app/takingBack.ts';
import { t } from '../text/intl.ts';
import { DeputyRow, LogRow, OrderRow } from './logRow.tsx';
import { NotesSection } from './notesSection.tsx';

/** Lines drawn at once; older ones on request. */
const PAGE = 300;

interface Props {
  onMoment?: (line: LogLine) => void;
  ahead?: ReadonlySignal<LogLine[]>;
}

export function LogPanel({ onMoment, ahead }: Props) {
  const { table } = useDesk();
  const [hidden, setHidden] = useState<ReadonlySet<LogKind>>(new Set());
  const [search, setSearch] = useState('');
  const [count, setCount] = useState(PAGE);
  const now = useRef<HTMLLIElement>(null);
  const all = table.lines.value;
  const orders = table.orders?.value ?? [];
  const sought = search.trim().toLowerCase();
  const fits = (line: LogLine): boolean =>
    (line.heading && sought === '') ||
    (!line.heading && !hidden.has(line.kind) && (sought === '' || line.text.toLowerCase().includes(sought)));
  const found = all.filter(fits);
  const lines = withoutEmptyHeadings(found).slice(-count);
  const later = (ahead?.value ?? []).filter(fits);
  const latest = all.at(-1)?.key;
  useEffect(() => {
    now.current?.scrollIntoView({ block: later.length > 0 ? 'center' : 'end' });
  }, [latest, orders.length]);
  const toggle = (kind: LogKind): void => {
    const next = new Set(hidden);
    if (!next.delete(kind)) next.add(kind);
    setHidden(next);
  };
  const row = (line: LogLine, isAhead: boolean): ComponentChildren => (
    <LogRow key={line.key} line={line} ahead={isAhead} {...(onMoment ? { onMoment } : {})} />
  );
  return (
    <div class="log">
      <NotesSection />
      <div class="log-tools">
        <input
          type="search"
          placeholder={t('log.search')}
          aria-label={t('log.search')}
          value={search}
          onInput={(event) => setSearch(event.currentTarget.value)}
        />
        <div class="filters">
          {LOG_KINDS.map((kind) => (
            <button
              type="button"
              key={kind}
              class="small"
              aria-pressed={!hidden.has(kind)}
              onClick={() => toggle(kind)}
            >
              {t(`log.kinds.${kind}`)}
            </button>
          ))}
        </div>
      </div>
      {found.length > count && (
        <button type="button" class="plain" onClick={() => setCount(count + PAGE)}>
          {t('log.older', { count: found.length - count })}
        </button>
      )}
      {lines.length === 0 && later.length === 0 && <p class="soft">{t('log.empty')}</p>}
      <ol>
        {withOrders(lines, orders, table.undo, row, sought === '' ? table.deputies : [])}
        <li class={`log-now${ahead ? ' shown' : ''}`} ref={now}>
          {ahead && <span>{t('replay.now')}</span>}
        </li>
        {later.map((line) => row(line, true))}
      </ol>
    </div>
  );
}

/** The lines, after those of each order of this turn its way back or its wall, and before what a deputy decided that he did. */
function withOrders(
  lines: readonly LogLine[],
  orders: readonly OrderMark[],
  undo: ((count: number) => void) | undefined,
  row: (line: LogLine, ahead: boolean) => ComponentChildren,
  deputies: readonly Deputed[],
): ComponentChildren[] {
  const rows: ComponentChildren[] = [];
  let next = 0;
  let told = false;
  const close = (before: number): void => {
    for (let mark = orders[next]; mark && mark.at < before; mark = orders[++next]) {
      rows.push(<OrderRow key={`order${mark.at}`} mark={mark} told={told} onUndo={(count) => undo?.(count)} />);
      told = false;
    }
  };
  const deputed = deputies.filter(({ at }) => at >= (lines[0]?.at ?? Number.POSITIVE_INFINITY));
  for (const line of lines) {
    close(line.at);
    if (deputed[0] && deputed[0].at <= line.at) {
      const one = deputed.shift() as Deputed;
      rows.push(<DeputyRow key={`deputy${one.at}`} deputed={one} />);
    }
    rows.push(row(line, false));
    if (line.at === orders[next]?.at) told = true;
  }
  close(Number.POSITIVE_INFINITY);
  return rows;
}

/** Headings that nothing follows before the next of the same rank are dropped, except the last. */
function withoutEmptyHeadings(lines: readonly LogLine[]): LogLine[] {
  return lines.filter((line, i) => {
    const next = lines[i + 1];
    return !(line.event.type === 'playerTurn' && next?.heading);
  });
}
