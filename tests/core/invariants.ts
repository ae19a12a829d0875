/** What must hold in every state of every game: nothing is made or lost without being booked. */
import type { Game } from '../../src/core/game.ts';
import { stackingLimit } from '../../src/core/rules/stacking.ts';
import type { GameState, UnitState } from '../../src/core/state.ts';

/** Plain comparisons: millions of them run, and an assertion library's would take minutes. */
function same(actual: number, expected: number, where: string): void {
  if (actual !== expected) throw new Error(`${where}: ${actual}, expected ${expected}`);
}

function atMost(actual: number, limit: number, where: string): void {
  if (!(actual <= limit)) throw new Error(`${where}: ${actual} is above ${limit}`);
}

/** Every number that persists is an integer, and none is -0. */
function integers(value: unknown, path: string): void {
  if (typeof value === 'number') {
    if (!Number.isInteger(value) || Object.is(value, -0)) throw new Error(`${path} is ${value}`);
  } else if (Array.isArray(value)) for (const [i, entry] of value.entries()) integers(entry, `${path}[${i}]`);
  else if (typeof value === 'object' && value !== null)
    for (const [key, entry] of Object.entries(value)) integers(entry, `${path}.${key}`);
}

function sum(list: readonly number[]): number {
  return list.reduce((total, value) => total + value, 0);
}

/** A unit expected still, or taken off before it came, of which nothing is there and nothing is lost. */
function neverCame(unit: UnitState): boolean {
  if (unit.status !== 0 && unit.status !== 3) return false;
  const men = [unit.men, unit.killed, unit.wounded, unit.missing, unit.captured, unit.sick, unit.starved];
  return sum([...men, unit.received, ...unit.eq, ...unit.repair, ...unit.eqLost, ...unit.eqTaken]) === 0;
}

/** 9: aircraft and aviation fuel; 9.13: men flown in. */
function checkAir(game: Game, state: GameState): void {
  game.data.air.formations.forEach((formation, i) => {
    const air = state.air[i]!;
    const where = `${formation.id} on turn ${state.turn}`;
    atMost(air.aircraft + air.lost, formation.count, `aircraft of ${where}`);
    atMost(air.damaged, air.aircraft, `damaged of ${where}`);
    atMost(air.crewsLost, air.lost, `crews of ${where}`);
    same(air.flown, sum(air.byMission), `sorties of ${where}`);
    for (const value of [air.aircraft, air.damaged, air.sorties, air.lost]) atMost(-value, 0, where);
  });
  for (const side of [0, 1] as const) {
    const books = state.sides[side];
    const id = game.data.scenario.sides[side]!.id;
    const most = game.data.air.fuel?.find((fuel) => fuel.side === id)?.mostKg ?? 0;
    atMost(books.aviationFuel, most, `aviation fuel of ${id}`);
    for (const value of [books.aviationFuel, books.aviationUsed]) atMost(-value, 0, `aviation fuel of ${id}`);
    const flown = game.bySide[side].map((index) => state.units[index]!.flown);
    same(books.menLifted, sum(flown), `men flown in by ${id}`);
  }
}

/** Men, pieces and kilograms are conserved; nobody shares a hex with the enemy; nothing is negative. */
export function checkInvariants(game: Game, state: GameState): void {
  integers(state, 'state');
  const occupant = new Map<number, number>();
  const men = new Map<number, number>();
  const carried = [0, 0];
  const taken = [0, 1].map(() => game.equipment.map(() => 0));
  for (const info of game.units) {
    const unit = state.units[info.index]!;
    const where = `${info.id} on turn ${state.turn}`;
    atMost(unit.flown, info.data.arrival.by === 'airlift' ? info.data.men : 0, `flown in of ${where}`);
    if (unit.status === 0) same(Number(neverCame(unit)), 1, `something of ${where} who has not come`);
    else if (!neverCame(unit)) {
      const lost = unit.killed + unit.wounded + unit.missing + unit.captured + unit.sick + unit.starved;
      same(unit.men + lost, info.data.men + unit.received, `men of ${where}`);
      for (let i = 0; i < game.equipment.length; i++) {
        const booked = unit.eq[i]! + unit.repair[i]! + unit.eqLost[i]! + unit.eqTaken[i]!;
        same(booked, info.eq[i]!, `${game.equipment[i]!.id} of ${where}`);
        taken[1 - info.side]![i]! += unit.eqTaken[i]!;
      }
    }
    for (const value of [
      unit.men,
      unit.food,
      unit.ammo,
      unit.fuel,
      unit.minutes,
      unit.cohesion,
      unit.fatigue,
      unit.dug,
    ])
      atMost(-value, 0, where);
    for (const value of [unit.cohesion, unit.fatigue]) atMost(value, 1000, where);
    carried[info.side]! += unit.food + unit.ammo + unit.fuel;
    if (unit.hex < 0) continue;
    same(unit.status, 1, where);
    same(occupant.get(unit.hex) ?? info.side, info.side, `two sides in one hex: ${where}`);
    occupant.set(unit.hex, info.side);
    men.set(unit.hex, (men.get(unit.hex) ?? 0) + unit.men);
  }
  for (const [hex, count] of men) atMost(count, stackingLimit(game, hex), `stacking in ${hex}`);
  for (const depot of state.depots) {
    for (const value of [depot.food, depot.ammo, depot.fuel]) atMost(-value, 0, `depots on turn ${state.turn}`);
    carried[depot.side]! += depot.food + depot.ammo + depot.fuel;
  }
  checkAir(game, state);
  for (const side of [0, 1] as const) {
    const books = state.sides[side];
    same(books.entered, carried[side]! + books.used + books.spoiled, `tonnes of side ${side} on turn ${state.turn}`);
    for (let i = 0; i < game.equipment.length; i++)
      same(books.captured[i]!, taken[side]![i]!, `${game.equipment[i]!.id} captured by side ${side}`);
  }
}
