/** A change set from a file: strictly read, every fault with its path. */
import * as z from 'zod';
import { actionShape, type Fault, formatPath, type Parsed, RECORD_LIMITS } from '../../play/record.ts';
import { id, line, prose } from '../../scenario/shapes/fields.ts';
import { CHANGED_FILES, type ChangeSet } from './changeSet.ts';

const LIMITS = { characters: 4_000_000, changes: 1000, path: 400, faults: 20 } as const;

const file = z.enum(CHANGED_FILES);
const path = z
  .string()
  .max(LIMITS.path)
  .regex(/^[^/]+(\/[^/]+)*$/, 'a path is names, ids or numbers joined by "/"')
  .refine((text) => !text.split('/').some((key) => /^(__proto__|constructor|prototype)$/.test(key)), 'no such field')
  .meta({ description: 'Names of fields and ids or numbers of entries from the top of the file; "*" for every entry' });
const value = z.unknown().refine((given) => given !== undefined, 'a value is needed');

const change = z.discriminatedUnion('op', [
  z.strictObject({ op: z.literal('set'), file, path, value }),
  z.strictObject({ op: z.literal('scale'), file, path, by: z.number().min(-1e6).max(1e6) }),
  z.strictObject({ op: z.literal('remove'), file, path }),
  z.strictObject({ op: z.literal('add'), file, path, value }),
  z.strictObject({
    op: z.literal('rule'),
    path: z.string().min(1).max(LIMITS.path).meta({ description: 'Path of a value of the rules: "resolver.slope"' }),
    value: z.number(),
  }),
]);

export const changeSetShape: z.ZodType<ChangeSet> = z.strictObject({
  formatVersion: z.literal(1),
  id,
  title: line,
  why: prose,
  source: z.exactOptional(z.array(id).max(40)),
  changes: z.array(change).max(LIMITS.changes),
  plans: z.exactOptional(z.record(id, id)),
  moves: z.exactOptional(z.array(actionShape).max(RECORD_LIMITS.actions)),
});

/** Reads the text of a change set. Refuses with every fault (the first 20), each with its path as in `changes[2].by`. */
export function parseChangeSet(text: string): Parsed<ChangeSet> {
  const refuse = (code: Fault['code'], message: string): Parsed<never> => ({
    ok: false,
    faults: [{ path: '', code, message }],
  });
  if (text.length > LIMITS.characters)
    return refuse('too-large', `${text.length} characters; at most ${LIMITS.characters} are read`);
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch (error) {
    return refuse('not-json', `not JSON: ${(error as Error).message}`);
  }
  return checkChangeSet(raw);
}

/** Checks what JSON or a form gave. */
export function checkChangeSet(raw: unknown): Parsed<ChangeSet> {
  const version = (raw as { formatVersion?: unknown } | null)?.formatVersion;
  if (typeof version === 'number' && version > 1)
    return {
      ok: false,
      faults: [
        {
          path: 'formatVersion',
          code: 'newer',
          message: `change set of format ${version}; this program reads format 1`,
          values: { version, known: 1 },
        },
      ],
    };
  const result = changeSetShape.safeParse(raw);
  if (result.success) return { ok: true, value: result.data };
  const faults = result.error.issues
    .slice(0, LIMITS.faults)
    .map((issue): Fault => ({ path: formatPath(issue.path), code: 'invalid', message: issue.message }));
  return { ok: false, faults };
}
