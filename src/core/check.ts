/**
 * Whether an action is allowed: `null`, or the reason why not. It looks only at what the active side knows, so a view
 * gives the same answer as the full state and a refusal never leaks what fog hides.
 */
import type { Action, AssaultAction, BombardAction, MoveAction, StanceAction } from './action.ts';
import { ACTION_TYPES } from './action.ts';
import { direction, distance, type Game, hexside, marchTableOf } from './game.ts';
import { inEnemyZoc, position } from './position.ts';
import type { Refusal } from './refusal.ts';
import { checkAir } from './rules/air.ts';
import { checkDemolishAirfield } from './rules/airfields.ts';
import { BOMBARD_MINUTES } from './rules/bombardment.ts';
import { checkBreakOut } from './rules/breakOut.ts';
import { ASSAULT_COHESION } from './rules/combat.ts';
import { checkDecision } from './rules/decisions.ts';
import { isWatched } from './rules/detection.ts';
import { checkEngineer } from './rules/engineers.ts';
import { ASSAULT_MINUTES, gunReach } from './rules/fight.ts';
import { fits, fuelPerHex, pathMinutes } from './rules/movement.ts';
import { stackingLimit } from './rules/stacking.ts';
import { AIR_MISSIONS } from './scenario.ts';
import {
  ACT_ASSAULTED,
  ACT_BOMBARDED,
  ACT_MOVED,
  ACT_TRUCKED,
  type GameState,
  type ReadonlyState,
  SUPPLY_PARTIAL,
  UNIT_ON_MAP,
} from './state.ts';
import { IMPASSABLE } from './terrain.ts';

/** Checks an action of the active side. */
export function check(game: Game, state: ReadonlyState, action: Action): Refusal | null {
  if (state.over) return { code: 'game-over', clause: '1.6' };
  if (!isWellFormed(game, action)) return { code: 'malformed', clause: '1.3' };
  switch (action.type) {
    case 'move':
      return checkMove(game, state, action);
    case 'assault':
      return checkAssault(game, state, action);
    case 'bombard':
      return checkBombard(game, state, action);
    case 'engineer':
      return checkUnit(game, state, action.unit) ?? checkEngineer(game, state, action);
    case 'stance':
      return checkStance(game, state, action);
    case 'air':
      return checkAir(game, state, action);
    case 'breakOut':
      return checkFree(game, state, action.unit) ?? checkBreakOut(game, state, action);
    case 'airfield':
      return checkDemolishAirfield(game, state, action);
    case 'decide':
      return checkDecision(game, state, action);
    case 'end':
      return null;
  }
}

const whole = (value: unknown, limit: number): boolean =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value < limit;

function listOf(value: unknown, limit: number, max: number): boolean {
  return Array.isArray(value) && value.length <= max && value.every((entry) => whole(entry, limit));
}

function ascending(list: readonly number[]): boolean {
  for (let i = 1; i < list.length; i++) if ((list[i] as number) <= (list[i - 1] as number)) return false;
  return true;
}

/** The shape of an action that comes from a file or a link. */
export function isWellFormed(game: Game, action: Action): boolean {
  if (typeof action !== 'object' || action === null || !ACTION_TYPES.includes(action.type)) return false;
  const units = game.units.length;
  switch (action.type) {
    case 'move':
      return (
        whole(action.unit, units) &&
        listOf(action.path, game.size, 200) &&
        action.path.length > 0 &&
        (action.mode === 'march' || action.mode === 'truck')
      );
    case 'assault':
      return (
        listOf(action.units, units, 64) &&
        action.units.length > 0 &&
        ascending(action.units) &&
        listOf(action.support, units, 64) &&
        ascending(action.support) &&
        !action.support.some((unit) => action.units.includes(unit)) &&
        whole(action.hex, game.size) &&
        typeof action.advance === 'boolean'
      );
    case 'bombard':
      return whole(action.unit, units) && whole(action.hex, game.size);
    case 'engineer':
      return (
        whole(action.unit, units) &&
        whole(action.hexside, game.size * 3) &&
        (action.task === 'demolish' || action.task === 'repair')
      );
    case 'stance':
      return whole(action.unit, units) && whole(action.stance, 3);
    case 'air':
      return (
        whole(action.formation, game.data.air.formations.length) &&
        AIR_MISSIONS.includes(action.mission) &&
        whole(action.hex, game.size) &&
        whole(action.sorties, 10000) &&
        action.sorties > 0 &&
        (action.mission === 'troopLift' ? whole(action.unit, units) : action.unit === undefined)
      );
    case 'breakOut':
      return whole(action.unit, units) && whole(action.hex, game.size);
    case 'airfield':
      return whole(action.airfield, game.theatre.airfields.length);
    case 'decide':
      return whole(action.decision, game.theatre.decisions.length);
    case 'end':
      return true;
  }
}

