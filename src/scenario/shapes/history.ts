/**
 * The shape of `history.json`: what happened, by source. Sources that disagree stand side by side; nothing is averaged.
 * Each outcome says how the engine computes the same thing from a game (`measure`), or why it can't.
 */
import * as z from 'zod';
import { EQUIPMENT_CLASSES } from '../../core/scenario.ts';
import { date, id, line, prose, sourced } from './fields.ts';
import { RELIABILITIES } from './sources.ts';

const LOSSES = ['killed', 'wounded', 'missing', 'captured', 'sick'] as const;

const measure = z.discriminatedUnion('kind', [
  /** First date on which the side holds the place at the end of a turn. */
  z.strictObject({ kind: z.literal('firstDateHeld'), place: id, side: id }),
  /** First date after which the side holds the place until the end. */
  z.strictObject({ kind: z.literal('lastDateTaken'), place: id, side: id }),
  /** Whether the side holds the place at the end of the game. */
  z.strictObject({ kind: z.literal('heldAtEnd'), place: id, side: id }),
  /** First date on which the side assaults a hex within `withinKm` of the place. */
  z.strictObject({ kind: z.literal('firstAssault'), place: id, side: id, withinKm: z.number().min(0).max(100) }),
  /** First date on which a unit of the kind of the side enters the hex of the place. */
  z.strictObject({ kind: z.literal('firstEntry'), place: id, side: id, unitKind: line }),
  /** First date on which `side` stands on or controls a hex of the road between the two places. */
  z.strictObject({ kind: z.literal('roadCut'), from: id, to: id, side: id }),
  /** Date on which a unit of the formation first comes to the place. */
  z.strictObject({ kind: z.literal('arrivalAt'), formation: id, place: id }),
  /** Date on which the leader is killed or captured. */
  z.strictObject({ kind: z.literal('leaderLost'), leader: id }),
  /** Men lost in the given ways by a formation with all below it, or by the whole side (`formation` null). */
  z.strictObject({
    kind: z.literal('losses'),
    side: id,
    formation: z.nullable(id),
    what: z.array(z.enum(LOSSES)).min(1),
  }),
  /** The same as a share of the men that the formation came with. */
  z.strictObject({
    kind: z.literal('lossShare'),
    side: id,
    formation: z.nullable(id),
    what: z.array(z.enum(LOSSES)).min(1),
  }),
  /** Pieces of a class that the side took from the enemy; `also` adds further classes. */
  z.strictObject({
    kind: z.literal('captured'),
    side: id,
    class: z.enum(EQUIPMENT_CLASSES),
    also: z.exactOptional(z.array(z.enum(EQUIPMENT_CLASSES))),
  }),
  /** Prisoners that the side made. */
  z.strictObject({ kind: z.literal('prisoners'), side: id }),
  /** Pieces of the classes in units of the side that assaulted, or supported an assault, at least once. */
  z.strictObject({ kind: z.literal('committed'), side: id, classes: z.array(z.enum(EQUIPMENT_CLASSES)).min(1) }),
  /** Pieces of one kind on the strength of a formation at the start. */
  z.strictObject({ kind: z.literal('strength'), formation: id, equipment: id }),
  /** Men received as replacements by a formation. */
  z.strictObject({ kind: z.literal('replacements'), formation: id }),
]);

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
  unit: z.enum(['date', 'yes', 'men', 'pieces', 'share', 'kg']),
  measure: z.nullable(measure),
  /** Why no measure of the engine answers to it. */
  noMeasure: z.exactOptional(prose),
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
  /** Where the game has it: the id of an event of scenario.json, or the rule that may bring it about; null for none. */
  game: z.nullable(prose),
  ...sourced,
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
export type MeasureData = z.infer<typeof measure>;
