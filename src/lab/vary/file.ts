/** The file of a study: JSON lines, the header first, then the points in order with their games. Strictly read. */
import * as z from 'zod';
import { formatPath } from '../../play/record.ts';
import { type RunFault, runHeaderShape, runLineShape } from '../run/file.ts';
import type { RunConditions, RunLine } from '../run/run.ts';
import type { VaryParameter } from './model.ts';

export const VARY_FORMAT = 1;
/** Most points of a study, and games at each. */
export const VARY_LIMITS = { points: 10_000, games: 10_000, parameters: 200 } as const;

/** The first line of the file of a study. */
export interface VaryHeader extends Omit<RunConditions, 'changes'> {
  kind: 'ridgeline-vary';
  formatVersion: typeof VARY_FORMAT;
  points: number;
  parameters: VaryParameter[];
  /** RULES_VERSION and digest of the scenario without changes. */
  rules: number;
  digest: string;
}

/** What is kept of a game. */
export type VaryGame = Pick<RunLine, 'grade' | 'margin' | 'outcomes'>;

/** A point of a study: a line of its file. */
export interface VaryPoint {
  /** Number of the point, from 1. */
  point: number;
  /** Of the parameters, in their order. */
  values: number[];
  /** Games 1, 2, ... of the study's seed. */
  games: VaryGame[];
}

const headerShape = runHeaderShape.omit({ changes: true }).extend({
  kind: z.literal('ridgeline-vary'),
  formatVersion: z.literal(VARY_FORMAT),
  games: z.int().min(1).max(VARY_LIMITS.games),
  points: z.int().min(1).max(VARY_LIMITS.points),
  parameters: z
    .array(z.strictObject({ path: z.string().min(1).max(500), low: z.number(), high: z.number(), usual: z.number() }))
    .min(1)
    .max(VARY_LIMITS.parameters),
}) satisfies z.ZodType<VaryHeader>;

const pointShape = z.strictObject({
  point: z.int().min(1),
  values: z.array(z.number()),
  games: z.array(runLineShape.pick({ grade: true, margin: true, outcomes: true })),
}) satisfies z.ZodType<VaryPoint>;

export type ReadVary =
  /** `length`: characters of the whole lines; what follows was being written when the study was cut off. */
  { ok: true; header: VaryHeader | null; points: VaryPoint[]; length: number } | { ok: false; fault: RunFault };

/** Reads the text of a study; the header is null where the text ends before its first line does. */
export function parseVary(text: string): ReadVary {
  const length = text.lastIndexOf('\n') + 1;
  const [first, ...rest] = text.slice(0, length).split('\n').slice(0, -1);
  if (first === undefined) return { ok: true, header: null, points: [], length: 0 };
  const header = readLine(first, 1, headerShape);
  if (!header.ok) return header;
  const points: VaryPoint[] = [];
  for (const [i, line] of rest.entries()) {
    const read = readLine(line, i + 2, pointShape);
    if (!read.ok) return read;
    const fault = pointFault(header.value, read.value, i + 1);
    if (fault !== null) return { ok: false, fault: { line: i + 2, ...fault } };
    points.push(read.value);
  }
  return { ok: true, header: header.value, points, length };
}

function readLine<T>(
  text: string,
  line: number,
  shape: z.ZodType<T>,
): { ok: true; value: T } | { ok: false; fault: RunFault } {
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch (error) {
    return { ok: false, fault: { line, path: '', message: `not JSON: ${(error as Error).message}` } };
  }
  const read = shape.safeParse(raw);
  if (read.success) return { ok: true, value: read.data };
  const [issue] = read.error.issues;
  return { ok: false, fault: { line, path: formatPath(issue?.path ?? []), message: issue?.message ?? '' } };
}

function pointFault(
  header: VaryHeader,
  { point, values, games }: VaryPoint,
  wanted: number,
): Omit<RunFault, 'line'> | null {
  if (wanted > header.points) return { path: '', message: `the study has ${header.points} points` };
  if (point !== wanted) return { path: 'point', message: `point ${point} where point ${wanted} belongs` };
  if (values.length !== header.parameters.length)
    return { path: 'values', message: `${values.length} values for ${header.parameters.length} parameters` };
  if (games.length !== header.games) return { path: 'games', message: `${games.length} games of ${header.games}` };
  return null;
}

/** A line of the file of a study, its end included. */
export function formatVaryLine(line: VaryHeader | VaryPoint): string {
  return `${JSON.stringify(line)}\n`;
}