/** 1.3: a unit on the map, of the side whose turn it is. */
function checkUnit(game: Game, state: ReadonlyState, unit: number): Refusal | null {
  const now = state.units[unit] as GameState['units'][number];
  if ((game.units[unit] as Game['units'][number]).side !== state.active)
    return { code: 'not-your-unit', unit, clause: '1.3' };
  if (now.status !== UNIT_ON_MAP || now.hex < 0) return { code: 'no-such-unit', unit, clause: '1.3' };
  return null;
}

function checkFree(game: Game, state: ReadonlyState, unit: number): Refusal | null {
  const wrong = checkUnit(game, state, unit);
  if (wrong) return wrong;
  if ((state.units[unit] as GameState['units'][number]).held === 1)
    return { code: 'held', unit, until: (game.units[unit] as Game['units'][number]).heldUntil, clause: '2.3' };
  return null;
}

function checkStance(game: Game, state: ReadonlyState, action: StanceAction): Refusal | null {
  const wrong = checkUnit(game, state, action.unit);
  if (wrong) return wrong;
  const same = (state.units[action.unit] as GameState['units'][number]).stance === action.stance;
  return same ? { code: 'already-done', unit: action.unit, clause: '6.12' } : null;
}

/** 3.1, 3.8: whether a unit may march, or ride, at all today; where to is another question. */
export function checkMarcher(game: Game, state: ReadonlyState, unit: number, mode: MoveAction['mode']): Refusal | null {
  const wrong = checkFree(game, state, unit);
  if (wrong) return wrong;
  const now = state.units[unit] as GameState['units'][number];
  const { side } = game.units[unit] as Game['units'][number];
  if ((now.acts & (ACT_ASSAULTED | ACT_TRUCKED)) !== 0) return { code: 'already-done', unit, clause: '3.1' };
  if (mode === 'march') return null;
  if ((now.acts & ACT_MOVED) !== 0) return { code: 'already-done', unit, clause: '3.8' };
  const { lift } = state.sides[side];
  if (lift < now.men) return { code: 'no-lift', unit, need: now.men, have: lift, clause: '3.8' };
  if (now.supply < SUPPLY_PARTIAL) return { code: 'no-lift', unit, need: now.men, have: 0, clause: '3.8' };
  if (inEnemyZoc(position(game, state, side), now.hex, side))
    return { code: 'enemy-near', unit, hex: now.hex, clause: '3.8' };
  return null;
}

/** 3.1-3.9, 4.3, 5.1: a march as the side knows the map. */
function checkMove(game: Game, state: ReadonlyState, action: MoveAction): Refusal | null {
  const { unit, path, mode } = action;
  const wrong = checkMarcher(game, state, unit, mode);
  if (wrong) return wrong;
  const now = state.units[unit] as GameState['units'][number];
  const info = game.units[unit] as Game['units'][number];
  const pos = position(game, state, info.side);
  const minutes = pathMinutes(game, state, action, pos);
  let at = now.hex;
  let total = 0;
  for (let i = 0; i < path.length; i++) {
    const hex = path[i] as number;
    const d = direction(game, at, hex);
    if (d < 0) return { code: 'not-adjacent', unit, hex, clause: '3.1' };
    if (pos.side[hex] === 1 - info.side) return { code: 'enemy-in-hex', unit, hex, clause: '3.6' };
    if (mode === 'truck') {
      if ((game.road[at * 6 + d] as number) === 0 || pos.broken[hexside(game, at, d)] === 1)
        return { code: 'not-on-road', unit, hex, clause: '3.8' };
      if (inEnemyZoc(pos, hex, info.side)) return { code: 'enemy-near', unit, hex, clause: '3.8' };
    }
    const cost = minutes[i] as number;
    if (cost >= IMPASSABLE) return { code: whyBarred(game, state, unit, at, d), unit, hex, clause: '3.2' };
    total += cost;
    if (total > now.minutes) return { code: 'no-time', unit, hex, need: total, have: now.minutes, clause: '3.1' };
    at = hex;
  }
  const fuel = mode === 'truck' ? 0 : fuelPerHex(game, state, unit) * path.length;
  if (fuel > now.fuel) return { code: 'no-fuel', unit, need: fuel, have: now.fuel, clause: '3.7' };
  if (at === now.hex) return { code: 'malformed', unit, clause: '3.1' };
  if (!fits(game, pos, at, now.men)) {
    const have = stackingLimit(game, at);
    return { code: 'stacking', unit, hex: at, need: (pos.men[at] as number) + now.men, have, clause: '5.1' };
  }
  return null;
}

