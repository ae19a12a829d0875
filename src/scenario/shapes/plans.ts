/** The shape of `plans.json`: what each command set out to do. Only bots read it; the rules do not. */
import * as z from 'zod';
import { PLAN_TASKS, type PlansData } from '../../core/plans.ts';
import { date, id, kilograms, line, prose, type Same, sourced } from './fields.ts';
import { condition } from './happening.ts';

const tenths = z.int().min(0).max(10);

const phase = z.strictObject({
  from: date,
  when: z.exactOptional(condition),
  task: z.enum(PLAN_TASKS),
  axis: z.array(id).min(1).max(40).meta({ description: 'Places of map.json, in order' }),
  effort: z.int().min(1).max(10),
  limits: z.exactOptional(
    z.strictObject({
      foodDays: z.exactOptional(z.number().min(0).max(60)),
      lossPercent: z.exactOptional(z.number().min(1).max(100)),
    }),
  ),
  reason: prose,
});

const column = z.strictObject({
  id,
  name: line,
  formations: z.array(id).min(1).max(100),
  phases: z.array(phase).min(1).max(60),
  ...sourced,
});

const airPlan = z.strictObject({
  from: date,
  when: z.exactOptional(condition),
  troopLift: tenths,
  supplyLift: tenths,
  keepFuelKg: kilograms,
  interdiction: tenths,
  targets: z.array(id).max(40),
});

const plan = z.strictObject({
  id,
  side: id,
  name: line,
  text: prose,
  columns: z.array(column).max(100),
  air: z.exactOptional(z.array(airPlan).max(60)),
  decisions: z.exactOptional(
    z.array(z.strictObject({ decision: id, when: z.exactOptional(condition), reason: prose })).max(100),
  ),
  ...sourced,
});

export const plansShape = z.strictObject({
  formatVersion: z.literal(1),
  plans: z.array(plan).min(1).max(20),
});

export const plansShapeIsExact: Same<z.infer<typeof plansShape>, PlansData> = true;
