/** Rulebook 9: air. Formations fly from their bases in the player turn of their side. */
import type { AirAction } from '../action.ts';
import { holderOf } from '../control.ts';
import { dice } from '../dice.ts';
import type { GameEvent } from '../event.ts';
import { daysOfTurn, distance, type Game, turnOfDate } from '../game.ts';
import { parseHex } from '../hex.ts';
import { position } from '../position.ts';
import type { Refusal } from '../refusal.ts';
import {
  AIR_MISSIONS,
  type AircraftData,
  type AirFormationData,
  type AirMission,
  WEATHERS,
  type Weather,
} from '../scenario.ts';
import type { GameState, ReadonlyState, SideIndex } from '../state.ts';
import {
  blankAirEvent,
  bookLosses,
  flak,
  intercept,
  PLOT_INTERDICTION,
  PLOT_SUPERIORITY,
  PLOT_SUPPORT,
} from './airCombat.ts';
import { drop } from './airdrop.ts';
import { AIRFIELD_THREAT_KM, airfieldIn, isUsable, nearestEnemyKm } from './airfields.ts';
import { checkLift, land } from './airlift.ts';
import { bombBridges, crossingsOf, reconnoitre, strafe, underCloud } from './airStrike.ts';
import { burnFuel, fuelPerSortie, sortiesFuelled } from './aviationFuel.ts';

interface AirInfo {
  data: AirFormationData;
  kind: AircraftData;
  side: SideIndex;
  /** Hex of the airfield, -1 off the map. */
  base: number;
  arrivalTurn: number;
  withdrawTurn: number;
}

function airInfo(game: Game): AirInfo[] {
  const kept = game.scratch['airInfo'] as AirInfo[] | undefined;
  if (kept) return kept;
  const { aircraft, formations } = game.data.air;
  const infos = formations.map((data) => ({
    data,
    kind: aircraft.find((kind) => kind.id === data.aircraft) as AircraftData,
    side: game.sideIndex.get(data.side) as SideIndex,
    base: data.base.hex === undefined ? -1 : parseHex(game.cols, game.rows, data.base.hex),
    arrivalTurn: Math.max(1, turnOfDate(game.data, data.arrival)),
    withdrawTurn: data.withdraw === undefined ? game.turns + 1 : turnOfDate(game.data, data.withdraw),
  }));
  game.scratch['airInfo'] = infos;
  return infos;
}

/** 9.3: kilometres from the base of a formation to a hex. */
export function airDistanceKm(game: Game, state: ReadonlyState, formation: number, hex: number): number {
  const info = airInfo(game)[formation] as AirInfo;
  const moved = state.air[formation]?.moved === 1;
  if (info.base >= 0 && !moved) return Math.round(distance(game, info.base, hex) * game.hexKm);
  const centre = Math.floor(game.rows / 2) * game.cols + Math.floor(game.cols / 2);
  const offMapKm = moved ? info.data.fallback?.offMapKm : info.data.base.offMapKm;
  return Math.round((offMapKm ?? 0) + distance(game, centre, hex) * game.hexKm);
}

/** 9.1-9.2: formations come and go, lose their airfield, repair a fifth of their damaged aircraft and count their sorties. */
export function airPhase(game: Game, state: GameState, events: GameEvent[]): void {
  const infos = airInfo(game);
  const days = daysOfTurn(game);
  for (let i = 0; i < infos.length; i++) {
    const info = infos[i] as AirInfo;
    const air = state.air[i] as GameState['air'][number];
    const overrun = info.base >= 0 && holderOf(state.control, info.base) === 1 - info.side;
    const closed = info.base >= 0 && air.moved === 0 && !isUsable(game, state, info.base, info.side);
    if (state.turn === info.arrivalTurn && (!closed || info.data.fallback)) {
      air.aircraft = info.data.count;
      air.moved = closed ? 1 : 0;
    }
    if (state.turn === info.withdrawTurn) leave(air, 0);
    if (closed && air.aircraft > 0 && air.moved === 0) loseBase(state, info, i, overrun, events);
    if (air.damaged > 0) air.damaged -= Math.min(air.damaged, Math.max(1, Math.floor((air.damaged * days) / 5)));
    air.sorties = readySorties(game, state, i);
  }
}

