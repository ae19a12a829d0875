/** Reads a table of historical engagements: what was known before each, and, kept apart, how it ended. */
import { CsvError, parse } from 'csv-parse/sync';
import {
  type Cover,
  type Engagement,
  type Era,
  type Force,
  type History,
  POSTURES,
  type Posture,
  type Relief,
  type Weather,
} from './engagement.ts';

/** One battle of a table. Forecasts are made of `engagement` alone; `history` is null where the table does not tell. */
export interface Battle {
  engagement: Engagement;
  history: History | null;
}

/** A fault of a table: the line of the file, 1 is the head, and the column where it lies in one cell. */
export interface TableFault {
  line: number;
  column: string | null;
  message: string;
}

export type ReadTable = { ok: true; battles: Battle[]; notices: TableFault[] } | { ok: false; faults: TableFault[] };

const NEEDED = ['id', 'days_calendar', 'att_strength', 'def_strength'] as const;
const RELIEFS: Record<string, Relief> = { flat: 'flat', rolling: 'rolling', rugged: 'rugged' };
const COVERS: Record<string, Cover> = { bare: 'bare', desert: 'bare', mixed: 'mixed', wooded: 'wooded' };
const SPECIAL: Record<string, Cover> = { urban: 'town', marsh: 'swamp', swamp: 'swamp', dunes: 'bare' };
const SKIES: Record<string, Weather> = {
  sunny: 'clear',
  overcast: 'overcast',
  light_precip: 'lightRain',
  heavy_precip: 'heavyRain',
};
const ERAS: Record<string, Era> = { WWI: 'wwi', interwar: 'interwar', WWII: 'wwii', '1946-1973': 'postwar' };
const POSTURE_WORDS = Object.fromEntries(POSTURES.map((posture) => [posture, posture])) as Record<string, Posture>;

/** One line of the table, its cells asked for by column; faults and notices go to its lists. */
class Row {
  readonly #cells: readonly string[];
  readonly #columns: ReadonlyMap<string, number>;
  readonly line: number;
  readonly faults: TableFault[] = [];
  readonly notices: TableFault[] = [];

  constructor(cells: readonly string[], columns: ReadonlyMap<string, number>, line: number) {
    this.#cells = cells;
    this.#columns = columns;
    this.line = line;
  }

