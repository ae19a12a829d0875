/** A chart with its caption and, folded behind it, the table of its numbers. */
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { t } from '../text/intl.ts';
import { isPrinting } from './printing.ts';

/** Pixels that a chart has across on paper. */
const PAPER = 680;
const LEAST = 260;

/** The breadth of a drawing in pixels: that of its place, so that letters keep their size; 0 until the place is there. */
export function useBreadth() {
  const box = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const node = box.current;
    if (!node) return;
    const measure = (): void => setWidth(Math.max(LEAST, Math.round(node.clientWidth)));
    measure();
    const watch = new ResizeObserver(measure);
    watch.observe(node);
    return () => watch.disconnect();
  }, []);
  return { box, breadth: width > 0 && isPrinting() ? PAPER : width };
}

interface ChartProps {
  /** What the chart says, for those who cannot see it. */
  summary: string;
  class?: string;
  /** The drawing and its height for so many pixels across. */
  draw: (width: number) => { height: number; drawing: ComponentChildren };
}

export function Chart({ summary, class: more = '', draw }: ChartProps) {
  const { box, breadth } = useBreadth();
  const drawn = breadth > 0 ? draw(breadth) : null;
  return (
    <div ref={box} class={`report-chart ${more}`}>
      {drawn && (
        <svg viewBox={`0 0 ${breadth} ${drawn.height}`} role="img" aria-label={summary}>
          {drawn.drawing}
        </svg>
      )}
    </div>
  );
}

interface UnfoldProps {
  label: string;
  children: () => ComponentChildren;
}

/** What is folded until it is asked for, or printed. It is made only then. */
export function Unfold({ label, children }: UnfoldProps) {
  const [open, setOpen] = useState(false);
  const shown = open || isPrinting();
  return (
    <details class="report-unfold" open={shown} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{label}</summary>
      {shown && children()}
    </details>
  );
}

export interface TableProps {
  caption: string;
  head: readonly string[];
  /** First cell of a row is its heading. */
  rows: readonly (readonly ComponentChildren[])[];
  /** Columns of figures, by their place. */
  figures?: readonly number[];
}

/** A table that scrolls sideways where it is wider than the page. */
export function ReportTable({ caption, head, rows, figures = [] }: TableProps) {
  const kind = (column: number): string => (figures.includes(column) ? 'num' : '');
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: where it is wider than the page the arrow keys move it
    <section class="report-table" tabIndex={0} aria-label={caption}>
      <table>
        <caption class="hush">{caption}</caption>
        <thead>
          <tr>
            {head.map((text, column) => (
              <th key={text} scope="col" class={kind(column)}>
                {text}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells, row) => (
            <tr key={row}>
              {cells.map((cell, column) =>
                column === 0 ? (
                  <th key={head[column]} scope="row">
                    {cell}
                  </th>
                ) : (
                  <td key={head[column]} class={kind(column)}>
                    {cell}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** The table behind a chart. */
export function NumbersBehind(props: TableProps) {
  return <Unfold label={t('report.numbers')}>{() => <ReportTable {...props} />}</Unfold>;
}
