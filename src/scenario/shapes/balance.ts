/** The shape of `balance.json`: how games of the computer against itself ended. The start screen reads difficulty off it. */
import * as z from 'zod';
import { id, line } from './fields.ts';

export const balanceShape = z.strictObject({
  formatVersion: z.literal(1),
  id,
  /** As `ridgeline sim` was told: so many games, the seed of the batch, the level of both sides, with fog or without. */
  games: z.int().min(1).max(1_000_000),
  seed: line,
  level: id,
  fog: z.boolean(),
  /** The version of the rules that they were played by. */
  rules: z.int().min(1),
  /** Games by grade; they add up to all. */
  grades: z.record(id, z.int().min(0)),
});
export type BalanceData = z.infer<typeof balanceShape>;
