/** In what state an enemy is of whom no more is known than the order of battle and a sighting. */
import { blankUnit } from '../../core/blank.ts';
import type { Dice } from '../../core/dice.ts';
import { daysOfTurn, type Game } from '../../core/game.ts';
import { marchAllowance } from '../../core/rules/movement.ts';
import { needs } from '../../core/rules/needs.ts';
import { UNIT_KINDS } from '../../core/scenario.ts';
import {
  type GameState,
  SEEN_STRENGTH,
  SUPPLY_FULL,
  SUPPLY_PARTIAL,
  UNIT_DESTROYED,
  UNIT_ON_MAP,
  UNIT_WITHDRAWN,
  type UnitState,
  type View,
} from '../../core/state.ts';
import { type Trace, traceOf } from './whereabouts.ts';

/** How much a unit has been in the fighting, by what is known of it, and by its kind. */
const EXPOSURE: Record<Trace, number> = { seen: 1, remembered: 0.8, unmet: 0, away: 0 };
const BEHIND = [UNIT_KINDS.indexOf('hq'), UNIT_KINDS.indexOf('transport'), UNIT_KINDS.indexOf('artillery')];
const BEHIND_EXPOSURE = 0.3;
/** No unit that still fights has lost more. */
const MOST_LOST = 0.7;
/** Sick beside the rate of troops in full supply: some of those who have met the enemy are not. */
const SICK: Record<Trace, number> = { seen: 1.15, remembered: 1.15, unmet: 1, away: 1 };
/** Of the losses in fights: killed, wounded, missing; the rest is captured. */
const SHARES = [0.27, 0.64, 0.05] as const;
const SHARES_OF_THE_LOST = [0.2, 0.35, 0.2] as const;
/** Pieces lost for each share of men hit. */
const PIECES = 0.5;

const COHESION: Record<Trace, number> = { seen: 890, remembered: 935, unmet: 980, away: 900 };
const FATIGUE: Record<Trace, number> = { seen: 55, remembered: 20, unmet: 5, away: 0 };
/** Of what a unit can carry, the food it has. */
const FOOD: Record<Trace, number> = { seen: 0.55, remembered: 0.65, unmet: 0.95, away: 0 };
/** Of those that have met the enemy, how many are in short supply. */
const SHORT = 0.35;
/** 11.3: works dug in a day, and at most, hundredths of a day; works on the march, in a post, and where nobody has been. */
const DIG = 100;
const BEST_WORKS = 1000;
const WORKS = { march: 400, post: 800, rear: 1200 };

/** Men lost in fights as share of those engaged: as many as the own side has lost, fewer or more by the quality of both. */
export function lossRate(game: Game, view: View): number {
  let lost = 0;
  for (const unit of game.bySide[view.viewer]) {
    const now = view.units[unit] as UnitState;
    lost += now.killed + now.wounded + now.missing + now.captured;
  }
  let engaged = 0;
  for (const unit of game.bySide[1 - view.viewer] as number[])
    engaged += (game.units[unit] as Game['units'][number]).data.men * exposure(game, view, unit);
  const ratio = qualityOf(game, view.viewer) / qualityOf(game, 1 - view.viewer);
  return engaged > 0 ? Math.min(MOST_LOST / 2, (lost * ratio * Math.sqrt(ratio)) / engaged) : 0;
}

/** Quality of a side's troops, weighted by men. */
function qualityOf(game: Game, side: number): number {
  let men = 0;
  let sum = 0;
  for (const unit of game.bySide[side] as number[]) {
    const { data } = game.units[unit] as Game['units'][number];
    men += data.men;
    sum += data.men * data.quality;
  }
  return Math.max(1, sum / Math.max(1, men));
}

function exposure(game: Game, view: View, unit: number): number {
  if ((view.units[unit] as UnitState).status === UNIT_DESTROYED) return 1;
  const { kind } = game.units[unit] as Game['units'][number];
  return EXPOSURE[traceOf(game, view, unit)] * (BEHIND.includes(kind) ? BEHIND_EXPOSURE : 1);
}

/** Share of a unit that has fallen sick since it came. */
function sickness(game: Game, view: View, unit: number): number {
  const { side, arrivalTurn } = game.units[unit] as Game['units'][number];
  const { diseaseRate, diseaseRates, sides } = game.data.scenario;
  const daily = (diseaseRates?.[sides[side]?.id ?? ''] ?? diseaseRate) / 10000;
  return daily * Math.max(0, view.turn - Math.max(1, arrivalTurn)) * daysOfTurn(game);
}

/** Books `lost` men lost in fights. */
function bookLosses(unit: UnitState, lost: number, shares: readonly [number, number, number]): void {
  unit.killed = Math.round(lost * shares[0]);
  unit.wounded = Math.round(lost * shares[1]);
  unit.missing = Math.min(lost - unit.killed - unit.wounded, Math.round(lost * shares[2]));
  unit.captured = lost - unit.killed - unit.wounded - unit.missing;
}

