/** Rulebook 10: demolition and repair of bridges and roads. */
import type { EngineerAction } from '../action.ts';
import type { GameEvent } from '../event.ts';
import type { Game } from '../game.ts';
import { type Position, position } from '../position.ts';
import type { Refusal } from '../refusal.ts';
import { UNIT_KINDS } from '../scenario.ts';
import { ACT_ENGINEERED, type GameState, type ReadonlyState } from '../state.ts';
import { isInfantry, RUGGED } from './strength.ts';

/** 10.2: minutes that engineers take to blow a bridge or crater a road; infantry with picks and captured charges. */
const ENGINEER_MINUTES = 120;
const INFANTRY_MINUTES = 360;
const INFANTRY_MEN = 300;
/** 10.3: minutes of work of a battalion of 700 engineers to mend it: bridge by river class, ferry, road, road in hills. */
const BRIDGE_WORK = [0, 480, 1200, 3000] as const;
const FERRY_WORK = 480;
const ROAD_WORK = 240;
const RUGGED_ROAD_WORK = 360;
const BATTALION_MEN = 700;
/** 10.4: more than two battalions get in each other's way. */
const MOST_MEN = 1400;
const ENGINEER = UNIT_KINDS.indexOf('engineer');

interface Link {
  /** The two hexes that meet at the hexside. */
  a: number;
  b: number;
  step: number;
}

function linkOf(game: Game, side: number): Link {
  const a = Math.floor(side / 3);
  const step = a * 6 + (side - a * 3);
  return { a, b: game.neighbours[step] as number, step };
}

/** 10.1, 10.3: minutes of engineer work to mend a link once it is demolished; 0 when there is nothing to demolish. */
export function workToMend(game: Game, hexside: number): number {
  const { a, b, step } = linkOf(game, hexside);
  if (b < 0) return 0;
  const crossing = game.crossing[step] as number;
  if (crossing === 2) return FERRY_WORK;
  if (crossing === 1 && game.river[step] !== 0) return BRIDGE_WORK[game.river[step] as 1 | 2 | 3];
  if (game.road[step] === 0 && !game.theatre.railSides.has(hexside)) return 0;
  return game.relief[a] === RUGGED || game.relief[b] === RUGGED ? RUGGED_ROAD_WORK : ROAD_WORK;
}

function enemyNextTo(game: Game, pos: Position, hex: number, side: number): number {
  for (let d = 0; d < 6; d++) {
    const near = game.neighbours[hex * 6 + d] as number;
    if (near >= 0 && pos.side[near] === 1 - side) return near;
  }
  return -1;
}

/** 10.2: minutes of march that a demolition takes a unit. */
export function minutesToBlow(game: Game, unit: number): number {
  return (game.units[unit] as Game['units'][number]).kind === ENGINEER ? ENGINEER_MINUTES : INFANTRY_MINUTES;
}

/** 10.1-10.5: refusals `not-adjacent`, `already-done`, `nothing-to-do`, `not-engineers`, `enemy-near`, `no-time`. */
export function checkEngineer(game: Game, state: ReadonlyState, action: EngineerAction): Refusal | null {
  const { unit, hexside, task } = action;
  const now = state.units[unit] as GameState['units'][number];
  const { a, b } = linkOf(game, hexside);
  if (a !== now.hex && b !== now.hex) return { code: 'not-adjacent', unit, hexside, clause: '10.1' };
  if ((now.acts & ACT_ENGINEERED) !== 0) return { code: 'already-done', unit, clause: '10.1' };
  const broken = state.breaks.some((link) => link.hexside === hexside);
  return task === 'demolish'
    ? checkDemolition(game, state, action, broken)
    : checkRepair(game, state, action, broken, a === now.hex ? b : a);
}

function checkDemolition(game: Game, state: ReadonlyState, action: EngineerAction, broken: boolean): Refusal | null {
  const { unit, hexside } = action;
  const now = state.units[unit] as GameState['units'][number];
  const info = game.units[unit] as Game['units'][number];
  if (broken || workToMend(game, hexside) === 0) return { code: 'nothing-to-do', unit, hexside, clause: '10.1' };
  if (info.kind !== ENGINEER) {
    if (!isInfantry(info.kind) || now.men < INFANTRY_MEN) return { code: 'not-engineers', unit, clause: '10.2' };
    const near = enemyNextTo(game, position(game, state, info.side), now.hex, info.side);
    if (near >= 0) return { code: 'enemy-near', unit, hex: near, clause: '10.2' };
  }
  const need = minutesToBlow(game, unit);
  return now.minutes < need ? { code: 'no-time', unit, need, have: now.minutes, clause: '10.2' } : null;
}

function checkRepair(
  game: Game,
  state: ReadonlyState,
  action: EngineerAction,
  broken: boolean,
  farEnd: number,
): Refusal | null {
  const { unit, hexside } = action;
  const now = state.units[unit] as GameState['units'][number];
  const info = game.units[unit] as Game['units'][number];
  if (!broken) return { code: 'nothing-to-do', unit, hexside, clause: '10.4' };
  if (info.kind !== ENGINEER) return { code: 'not-engineers', unit, clause: '10.4' };
  if (position(game, state, info.side).side[farEnd] === 1 - info.side)
    return { code: 'enemy-near', unit, hex: farEnd, clause: '10.5' };
  return workIn(now.minutes, now.men) <= 0
    ? { code: 'no-time', unit, need: 1, have: now.minutes, clause: '10.4' }
    : null;
}

/** 10.4: minutes of work of a full battalion that `men` do in `minutes`. */
export function workIn(minutes: number, men: number): number {
  return Math.floor((minutes * Math.min(men, MOST_MEN)) / BATTALION_MEN);
}

/** 10.2-10.5: carries out what `checkEngineer` allowed. */
export function engineer(game: Game, state: GameState, action: EngineerAction, events: GameEvent[]): void {
  const { unit, hexside, task } = action;
  const now = state.units[unit] as GameState['units'][number];
  const { side } = game.units[unit] as Game['units'][number];
  const watched = enemyNextTo(game, position(game, state, -1), now.hex, side) >= 0;
  const to = watched ? 3 : 1 << side;
  now.acts |= ACT_ENGINEERED;
  if (task === 'demolish') {
    now.minutes -= minutesToBlow(game, unit);
    state.breaks.push({ hexside, minutes: workToMend(game, hexside) });
    events.push({ type: 'engineer', unit, hexside, result: 'blown', to });
    return;
  }
  const index = state.breaks.findIndex((link) => link.hexside === hexside);
  const link = state.breaks[index] as GameState['breaks'][number];
  link.minutes -= workIn(now.minutes, now.men);
  now.minutes = 0;
  const mended = link.minutes <= 0;
  if (mended) state.breaks.splice(index, 1);
  events.push({ type: 'engineer', unit, hexside, result: mended ? 'mended' : 'begun', to });
}
