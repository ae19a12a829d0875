/** The shape of `sources.json`: what each key means, where it is, how far it is to be trusted. */
import * as z from 'zod';
import { id, line, prose } from './fields.ts';

/**
 * A official history or a summary of it; B serious secondary work; C popular article, memoir claim, unsourced; D novel
 * or patriotic retelling; "-" background knowledge still to be checked, or a work that is no historical source.
 */
export const RELIABILITIES = ['A', 'B', 'C', 'D', '-'] as const;
export type Reliability = (typeof RELIABILITIES)[number];

export const sourcesShape = z.strictObject({
  formatVersion: z.literal(1),
  sources: z.record(
    id,
    z.strictObject({
      title: line,
      address: z.exactOptional(z.string().min(1).max(1000)),
      reliability: z.enum(RELIABILITIES),
      note: z.exactOptional(prose),
    }),
  ),
});
export type SourcesData = z.infer<typeof sourcesShape>;
