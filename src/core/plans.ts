/**
 * What a command set out to do, as data: the operational plans in `plans.json` of a scenario. The rules know nothing of
 * them; bots carry them out, and a plan changes neither a state nor the digest of a scenario.
 */
import type { EventCondition, Sourced } from './campaign.ts';

export const PLAN_TASKS = ['drive', 'delay', 'hold', 'assemble', 'strike', 'screen', 'raid', 'withdraw'] as const;
export type PlanTask = (typeof PLAN_TASKS)[number];

/** A task of a column from a date on; the last phase whose date has come and whose condition is met is in force. */
export interface PhaseData {
  from: string;
  when?: EventCondition;
  task: PlanTask;
  /**
   * Places in order. drive, strike: objectives one after the other; delay: positions from front to rear; withdraw: the way
   * back; hold, assemble, screen: where; raid: roads to be cut.
   */
  axis: string[];
  /** 1 to 10: how much weight the command puts here. */
  effort: number;
  /** Culminating point: the column halts when its food falls below so many days, or it has lost this share of its men. */
  limits?: { foodDays?: number; lossPercent?: number };
  reason: string;
}

/** Formations that act together under one task. */
export interface ColumnData extends Sourced {
  id: string;
  name: string;
  /** Units, headquarters or formations, each with all below it but what another column names more closely. */
  formations: string[];
  phases: PhaseData[];
}

/** What the air force is for from a date on, in tenths of its sorties and of the fuel that comes in. */
export interface AirPlanData {
  from: string;
  when?: EventCondition;
  /** Tenths of the transports that carry troops while any wait, and that carry supplies; the rest stays on the ground. */
  troopLift: number;
  supplyLift: number;
  /** Aviation fuel that the air bridge leaves for combat sorties, kg. */
  keepFuelKg: number;
  /** Tenths of the combat sorties against roads, bridges and columns; the rest supports the troops. */
  interdiction: number;
  /** Places on the roads that are to be cut, in order of weight. */
  targets: string[];
}

export interface PlanData extends Sourced {
  id: string;
  side: string;
  name: string;
  text: string;
  columns: ColumnData[];
  air?: AirPlanData[];
  /** Decisions that the command takes as soon as they are open and, where given, the condition is met. */
  decisions?: { decision: string; when?: EventCondition; reason: string }[];
}

export interface PlansData {
  formatVersion: 1;
  plans: PlanData[];
}
