/** A table of the staff: columns, rows of worded cells, how they are sorted and filtered, and the same as a file. */

import { csvLine } from '../../../play/csv.ts';

export interface SheetColumn {
  id: string;
  head: string;
  /** Figures stand to the right, and sort from the greatest first. */
  figure?: boolean;
}

export interface Cell {
  text: string;
  /** What it sorts by; null sorts last whichever way. */
  value: string | number | null;
  tone?: 'good' | 'warn' | 'bad';
}

export interface SheetRow {
  key: string;
  /** One for each column, in the same order. */
  cells: readonly Cell[];
  /** Ids of the states that the row is in. */
  states: readonly string[];
  /** Where a click leads: a unit to select, or a hex to show; -1 for none. */
  unit: number;
  hex: number;
}

export interface Sheet {
  id: string;
  columns: readonly SheetColumn[];
  rows: readonly SheetRow[];
  states: readonly { id: string; label: string }[];
}

export interface Arrangement {
  /** Column to sort by, null for the order in which the rows come. */
  column: string | null;
  down: boolean;
  text: string;
  /** A state to keep, '' for all. */
  state: string;
}

export const AS_IT_COMES: Arrangement = { column: null, down: false, text: '', state: '' };

function compare(a: Cell, b: Cell, collator: Intl.Collator): number {
  if (typeof a.value === 'number' && typeof b.value === 'number') return a.value - b.value;
  return collator.compare(String(a.value), String(b.value));
}

/** The rows that pass the filters, sorted; equal ones keep the order in which they come. */
export function arranged(sheet: Sheet, by: Arrangement, locale: string): SheetRow[] {
  const sought = by.text.trim().toLocaleLowerCase(locale);
  const rows = sheet.rows.filter(
    (row) =>
      (by.state === '' || row.states.includes(by.state)) &&
      (sought === '' || row.cells.some((cell) => cell.text.toLocaleLowerCase(locale).includes(sought))),
  );
  const at = sheet.columns.findIndex((column) => column.id === by.column);
  if (at < 0) return rows;
  const collator = new Intl.Collator(locale, { numeric: true });
  return rows.sort((one, other) => {
    const [a, b] = [one.cells[at] as Cell, other.cells[at] as Cell];
    if (a.value === null || b.value === null) return Number(a.value === null) - Number(b.value === null);
    return by.down ? compare(b, a, collator) : compare(a, b, collator);
  });
}

/** After a press on the head of a column: sorted by it, and turned round when it was sorted by it already. */
export function sortedBy(sheet: Sheet, by: Arrangement, column: string): Arrangement {
  const figure = sheet.columns.find((one) => one.id === column)?.figure === true;
  return { ...by, column, down: by.column === column ? !by.down : figure };
}

/** How many rows are in each state. */
export function countByState(sheet: Sheet): Map<string, number> {
  const counts = new Map<string, number>();
  for (const row of sheet.rows) for (const state of row.states) counts.set(state, (counts.get(state) ?? 0) + 1);
  return counts;
}

/** The rows as a CSV file: figures as plain numbers, everything else as it is worded; a byte-order mark for spreadsheets. */
export function csvOf(sheet: Sheet, rows: readonly SheetRow[]): string {
  const head = csvLine(sheet.columns.map((column) => column.head));
  const body = rows.map((row) =>
    csvLine(
      row.cells.map((cell, i) =>
        sheet.columns[i]?.figure && typeof cell.value === 'number' ? String(cell.value) : cell.text,
      ),
    ),
  );
  return `\ufeff${head}${body.join('')}`;
}
