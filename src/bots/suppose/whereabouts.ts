/** Where an enemy who is not seen can be: a lot over the hexes that he can have come to. */
import { holderOf } from '../../core/control.ts';
import { daysOfTurn, type Game, marchTableOf } from '../../core/game.ts';
import { marchAllowance } from '../../core/rules/movement.ts';
import { SEEN_NOTHING, UNIT_EXPECTED, UNIT_ON_MAP, type UnitState, type View } from '../../core/state.ts';
import { IMPASSABLE, type MarchTable } from '../../core/terrain.ts';
import type { Survey } from './survey.ts';

/** Hexes with the weights of all up to each, for drawing by lot. */
export interface Lot {
  hexes: Int32Array;
  sums: Float64Array;
}

/**
 * How much likelier the hex of the last sighting is than another as good: troops mostly stay where they are, the more so
 * when they were seen just now, and less where the ground has changed hands. Fitted, as all that follows, to games of staffs.
 */
const STAY = 160;
const STAY_FRESH = 160;
const STAY_LOST = 0.2;
/** Km a day that a column covers across country, by and large. */
const KM_A_DAY = 20;
/** Hexes beyond which nobody looks for an enemy last seen in a place. */
const FARTHEST = 14;
/** Share of a day's march within which half of those are found who have moved: at once, more with each turn, at most. */
const PACE = 0.25;
const PACE_A_TURN = 0.035;
const MOST_PACE = 0.42;
/** Who had to give up the hex has not gone so far. */
const DRIVEN_OFF = 0.65;

/** What of an enemy is known: seen now, remembered, never met, or known to be off the map. */
export type Trace = 'seen' | 'remembered' | 'unmet' | 'away';

/** What the viewer of a view knows of an enemy. */
export function traceOf(game: Game, view: View, unit: number): Trace {
  const now = view.units[unit] as UnitState;
  const info = game.units[unit] as Game['units'][number];
  if (now.status === UNIT_ON_MAP && now.hex >= 0) return 'seen';
  // What nobody sees is shown as expected; whoever is known to be lost or gone is shown so.
  if (now.status !== UNIT_EXPECTED || !view.fog || info.withdrawTurn <= view.turn) return 'away';
  if (now.seen === SEEN_NOTHING && now.seenHex >= 0) return 'remembered';
  return info.arrivalTurn <= view.turn ? 'unmet' : 'away';
}

/** Hexes that a unit can march in so many player turns of its side, at most FARTHEST. */
export function reachIn(game: Game, turns: number): number {
  const days = (marchAllowance(game, 0) / 600) * turns;
  return Math.max(1, Math.min(FARTHEST, Math.round((days * KM_A_DAY) / game.hexKm)));
}

/** What a march table allows: the quickest step of all, minutes, and 1 for each hex that can be entered. */
interface Going {
  quickest: number;
  enters: Uint8Array;
}

const goings = new WeakMap<MarchTable, Going>();

/** How troops of a mobility can go on today's ground. Kept with the march table. */
export function goingOf(game: Game, view: View, mobility: number): Going {
  const table = marchTableOf(game, view, mobility);
  const kept = goings.get(table);
  if (kept) return kept;
  const going: Going = { quickest: IMPASSABLE, enters: new Uint8Array(game.size) };
  for (let step = 0; step < table.open.length; step++) {
    const minutes = table.open[step] as number;
    if (minutes >= IMPASSABLE) continue;
    going.quickest = Math.min(going.quickest, minutes);
    going.enters[game.neighbours[step] as number] = 1;
  }
  goings.set(table, going);
  return going;
}

/** How the chance of a hex falls off with its distance: half of it at `half` hexes. */
function fade(far: number, half: number): number {
  const x = far / half;
  return 1 / (1 + x * x * x);
}

/** The lot over the hexes around one, by distance and by what the ground offers; null where nobody could stand unseen. */
export function lotAround(
  game: Game,
  likely: Float64Array,
  enters: Uint8Array,
  hex: number,
  range: number,
  half: number,
  stay: number,
): Lot | null {
  const { cols, rows } = game;
  const most = 3 * range * (range + 1) + 1;
  const hexes = new Int32Array(most);
  const sums = new Float64Array(most);
  const weights = new Float64Array(range + 1);
  for (let far = 0; far <= range; far++) weights[far] = far === 0 ? stay : fade(far, half);
  const q = game.q[hex] as number;
  const r = game.r[hex] as number;
  let count = 0;
  let sum = 0;
  for (let dr = Math.max(-range, -r); dr <= range && r + dr < rows; dr++) {
    // The hexes of a row within range lie side by side: from this dq and column on.
    const row = r + dr;
    const shift = q + ((row - (row & 1)) >> 1);
    const last = Math.min(Math.min(range, range - dr), cols - 1 - shift);
    for (let dq = Math.max(Math.max(-range, -range - dr), -shift); dq <= last; dq++) {
      const at = row * cols + shift + dq;
      const far = Math.max(Math.abs(dq), Math.abs(dr), Math.abs(dq + dr));
      const weight = (likely[at] as number) * (enters[at] as number) * (weights[far] as number);
      if (weight <= 0) continue;
      sum += weight;
      hexes[count] = at;
      sums[count++] = sum;
    }
  }
  return count > 0 ? { hexes: hexes.subarray(0, count), sums: sums.subarray(0, count) } : null;
}

/** The lot over the hexes that a remembered enemy can be in now, null when there is none where he would not be seen. */
export function whereabouts(found: Survey, unit: number): Lot | null {
  const { game, view } = found;
  const { seenHex, seenTurn } = view.units[unit] as UnitState;
  const age = Math.max(0, view.turn - seenTurn);
  // 3.1: he may have marched in as many turns, and in the one in which he was seen after that.
  const { quickest, enters } = goingOf(game, view, (game.units[unit] as Game['units'][number]).mobility);
  const range = Math.min(FARTHEST, Math.floor((marchAllowance(game, 0) * (age + 1)) / Math.max(1, quickest)));
  const day = (KM_A_DAY * daysOfTurn(game)) / game.hexKm;
  const lost = holderOf(view.control, seenHex) !== found.enemy || found.met[seenHex] === 0;
  const pace = Math.min(MOST_PACE, PACE + PACE_A_TURN * age) * (lost ? DRIVEN_OFF : 1);
  const stay = (STAY + STAY_FRESH / Math.max(1, age)) * (lost ? STAY_LOST : 1);
  return lotAround(game, found.met, enters, seenHex, range, pace * day, stay);
}

/** The lot over all of the map, for those whom nobody has met. */
export function lotOverAll(found: Survey): Lot {
  const hexes = new Int32Array(found.game.size);
  const sums = new Float64Array(found.game.size);
  let count = 0;
  let sum = 0;
  for (let hex = 0; hex < hexes.length; hex++) {
    const weight = found.unmet[hex] as number;
    if (weight <= 0) continue;
    sum += weight;
    hexes[count] = hex;
    sums[count++] = sum;
  }
  return { hexes: hexes.subarray(0, count), sums: sums.subarray(0, count) };
}

/** A hex of a lot: the first whose sum is above a share `at` (0 to 1) of all. */
export function drawn(lot: Lot, at: number): number {
  const { sums, hexes } = lot;
  const target = at * (sums[sums.length - 1] as number);
  let low = 0;
  let high = sums.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sums[middle] as number) > target) high = middle;
    else low = middle + 1;
  }
  return hexes[low] as number;
}
