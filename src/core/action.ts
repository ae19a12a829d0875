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
}

export interface EndAction {
  type: 'end';
}

export type Action = MoveAction | AssaultAction | BombardAction | EngineerAction | StanceAction | AirAction | EndAction;

export const ACTION_TYPES = ['move', 'assault', 'bombard', 'engineer', 'stance', 'air', 'end'] as const;
