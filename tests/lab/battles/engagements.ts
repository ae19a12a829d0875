/** The table that comes with the project, and tables made from it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { type Battle, readTable } from '../../../src/lab/battles/table.ts';

export const TABLE = join(import.meta.dirname, '..', '..', '..', 'data', 'engagements', 'train.csv');

/** The table with its cells changed; `change` gets the column and the text of each, and the row from 0. */
export function changed(change: (column: string, cell: string, row: number) => string): string {
  const [head, ...rows] = parse(readFileSync(TABLE)) as [string[], ...string[][]];
  const remade = rows.map((cells, row) => cells.map((cell, i) => change(head[i] as string, cell, row)));
  return [head, ...remade].map((cells) => cells.map((cell) => JSON.stringify(cell)).join(',')).join('\n');
}

export function battlesOf(text: string): Battle[] {
  const read = readTable(text);
  if (!read.ok) throw new Error(JSON.stringify(read.faults));
  return read.battles;
}

export function allBattles(): Battle[] {
  return battlesOf(readFileSync(TABLE, 'utf8'));
}
