/** Rulebook 4: zones of control. */
import type { Game } from '../game.ts';
import { UNIT_KINDS } from '../scenario.ts';
import { type DeepReadonly, type ReadonlyState, SEEN_STRENGTH, SEEN_TYPE, type UnitState } from '../state.ts';

/** 4.1: men it takes to picket the ground around, for each km of a hex. */
const ZOC_MEN_PER_KM = 48;
/** 4.1: a unit below this cohesion looks after itself. */
const ZOC_COHESION = 200;
const TRANSPORT = UNIT_KINDS.indexOf('transport');
const HQ = UNIT_KINDS.indexOf('hq');
const IRREGULAR = UNIT_KINDS.indexOf('irregular');

/**
 * 4.1: the men from which on each unit pickets the ground around, infinity for those that never do. Kept in the game's
 * scratch memory.
 */
export function picketMen(game: Game): Float64Array {
  const kept = game.scratch['picketMen'] as Float64Array | undefined;
  if (kept) return kept;
  const usual = ZOC_MEN_PER_KM * game.hexKm;
  const least = Float64Array.from(game.units, ({ kind }) => {
    if (kind === TRANSPORT || kind === IRREGULAR) return Number.POSITIVE_INFINITY;
    return kind === HQ ? Math.max(1000, usual) : usual;
  });
  game.scratch['picketMen'] = least;
  return least;
}

/** 4.1: does a unit control the hexes around it? */
export function exertsZoc(game: Game, state: ReadonlyState, unit: number): boolean {
  const now = state.units[unit];
  return now !== undefined && now.hex >= 0 && controls(now, picketMen(game)[unit] as number);
}

/** 4.1, for a unit on the map of which `least` is the entry in `picketMen`. */
export function controls(now: DeepReadonly<UnitState>, least: number): boolean {
  return now.men >= least && now.cohesion >= ZOC_COHESION;
}

/**
 * 4.1 as the enemy of a unit knows it: a bare contact is taken to control its surroundings, a unit known by type goes
 * by its establishment; only a unit whose strength is known is judged by what it has left.
 */
export function seemsToControl(now: DeepReadonly<UnitState>, least: number, establishment: number): boolean {
  const { seen } = now;
  if (seen >= SEEN_STRENGTH) return controls(now, least);
  return seen < SEEN_TYPE || establishment >= least;
}

/** 4.2: control does not reach over a major river without a crossing. */
export function zocCrosses(game: Game, hex: number, direction: number): boolean {
  return game.river[hex * 6 + direction] !== 3 || game.crossing[hex * 6 + direction] !== 0;
}

/**
 * 4.3: minutes added for entering a hex in an enemy zone of control; going from one such hex to another adds twice as
 * much again. The larger the hex, the thinner the control: the full 90 minutes up to 5 km.
 */
export function zocMinutes(game: Game): number {
  return Math.round(90 * Math.min(1, 5 / game.hexKm));
}
