/**
 * What happened, in order: enough to animate, to write the log and to count outcomes. Rules never read events back.
 * `to` is a bit mask of the sides that learn of it (1 first side, 2 second, 3 both); `viewEvents` in `view.ts` filters by it.
 */

import type { Odds } from './odds.ts';
import type { AirMission } from './scenario.ts';

interface Told {
  to: number;
}

/** Men and pieces lost by one unit in one event. `eqLost` and `eqTaken` are by equipment index. */
export interface UnitLoss {
  unit: number;
  killed: number;
  wounded: number;
  missing: number;
  captured: number;
  eqLost: number[];
  eqTaken: number[];
}

export interface TurnEvent extends Told {
  type: 'turn';
  turn: number;
  weather: number;
  ground: number;
}
export interface PlayerTurnEvent extends Told {
  type: 'playerTurn';
  side: number;
}
export interface DatedEvent extends Told {
  type: 'dated';
  event: number;
}
export interface ArrivalEvent extends Told {
  type: 'arrival';
  unit: number;
  hex: number;
}
export interface WithdrawalEvent extends Told {
  type: 'withdrawal';
  unit: number;
  hex: number;
}
export interface SupplyEvent extends Told {
  type: 'supply';
  unit: number;
  /** SUPPLY_CUT .. SUPPLY_FULL, and what it was before. */
  now: number;
  before: number;
}
export interface MovedEvent extends Told {
  type: 'moved';
  unit: number;
  /** From the start hex on. */
  path: number[];
  /** The hexes of the path where the other side saw the unit. */
  shown: number[];
  /** Why it stopped short of the end of the ordered path. */
  stopped: 'contact' | 'ambush' | null;
}
export interface SpottedEvent extends Told {
  type: 'spotted';
  unit: number;
  hex: number;
  /** SEEN_CONTACT .. SEEN_STRENGTH */
  seen: number;
}
export interface BombardEvent extends Told {
  type: 'bombard';
  unit: number;
  hex: number;
  losses: UnitLoss[];
}
export interface AssaultEvent extends Told {
  type: 'assault';
  hex: number;
  attackers: number[];
  support: number[];
  defenders: number[];
  odds: Odds;
  outcome: 'gaveWay' | 'overrun' | 'stopped' | 'undecided' | 'annihilated';
  /** Where the draw that decided fell in its distribution, thousandths: 0 worst for the attacker, 1000 best. */
  luck: number;
  losses: UnitLoss[];
}
export interface RetreatEvent extends Told {
  type: 'retreat';
  unit: number;
  path: number[];
  /** The way back was blocked. */
  blocked: boolean;
  losses: UnitLoss[];
}
export interface AdvanceEvent extends Told {
  type: 'advance';
  unit: number;
  from: number;
  hex: number;
}
export interface ControlEvent extends Told {
  type: 'control';
  place: number;
  side: number;
}
export interface EngineerEvent extends Told {
  type: 'engineer';
  unit: number;
  hexside: number;
  result: 'blown' | 'begun' | 'mended';
}
export interface AirEvent extends Told {
  type: 'air';
  formation: number;
  mission: AirMission;
  hex: number;
  sorties: number;
  intercepted: number;
  lost: number;
  damaged: number;
  crewsLost: number;
  /** Supply drop: kilograms to the friendly units, to the enemy, lost. Recon: units seen. */
  delivered: number;
  taken: number;
  missed: number;
  /** Troop lift: the unit and the men of it that were landed. Bridges: how many were broken. */
  unit: number;
  landed: number;
  broken: number;
  losses: UnitLoss[];
}
export interface DecisionEvent extends Told {
  type: 'decision';
  decision: number;
  /** 0 taken, 1 its effects came about. */
  done: number;
}
export interface AirfieldEvent extends Told {
  type: 'airfield';
  airfield: number;
  hex: number;
  /** AIRFIELD_WORKING or AIRFIELD_DEMOLISHED, and who holds it now. */
  status: number;
  side: number;
}
export interface BreakOutEvent extends Told {
  type: 'breakOut';
  unit: number;
  from: number;
  hex: number;
  losses: UnitLoss[];
}
/** Fire from heights on a column that marches below (7.10). */
export interface ColumnFireEvent extends Told {
  type: 'columnFire';
  unit: number;
  by: number;
  hex: number;
  losses: UnitLoss[];
}
/** Irregulars took part of what went along a line of supply of the other side (8.12). */
export interface RaidEvent extends Told {
  type: 'raid';
  /** Whose convoy it was. */
  side: number;
  hex: number;
  kg: number;
}
export interface LeaderEvent extends Told {
  type: 'leader';
  leader: number;
  hex: number;
  status: number;
}
export interface SurrenderEvent extends Told {
  type: 'surrender';
  unit: number;
  hex: number;
  men: number;
  losses: UnitLoss[];
}
export interface DestroyedEvent extends Told {
  type: 'destroyed';
  unit: number;
  hex: number;
}
export interface AttritionEvent extends Told {
  type: 'attrition';
  unit: number;
  sick: number;
  starved: number;
  missing: number;
}
export interface EndEvent extends Told {
  type: 'end';
  grade: string;
  margin: number;
}

export type GameEvent =
  | TurnEvent
  | PlayerTurnEvent
  | DatedEvent
  | ArrivalEvent
  | WithdrawalEvent
  | SupplyEvent
  | MovedEvent
  | SpottedEvent
  | BombardEvent
  | AssaultEvent
  | RetreatEvent
  | AdvanceEvent
  | ControlEvent
  | EngineerEvent
  | AirEvent
  | LeaderEvent
  | SurrenderEvent
  | DestroyedEvent
  | AttritionEvent
  | DecisionEvent
  | AirfieldEvent
  | BreakOutEvent
  | ColumnFireEvent
  | RaidEvent
  | EndEvent;
