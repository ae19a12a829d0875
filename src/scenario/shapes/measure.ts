/** How the engine answers, from a game, the question that a source answers for the battle: one shape a kind of measure. */
import * as z from 'zod';
import { AIR_MISSIONS, DOCTRINES, EQUIPMENT_CLASSES, UNIT_KINDS } from '../../core/scenario.ts';
import { date, id } from './fields.ts';

const LOSSES = ['killed', 'wounded', 'missing', 'captured', 'sick', 'starved'] as const;
const BATTLE_LOSSES = ['killed', 'wounded', 'missing', 'captured'] as const;
const STORES = ['food', 'ammo', 'fuel'] as const;

const losses = z.array(z.enum(LOSSES)).min(1);
const classes = z.array(z.enum(EQUIPMENT_CLASSES)).min(1);
const km = z.number().min(0).max(500);
/** A formation or unit with all below it; null for the whole side. */
const body = z.nullable(id);
/** Air formations by id; null for all of the side. */
const air = z.nullable(z.array(id).min(1).max(50));
const period = { since: z.exactOptional(date), until: z.exactOptional(date) };

/**
 * Places on the map, and when. A date is the first day of the turn in which it happens; "on a date" is when the turn of
 * that date is over. Distances are in a straight line, in kilometres.
 */
const OF_PLACES = [
  /** First date on which the side holds the place at the end of a turn. */
  z.strictObject({ kind: z.literal('firstDateHeld'), place: id, side: id }),
  /** First date after which the side holds the place until the end; none when it never was out of its hands. */
  z.strictObject({ kind: z.literal('lastDateTaken'), place: id, side: id }),
  /** First date on which the side takes the place back after the enemy has taken it from it. */
  z.strictObject({ kind: z.literal('firstDateRetaken'), place: id, side: id }),
  /** Whether the side holds the place at the end of the game. */
  z.strictObject({ kind: z.literal('heldAtEnd'), place: id, side: id }),
  /** Whether the side holds the place on the date. */
  z.strictObject({ kind: z.literal('heldAt'), place: id, side: id, date }),
  /** How many of the places the side holds on the date. */
  z.strictObject({ kind: z.literal('frontAt'), places: z.array(id).min(1).max(200), side: id, date }),
  /** First date on which `side` stands on or controls a hex of the road between the two places. */
  z.strictObject({ kind: z.literal('roadCut'), from: id, to: id, side: id }),
  /** Whether the airfield is open to the side, demolished, or in the hands of the other side at the end. */
  z.strictObject({
    kind: z.literal('airfieldState'),
    airfield: id,
    side: id,
    is: z.enum(['open', 'demolished', 'captured']),
  }),
] as const;

const OF_MOVEMENT = [
  /** First date on which a unit of the kind of the side enters the hex of the place. */
  z.strictObject({ kind: z.literal('firstEntry'), place: id, side: id, unitKind: z.enum(UNIT_KINDS) }),
  /** Date on which a unit of the formation first comes to the place. */
  z.strictObject({ kind: z.literal('arrivalAt'), formation: id, place: id }),
  /** The least distance to the place that a unit of the formation or the side ever reached, its start included. */
  z.strictObject({ kind: z.literal('furthest'), side: id, formation: body, toward: id }),
  /** First date at that distance; none when nobody came nearer than at the start. */
  z.strictObject({ kind: z.literal('dateOfFurthest'), side: id, formation: body, toward: id }),
  /** Distance to the place of the nearest unit on the date. */
  z.strictObject({ kind: z.literal('distanceAt'), side: id, formation: body, place: id, date }),
  /** Greatest distance between two units on the date; of units within `nearEnemyKm` of an enemy only, when given. */
  z.strictObject({ kind: z.literal('spread'), side: id, formation: body, date, nearEnemyKm: z.exactOptional(km) }),
  /** First date on which a surrounded unit of the formation breaks out. */
  z.strictObject({ kind: z.literal('breakOut'), formation: id }),
] as const;

