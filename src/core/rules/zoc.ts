/** Rulebook 4: zones of control. */
import type { Game } from '../game.ts';
import { UNIT_KINDS } from '../scenario.ts';
import { type ReadonlyState, SEEN_NOTHING, SEEN_STRENGTH, SEEN_TYPE } from '../state.ts';

/** 4.1: men it takes to picket the ground around, for each km of a hex. */
const ZOC_MEN_PER_KM = 48;
/** 4.1: a unit below this cohesion looks after itself. */
const ZOC_COHESION = 200;
const TRANSPORT = UNIT_KINDS.indexOf('transport');
const HQ = UNIT_KINDS.indexOf('hq');
const IRREGULAR = UNIT_KINDS.indexOf('irregular');

/** 4.1: does a unit control the hexes around it? */
export function exertsZoc(game: Game, state: ReadonlyState, unit: number): boolean {
  const now = state.units[unit];
  if (!now || now.hex < 0) return false;
  return pickets(game, unit, now.men) && now.cohesion >= ZOC_COHESION;
}

/**
 * 4.1 as the enemy of a unit knows it: a bare contact is taken to control its surroundings, a unit known by type goes
 * by its establishment; only a unit whose strength is known is judged by what it has left.
 */
export function seemsToExertZoc(game: Game, state: ReadonlyState, unit: number): boolean {
  const seen = state.units[unit]?.seen ?? SEEN_NOTHING;
  if (seen >= SEEN_STRENGTH) return exertsZoc(game, state, unit);
  return seen < SEEN_TYPE || pickets(game, unit, (game.units[unit] as Game['units'][number]).data.men);
}

function pickets(game: Game, unit: number, men: number): boolean {
  const kind = game.units[unit]?.kind;
  if (kind === TRANSPORT || kind === IRREGULAR || (kind === HQ && men < 1000)) return false;
  return men >= ZOC_MEN_PER_KM * game.hexKm;
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
