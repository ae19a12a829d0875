/** Rulebook 9.11: airfields: working, demolished or lost. */
import type { DemolishAirfieldAction } from '../action.ts';
import { holderOf } from '../control.ts';
import type { GameEvent } from '../event.ts';
import { distance, type Game } from '../game.ts';
import { position } from '../position.ts';
import type { Refusal } from '../refusal.ts';
import { AIRFIELD_DEMOLISHED, AIRFIELD_WORKING, type GameState, type ReadonlyState, type SideIndex } from '../state.ts';

/** 9.11: enemy troops this near halve the sorties from a field: part of the aircraft are sent to the rear. */
export const AIRFIELD_THREAT_KM = 30;

export interface AirfieldAnswer {
  airfield: number;
  hex: number;
  side: SideIndex;
  /** AIRFIELD_WORKING or AIRFIELD_DEMOLISHED */
  status: number;
  /** Km to the nearest enemy that `knower` knows of, -1 for none. */
  enemyKm: number;
}

/** 9.11: every airfield as a side knows it; -1 for `knower`: as it is. */
export function airfieldsOf(game: Game, state: ReadonlyState, knower: number): AirfieldAnswer[] {
  return game.theatre.airfields.map(({ hex }, airfield) => {
    const { side, status } = state.airfields[airfield] as GameState['airfields'][number];
    return { airfield, hex, side, status, enemyKm: nearestEnemyKm(game, state, hex, side, knower) };
  });
}

/** The airfield in a hex, -1 for none. */
export function airfieldIn(game: Game, hex: number): number {
  return game.theatre.airfields.findIndex((field) => field.hex === hex);
}

/** 9.11: can a side fly from, and land on, the airfield in a hex? Hexes without a listed airfield always serve their holder. */
export function isUsable(game: Game, state: ReadonlyState, hex: number, side: number): boolean {
  const index = airfieldIn(game, hex);
  const field = state.airfields[index];
  if (field) return field.status === AIRFIELD_WORKING && field.side === side;
  return holderOf(state.control, hex) !== 1 - side;
}

/** Km from a hex to the nearest enemy of `side` known to `knower`, -1 for none. */
export function nearestEnemyKm(game: Game, state: ReadonlyState, hex: number, side: number, knower: number): number {
  const { bookedHex } = position(game, state, knower);
  let best = -1;
  for (const unit of game.bySide[1 - side] as number[]) {
    const at = bookedHex[unit] as number;
    if (at < 0) continue;
    const km = Math.round(distance(game, hex, at) * game.hexKm);
    if (best < 0 || km < best) best = km;
  }
  return best;
}

/** 9.11: refusals `no-airfield` (not in one's hands, or demolished already). */
export function checkDemolishAirfield(
  game: Game,
  state: ReadonlyState,
  action: DemolishAirfieldAction,
): Refusal | null {
  const field = state.airfields[action.airfield] as GameState['airfields'][number];
  const { hex } = game.theatre.airfields[action.airfield] as Game['theatre']['airfields'][number];
  return field.side !== state.active || field.status !== AIRFIELD_WORKING
    ? { code: 'no-airfield', hex, clause: '9.11' }
    : null;
}

/** 9.11: blows an airfield up for good; everybody hears of it. */
export function demolishAirfield(
  game: Game,
  state: GameState,
  action: DemolishAirfieldAction,
  events: GameEvent[],
): void {
  const field = state.airfields[action.airfield] as GameState['airfields'][number];
  const { hex } = game.theatre.airfields[action.airfield] as Game['theatre']['airfields'][number];
  field.status = AIRFIELD_DEMOLISHED;
  field.turn = state.turn;
  const { side, status } = field;
  events.push({ type: 'airfield', airfield: action.airfield, hex, status, side, to: 3 });
}

/** 9.11: airfields go with their hex. Called when a hex changes hands. */
export function takeAirfield(game: Game, state: GameState, hex: number, side: SideIndex, events: GameEvent[]): void {
  const airfield = airfieldIn(game, hex);
  const field = state.airfields[airfield];
  if (!field || field.side === side) return;
  field.side = side;
  field.turn = state.turn;
  events.push({ type: 'airfield', airfield, hex, status: field.status, side, to: 3 });
}