/** 9.2: sorties that a formation can fly in a turn of today's weather from where it is based. */
export function readySorties(game: Game, state: ReadonlyState, formation: number): number {
  const info = airInfo(game)[formation] as AirInfo;
  const air = state.air[formation] as GameState['air'][number];
  const weather = game.rules.air.sorties[WEATHERS[state.weather] as Weather];
  const hours = game.data.scenario.turnHours;
  const { serviceability, sortiesPerDay } = info.data;
  const ready = air.aircraft - air.damaged;
  const near = info.base >= 0 && air.moved === 0 ? nearestEnemyKm(game, state, info.base, info.side, -1) : -1;
  const threat = near >= 0 && near <= AIRFIELD_THREAT_KM && isListed(game, info.base) ? 2 : 1;
  return Math.floor((ready * serviceability * sortiesPerDay * weather * hours) / (1000 * 10 * 10 * 24 * threat));
}

/** 9.11: only airfields that the scenario lists are watched for the enemy's approach. */
function isListed(game: Game, hex: number): boolean {
  return airfieldIn(game, hex) >= 0;
}

/**
 * 9.1, 9.11: a formation whose airfield is lost leaves half of its aircraft there, one whose field is demolished those
 * under repair. With a field to fall back on the rest flies there, else it leaves the game.
 */
function loseBase(state: GameState, info: AirInfo, index: number, overrun: boolean, events: GameEvent[]): void {
  const air = state.air[index] as GameState['air'][number];
  const lost = overrun ? Math.ceil(air.aircraft / 2) : air.damaged;
  if (info.data.fallback) {
    air.lost += lost;
    air.aircraft -= lost;
    air.damaged = Math.min(air.aircraft, overrun ? Math.floor(air.damaged / 2) : 0);
    air.moved = 1;
  } else leave(air, lost);
  const mission = info.data.missions[0] ?? 'superiority';
  events.push({ ...blankAirEvent(index, mission, info.base, 0), lost });
}

/** 9.1: a formation leaves the game; of its aircraft `lost` stay behind as wrecks. */
function leave(air: GameState['air'][number], lost: number): void {
  air.lost += lost;
  air.aircraft = 0;
  air.damaged = 0;
}

/** 9.4: what a side has in the air lasts until its own next player turn. */
export function clearPlots(state: GameState, side: SideIndex): void {
  if (state.plots.some((plot) => plot.side === side)) state.plots = state.plots.filter((plot) => plot.side !== side);
}

/**
 * 9.2-9.4: refusals `not-your-unit`, `air-mission`, `no-sorties`, `no-aviation-fuel`, `air-weather`, `air-range` (km),
 * `no-target`, and those of an airlift (9.13).
 */
export function checkAir(game: Game, state: ReadonlyState, action: AirAction): Refusal | null {
  const info = airInfo(game)[action.formation] as AirInfo;
  const { hex, mission, sorties } = action;
  if (info.side !== state.active) return { code: 'not-your-unit', clause: '9.4' };
  if (!info.data.missions.includes(mission)) return { code: 'air-mission', clause: '9.4' };
  const have = (state.air[action.formation] as GameState['air'][number]).sorties;
  if (sorties > have) return { code: 'no-sorties', need: sorties, have, clause: '9.2' };
  if (sorties > sortiesFuelled(game, state, action.formation))
    return {
      code: 'no-aviation-fuel',
      need: sorties * fuelPerSortie(game, action.formation),
      have: state.sides[info.side].aviationFuel,
      clause: '9.14',
    };
  const weather = WEATHERS[state.weather];
  if ((mission === 'troopLift' || mission === 'supplyLift') && weather === 'heavyRain')
    return { code: 'air-weather', hex, clause: '9.13' };
  if (mission === 'supplyDrop' && (weather === 'fog' || weather === 'heavyRain'))
    return { code: 'air-weather', hex, clause: '9.10' };
  const need = airDistanceKm(game, state, action.formation, hex);
  if (need > info.kind.rangeKm) return { code: 'air-range', hex, need, have: info.kind.rangeKm, clause: '9.3' };
  if (mission === 'supplyDrop' && position(game, state, info.side).side[hex] !== info.side)
    return { code: 'no-target', hex, clause: '9.10' };
  if (mission === 'troopLift' || mission === 'supplyLift') return checkLift(game, state, action);
  if (mission === 'bridges' && crossingsOf(game, hex).length === 0) return { code: 'no-target', hex, clause: '9.8' };
  return null;
}

