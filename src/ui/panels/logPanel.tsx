/** What happened, grouped by turn and player turn; a click goes to the place. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { LOG_KINDS, type LogKind, type LogLine } from '../app/chronicle.ts';
import { useDesk } from '../app/desk.ts';
import { t } from '../text/intl.ts';

/** Lines drawn at once; older ones on request. */
const PAGE = 300;

export function LogPanel({ onMoment }: { onMoment?: (line: LogLine) => void }) {
  const { table } = useDesk();
  const [hidden, setHidden] = useState<ReadonlySet<LogKind>>(new Set());
  const [search, setSearch] = useState('');
  const [count, setCount] = useState(PAGE);
  const end = useRef<HTMLDivElement>(null);
  const all = table.lines.value;
  const sought = search.trim().toLowerCase();
  const found = all.filter(
    (line) =>
      (line.heading && sought === '') ||
      (!line.heading && !hidden.has(line.kind) && (sought === '' || line.text.toLowerCase().includes(sought))),
  );
  const lines = withoutEmptyHeadings(found).slice(-count);
  useEffect(() => {
    end.current?.scrollIntoView({ block: 'end' });
  }, [all.length]);
  const toggle = (kind: LogKind): void => {
    const next = new Set(hidden);
    if (!next.delete(kind)) next.add(kind);
    setHidden(next);
  };
  return (
    <div class="log">
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
      {lines.length === 0 && <p class="soft">{t('log.empty')}</p>}
      <ol>
        {lines.map((line) => (
          <LogRow key={line.key} line={line} {...(onMoment ? { onMoment } : {})} />
        ))}
      </ol>
      <div ref={end} />
    </div>
  );
}

/** Headings that nothing follows before the next of the same rank are dropped, except the last. */
function withoutEmptyHeadings(lines: readonly LogLine[]): LogLine[] {
  return lines.filter((line, i) => {
    const next = lines[i + 1];
    return !(line.event.type === 'playerTurn' && next?.heading);
  });
}

export function LogRow({ line, onMoment }: { line: LogLine; onMoment?: (line: LogLine) => void }) {
  const { table, show } = useDesk();
  const colour = table.game.data.scenario.sides[line.side]?.colour ?? 'transparent';
  if (line.event.type === 'turn') return <li class="log-turn">{line.text}</li>;
  if (line.event.type === 'playerTurn') {
    return (
      <li class="log-side">
        <span class="swatch" style={{ '--side': table.game.data.scenario.sides[line.event.side]?.colour }} />{' '}
        {line.text}
      </li>
    );
  }
  if (line.hex < 0 && !onMoment) return <li class={`log-line ${line.kind}`}>{line.text}</li>;
  return (
    <li class={`log-line ${line.kind}`} style={{ '--side': colour }}>
      <button
        type="button"
        onClick={() => {
          onMoment?.(line);
          if (line.hex >= 0) show(line.hex);
        }}
      >
        {line.text}
      </button>
    </li>
  );
}
