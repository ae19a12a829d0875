/** Rulebook 6.9: quality, leadership, command, ammunition, hunger, fatigue. */
import { lnQ } from '../exact.ts';
import { distance, type Game } from '../game.ts';
import type { GameState, ReadonlyState } from '../state.ts';
import { needs } from './supply.ts';

/** Ammunition in hand for a day's fight and the factor on power (TNDM table, combat model 4.3 [T]). */
const AMMUNITION: readonly (readonly [number, number])[] = [
  [0, 0.15],
  [0.1, 0.2],
  [0.2, 0.65],
  [0.3, 0.8],
  [0.5, 0.9],
  [1, 1],
];

interface Weighted {
  unit: number;
  strength: number;
}

function average(list: readonly Weighted[], of: (unit: number) => number): number {
  let weight = 0;
  let sum = 0;
  for (const { unit, strength } of list) {
    weight += strength + 1;
    sum += of(unit) * (strength + 1);
  }
  return weight > 0 ? sum / weight : 0;
}

/** 6.9: strength-weighted quality of a force, 0..100. */
export function qualityOf(game: Game, list: readonly Weighted[]): number {
  return average(list, (unit) => (game.units[unit] as Game['units'][number]).data.quality);
}

/** 6.9: ln in 1/1024 of the difference in quality, between limits. */
export function qualityQ(game: Game, own: number, enemy: number): number {
  const { point, most } = game.rules.quality;
  return Math.max(-most, Math.min(most, Math.round((own - enemy) * point)));
}

/** Unit of each leader, -1 for none. Kept in the game's scratch memory. */
function leaderUnits(game: Game): number[] {
  const kept = game.scratch['leaderUnits'] as number[] | undefined;
  if (kept) return kept;
  const units = game.data.oob.leaders.map((leader) => game.unitIndex.get(leader.unit) ?? -1);
  game.scratch['leaderUnits'] = units;
  return units;
}

function leaderOf(game: Game, state: ReadonlyState, unit: number): number {
  const { hq } = game.units[unit] as Game['units'][number];
  const units = leaderUnits(game);
  let best = -9;
  for (let i = 0; i < units.length; i++) {
    const at = units[i] as number;
    if (at < 0 || (at !== hq && at !== unit) || state.leaders[i]?.status !== 0) continue;
    if (at !== unit && !inCommand(game, state, unit)) continue;
    best = Math.max(best, (game.data.oob.leaders[i] as Game['data']['oob']['leaders'][number]).rating);
  }
  return best === -9 ? 0 : best;
}

/** 6.10: is a unit in the zone of its army, or of none? Where several zones bind it, any of them will do. */
export function inZone(game: Game, state: ReadonlyState, unit: number): boolean {
  const { hex } = state.units[unit] as GameState['units'][number];
  let bound = false;
  for (const zone of game.theatre.zonesOf[unit] as number[]) {
    if (state.boundaries[zone] !== 1) continue;
    if (game.theatre.boundaries[zone]?.inside[hex] === 1) return true;
    bound = true;
  }
  return !bound;
}

/** 6.10: km that a headquarters reaches that says nothing of it. */
export const COMMAND_KM = 10;

/**
 * 6.10: is the unit within the radius of its headquarters and the zone of its army? Units with no headquarters above them
 * command themselves; nobody is in command of one that is off the map.
 */
export function inCommand(game: Game, state: ReadonlyState, unit: number): boolean {
  const info = game.units[unit] as Game['units'][number];
  if (!inZone(game, state, unit)) return false;
  if (info.hq < 0) return true;
  const hq = state.units[info.hq] as GameState['units'][number];
  const at = (state.units[unit] as GameState['units'][number]).hex;
  if (hq.hex < 0 || at < 0) return false;
  const radius = (game.units[info.hq] as Game['units'][number]).data.commandKm ?? COMMAND_KM;
  return distance(game, hq.hex, at) * game.hexKm <= radius;
}

/** 6.9: ten per cent a grade of the leaders in command. */
export function leadershipQ(game: Game, state: ReadonlyState, list: readonly Weighted[]): number {
  return Math.round(average(list, (unit) => leaderOf(game, state, unit)) * lnQ(game.rules.quality.leadership));
}

/** 6.10: a tenth less for the share of a force that its headquarters does not reach. */
export function commandQ(game: Game, state: ReadonlyState, list: readonly Weighted[]): number {
  const out = average(list, (unit) => (inCommand(game, state, unit) ? 0 : 1));
  return lnQ(Math.max(0.01, 1 - out * game.rules.quality.outOfCommand));
}

/** 6.10: attackers of one formation fight better together: 1.05; of three or more, 0.95. */
export function formationQ(game: Game, units: readonly number[]): number {
  const formations = new Set(units.map((unit) => (game.units[unit] as Game['units'][number]).formation));
  if (units.length > 1 && formations.size === 1) return lnQ(game.rules.quality.oneFormation);
  return formations.size >= 3 ? lnQ(game.rules.quality.threeFormations) : 0;
}

/** 6.10: attackers of two armies get in each other's way, 0.9, unless liaison with one of them ties them together. */
export function coordinationQ(game: Game, state: ReadonlyState, units: readonly number[]): number {
  const info = (unit: number): Game['units'][number] => game.units[unit] as Game['units'][number];
  if (new Set(units.map((unit) => info(unit).corps)).size < 2) return 0;
  const tied = units.some((unit) => {
    const { hq } = info(unit);
    return hq >= 0 && info(hq).data.liaison === true && inCommand(game, state, unit);
  });
  return tied ? 0 : lnQ(game.rules.quality.twoArmies);
}

function ammunitionFactor(share: number): number {
  let from = AMMUNITION[0] as readonly [number, number];
  for (const to of AMMUNITION) {
    if (share <= to[0]) {
      const span = to[0] - from[0];
      return span === 0 ? to[1] : from[1] + ((to[1] - from[1]) * (share - from[0])) / span;
    }
    from = to;
  }
  return 1;
}

/** 6.11: ammunition in hand against a day of full combat. */
export function ammunitionQ(game: Game, state: ReadonlyState, list: readonly Weighted[]): number {
  if (list.length === 0) return 0;
  const factor = average(list, (unit) => {
    const need = needs(game, state, unit).ammoDay;
    return ammunitionFactor(need > 0 ? (state.units[unit] as GameState['units'][number]).ammo / need : 1);
  });
  return lnQ(factor);
}

/** 6.11: a unit without food fights at nine tenths on the first day and loses a further twentieth a day, to six tenths. */
export function hungerQ(game: Game, state: ReadonlyState, list: readonly Weighted[]): number {
  if (list.length === 0) return 0;
  const { leastPower, powerPerDay } = game.rules.hunger;
  const factor = average(list, (unit) => {
    const now = state.units[unit] as GameState['units'][number];
    return now.food > 0 ? 1 : Math.max(leastPower, 1 - powerPerDay - powerPerDay * Math.max(1, now.daysCut));
  });
  return lnQ(factor);
}

/** 6.11: fatigue takes up to half (NPW: a twentieth a day of combat, floor one half). */
export function fatigueQ(state: ReadonlyState, list: readonly Weighted[]): number {
  if (list.length === 0) return 0;
  return lnQ(average(list, (unit) => 1 - (state.units[unit] as GameState['units'][number]).fatigue / 2000));
}