/** 9.4-9.10: flies what `checkAir` allowed: past the enemy's patrols and ground fire to the target. */
export function flyMission(game: Game, state: GameState, action: AirAction, events: GameEvent[]): void {
  const { formation, mission, hex, sorties } = action;
  const info = airInfo(game)[formation] as AirInfo;
  const { side } = info;
  const air = state.air[formation] as GameState['air'][number];
  // A formation may fly the same mission twice in a turn: the sorties it has left tell the dice apart.
  const roll = dice(state.seed, 'air', state.turn, formation, mission, hex, air.sorties);
  air.sorties -= sorties;
  air.flown += sorties;
  const index = AIR_MISSIONS.indexOf(mission);
  air.byMission[index] = (air.byMission[index] as number) + sorties;
  burnFuel(game, state, formation, sorties);
  const event = blankAirEvent(formation, mission, hex, sorties);
  if (mission === 'superiority') {
    plot(state, side, PLOT_SUPERIORITY, hex, sorties, formation);
    events.push({ ...event, to: 1 << side });
    return;
  }
  const met = intercept(game, state, formation, side, hex, sorties, roll, events);
  const ground = isDefended(game, state, hex, side) ? flak(game, met.through, roll) : { hit: 0, downed: 0 };
  const arrived = met.through - ground.downed;
  const through = OVER_TARGET.has(mission) ? underCloud(game, state, hex, arrived, roll) : arrived;
  Object.assign(event, bookLosses(game, state, formation, met.hit + ground.hit, met.downed + ground.downed, roll));
  event.intercepted = met.intercepted;
  // The enemy learns of what he meets, and of what comes down on him.
  let seen = met.intercepted > 0 || event.lost > 0;
  const after: GameEvent[] = [];
  if (mission === 'closeSupport') {
    plot(state, side, PLOT_SUPPORT, hex, through, through * info.kind.supportValue);
  } else if (mission === 'interdiction') {
    plot(state, side, PLOT_INTERDICTION, hex, through, 0);
    event.losses = strafe(game, state, side, hex, through, roll, after);
    seen ||= event.losses.length > 0;
  } else if (mission === 'reconnaissance') {
    event.delivered = reconnoitre(game, state, side, hex, through, `${formation}/${air.sorties}`, after);
  } else if (mission === 'bridges') {
    event.broken = bombBridges(game, state, hex, through, info.kind, roll);
    seen ||= event.broken > 0;
  } else if (mission === 'troopLift' || mission === 'supplyLift') {
    Object.assign(event, land(game, state, action, info.kind, through));
    event.unit = action.unit ?? -1;
  } else {
    Object.assign(event, drop(game, state, side, hex, through * info.kind.payloadKg, roll));
    seen = true;
  }
  event.to = seen ? 3 : 1 << side;
  events.push(event);
  for (const next of after) events.push(next);
}

/** 9.12: missions that need to see the ground. */
export const OVER_TARGET: ReadonlySet<AirMission> = new Set([
  'closeSupport',
  'interdiction',
  'reconnaissance',
  'bridges',
]);

/** 9.6: enemy troops in or next to the hex fire at aircraft. */
function isDefended(game: Game, state: GameState, hex: number, side: number): boolean {
  const pos = position(game, state, -1);
  if (pos.side[hex] === 1 - side) return true;
  for (let d = 0; d < 6; d++) {
    const near = game.neighbours[hex * 6 + d] as number;
    if (near >= 0 && pos.side[near] === 1 - side) return true;
  }
  return false;
}

/** Adds sorties to what the side has over a hex already. */
function plot(state: GameState, side: SideIndex, kind: number, hex: number, sorties: number, value: number): void {
  if (sorties === 0) return;
  const same = state.plots.find(
    (old) =>
      old.side === side && old.kind === kind && (kind === PLOT_SUPERIORITY ? old.value === value : old.hex === hex),
  );
  if (!same) {
    state.plots.push({ side, kind, hex, sorties, value });
    return;
  }
  same.sorties += sorties;
  if (kind === PLOT_SUPPORT) same.value += value;
}
