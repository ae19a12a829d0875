/**
 * What a scenario says of the campaign beyond troops and ground: airfields, army boundaries, events, decisions, objectives,
 * victory. Ids refer to the other files of the scenario; dates are "YYYY-MM-DD".
 */

export const DOCTRINES = ['attack', 'defend', 'withdraw'] as const;
export type Doctrine = (typeof DOCTRINES)[number];

/** Where a number or a fact comes from: keys of `sources.json`, and whether it is an estimate with its reason. */
export interface Sourced {
  source: string[];
  estimated?: boolean;
  note?: string;
}

/** An airfield in working order at the start. */
export interface AirfieldData extends Sourced {
  id: string;
  /** A place of the map. */
  place: string;
  side: string;
}

/** The zone in which the troops of a formation fight: outside it they are out of command. */
export interface BoundaryData extends Sourced {
  id: string;
  side: string;
  name: string;
  /** Id of a formation or headquarters: it and everything below it. */
  formation: string;
  /** Corners of the zone, hexes in order; the last joins the first. Hexes on the line belong to it. */
  corners: string[];
  /** Whether it is in force from the start; effects switch it. */
  active: boolean;
}

/** A choice that a side may make once, in its player turn, between two dates. */
export interface DecisionData extends Sourced {
  id: string;
  side: string;
  title: string;
  /** What it does and what it costs, for the player. */
  text: string;
  from: string;
  until: string;
  /** Points to the other side. */
  cost: number;
  when?: EventCondition;
  /** Days until the effects come about; 0 for at once. */
  delayDays: number;
  effects: EventEffect[];
}

export interface ObjectiveData extends Sourced {
  id: string;
  /** A place of the map. */
  place: string;
  /** Points to the side that holds it at the end. */
  points: Record<string, number>;
  /** Points a turn to the side that holds it at the end of the turn. */
  pointsPerTurn?: Record<string, number>;
}

/** `not` turns a condition round. */
export type SimpleCondition = (
  | { type: 'held'; place: string; side: string }
  /** The side does not hold the place. */
  | { type: 'notHeld'; place: string; side: string }
  /** Troops of the side stand within this distance of the place; of the enemy's, a decision counts those known. */
  | { type: 'within'; place: string; side: string; km: number }
  /** The depots that the side holds have at least this much of all classes, kg. */
  | { type: 'stock'; side: string; atLeastKg: number }
  | { type: 'decided'; decision: string }
  | { type: 'fired'; event: string }
  /** The airfield is in working order and in the hands of the side it belonged to at the start. */
  | { type: 'airfield'; airfield: string }
) & { not?: true };

export type EventCondition =
  | SimpleCondition
  | { type: 'all'; conditions: SimpleCondition[] }
  | { type: 'any'; conditions: SimpleCondition[] };

/** `unit` may name a headquarters or a formation, which stands for all the units below it. */
export type EventEffect =
  | { type: 'message' }
  | { type: 'arrive'; unit: string }
  | { type: 'withdraw'; unit: string }
  | { type: 'release'; unit: string }
  | { type: 'replacements'; unit: string; men: number }
  | { type: 'cohesion'; unit: string; change: number }
  | { type: 'points'; side: string; points: number }
  /** Adds to (or, below zero, takes from) the stock of a depot, kg. */
  | { type: 'stock'; source: string; foodKg: number; ammoKg: number; fuelKg: number }
  /** Aviation fuel to a side. */
  | { type: 'aviationFuel'; side: string; kg: number }
  | { type: 'boundary'; boundary: string; active: boolean }
  /** What the command wants from now on: bots follow it, players are told. */
  | { type: 'doctrine'; side: string; doctrine: Doctrine }
  /** Civilian dead, by source: they belong to the event, not to the rules of combat. */
  | { type: 'civilians'; dead: number };

/** A dated event; with `when` it happens on the first turn from `date` on that meets the condition. */
export interface EventData extends Sourced {
  id: string;
  date: string;
  side: string | null;
  title: string;
  text: string;
  when?: EventCondition;
  effects: EventEffect[];
}

/** A railway that a side wants whole and its own: points a turn while it holds all of it unbroken. */
export interface LineObjectiveData extends Sourced {
  id: string;
  /** A railway of the map. */
  rail: string;
  side: string;
  pointsPerTurn: number;
}

/** Points at the end for the other side when an airfield is demolished or lost. */
export interface AirfieldObjectiveData extends Sourced {
  airfield: string;
  points: number;
}

/** Stocks that a side wants in its depots at the end: points in proportion, up to the target. */
export interface StockObjectiveData extends Sourced {
  id: string;
  side: string;
  name: string;
  targetKg: number;
  points: number;
}

/** Points to the other side for each 100 men of a side who stand outside its own lines at the end. */
export interface HomeObjectiveData extends Sourced {
  side: string;
  /** Corners of the ground that counts as home, hexes in order. */
  corners: string[];
  pointsPer100Men: number;
}

export interface VictoryData {
  objectives: ObjectiveData[];
  lines?: LineObjectiveData[];
  airfields?: AirfieldObjectiveData[];
  stocks?: StockObjectiveData[];
  home?: HomeObjectiveData[];
  /** Points to the other side for each 100 men lost (killed, wounded, missing, captured), by the side that loses them. */
  pointsPer100Men: Record<string, number>;
  /** Points to the other side for each prisoner, by the side that loses them, in thousandths. */
  milliPointsPerPrisoner: Record<string, number>;
  /** Points to the other side when a leader of this side falls, a grade of rating above -3. */
  pointsPerLeader: Record<string, number>;
  /** Grades from best for the first side to best for the second, by first side's points minus second side's. */
  grades: { id: string; name: string; atLeast: number; winner: string | null }[];
  /** Where history stands on this scale, computed from the sourced outcome; an exercise that never took place has none. */
  historical?: {
    grade: string;
    /** What happened, for the player. */
    story: string;
    /** The sum that gives the grade. */
    note: string;
    source: string[];
  };
}
