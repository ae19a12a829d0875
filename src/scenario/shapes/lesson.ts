/**
 * The shape of `lesson.json`: a game set up for a beginner, and the steps that teach it. A step says what to point at and
 * when it is done; its words are the page's own (`words`) or stand here. Only the page reads it; the rules do not.
 */
import * as z from 'zod';
import { AIR_MISSIONS } from '../../core/scenario.ts';
import { hex, id, line, prose } from './fields.ts';

/** Parts of the page that a step may point at; the page marks them with `data-part`. */
export const LESSON_PARTS = [
  'zoom',
  'layers',
  'legend',
  'score',
  'date',
  'undo',
  'redo',
  'endTurn',
  'card',
  'supply',
  'march',
  'digest',
  'odds',
  'attackers',
  'advance',
  'attack',
  'fight',
  'airForm',
  'tab.field',
  'tab.air',
  'tab.supply',
  'tab.forces',
  'tab.losses',
  'tab.log',
] as const;
export type LessonPart = (typeof LESSON_PARTS)[number];

/** Where something is: a hex, a place of the map, or wherever a unit stands as far as the learner knows. */
const spot = z.union([z.strictObject({ hex }), z.strictObject({ place: id }), z.strictObject({ unit: id })]);
export type LessonSpot = z.infer<typeof spot>;

/** Turns the condition round. */
const not = z.exactOptional(z.literal(true));
const few = z.int().min(1).max(50);

const simple = [
  /** The map was moved or zoomed since the step was shown. */
  z.strictObject({ type: z.literal('looked'), not }),
  z.strictObject({ type: z.literal('selected'), unit: id, not }),
  /** The way of the unit to the hex is shown, or it is there. */
  z.strictObject({ type: z.literal('path'), unit: id, hex, not }),
  z.strictObject({ type: z.literal('at'), unit: id, hex, not }),
  z.strictObject({ type: z.literal('overlay'), overlay: id, not }),
  z.strictObject({ type: z.literal('tab'), tab: id, not }),
  /** An attack is being planned with so many units ticked; `advance` false: the victors are to stay. */
  z.strictObject({
    type: z.literal('planned'),
    at: spot,
    attackers: few,
    advance: z.exactOptional(z.boolean()),
    not,
  }),
  /** The learner's side has attacked there this turn. */
  z.strictObject({ type: z.literal('assaulted'), at: spot, not }),
  /** The learner's side has flown such a mission this turn, there or anywhere. */
  z.strictObject({ type: z.literal('flown'), mission: z.enum(AIR_MISSIONS), at: z.exactOptional(spot), not }),
  /** An order was taken back, or given again, since the step was shown. */
  z.strictObject({ type: z.literal('undone'), not }),
  z.strictObject({ type: z.literal('redone'), not }),
  /** The learner has the move in a later turn than when the step was shown. */
  z.strictObject({ type: z.literal('nextTurn'), not }),
  /** It is this turn or a later one, and the learner has the move. */
  z.strictObject({ type: z.literal('turn'), atLeast: z.int().min(1).max(10_000), not }),
  z.strictObject({ type: z.literal('held'), place: id, side: id, not }),
  /** A supply line would reach the unit now without leaks. */
  z.strictObject({ type: z.literal('supplied'), unit: id, not }),
  /** The unit is not to be seen on the map. */
  z.strictObject({ type: z.literal('gone'), unit: id, not }),
  z.strictObject({ type: z.literal('over'), not }),
] as const;
const several = z.array(z.discriminatedUnion('type', simple)).min(1).max(20);

const lessonCondition = z.discriminatedUnion('type', [
  ...simple,
  z.strictObject({ type: z.literal('all'), conditions: several }),
  z.strictObject({ type: z.literal('any'), conditions: several }),
]);
export type LessonCondition = z.infer<typeof lessonCondition>;
export type LessonFact = Exclude<LessonCondition, { type: 'all' | 'any' }>;

const step = z.strictObject({
  id,
  /** The page's own words for a step of this kind. */
  words: z.exactOptional(id),
  /** Words of the scenario, where the page has none. */
  title: z.exactOptional(line),
  text: z.exactOptional(prose),
  /** What the words speak of: fills their gaps. */
  about: z.exactOptional(
    z.strictObject({
      unit: z.exactOptional(id),
      other: z.exactOptional(id),
      enemy: z.exactOptional(id),
      place: z.exactOptional(id),
      hex: z.exactOptional(hex),
    }),
  ),
  /** Hexes and units are ringed on the map; of the parts of the page the first that is to be seen. */
  point: z.exactOptional(z.array(z.union([spot, z.strictObject({ part: z.enum(LESSON_PARTS) })])).max(8)),
  /** When the step is done; without it the reader goes on. */
  done: z.exactOptional(lessonCondition),
  /** When the step has nothing to teach and is passed over. */
  moot: z.exactOptional(lessonCondition),
  /** When to go back to an earlier step instead, because what it taught did not come off. */
  retry: z.exactOptional(z.strictObject({ when: lessonCondition, to: id })),
});
export type LessonStep = z.infer<typeof step>;

export const lessonShape = z.strictObject({
  formatVersion: z.literal(1),
  id,
  /** Minutes that a beginner takes. */
  minutes: z.int().min(1).max(600),
  /** The side of the learner; a bot of this level plays the other. */
  side: id,
  level: id,
  seed: line,
  fog: z.boolean(),
  steps: z.array(step).min(1).max(200),
});
export type LessonData = z.infer<typeof lessonShape>;