function whyBarred(game: Game, state: ReadonlyState, unit: number, from: number, d: number): 'river' | 'impassable' {
  const river = (game.river[from * 6 + d] as number) > 0;
  const table = marchTableOf(game, state, (game.units[unit] as Game['units'][number]).mobility);
  const to = game.neighbours[from * 6 + d] as number;
  let enterable = false;
  for (let other = 0; other < 6; other++) {
    const near = game.neighbours[to * 6 + other] as number;
    const back = (other + 3) % 6;
    if (near >= 0 && near !== from && (table.broken[near * 6 + back] as number) < IMPASSABLE) enterable = true;
  }
  return river && enterable ? 'river' : 'impassable';
}

/** 6.1: an assault on an adjacent hex where an enemy is known. */
function checkAssault(game: Game, state: ReadonlyState, action: AssaultAction): Refusal | null {
  const { hex } = action;
  for (const unit of action.units) {
    const wrong = checkFree(game, state, unit);
    if (wrong) return wrong;
    const now = state.units[unit] as GameState['units'][number];
    if (distance(game, now.hex, hex) !== 1) return { code: 'not-adjacent', unit, hex, clause: '6.1' };
    if ((now.acts & (ACT_ASSAULTED | ACT_TRUCKED)) !== 0) return { code: 'already-done', unit, clause: '6.1' };
    if (now.minutes < ASSAULT_MINUTES)
      return { code: 'no-time', unit, need: ASSAULT_MINUTES, have: now.minutes, clause: '6.1' };
    if (now.cohesion < ASSAULT_COHESION)
      return { code: 'shaken', unit, need: ASSAULT_COHESION, have: now.cohesion, clause: '6.1' };
    const table = marchTableOf(game, state, (game.units[unit] as Game['units'][number]).mobility);
    const d = direction(game, now.hex, hex);
    if ((table.open[now.hex * 6 + d] as number) >= IMPASSABLE) return { code: 'impassable', unit, hex, clause: '6.7' };
  }
  const pos = position(game, state, state.active);
  if (pos.side[hex] !== 1 - state.active) return { code: 'no-target', hex, clause: '6.1' };
  for (const battle of state.battles)
    if (battle.hex === hex && battle.side === state.active && battle.last === state.turn)
      return { code: 'already-done', hex, clause: '6.1' };
  for (const unit of action.support) {
    const wrong = checkFree(game, state, unit) ?? checkGuns(game, state, unit, hex);
    if (wrong) return wrong;
  }
  return null;
}

/** 6.21: guns with ammunition and time, in range. */
function checkGuns(game: Game, state: ReadonlyState, unit: number, hex: number): Refusal | null {
  const now = state.units[unit] as GameState['units'][number];
  const { rangeM } = game.units[unit] as Game['units'][number];
  if (rangeM === 0) return { code: 'no-guns', unit, clause: '6.21' };
  if ((now.acts & (ACT_ASSAULTED | ACT_BOMBARDED)) !== 0) return { code: 'already-done', unit, clause: '6.21' };
  if (now.ammo <= 0) return { code: 'no-ammo', unit, clause: '6.21' };
  if (now.minutes < BOMBARD_MINUTES)
    return { code: 'no-time', unit, need: BOMBARD_MINUTES, have: now.minutes, clause: '6.21' };
  const far = gunReach(game, now.hex, hex);
  if (far > rangeM) return { code: 'out-of-range', unit, hex, need: far, have: rangeM, clause: '6.21' };
  return null;
}

function checkBombard(game: Game, state: ReadonlyState, action: BombardAction): Refusal | null {
  const wrong = checkFree(game, state, action.unit) ?? checkGuns(game, state, action.unit, action.hex);
  if (wrong) return wrong;
  const pos = position(game, state, state.active);
  if (pos.side[action.hex] !== 1 - state.active) return { code: 'no-target', hex: action.hex, clause: '6.21' };
  if (!isWatched(game, state, action.hex, state.active))
    return { code: 'not-observed', hex: action.hex, clause: '6.21' };
  return null;
}
