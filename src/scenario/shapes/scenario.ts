/** The shape of `scenario.json`. */
import * as z from 'zod';
import { type ScenarioFile, WEATHERS } from '../../core/scenario.ts';
import {
  colour,
  count,
  date,
  hex,
  id,
  kilograms,
  line,
  points,
  prose,
  type Same,
  sourced,
  thousandths,
} from './fields.ts';

const side = z.strictObject({
  id,
  name: line,
  zh: line,
  adjective: line,
  colour,
  stripe: colour,
  doctrine: z.enum(['attack', 'defend']),
  prisonerShare: z.exactOptional(thousandths),
  tenacity: z.exactOptional(z.int().min(100).max(10_000)),
});

const weatherTable = z.strictObject({ from: date, chances: z.record(z.enum(WEATHERS), thousandths), ...sourced });
const fixedWeather = z.strictObject({ date, weather: z.enum(WEATHERS), ...sourced });

const supplySource = z.strictObject({
  id,
  side: id,
  name: line,
  hex,
  foodKgPerDay: kilograms,
  ammoKgPerDay: kilograms,
  fuelKgPerDay: kilograms,
  foodKg: kilograms,
  ammoKg: kilograms,
  fuelKg: kilograms,
  ...sourced,
});

const condition = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('held'), place: id, side: id }),
  z.strictObject({ type: z.literal('notHeld'), place: id, side: id }),
]);

const effect = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('message') }),
  z.strictObject({ type: z.literal('arrive'), unit: id }),
  z.strictObject({ type: z.literal('withdraw'), unit: id }),
  z.strictObject({ type: z.literal('release'), unit: id }),
  z.strictObject({ type: z.literal('replacements'), unit: id, men: z.int().min(1).max(100_000) }),
  z.strictObject({ type: z.literal('cohesion'), unit: id, change: z.int().min(-1000).max(1000) }),
]);

const event = z.strictObject({
  id,
  date,
  side: z.nullable(id),
  title: line,
  text: prose,
  when: z.exactOptional(condition),
  effects: z.array(effect).min(1).max(200),
  ...sourced,
});

const objective = z.strictObject({
  id,
  place: id,
  points: z.record(id, points),
  pointsPerTurn: z.exactOptional(z.record(id, points)),
  ...sourced,
});

const victory = z.strictObject({
  objectives: z.array(objective).min(1).max(500),
  pointsPer100Men: z.record(id, points),
  milliPointsPerPrisoner: z.record(id, points),
  pointsPerLeader: z.record(id, points),
  grades: z
    .array(z.strictObject({ id, name: line, atLeast: z.int().min(-1e9).max(1e9), winner: z.nullable(id) }))
    .min(1)
    .max(20),
  historical: z.strictObject({ grade: id, story: prose, note: prose, source: sourced.source }),
});

export const scenarioShape = z.strictObject({
  formatVersion: z.literal(1),
  id,
  version: z.int().min(1).max(1_000_000),
  title: line,
  titleZh: line,
  summary: prose,
  startDate: date,
  endDate: date,
  turnHours: z.int().min(1).max(720),
  sides: z.array(side).length(2),
  firstSide: id,
  daylightHours: z.number().min(0).max(24),
  weather: z.strictObject({
    tables: z.array(weatherTable).min(1).max(50),
    fixed: z.array(fixedWeather).max(1000),
  }),
  supplySources: z.array(supplySource).min(1).max(200),
  truckLift: z.record(id, count),
  diseaseRate: z.int().min(0).max(1000),
  control: z.strictObject({
    defaultSide: id,
    regions: z.array(z.strictObject({ side: id, hexes: z.array(hex).max(10_000) })).max(100),
  }),
  events: z.array(event).max(1000),
  victory,
});

export const scenarioShapeIsExact: Same<z.infer<typeof scenarioShape>, ScenarioFile> = true;