const OF_FIGHTS = [
  /** First date on which the side assaults a hex within `withinKm` of the place. */
  z.strictObject({ kind: z.literal('firstAssault'), place: id, side: id, withinKm: z.number().min(0).max(100) }),
  /** First date on which a unit of the formation assaults, is assaulted or supports an assault. */
  z.strictObject({ kind: z.literal('firstFight'), formation: id }),
  /** Date on which the leader is killed or captured. */
  z.strictObject({ kind: z.literal('leaderLost'), leader: id }),
  /** How many of the named leaders are killed or captured. */
  z.strictObject({ kind: z.literal('leadersLost'), leaders: z.array(id).min(1).max(50) }),
  /** Pieces of the classes in units of the side that assaulted, or supported an assault, at least once. */
  z.strictObject({ kind: z.literal('committed'), side: id, classes }),
  /** Men on the strength of the units that fought in or for an assault on either side at least once. */
  z.strictObject({ kind: z.literal('engaged'), side: id, formation: body }),
  /** Men lost by the side, by fire and in fights, within `withinKm` of the place in the period. */
  z.strictObject({
    kind: z.literal('lossesNear'),
    side: id,
    place: id,
    withinKm: km,
    what: z.array(z.enum(BATTLE_LOSSES)).min(1),
    ...period,
  }),
] as const;

const OF_LOSSES = [
  /** Men lost in the given ways by a formation with all below it, or by the whole side. */
  z.strictObject({ kind: z.literal('losses'), side: id, formation: body, what: losses }),
  /** The same as a share of the men that the formation came with. */
  z.strictObject({ kind: z.literal('lossShare'), side: id, formation: body, what: losses }),
  /** Men that the side lost in the given ways for each that the enemy lost in them. */
  z.strictObject({ kind: z.literal('lossRatio'), side: id, what: losses }),
  /** Prisoners that the side made. */
  z.strictObject({ kind: z.literal('prisoners'), side: id }),
  /** Pieces of a class that the side took from the enemy; `also` adds further classes. */
  z.strictObject({
    kind: z.literal('captured'),
    side: id,
    class: z.enum(EQUIPMENT_CLASSES),
    also: z.exactOptional(z.array(z.enum(EQUIPMENT_CLASSES))),
  }),
  /** Pieces of the classes destroyed, abandoned or taken by the enemy. */
  z.strictObject({ kind: z.literal('equipmentLost'), side: id, formation: body, classes }),
  /** Civilian dead of the events that came about. */
  z.strictObject({ kind: z.literal('civilians') }),
] as const;

const OF_FORCES = [
  /** Pieces of one kind on the strength of a formation at the start. */
  z.strictObject({ kind: z.literal('strength'), formation: id, equipment: id }),
  /** Men received as replacements by a formation. */
  z.strictObject({ kind: z.literal('replacements'), formation: id }),
  /** Men on the map on the date. */
  z.strictObject({ kind: z.literal('menAt'), side: id, formation: body, date }),
  /** Men on the map on the date in units without supply over land. */
  z.strictObject({ kind: z.literal('menCutAt'), side: id, formation: body, date }),
  /** The longest run of days that any one unit was without supply over land. */
  z.strictObject({ kind: z.literal('daysCut'), side: id, formation: body }),
  /** First date on which a unit has nothing to eat after the supply of the turn has gone out. */
  z.strictObject({ kind: z.literal('firstHunger'), side: id, formation: body }),
  /** The longest run of days that any one unit had nothing to eat. */
  z.strictObject({ kind: z.literal('daysHungry'), side: id, formation: body }),
  /** What lies in the depots on the date, after the supply of its turn has gone out. */
  z.strictObject({
    kind: z.literal('stockAt'),
    depots: z.array(id).min(1).max(50),
    stores: z.array(z.enum(STORES)).min(1),
    date,
  }),
] as const;

