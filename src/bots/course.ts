/**
 * A course of action: how a side means to fight. It says which operational plan is carried out and how much is ventured;
 * the staff's ordinary measure is 1 throughout, so that a course reads as "more of this, less of that".
 */
import { type Craft, TAUGHT } from './craft.ts';

/** The plan of the scenario that says what the command set out to do; where it has none, the side is planned freely. */
export const HISTORICAL = 'historical';
/** Planned anew each turn from the objectives alone. */
export const FREE = 'free';

export interface Course {
  id: string;
  /** HISTORICAL, FREE or the id of a plan of the scenario. */
  plan: string;
  /** Chances asked of an assault beside the usual: below 1 it is more daring. */
  odds: number;
  /** Men lost for each of the enemy's that are put up with, beside the usual. */
  exchange: number;
  /** Share of the troops that could come up that a first attack waits for. */
  massing: number;
  /** Weight of the main effort beside the usual. */
  effort: number;
  /** Hex of the place where the main effort is made; left out, the staff finds it. */
  main?: number;
}

/** How carefully a staff works and what it knows; what a recruit has still to learn. */
export interface Care {
  /** Error of its judgement: 0 for none, 1 for one that may take a hopeless assault for a sure one. */
  error: number;
  /** Share of its units that it overlooks each turn, 0 to 1: they neither march nor attack. */
  oversight: number;
  /** Whether the tired and shaken are taken out of the fighting. */
  relief: boolean;
  /** Whether guns and aircraft are called to the assaults. */
  support: boolean;
  /** Whether nobody walks out of an objective that he holds alone. */
  posts: boolean;
  /** Whether air missions, bombardments and engineers' works are ordered; in a war game the staffs leave them out. */
  detail: boolean;
  /** Its rules of thumb. */
  craft: Craft;
}

export const CAREFUL: Care = {
  error: 0,
  oversight: 0,
  relief: true,
  support: true,
  posts: true,
  detail: true,
  craft: TAUGHT,
};

/** As every staff fights that is told nothing else. */
export const USUAL: Course = {
  id: 'usual',
  plan: HISTORICAL,
  odds: 1,
  exchange: 1,
  massing: 0.6,
  effort: 1,
};
