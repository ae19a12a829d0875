/** The figures of a report alone: small enough to be kept beside the documents, to hold later versions of the rules against. */
import * as z from 'zod';
import { formatPath } from '../../play/record.ts';
import type { MeasureReport, ReportModel, Verdict } from './model.ts';

const KIND = 'ridgeline-figures';
const VERDICTS = [
  'inside',
  'missed',
  'disputed',
  'disputedMissed',
  'refuted',
  'unmeasured',
] as const satisfies Verdict[];

const share = z.number().min(0).max(1);

const figuresShape = z.strictObject({
  kind: z.literal(KIND),
  formatVersion: z.literal(1),
  scenario: z.string(),
  /** RULES_VERSION of the engine that played the games. */
  rules: z.int(),
  seed: z.string(),
  bots: z.tuple([z.string(), z.string()]),
  plans: z.tuple([z.string(), z.string()]),
  games: z.int().min(1),
  summary: z.strictObject({
    agreed: z.int().min(0),
    inside: z.int().min(0),
    cover50: z.nullable(share),
    cover90: z.nullable(share),
    brier: z.nullable(share),
  }),
  /** By id of the outcome, as in `MeasureReport`; dates in days since the scenario begins. */
  measures: z.record(
    z.string(),
    z.strictObject({
      verdict: z.enum(VERDICTS),
      yes: z.nullable(share),
      never: z.int().min(0),
      quantiles: z.nullable(z.tuple([z.number(), z.number(), z.number(), z.number(), z.number()])),
    }),
  ),
});
export type EarlierFigures = z.infer<typeof figuresShape>;
export type EarlierMeasure = EarlierFigures['measures'][string];

export function figuresOf({ run, games, summary, measures }: ReportModel): EarlierFigures {
  const { scenario, rules, seed, bots, plans } = run;
  const { agreed, inside, cover50, cover90, brier } = summary;
  const ofMeasure = ({ verdict, yes, distribution: { never, quantiles } }: MeasureReport): EarlierMeasure => ({
    verdict,
    yes,
    never,
    quantiles,
  });
  const measured = measures.filter(({ verdict }) => verdict !== 'unmeasured');
  return {
    kind: KIND,
    formatVersion: 1,
    scenario,
    rules,
    seed,
    bots,
    plans,
    games,
    summary: { agreed, inside, cover50, cover90, brier },
    measures: Object.fromEntries(measured.map((measure) => [measure.id, ofMeasure(measure)])),
  };
}

/** A file of the figures, a line for each measure. */
export function formatFigures({ measures, ...head }: EarlierFigures): string {
  const field = ([key, value]: [string, unknown]): string => `${JSON.stringify(key)}: ${JSON.stringify(value)}`;
  const lines = Object.entries(measures).map((entry) => `    ${field(entry)}`);
  const fields = Object.entries(head).map((entry) => `  ${field(entry)}`);
  return `{\n${[...fields, `  "measures": {\n${lines.join(',\n')}\n  }`].join(',\n')}\n}\n`;
}

/** Reads what `formatFigures` wrote, or says what is wrong with it, as `path: message`. */
export function parseFigures(text: string): { ok: true; figures: EarlierFigures } | { ok: false; message: string } {
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch (error) {
    return { ok: false, message: `not JSON: ${(error as Error).message}` };
  }
  const read = figuresShape.safeParse(raw);
  if (read.success) return { ok: true, figures: read.data };
  const [issue] = read.error.issues;
  return {
    ok: false,
    message: [formatPath(issue?.path ?? []), issue?.message ?? ''].filter((part) => part).join(': '),
  };
}
