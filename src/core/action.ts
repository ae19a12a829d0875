/** Everything a player can order: serialisable, ids and hexes only, nothing derived. */
import type { AirMission } from './scenario.ts';
import type { Stance } from './state.ts';

/** March along a path (hexes after the start, in order). `truck`: lifted by the command's trucks along roads. */
export interface MoveAction {
  type: 'move';
  unit: number;
  path: number[];
  mode: 'march' | 'truck';
}

/** Assault an adjacent hex with one or more units; guns in reach may support. */
export interface AssaultAction {
  type: 'assault';
  /** Units that go in, ascending. */
  units: number[];
  /** Artillery that fires in support, ascending. */
  support: number[];
  hex: number;
  /** Advance into the hex if the defender gives way. */
  advance: boolean;
}

export interface BombardAction {
  type: 'bombard';
  unit: number;
  hex: number;
}

export interface EngineerAction {
  type: 'engineer';
  unit: number;
  task: 'demolish' | 'repair';
  hexside: number;
}

export interface StanceAction {
  type: 'stance';
  unit: number;
  stance: Stance;
}

export interface AirAction {
  type: 'air';
  formation: number;
  mission: AirMission;
  hex: number;
  sorties: number;
  /** Troop lift: the unit that is flown in. */
  unit?: number;
}

/** A surrounded unit slips through the enemy's ring to a hex two away, leaving its heavy weapons. */
export interface BreakOutAction {
  type: 'breakOut';
  unit: number;
  hex: number;
}

/** Blow an airfield up before the enemy takes it. */
export interface DemolishAirfieldAction {
  type: 'airfield';
  airfield: number;
}

/** Take one of the decisions that the scenario offers. */
export interface DecideAction {
  type: 'decide';
  decision: number;
}

export interface EndAction {
  type: 'end';
}

export type Action =
  | MoveAction
  | AssaultAction
  | BombardAction
  | EngineerAction
  | StanceAction
  | BreakOutAction
  | AirAction
  | DemolishAirfieldAction
  | DecideAction
  | EndAction;

export const ACTION_TYPES = [
  'move',
  'assault',
  'bombard',
  'engineer',
  'stance',
  'breakOut',
  'air',
  'airfield',
  'decide',
  'end',
] as const;
