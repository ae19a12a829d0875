/** The shapes of what may happen in a scenario: conditions and effects, which events and decisions share. */
import * as z from 'zod';
import { DOCTRINES, type EventCondition, type EventEffect } from '../../core/scenario.ts';
import { id, kilograms, points, type Same } from './fields.ts';

/** Turns the condition round. */
const not = z.exactOptional(z.literal(true));

const simple = [
  z.strictObject({ type: z.literal('held'), place: id, side: id, not }),
  z.strictObject({ type: z.literal('notHeld'), place: id, side: id, not }),
  z.strictObject({ type: z.literal('within'), place: id, side: id, km: z.number().min(0).max(5000), not }),
  z.strictObject({ type: z.literal('stock'), side: id, atLeastKg: kilograms, not }),
  z.strictObject({ type: z.literal('decided'), decision: id, not }),
  z.strictObject({ type: z.literal('fired'), event: id, not }),
  z.strictObject({ type: z.literal('airfield'), airfield: id, not }),
] as const;
const several = z.array(z.discriminatedUnion('type', simple)).min(1).max(50);

export const condition = z.discriminatedUnion('type', [
  ...simple,
  z.strictObject({ type: z.literal('all'), conditions: several }),
  z.strictObject({ type: z.literal('any'), conditions: several }),
]);

/** A change of a stock: some comes or some is lost. */
const change = z.int().min(-1_000_000_000).max(1_000_000_000);

export const effect = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('message') }),
  z.strictObject({ type: z.literal('arrive'), unit: id }),
  z.strictObject({ type: z.literal('withdraw'), unit: id }),
  z.strictObject({ type: z.literal('release'), unit: id }),
  z.strictObject({ type: z.literal('replacements'), unit: id, men: z.int().min(1).max(100_000) }),
  z.strictObject({ type: z.literal('cohesion'), unit: id, change: z.int().min(-1000).max(1000) }),
  z.strictObject({ type: z.literal('points'), side: id, points }),
  z.strictObject({ type: z.literal('stock'), source: id, foodKg: change, ammoKg: change, fuelKg: change }),
  z.strictObject({ type: z.literal('aviationFuel'), side: id, kg: change }),
  z.strictObject({ type: z.literal('boundary'), boundary: id, active: z.boolean() }),
  z.strictObject({ type: z.literal('doctrine'), side: id, doctrine: z.enum(DOCTRINES) }),
  z.strictObject({ type: z.literal('civilians'), dead: z.int().min(0).max(10_000_000) }),
]);

export const conditionIsExact: Same<z.infer<typeof condition>, EventCondition> = true;
export const effectIsExact: Same<z.infer<typeof effect>, EventEffect> = true;
