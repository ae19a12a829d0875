/** The shape of `oob.json`. */
import * as z from 'zod';
import { ECHELONS, EQUIPMENT_CLASSES, MOBILITIES, type OobData, UNIT_KINDS } from '../../core/scenario.ts';
import { count, date, hex, id, line, prose, type Same, sourced, thousandths } from './fields.ts';

const equipment = z.strictObject({
  id,
  name: line,
  zh: z.exactOptional(line),
  class: z.enum(EQUIPMENT_CLASSES),
  combatValue: z.int().min(0).max(1000),
  rangeM: z.int().min(0).max(60_000),
  ammoKgPerDay: z.int().min(0).max(10_000),
  fuelKgPer100Km: z.int().min(0).max(1000),
  foodKgPerDay: z.int().min(0).max(100),
  ...sourced,
});

const formation = z.strictObject({
  id,
  side: id,
  name: line,
  zh: line,
  parent: z.nullable(id),
  echelon: z.enum(ECHELONS),
  commander: z.exactOptional(line),
  source: sourced.source,
});

/** A train that carries nothing is no train. */
const trainDays = z.number().positive().max(60);

const unit = z.strictObject({
  id,
  side: id,
  name: line,
  zh: line,
  short: z.string().min(1).max(12),
  parent: z.nullable(id),
  kind: z.enum(UNIT_KINDS),
  echelon: z.enum(ECHELONS),
  mobility: z.enum(MOBILITIES),
  men: z.int().max(100_000),
  equipment: z.record(id, count),
  quality: z.int().min(0).max(100),
  arrival: z.strictObject({ date, hex, by: z.exactOptional(z.literal('airlift')) }),
  reserve: z.exactOptional(z.literal(true)),
  carry: z.exactOptional(z.strictObject({ foodDays: trainDays, ammoDays: trainDays })),
  airParty: z.exactOptional(z.literal(true)),
  liaison: z.exactOptional(z.literal(true)),
  dugDays: z.exactOptional(z.int().min(0).max(365)),
  cohesion: z.exactOptional(thousandths),
  held: z.exactOptional(
    z.strictObject({ until: date, contactKm: z.exactOptional(z.number().min(0).max(1000)), reason: prose }),
  ),
  commandKm: z.exactOptional(z.number().min(0).max(1000)),
  withdraw: z.exactOptional(z.strictObject({ date, reason: prose })),
  ...sourced,
});

const leader = z.strictObject({
  id,
  name: line,
  zh: z.exactOptional(line),
  rank: z.exactOptional(line),
  unit: id,
  rating: z.int().min(-2).max(2),
  ...sourced,
});

export const oobShape = z.strictObject({
  formatVersion: z.literal(1),
  equipment: z.array(equipment).max(500),
  formations: z.array(formation).max(2000),
  units: z.array(unit).max(2000),
  leaders: z.array(leader).max(500),
});

export const oobShapeIsExact: Same<z.infer<typeof oobShape>, OobData> = true;
