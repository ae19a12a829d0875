/**
 * Why an order is given, as data: a code and what it speaks of. Whoever shows it puts it into words of his language. All of
 * it is plain JSON, so that it crosses workers and files.
 */
import type { TaskKind } from './tasks.ts';

export const REASON_CODES = [
  // Marches: towards a task, by road or in lorries, and into a place near it.
  'marches',
  'rides',
  'closesIn',
  'takesPost',
  'blocksRoad',
  'reopensRoad',
  'screens',
  'goesHome',
  'delays',
  'goesTo',
  'sitsByRoad',
  'keepsUp',
  'bringsGuns',
  'rests',
  // Out of a ring.
  'slipsOut',
  'breaksOut',
  // Stances.
  'holds',
  'givesGround',
  'standsAsUsual',
  // Fighting.
  'assaults',
  'shells',
  // Roads, railways, airfields.
  'mendsRoad',
  'breaksRoad',
  'goesToMend',
  'makesForRailway',
  'tearsUpRailway',
  'blowsUpAirfield',
  // The command.
  'decidesByPlan',
  'decidesByWorth',
  // In the air.
  'patrols',
  'looks',
  'fliesIn',
  'bringsSupplies',
  'dropsSupplies',
  'supportsAssault',
  'coversTroops',
  'attacksColumns',
  'bombsBridge',
  'closesRoad',
  'ends',
  'byLot',
] as const;
export type ReasonCode = (typeof REASON_CODES)[number];

/** What moves a unit to hold, to rest or to break out. */
export const MOTIVES = [
  // Ground: the objective itself, a height over it, a post beside it, a depot, a road of supply.
  'objective',
  'height',
  'approach',
  'depot',
  'road',
  // The state of the unit.
  'tired',
  'shaken',
  'relieved',
  'hunger',
  'peril',
  'pressed',
  'irregular',
] as const;
export type Motive = (typeof MOTIVES)[number];

/** An enemy that a post has to reckon with. */
export interface Expected {
  unit: number;
  /** Hexes from where he is seen, or was last, to the post. */
  hexes: number;
  /** Days of march to it, tenths; what he can have marched since he was last seen is taken off. */
  days: number;
  seen: boolean;
}

/** A phase of a column of an operational plan, by the ids of plan and column and its index in the column. */
export interface PhaseRef {
  plan: string;
  column: string;
  index: number;
}

export interface Reason {
  code: ReasonCode;
  /** Units spoken of, the one that acts first. */
  units?: readonly number[];
  /** Hexes spoken of, the goal first; then, with a motive of ground or for a cut, the place that it is about. */
  hexes?: readonly number[];
  /** Index of an air formation. */
  wing?: number;
  /** What the unit's group is to do. */
  task?: TaskKind;
  motive?: Motive;
  expects?: Expected;
  /** Id of a decision of the scenario, and of the plan that wants it. */
  decision?: string;
  plan?: string;
  /** Phase of the operational plan behind it. */
  phase?: PhaseRef;
  /**
   * Figures by name: `gaveWay`, `stopped` and `peril` in thousandths of chance; `ownLosses` and `enemyLosses` in men;
   * `lost` for what a target would lose to the enemy.
   */
  figures?: Readonly<Record<string, number>>;
}
