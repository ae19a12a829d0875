/** Rulebook 9.13: the air bridge: troops and supplies landed on an airfield. */
import type { AirAction } from '../action.ts';
import type { Game } from '../game.ts';
import type { Refusal } from '../refusal.ts';
import type { AircraftData } from '../scenario.ts';
import { type GameState, type ReadonlyState, UNIT_EXPECTED } from '../state.ts';
import { isUsable } from './airfields.ts';

export interface Passenger {
  unit: number;
  /** Men to be flown, and flown so far. */
  men: number;
  flown: number;
  /** The turn from which it may be flown. */
  readyTurn: number;
}

/** 9.13: units of a side that come by air and have not been flown in yet, in the order of the order of battle. */
export function waitingForLift(game: Game, state: ReadonlyState, side: number): Passenger[] {
  const found: Passenger[] = [];
  for (const unit of game.bySide[side] as number[]) {
    const info = game.units[unit] as Game['units'][number];
    const now = state.units[unit] as GameState['units'][number];
    if (info.data.arrival.by !== 'airlift' || now.status !== UNIT_EXPECTED || info.data.men <= now.flown) continue;
    found.push({ unit, men: info.data.men, flown: now.flown, readyTurn: info.arrivalTurn });
  }
  return found;
}

/** 9.13: has everybody of a unit that comes by air been landed? */
export function isLanded(game: Game, state: ReadonlyState, unit: number): boolean {
  const { data } = game.units[unit] as Game['units'][number];
  return data.arrival.by !== 'airlift' || (state.units[unit] as GameState['units'][number]).flown >= data.men;
}

/**
 * 9.13: refusals `no-airfield` (the hex has no airfield that the side can land on), `no-target` (no depot there for
 * supplies), `no-passengers` (the unit does not wait for the lift, is not ready before turn `until`, or lands elsewhere).
 */
export function checkLift(game: Game, state: ReadonlyState, action: AirAction): Refusal | null {
  const { hex, unit } = action;
  const side = state.active;
  const field = game.theatre.airfields.some((airfield) => airfield.hex === hex);
  if (!field || !isUsable(game, state, hex, side)) return { code: 'no-airfield', hex, clause: '9.13' };
  if (action.mission === 'supplyLift')
    return depotAt(game, hex, side) < 0 ? { code: 'no-target', hex, clause: '9.13' } : null;
  const passenger = waitingForLift(game, state, side).find((one) => one.unit === unit);
  if (!passenger || (game.units[passenger.unit] as Game['units'][number]).arrivalHex !== hex)
    return { code: 'no-passengers', hex, clause: '9.13' };
  return passenger.readyTurn > state.turn
    ? { code: 'no-passengers', unit: passenger.unit, until: passenger.readyTurn, clause: '9.13' }
    : null;
}

function depotAt(game: Game, hex: number, side: number): number {
  return game.depots.findIndex((depot) => depot.hex === hex && depot.side === side);
}

/** 9.13: lands what `through` sorties carry; returns the men landed and the kilograms delivered. */
export function land(
  game: Game,
  state: GameState,
  action: AirAction,
  kind: AircraftData,
  through: number,
): { landed: number; delivered: number } {
  const side = state.active;
  const books = state.sides[side];
  const kg = through * kind.payloadKg;
  if (action.mission === 'troopLift') {
    const unit = state.units[action.unit as number] as GameState['units'][number];
    const { men } = (game.units[action.unit as number] as Game['units'][number]).data;
    const landed = Math.min(men - unit.flown, through * (kind.menPerSortie ?? 0));
    unit.flown += landed;
    books.menLifted += landed;
    return { landed, delivered: 0 };
  }
  const depot = state.depots[depotAt(game, action.hex, side)] as GameState['depots'][number];
  const food = Math.ceil(kg / 2);
  depot.food += food;
  depot.ammo += kg - food;
  books.entered += kg;
  books.kgLifted += kg;
  return { landed: 0, delivered: kg };
}
