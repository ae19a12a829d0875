/**
 * The shape of `history.json`: what happened, by source. Sources that disagree stand side by side; nothing is averaged.
 * Each outcome says how the engine computes the same thing from a game (`measure`), or why it can't.
 */
import * as z from 'zod';
import { date, hex, id, line, prose, sourced } from './fields.ts';
import { measureShape, OUTCOME_UNITS } from './measure.ts';
import { RELIABILITIES } from './sources.ts';

const figure = z.union([z.number().min(-1e9).max(1e9), date, z.enum(['yes', 'no'])]);

const value = z.strictObject({
  low: figure,
  high: figure,
  best: figure,
  /** What the figure covers: a unit, a period, an area. */
  scope: line,
  source: z.array(id).min(1).max(20),
  reliability: z.enum(RELIABILITIES),
  claim: z.exactOptional(z.enum(['own', 'enemy', 'compiler'])),
  refuted: z.exactOptional(prose),
  estimated: z.exactOptional(z.boolean()),
  note: z.exactOptional(prose),
});

const outcome = z.strictObject({
  id,
  name: line,
  unit: z.enum(OUTCOME_UNITS),
  measure: z.nullable(measureShape),
  /** Why no measure of the engine answers to it. */
  noMeasure: z.exactOptional(prose),
  /** Why the games are known to miss what the sources agree on: what the game lacks or does otherwise. */
  why: z.exactOptional(prose),
  values: z.array(value).min(1).max(40),
});

const event = z.strictObject({
  id,
  date,
  text: prose,
  place: z.nullable(id),
  /** Name of the place when it is not on the map. */
  elsewhere: z.exactOptional(line),
  side: z.nullable(id),
  confidence: z.enum(['high', 'medium', 'low']),
  /** Where the game has it: "event:ID" or "decision:ID" of scenario.json, or the rule that may bring it about; null for none. */
  game: z.nullable(prose),
  ...sourced,
});

/** Who went where: places in order, each with the day it was reached. A map of the movements is drawn from it. */
const movement = z.strictObject({
  id,
  side: id,
  /** Bodies of the order of battle, the leading one first. */
  who: z.array(id).min(1).max(20),
  steps: z
    .array(z.strictObject({ date, place: id }))
    .min(2)
    .max(40),
  ...sourced,
});

/** Who held a place (or a hex that is none) from a day on; null while it was fought over. */
const held = z.strictObject({
  date,
  place: z.exactOptional(id),
  hex: z.exactOptional(hex),
  held: z.nullable(id),
  /** The dated events that say so. */
  events: z.array(id).max(20),
  /** Worked out from the events, not told by them; the note says how. */
  estimated: z.exactOptional(z.boolean()),
  note: z.exactOptional(prose),
});

/** History's line between the sides, by date: who held what, from the dated events. */
const front = z.strictObject({
  /** So far from a place its holder has the ground as well, km. */
  reachKm: z.number().min(0).max(1000),
  /** How the line is found between the places. */
  note: prose,
  entries: z.array(held).min(1).max(1000),
});

const claim = z.strictObject({
  id,
  claim: prose,
  verdict: z.enum(['confirmed', 'supported', 'disputed', 'unverified', 'refuted', 'impossible']),
  why: prose,
  /** How the scenario treats it. */
  game: prose,
  source: z.array(id).min(1).max(20),
  against: z.exactOptional(z.array(id).max(20)),
});

const strength = z.strictObject({
  /** A formation or unit with all below it, or a side. */
  of: id,
  low: z.int().min(0),
  high: z.int().min(0),
  source: z.array(id).min(1).max(20),
  /** The figure that the order of battle was built on: the validator adds the units up against it. */
  used: z.boolean(),
  note: z.exactOptional(prose),
});

const omitted = z.strictObject({
  /** Id in the compilation that the scenario was made from. */
  id,
  name: line,
  why: prose,
  /** Ids in the order of battle that stand for it, when it is there under other names. */
  standsAs: z.exactOptional(z.array(id).min(1).max(40)),
  source: z.array(id).max(20),
});

export const historyShape = z.strictObject({
  formatVersion: z.literal(1),
  id,
  events: z.array(event).max(1000),
  movements: z.exactOptional(z.array(movement).max(500)),
  front: z.exactOptional(front),
  outcomes: z.array(outcome).max(500),
  claims: z.array(claim).max(200),
  strengths: z.array(strength).max(200),
  omitted: z.array(omitted).max(500),
  sky: z.exactOptional(
    z.strictObject({
      sun: z.array(z.strictObject({ date, riseUtc7: line, setUtc7: line, riseJst: line, setJst: line })).max(100),
      moon: z.array(z.strictObject({ date, phase: z.enum(['new', 'first quarter', 'full', 'last quarter']) })).max(100),
      ...sourced,
    }),
  ),
});
export type HistoryData = z.infer<typeof historyShape>;