const OF_AIR = [
  /** Sorties flown by mission (all without `missions`) in the period. */
  z.strictObject({
    kind: z.literal('sorties'),
    side: id,
    air,
    missions: z.exactOptional(z.array(z.enum(AIR_MISSIONS)).min(1)),
    ...period,
  }),
  /** First date on which the side flies one of the missions. */
  z.strictObject({ kind: z.literal('firstSortie'), side: id, air, missions: z.array(z.enum(AIR_MISSIONS)).min(1) }),
  /** Aircraft or crews lost. */
  z.strictObject({ kind: z.literal('airLosses'), side: id, air, what: z.enum(['aircraft', 'crews']) }),
  /** Men or kilograms landed by airlift up to the end of the date, or of the game. */
  z.strictObject({ kind: z.literal('airlifted'), side: id, what: z.enum(['men', 'kg']), until: z.exactOptional(date) }),
  /** Kilograms dropped from the air: sent, or what of it came to friends. */
  z.strictObject({ kind: z.literal('dropped'), side: id, what: z.enum(['sent', 'received']) }),
  /** Mean a day, over the turns that brought any: men or kilograms landed by airlift, kilograms dropped that came to friends. */
  z.strictObject({ kind: z.literal('deliveredDaily'), side: id, what: z.enum(['men', 'kg', 'dropped']) }),
  /** Kilograms of aviation fuel burnt. */
  z.strictObject({ kind: z.literal('aviationFuel'), side: id }),
] as const;

const OF_COMMAND = [
  /** Date on which the dated event of the scenario comes about. */
  z.strictObject({ kind: z.literal('eventDate'), event: id }),
  /** Date on which the decision is taken. */
  z.strictObject({ kind: z.literal('decisionDate'), decision: id }),
  /** First date on which an event or a decision gives the side the doctrine. */
  z.strictObject({ kind: z.literal('doctrineDate'), side: id, doctrine: z.enum(DOCTRINES) }),
] as const;

export const measureShape = z.discriminatedUnion('kind', [
  ...OF_PLACES,
  ...OF_MOVEMENT,
  ...OF_FIGHTS,
  ...OF_LOSSES,
  ...OF_FORCES,
  ...OF_AIR,
  ...OF_COMMAND,
]);
export type MeasureData = z.infer<typeof measureShape>;
export type MeasureKind = MeasureData['kind'];

/** What an outcome is counted in. */
export const OUTCOME_UNITS = [
  'date',
  'yes',
  'men',
  'pieces',
  'share',
  'kg',
  'km',
  'days',
  'sorties',
  'aircraft',
  'crews',
  'places',
] as const;
export type OutcomeUnit = (typeof OUTCOME_UNITS)[number];

/** The units in which each kind of measure may answer. */
export const UNITS_OF: Readonly<Record<MeasureKind, readonly OutcomeUnit[]>> = {
  firstDateHeld: ['date'],
  lastDateTaken: ['date'],
  firstDateRetaken: ['date'],
  heldAtEnd: ['yes'],
  heldAt: ['yes'],
  frontAt: ['places'],
  roadCut: ['date'],
  airfieldState: ['yes'],
  firstEntry: ['date'],
  arrivalAt: ['date'],
  furthest: ['km'],
  dateOfFurthest: ['date'],
  distanceAt: ['km'],
  spread: ['km'],
  breakOut: ['date'],
  firstAssault: ['date'],
  firstFight: ['date'],
  leaderLost: ['date'],
  leadersLost: ['men'],
  committed: ['pieces'],
  engaged: ['men'],
  lossesNear: ['men'],
  losses: ['men'],
  lossShare: ['share'],
  lossRatio: ['share'],
  prisoners: ['men'],
  captured: ['pieces'],
  equipmentLost: ['pieces'],
  civilians: ['men'],
  strength: ['pieces'],
  replacements: ['men'],
  menAt: ['men'],
  menCutAt: ['men'],
  daysCut: ['days'],
  firstHunger: ['date'],
  daysHungry: ['days'],
  stockAt: ['kg'],
  sorties: ['sorties'],
  firstSortie: ['date'],
  airLosses: ['aircraft', 'crews'],
  airlifted: ['men', 'kg'],
  dropped: ['kg'],
  deliveredDaily: ['men', 'kg'],
  aviationFuel: ['kg'],
  eventDate: ['date'],
  decisionDate: ['date'],
  doctrineDate: ['date'],
};