  /** The text of a cell; empty where there is none or no such column. */
  text(column: string): string {
    const at = this.#columns.get(column);
    return at === undefined ? '' : (this.#cells[at] as string).trim();
  }

  fault(column: string, message: string): void {
    this.faults.push({ line: this.line, column, message });
  }

  /** A number in bounds; null for an empty cell. */
  number(column: string, least: number, most: number, whole = false): number | null {
    const text = this.text(column);
    if (text === '') return null;
    const value = Number(text);
    if (Number.isFinite(value) && value >= least && value <= most && (!whole || Number.isInteger(value))) return value;
    this.fault(column, `"${text}" is not ${whole ? 'a whole number' : 'a number'} from ${least} to ${most}`);
    return null;
  }

  /** A number that must be there; 1 stands in after the fault is noted. */
  needed(column: string, least: number, most: number, whole = false): number {
    const value = this.number(column, least, most, whole);
    if (value === null && this.text(column) === '') this.fault(column, 'is empty');
    return value ?? 1;
  }

  /** A word of a list; null for an empty cell and, with a notice, for an unknown word. */
  word<T>(column: string, words: Readonly<Record<string, T>>): T | null {
    const text = this.text(column);
    if (text === '') return null;
    if (Object.hasOwn(words, text)) return words[text] as T;
    const known = Object.keys(words).join(', ');
    this.notices.push({ line: this.line, column, message: `"${text}" is none of ${known}; taken as missing` });
    return null;
  }
}

const MOST_MEN = 10_000_000;
const MOST_PIECES = 1_000_000;

function forceOf(row: Row, side: 'att' | 'def'): Force {
  return {
    men: row.needed(`${side}_strength`, 1, MOST_MEN),
    tanks: row.number(`${side}_tanks`, 0, MOST_PIECES),
    guns: row.number(`${side}_arty`, 0, MOST_PIECES),
    sorties: row.number(`${side}_air_sorties`, 0, MOST_PIECES),
    cavalry: row.number(`${side}_cav`, 0, MOST_MEN),
    tenacious: row.text(`${side}_actors`).split('|').includes('Japan'),
  };
}

function eraOf(row: Row): Era | null {
  const era = row.word('era', ERAS);
  const year = row.number('year', 1900, 2100, true);
  if (era !== null || year === null) return era;
  return year <= 1918 ? 'wwi' : year < 1939 ? 'interwar' : year <= 1945 ? 'wwii' : 'postwar';
}

function weatherOf(row: Row): Weather | null {
  const sky = row.word('wx_sky', SKIES);
  const wet = row.word('wx_wet', { wet: true, dry: false });
  return sky ?? (wet === null ? null : wet ? 'lightRain' : 'clear');
}

function engagementOf(row: Row): Engagement {
  const id = row.text('id');
  if (id === '') row.fault('id', 'is empty');
  return {
    id,
    name: row.text('name'),
    war: row.text('war').replace(/ of .*/, ''),
    family: row.text('family') || id,
    days: row.needed('days_calendar', 1, 1000, true),
    era: eraOf(row),
    attacker: forceOf(row, 'att'),
    defender: forceOf(row, 'def'),
    posture: row.word('posture', POSTURE_WORDS),
    relief: row.word('relief1', RELIEFS),
    cover: row.word('special1', SPECIAL) ?? row.word('cover1', COVERS),
    weather: weatherOf(row),
    surprise: row.number('surprise', -3, 3, true),
    airSuperiority: row.number('air_sup', -1, 1, true) as Engagement['airSuperiority'],
  };
}

function historyOf(row: Row): History | null {
  const wins = row.number('wina', -1, 1, true);
  const attackerLosses = row.number('att_cas', 0, MOST_MEN);
  const defenderLosses = row.number('def_cas', 0, MOST_MEN);
  if (wins === null || attackerLosses === null || defenderLosses === null) return null;
  return { wins: wins as History['wins'], attackerLosses, defenderLosses };
}

/** Reads the text of a table. All faults are told, each with its line and column; unknown words only in notices. */
export function readTable(text: string): ReadTable {
  let lines: { info: { lines: number }; record: string[] }[];
  try {
    lines = parse(text, { bom: true, info: true, relax_column_count: true, skip_empty_lines: true }) as never;
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const at = error as { lines?: number };
    return { ok: false, faults: [{ line: at.lines ?? 1, column: null, message: error.message }] };
  }
  const head = lines.shift()?.record ?? [];
  const columns = new Map(head.map((name, i) => [name.trim(), i]));
  const faults: TableFault[] = NEEDED.filter((name) => !columns.has(name)).map((column) => ({
    line: 1,
    column,
    message: 'there is no such column',
  }));
  if (faults.length > 0) return { ok: false, faults };
  const battles: Battle[] = [];
  const notices: TableFault[] = [];
  const seen = new Map<string, number>();
  for (const { info, record } of lines) {
    const line = info.lines;
    if (record.length !== head.length) {
      faults.push({ line, column: null, message: `${record.length} cells; the head has ${head.length}` });
      continue;
    }
    const row = new Row(record, columns, line);
    const battle = { engagement: engagementOf(row), history: historyOf(row) };
    const before = seen.get(battle.engagement.id);
    if (before !== undefined) row.fault('id', `"${battle.engagement.id}" is the id of line ${before} too`);
    seen.set(battle.engagement.id, line);
    faults.push(...row.faults);
    notices.push(...row.notices);
    battles.push(battle);
  }
  if (faults.length === 0 && battles.length === 0)
    faults.push({ line: 1, column: null, message: 'there are no engagements below the head' });
  return faults.length > 0 ? { ok: false, faults } : { ok: true, battles, notices };
}
