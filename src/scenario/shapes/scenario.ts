/** The shape of `scenario.json`. */
import * as z from 'zod';
import { ERAS, type ScenarioFile, WEATHERS } from '../../core/scenario.ts';
import {
  colour,
  corners,
  count,
  date,
  hex,
  id,
  kilograms,
  line,
  prose,
  type Same,
  sourced,
  thousandths,
} from './fields.ts';
import { condition, effect } from './happening.ts';
import { victory } from './victory.ts';

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

const surprise = z.strictObject({ side: id, from: date, to: date, level: z.int().min(1).max(3), ...sourced });
const superiority = z.strictObject({ side: id, from: date, to: date, ...sourced });

/** Which paths there are, and from where to where each number may go, is for the checks. */
const rules = z.record(z.string().max(100), z.number()).meta({ description: 'Numbers of the rules by their path' });

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
  from: z.exactOptional(
    z.strictObject({ source: id, foodKgPerDay: kilograms, ammoKgPerDay: kilograms, fuelKgPerDay: kilograms }),
  ),
  ...sourced,
});

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

const airfield = z.strictObject({ id, place: id, side: id, ...sourced });
const boundary = z.strictObject({ id, side: id, name: line, formation: id, corners, active: z.boolean(), ...sourced });

const decision = z.strictObject({
  id,
  side: id,
  title: line,
  text: prose,
  from: date,
  until: date,
  cost: z.int().min(0).max(1_000_000),
  when: z.exactOptional(condition),
  delayDays: z.int().min(0).max(365),
  effects: z.array(effect).min(1).max(200),
  ...sourced,
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
  era: z.exactOptional(z.enum(ERAS)),
  surprise: z.exactOptional(z.array(surprise).max(100)),
  airSuperiority: z.exactOptional(z.array(superiority).max(100)),
  rules: z.exactOptional(rules),
  weather: z.strictObject({
    tables: z.array(weatherTable).min(1).max(50),
    fixed: z.array(fixedWeather).max(1000),
  }),
  supplySources: z.array(supplySource).min(1).max(200),
  truckLift: z.record(id, count),
  diseaseRate: z.int().min(0).max(1000),
  diseaseRates: z.exactOptional(z.record(id, z.int().min(0).max(1000))),
  airfields: z.exactOptional(z.array(airfield).max(100)),
  boundaries: z.exactOptional(z.array(boundary).max(200)),
  decisions: z.exactOptional(z.array(decision).max(200)),
  control: z.strictObject({
    defaultSide: id,
    regions: z.array(z.strictObject({ side: id, hexes: z.array(hex).max(10_000) })).max(100),
  }),
  events: z.array(event).max(1000),
  victory,
});

export const scenarioShapeIsExact: Same<z.infer<typeof scenarioShape>, ScenarioFile> = true;
