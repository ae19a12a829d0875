/** Tables of battles and files of parameters on disk; whatever is wrong with them ends the command, with the place of each fault. */
import { z } from 'zod';
import { parameterAt, parameterFault } from '../../core/rules/parameters.ts';
import { type Battle, readTable, type TableFault } from '../../lab/battles/table.ts';
import { readText } from '../files.ts';
import { FINDINGS, Stop, say } from '../terminal.ts';

/** At most so many faults of one file are listed. */
const LISTED = 20;

function place(path: string, { line, column, message }: TableFault): string {
  return `${path}: row ${line}${column === null ? '' : `, column ${column}`}: ${message}`;
}

function list(lines: readonly string[]): string {
  const more = lines.length - LISTED;
  return [...lines.slice(0, LISTED), ...(more > 0 ? [`... and ${more} more`] : [])].join('\nridgeline: ');
}

/** The battles of a table; rows are counted from 1, the head. */
export function loadBattles(path: string): Battle[] {
  const read = readTable(readText(path));
  if (!read.ok) throw new Stop(list(read.faults.map((fault) => place(path, fault))), FINDINGS);
  if (read.notices.length > 0) say(list(read.notices.map((notice) => place(path, notice))));
  return read.battles;
}

const FILE = z.object({
  kind: z.literal('ridgeline-parameters'),
  formatVersion: z.literal(1),
  parameters: z.record(z.string(), z.number()),
});

/** The numbers of a file of parameters, by path; none without a file. */
export function loadParameters(path: string | undefined): Record<string, number> {
  if (path === undefined) return {};
  let json: unknown;
  try {
    json = JSON.parse(readText(path));
  } catch (error) {
    if (error instanceof Stop) throw error;
    throw new Stop(`${path}: ${(error as Error).message}`, FINDINGS);
  }
  const parsed = FILE.safeParse(json);
  if (!parsed.success)
    throw new Stop(
      list(parsed.error.issues.map(({ path: at, message }) => `${path}: ${at.join('.')}: ${message}`)),
      FINDINGS,
    );
  const faults = Object.entries(parsed.data.parameters).flatMap(([at, value]) => {
    const fault = parameterFault(at, value);
    if (fault === null) return [];
    const bounds = parameterAt(at);
    return fault === 'unknown' || !bounds
      ? `${path}: parameters: there is no parameter ${at}`
      : `${path}: parameters.${at}: ${value} is not ${bounds.whole ? 'a whole number ' : ''}from ${bounds.least} to ${bounds.most}`;
  });
  if (faults.length > 0) throw new Stop(list(faults), FINDINGS);
  return parsed.data.parameters;
}
