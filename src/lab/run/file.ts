/** The file of a run: JSON lines, the header first, then the games in the order of their numbers. Strictly read. */
import * as z from 'zod';
import { formatPath } from '../../play/record.ts';
import { changeSetShape } from '../change/parse.ts';
import { seedOf } from './play.ts';
import { type ControlChange, RUN_FORMAT, type RunHeader, type RunLine } from './run.ts';

/** What is wrong with a file of JSON lines, a run or a study: the line, from 1, and the path in it, empty for the line as a whole. */
export interface RunFault {
  line: number;
  path: string;
  message: string;
}

export type ReadLine = { ok: true; line: RunLine | null } | { ok: false; fault: RunFault };
export type ReadRun = { ok: true; header: RunHeader; lines: RunLine[] } | { ok: false; fault: RunFault };

/** Most characters of the seed of a run: the seeds of its games must fit into a record. */
export const LONGEST_SEED = 150;
/** Most games of a run. */
export const MOST_GAMES = 1_000_000;

const name = z.string().min(1).max(200);
const pair = z.tuple([name, name]);
const digits = z.string().regex(/^[0-9a-f]{16}$/, 'expected 16 hex digits');
const whole = z.int().min(0);

/** The first line of a run. */
export const runHeaderShape = z.strictObject({
  kind: z.literal('ridgeline-run'),
  formatVersion: z.literal(RUN_FORMAT),
  scenario: name,
  seed: z.string().min(1).max(LONGEST_SEED),
  games: z.int().min(1).max(MOST_GAMES),
  fog: z.boolean(),
  bots: pair,
  plans: pair,
  changes: z.nullable(changeSetShape),
  rules: whole,
  digest: digits,
}) satisfies z.ZodType<RunHeader>;

/** The other lines. */
export const runLineShape = z.strictObject({
  game: z.int().min(1),
  seed: name,
  grade: z.nullable(name),
  margin: z.nullable(z.number()),
  actions: whole,
  refused: z.exactOptional(whole),
  digest: digits,
  outcomes: z.record(z.string(), z.union([z.number(), z.string().max(200), z.null()])),
  series: z.record(z.string(), z.array(z.number()).max(10_000)),
  control: z.array(z.custom<ControlChange>(isControlChange, 'expected a turn, a side and hexes')).max(100_000),
}) satisfies z.ZodType<RunLine>;

/** By hand: a run has some million hexes. */
function isControlChange(value: unknown): boolean {
  if (!Array.isArray(value) || value.length < 3) return false;
  const [turn, side] = value as unknown[];
  if (!Number.isSafeInteger(turn) || (turn as number) < 1 || (side !== -1 && side !== 0 && side !== 1)) return false;
  for (let i = 2; i < value.length; i++) if (!Number.isSafeInteger(value[i]) || (value[i] as number) < 0) return false;
  return true;
}

/** A line of a run file, its end included. */
export function formatRunLine(line: RunHeader | RunLine): string {
  return `${JSON.stringify(line)}\n`;
}

/** One line for people: `line 3: outcomes.pass: ...`. */
export function formatRunFault({ line, path, message }: RunFault): string {
  return [`line ${line}`, path, message].filter((part) => part !== '').join(': ');
}

/** Reads a run file line by line. */
export class RunReader {
  #header: RunHeader | null = null;
  #games = 0;
  #columns = '';

  /** Null before the first line. */
  get header(): RunHeader | null {
    return this.#header;
  }

  /** Games read so far. */
  get games(): number {
    return this.#games;
  }

  /** Reads the next line, without its end: null for the header. Refuses what does not follow from the lines before it. */
  next(text: string): ReadLine {
    let raw: unknown;
    try {
      raw = JSON.parse(text);
    } catch (error) {
      return this.#refuse('', this.#header ? `not JSON: ${(error as Error).message}` : 'not the header of a run');
    }
    return this.#header ? this.#nextGame(this.#header, raw) : this.#readHeader(raw);
  }

  #readHeader(raw: unknown): ReadLine {
    const { kind, formatVersion } = (raw ?? {}) as { kind?: unknown; formatVersion?: unknown };
    if (kind !== 'ridgeline-run') return this.#refuse('', 'not the header of a run');
    if (typeof formatVersion === 'number' && formatVersion > RUN_FORMAT)
      return this.#refuse('formatVersion', `format ${formatVersion}; this program reads format ${RUN_FORMAT}`);
    const read = runHeaderShape.safeParse(raw);
    if (!read.success) return this.#refuseIssue(read.error);
    this.#header = read.data;
    return { ok: true, line: null };
  }

  #nextGame(header: RunHeader, raw: unknown): ReadLine {
    const read = runLineShape.safeParse(raw);
    if (!read.success) return this.#refuseIssue(read.error);
    const line = read.data;
    const wanted = this.#games + 1;
    if (wanted > header.games) return this.#refuse('', `the run has ${header.games} games`);
    if (line.game !== wanted) return this.#refuse('game', `game ${line.game} where game ${wanted} belongs`);
    const seed = seedOf(header, wanted);
    if (line.seed !== seed) return this.#refuse('seed', `"${line.seed}" where "${seed}" belongs`);
    const columns = JSON.stringify([Object.keys(line.outcomes), Object.keys(line.series)]);
    if (this.#games === 0) this.#columns = columns;
    if (columns !== this.#columns) return this.#refuse('', 'other measures than in the games before');
    this.#games = wanted;
    return { ok: true, line };
  }

  #refuseIssue({ issues }: z.ZodError): ReadLine {
    const [issue] = issues;
    return this.#refuse(formatPath(issue?.path ?? []), issue?.message ?? '');
  }

  #refuse(path: string, message: string): ReadLine {
    const line = this.#header ? this.#games + 2 : 1;
    return { ok: false, fault: { line, path, message } };
  }
}

/** Reads the text of a run file; what follows its last whole line is left out. */
export function parseRun(text: string): ReadRun {
  const reader = new RunReader();
  const lines: RunLine[] = [];
  for (const one of text.split('\n').slice(0, -1)) {
    const read = reader.next(one);
    if (!read.ok) return read;
    if (read.line) lines.push(read.line);
  }
  const { header } = reader;
  if (!header) return { ok: false, fault: { line: 1, path: '', message: 'not the header of a run' } };
  return { ok: true, header, lines };
}

/** In what two runs differ, a line each: `seed: "a" there, "b" here`. Empty when they are the same run. */
export function differences(there: RunHeader, here: RunHeader): string[] {
  const shown = (value: unknown): string => {
    if (value === null) return 'none';
    const text = JSON.stringify(value);
    return text.length > 60 ? `${text.slice(0, 57)}...` : text;
  };
  const keys = Object.keys(here) as (keyof RunHeader)[];
  return keys
    .filter((key) => JSON.stringify(there[key]) !== JSON.stringify(here[key]))
    .map((key) => `${NAMES[key] ?? key}: ${shown(there[key])} there, ${shown(here[key])} here`);
}

const NAMES: Partial<Record<keyof RunHeader, string>> = {
  rules: 'version of the rules',
  digest: 'data of the scenario',
};
