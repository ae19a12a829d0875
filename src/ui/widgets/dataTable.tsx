/** A table that sorts by every column, filters by text and by state, is walked with the arrow keys, and saves as a file. */
import { useId, useMemo, useRef, useState } from 'preact/hooks';
import { download } from '../app/files.ts';
import {
  type Arrangement,
  AS_IT_COMES,
  arranged,
  countByState,
  csvOf,
  type Sheet,
  type SheetRow,
  sortedBy,
} from '../app/staff/sheet.ts';
import { language, t } from '../text/intl.ts';
import { Icon } from './icon.tsx';

interface Props {
  sheet: Sheet;
  title: string;
  /** Name of the file that the rows are saved as, without its ending. */
  fileName: string;
  isChosen: (row: SheetRow) => boolean;
  onChoose: (row: SheetRow) => void;
}

export function DataTable({ sheet, title, fileName, isChosen, onChoose }: Props) {
  const [by, setBy] = useState<Arrangement>(AS_IT_COMES);
  const tongue = language();
  const rows = useMemo(() => arranged(sheet, by, tongue), [sheet, by, tongue]);
  return (
    <div class="data-table">
      <Tools
        sheet={sheet}
        by={by}
        shown={rows.length}
        onChange={setBy}
        onExport={() => download(`${fileName}.csv`, csvOf(sheet, rows), 'text/csv;charset=utf-8')}
      />
      {sheet.rows.length === 0 ? (
        <p class="soft">{t('staff.empty')}</p>
      ) : (
        <Rows {...{ sheet, title, by, rows, isChosen, onChoose }} onSort={(id) => setBy(sortedBy(sheet, by, id))} />
      )}
    </div>
  );
}

interface ToolsProps {
  sheet: Sheet;
  by: Arrangement;
  shown: number;
  onChange: (by: Arrangement) => void;
  onExport: () => void;
}

function Tools({ sheet, by, shown, onChange, onExport }: ToolsProps) {
  const id = useId();
  const counts = countByState(sheet);
  const states = sheet.states.filter((state) => counts.has(state.id) || state.id === by.state);
  return (
    <div class="table-tools">
      <input
        type="search"
        placeholder={t('staff.filter')}
        aria-label={t('staff.filter')}
        value={by.text}
        onInput={(event) => onChange({ ...by, text: event.currentTarget.value })}
      />
      {states.length > 0 && (
        <label for={id}>
          <span class="hush">{t('staff.state')}</span>
          <select id={id} value={by.state} onChange={(event) => onChange({ ...by, state: event.currentTarget.value })}>
            <option value="">{t('staff.all')}</option>
            {states.map((state) => (
              <option key={state.id} value={state.id}>
                {t('staff.stateCount', { label: state.label, count: counts.get(state.id) ?? 0 })}
              </option>
            ))}
          </select>
        </label>
      )}
      <span class="small soft" role="status">
        {t('staff.count', { shown, all: sheet.rows.length })}
      </span>
      <button type="button" disabled={shown === 0} onClick={onExport}>
        <Icon name="download" /> {t('staff.export')}
      </button>
    </div>
  );
}

interface RowsProps {
  sheet: Sheet;
  title: string;
  by: Arrangement;
  rows: readonly SheetRow[];
  isChosen: (row: SheetRow) => boolean;
  onChoose: (row: SheetRow) => void;
  onSort: (column: string) => void;
}

/** The line that the keys are on is the one in the order of Tab; the arrows go on from there. */
function Rows({ sheet, title, by, rows, isChosen, onChoose, onSort }: RowsProps) {
  const body = useRef<HTMLTableSectionElement>(null);
  const [at, setAt] = useState(0);
  const here = Math.min(at, Math.max(0, rows.length - 1));
  const go = (to: number): void => {
    const next = Math.max(0, Math.min(rows.length - 1, to));
    setAt(next);
    body.current?.querySelectorAll<HTMLElement>('.row-name')[next]?.focus();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const to = STEPS[event.key]?.(here, rows.length);
    if (to === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    event.stopPropagation();
    go(to);
  };
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keys
    <section class="table-scroll" aria-label={title} tabIndex={0}>
      <table>
        <caption class="hush">
          {title}. {t('staff.keys')}
        </caption>
        <thead>
          <tr>
            {sheet.columns.map((column) => (
              <th
                key={column.id}
                scope="col"
                class={column.figure ? 'num' : ''}
                aria-sort={by.column === column.id ? (by.down ? 'descending' : 'ascending') : 'none'}
              >
                <button
                  type="button"
                  class="plain"
                  title={t('staff.sortBy', { column: column.head })}
                  onClick={() => onSort(column.id)}
                >
                  {column.head}
                  <span class="sort-mark" aria-hidden="true">
                    {by.column === column.id ? (by.down ? '▾' : '▴') : ''}
                  </span>
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody ref={body} onKeyDown={onKeyDown}>
          {rows.map((row, i) => (
            <Row
              key={row.key}
              {...{ sheet, row }}
              chosen={isChosen(row)}
              inOrder={i === here}
              onFocus={() => setAt(i)}
              onChoose={() => onChoose(row)}
            />
          ))}
        </tbody>
      </table>
      {rows.length === 0 && <p class="soft">{t('staff.nothing')}</p>}
    </section>
  );
}

const PAGE = 10;
const STEPS: Readonly<Record<string, (at: number, count: number) => number>> = {
  ArrowDown: (at) => at + 1,
  ArrowUp: (at) => at - 1,
  PageDown: (at) => at + PAGE,
  PageUp: (at) => at - PAGE,
  Home: () => 0,
  End: (_, count) => count - 1,
};

interface RowProps {
  sheet: Sheet;
  row: SheetRow;
  chosen: boolean;
  inOrder: boolean;
  onFocus: () => void;
  onChoose: () => void;
}

function Row({ sheet, row, chosen, inOrder, onFocus, onChoose }: RowProps) {
  const leads = row.unit >= 0 || row.hex >= 0;
  const [first, ...rest] = row.cells;
  return (
    // The name in the line is a button that does the same for those without a pointer.
    <tr class={chosen ? 'chosen' : ''} onClick={leads ? onChoose : undefined}>
      <th scope="row">
        <button
          type="button"
          class="plain link row-name"
          tabIndex={inOrder ? 0 : -1}
          aria-disabled={!leads}
          {...(chosen ? { 'aria-current': 'true' as const } : {})}
          onFocus={onFocus}
        >
          {first?.text}
        </button>
      </th>
      {rest.map((cell, i) => {
        const column = sheet.columns[i + 1];
        return (
          <td key={column?.id} class={`${column?.figure ? 'num' : ''}${cell.tone ? ` tone ${cell.tone}` : ''}`}>
            {cell.text}
          </td>
        );
      })}
    </tr>
  );
}