/** Supposes what an enemy is worth wherever he is: men, pieces, spirits, and the losses that brought him there. */
export function supposeStrength(
  game: Game,
  view: View,
  state: GameState,
  index: number,
  rate: number,
  roll: Dice,
): void {
  const unit = state.units[index] as UnitState;
  const info = game.units[index] as Game['units'][number];
  const trace = traceOf(game, view, index);
  if (trace === 'away') return;
  const known = trace === 'seen' && unit.seen >= SEEN_STRENGTH;
  const sick = Math.round(info.data.men * sickness(game, view, index) * SICK[trace] * (0.6 + 0.8 * roll.unit()));
  const hit = Math.min(MOST_LOST, rate * exposure(game, view, index) * (0.3 + 1.4 * roll.unit()));
  const men = known ? unit.men : Math.max(1, info.data.men - sick - Math.round(info.data.men * hit));
  unit.sick = Math.max(0, Math.min(sick, info.data.men - men));
  unit.received = Math.max(0, men - info.data.men);
  unit.men = men;
  bookLosses(unit, info.data.men + unit.received - men - unit.sick, SHARES);
  unit.eq = known ? unit.eq.slice() : info.eq.map((count) => count - Math.min(count, roll.round(count * hit * PIECES)));
  unit.eqLost = unit.eq.map((count, i) => Math.max(0, (info.eq[i] as number) - count));
  if (!known) spirits(unit, trace, hit, roll);
  unit.fatigue = Math.min(1000, Math.round(FATIGUE[trace] * 2 * roll.unit()));
  unit.minutes = marchAllowance(game, unit.fatigue);
}

/** Puts a unit whose strength is supposed where it is supposed, -1 for nowhere on the map, with what it has there. */
export function station(game: Game, view: View, state: GameState, index: number, hex: number, roll: Dice): void {
  const unit = state.units[index] as UnitState;
  const info = game.units[index] as Game['units'][number];
  const trace = traceOf(game, view, index);
  if (hex < 0) {
    offTheMap(game, view, unit, index, trace);
    return;
  }
  unit.status = UNIT_ON_MAP;
  unit.hex = hex;
  if (trace !== 'seen') unit.dug = works(game, view, unit, hex, trace, roll);
  stores(game, state, index, trace, roll);
  unit.supply = trace !== 'unmet' && roll.unit() < SHORT ? SUPPLY_PARTIAL : SUPPLY_FULL;
  unit.held = trace === 'unmet' && info.heldUntil > view.turn ? 1 : 0;
  unit.flown = info.data.arrival.by === 'airlift' ? info.data.men : 0;
}

function spirits(unit: UnitState, trace: Trace, hit: number, roll: Dice): void {
  const usual = COHESION[trace] - hit * 150 + (roll.unit() - 0.5) * 120;
  unit.cohesion = Math.round(Math.max(200, Math.min(1000, usual)));
}

/** Who stands where he was seen has dug on since. */
function works(game: Game, view: View, unit: UnitState, hex: number, trace: Trace, roll: Dice): number {
  if (trace === 'unmet') return Math.round(Math.min(BEST_WORKS, WORKS.rear * roll.unit()));
  if (hex !== unit.seenHex) return Math.round(WORKS.march * roll.unit());
  const since = DIG * (view.turn - unit.seenTurn) * daysOfTurn(game);
  return Math.round(Math.min(BEST_WORKS, WORKS.post * roll.unit() + since));
}

function stores(game: Game, state: GameState, index: number, trace: Trace, roll: Dice): void {
  const unit = state.units[index] as UnitState;
  const empty = trace === 'seen' && unit.ammo === 0;
  const load = needs(game, state, index);
  unit.food = Math.round(load.foodCap * FOOD[trace] * (0.7 + 0.6 * roll.unit()));
  unit.ammo = empty ? 0 : load.ammoCap;
  unit.fuel = load.fuelCap;
}

/** Who is expected still has nothing; who is destroyed has lost everything; who has left was whole. */
function offTheMap(game: Game, view: View, unit: UnitState, index: number, trace: Trace): void {
  const info = game.units[index] as Game['units'][number];
  const { seen, seenHex, seenTurn } = unit;
  const lost = unit.status === UNIT_DESTROYED || trace === 'remembered';
  const left = unit.status === UNIT_WITHDRAWN || info.withdrawTurn <= view.turn;
  Object.assign(
    unit,
    blankUnit(() => info.eq.map(() => 0)),
    { seen, seenHex, seenTurn },
  );
  if (lost) {
    unit.status = UNIT_DESTROYED;
    unit.eqLost = info.eq.slice();
    bookLosses(unit, info.data.men, SHARES_OF_THE_LOST);
  } else if (left) {
    unit.status = UNIT_WITHDRAWN;
    unit.men = info.data.men;
    unit.eq = info.eq.slice();
  }
  if ((lost || left) && info.data.arrival.by === 'airlift') unit.flown = info.data.men;
}
