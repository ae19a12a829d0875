/** The shape of `air.json`. */
import * as z from 'zod';
import { AIR_MISSIONS, AIR_ROLES, type AirData } from '../../core/scenario.ts';
import { date, hex, id, kilograms, line, type Same, sourced, thousandths } from './fields.ts';

const aircraft = z.strictObject({
  id,
  name: line,
  role: z.enum(AIR_ROLES),
  airCombat: z.int().min(0).max(20),
  supportValue: z.int().min(0).max(2000),
  payloadKg: z.int().min(0).max(20_000),
  rangeKm: z.int().min(1).max(20_000),
  fuelKgPerSortie: z.exactOptional(z.int().min(0).max(20_000)),
  menPerSortie: z.exactOptional(z.int().min(1).max(1000)),
  ...sourced,
});

const formation = z.strictObject({
  id,
  side: id,
  name: line,
  zh: z.exactOptional(line),
  aircraft: id,
  count: z.int().min(1).max(10_000),
  serviceability: thousandths,
  sortiesPerDay: z.int().min(0).max(100),
  base: z.strictObject({ name: line, hex: z.exactOptional(hex), offMapKm: z.exactOptional(z.int().min(0).max(5000)) }),
  fallback: z.exactOptional(z.strictObject({ name: line, offMapKm: z.int().min(0).max(5000) })),
  missions: z.array(z.enum(AIR_MISSIONS)).min(1).max(AIR_MISSIONS.length),
  arrival: date,
  withdraw: z.exactOptional(date),
  ...sourced,
});

const fuel = z.strictObject({
  side: id,
  startKg: kilograms,
  kgPerDay: kilograms,
  mostKg: kilograms,
  ...sourced,
});

export const airShape = z.strictObject({
  formatVersion: z.literal(1),
  aircraft: z.array(aircraft).max(200),
  formations: z.array(formation).max(500),
  fuel: z.exactOptional(z.array(fuel).max(2)),
});

export const airShapeIsExact: Same<z.infer<typeof airShape>, AirData> = true;
