/** The shape of what a scenario counts: objectives, losses, grades, and where history stands. */
import * as z from 'zod';
import type { VictoryData } from '../../core/scenario.ts';
import { corners, id, kilograms, line, points, prose, type Same, sourced } from './fields.ts';

const objective = z.strictObject({
  id,
  place: id,
  points: z.record(id, points),
  pointsPerTurn: z.exactOptional(z.record(id, points)),
  ...sourced,
});
const lineObjective = z.strictObject({ id, rail: id, side: id, pointsPerTurn: points, ...sourced });
const airfieldObjective = z.strictObject({ airfield: id, points, ...sourced });
const stockObjective = z.strictObject({
  id,
  side: id,
  name: line,
  targetKg: kilograms.min(1),
  points,
  ...sourced,
});
const homeObjective = z.strictObject({ side: id, corners, pointsPer100Men: points, ...sourced });

export const victory = z.strictObject({
  objectives: z.array(objective).min(1).max(500),
  lines: z.exactOptional(z.array(lineObjective).max(50)),
  airfields: z.exactOptional(z.array(airfieldObjective).max(100)),
  stocks: z.exactOptional(z.array(stockObjective).max(50)),
  home: z.exactOptional(z.array(homeObjective).max(2)),
  pointsPer100Men: z.record(id, points),
  milliPointsPerPrisoner: z.record(id, points),
  pointsPerLeader: z.record(id, points),
  grades: z
    .array(z.strictObject({ id, name: line, atLeast: z.int().min(-1e9).max(1e9), winner: z.nullable(id) }))
    .min(1)
    .max(20),
  historical: z.exactOptional(z.strictObject({ grade: id, story: prose, note: prose, source: sourced.source })),
});

export const victoryIsExact: Same<z.infer<typeof victory>, VictoryData> = true;
