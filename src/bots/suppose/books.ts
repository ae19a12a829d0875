/** What is supposed of the enemy beyond his troops: stocks, aircraft, orders of his command, and the books that must balance. */
import { holderOf } from '../../core/control.ts';
import { dice } from '../../core/dice.ts';
import { daysOfTurn, type Game, turnOfDate } from '../../core/game.ts';
import { parseHex } from '../../core/hex.ts';
import { membersOf } from '../../core/members.ts';
import { readySorties } from '../../core/rules/air.ts';
import { fuelOf } from '../../core/rules/aviationFuel.ts';
import { isMet } from '../../core/rules/conditions.ts';
import { isWhole } from '../../core/rules/victory.ts';
import { DOCTRINES, type EventEffect } from '../../core/scenario.ts';
import {
  type AirState,
  type DepotState,
  type GameState,
  type SideIndex,
  type SideState,
  UNIT_DESTROYED,
  UNIT_EXPECTED,
  type UnitState,
} from '../../core/state.ts';

/** Of what comes in, the share that is not eaten and fired away at once. */
const FOOD_KEPT = 0.5;
const AMMO_KEPT = 0.9;
/** Days of what a convoy brings that lie at its end. */
const FORWARD_DAYS = 2;
/** Share of its aircraft that an air force loses in a day. */
const AIR_WEAR = 0.001;
/** Share of the past turns in which who holds an objective now is taken to have held it, and who does not. */
const HELD = 0.6;
const NOT_HELD = 0.4;
/** Share of the aviation fuel that is in store when a war has gone on for some time, and how long that takes, days. */
const FUEL_KEPT = 0.45;
const SETTLING_DAYS = 20;

export function supposeBooks(game: Game, state: GameState, enemy: SideIndex, seed: string): void {
  const decided = decisionsTaken(game, state, enemy);
  fireEvents(game, state, enemy);
  const dated = state.fired.flatMap((event) => game.data.scenario.events[event]?.effects ?? []);
  const happened = [...decided, ...dated];
  command(game, state, enemy, happened);
  depots(game, state, enemy, seed);
  airForce(game, state, enemy, seed);
  points(game, state, enemy, happened);
  prizes(game, state, enemy);
  balance(game, state, enemy);
}

function sideOf(state: GameState, side: number): SideState {
  return state.sides[side] as SideState;
}

/** A decision that called up reserves has been taken when one of them is on the map. Its effects are returned. */
function decisionsTaken(game: Game, state: GameState, enemy: SideIndex): EventEffect[] {
  const found: EventEffect[] = [];
  for (const [decision, units] of calledUp(game).entries()) {
    const offer = game.theatre.decisions[decision] as Game['theatre']['decisions'][number];
    if (offer.side !== enemy || units.every((unit) => (state.units[unit] as UnitState).status === UNIT_EXPECTED))
      continue;
    state.taken.push({ decision, turn: Math.max(1, Math.min(state.turn - offer.delay, offer.from)), done: 1 });
    found.push(...(game.data.scenario.decisions?.[decision]?.effects ?? []));
  }
  return found;
}

const called = new WeakMap<Game['data'], number[][]>();

/** The reserves that each decision calls up. Kept with the scenario. */
function calledUp(game: Game): number[][] {
  const kept = called.get(game.data);
  if (kept) return kept;
  const found = (game.data.scenario.decisions ?? []).map(({ effects }) =>
    effects
      .flatMap((effect) => (effect.type === 'arrive' ? membersOf(game.data, effect.unit) : []))
      .filter((unit) => (game.units[unit] as Game['units'][number]).data.reserve),
  );
  called.set(game.data, found);
  return found;
}

/** 2.4: events that only the enemy is told of have happened when their date is past and, as far as can be told, their condition met. */
function fireEvents(game: Game, state: GameState, enemy: SideIndex): void {
  const id = game.data.scenario.sides[enemy]?.id;
  game.data.scenario.events.forEach((event, i) => {
    if (event.side !== id || turnOfDate(game.data, event.date) > state.turn) return;
    if (isMet(game, state, event.when, -1)) state.fired.push(i);
  });
}

function command(game: Game, state: GameState, enemy: SideIndex, happened: readonly EventEffect[]): void {
  const { scenario } = game.data;
  const side = scenario.sides[enemy];
  sideOf(state, enemy).doctrine = DOCTRINES.indexOf(side?.doctrine ?? 'attack');
  sideOf(state, enemy).lift = scenario.truckLift[side?.id ?? ''] ?? 0;
  game.theatre.boundaries.forEach((boundary, i) => {
    if (boundary.side === enemy) state.boundaries[i] = scenario.boundaries?.[i]?.active ? 1 : 0;
  });
  for (const effect of happened) {
    if (effect.type === 'doctrine' && effect.side === side?.id)
      sideOf(state, enemy).doctrine = DOCTRINES.indexOf(effect.doctrine);
    if (effect.type !== 'boundary') continue;
    const index = (scenario.boundaries ?? []).findIndex((boundary) => boundary.id === effect.boundary);
    if (game.theatre.boundaries[index]?.side === enemy) state.boundaries[index] = effect.active ? 1 : 0;
  }
}

/** What lay in the enemy's depots at the start and came in since, less what his troops used, while he holds them. */
function depots(game: Game, state: GameState, enemy: SideIndex, seed: string): void {
  const days = (state.turn - 1) * daysOfTurn(game);
  game.data.scenario.supplySources.forEach((source, i) => {
    const depot = state.depots[i] as DepotState;
    if (depot.side !== enemy) return;
    const held = holderOf(state.control, (game.depots[i] as Game['depots'][number]).hex) === enemy;
    const luck = held ? 0.8 + 0.4 * dice(seed, 'suppose', 'depot', i).unit() : 0;
    const stock = (start: number, daily: number, forward: number): number =>
      Math.round(luck * (start + daily * days + Math.min(days, FORWARD_DAYS) * forward));
    depot.food = stock(source.foodKg, source.foodKgPerDay * FOOD_KEPT, source.from?.foodKgPerDay ?? 0);
    depot.ammo = stock(source.ammoKg, source.ammoKgPerDay * AMMO_KEPT, source.from?.ammoKgPerDay ?? 0);
    depot.fuel = stock(source.fuelKg, source.fuelKgPerDay * AMMO_KEPT, source.from?.fuelKgPerDay ?? 0);
  });
}

/** Aircraft by the order of battle and the calendar, somewhat worn; sorties only where the enemy has yet to fly this turn. */
function airForce(game: Game, state: GameState, enemy: SideIndex, seed: string): void {
  const days = (state.turn - 1) * daysOfTurn(game);
  const flies = state.active !== enemy ? enemy !== game.firstSide : true;
  const books = sideOf(state, enemy);
  game.data.air.formations.forEach((formation, i) => {
    if (game.sideIndex.get(formation.side) !== enemy) return;
    const air = state.air[i] as AirState;
    const arrived = turnOfDate(game.data, formation.arrival) <= state.turn;
    const left = formation.withdraw !== undefined && turnOfDate(game.data, formation.withdraw) <= state.turn;
    if (!arrived) return;
    const roll = dice(seed, 'suppose', 'air', i);
    const base = formation.base.hex === undefined ? -1 : parseHex(game.cols, game.rows, formation.base.hex);
    const overrun = base >= 0 && holderOf(state.control, base) === 1 - enemy;
    const worn = formation.count * AIR_WEAR * days + (overrun ? formation.count / 2 : 0);
    const lost = Math.min(formation.count, roll.round(worn));
    air.lost = lost;
    air.crewsLost = Math.floor(lost / 2);
    air.moved = overrun && formation.fallback ? 1 : 0;
    air.aircraft = left || (overrun && !formation.fallback) ? 0 : formation.count - lost;
    air.sorties = flies && !left ? readySorties(game, state, i) : 0;
  });
  const fuel = fuelOf(game, enemy);
  if (!fuel) return;
  const settled = Math.min(1, days / SETTLING_DAYS);
  books.aviationFuel = Math.round(
    Math.min(fuel.mostKg, fuel.startKg * (1 - settled) + FUEL_KEPT * fuel.mostKg * settled),
  );
  books.aviationUsed = Math.max(0, Math.round(fuel.startKg + fuel.kgPerDay * days - books.aviationFuel));
}

/** Points gained so far: by events, and by objectives and railways that the enemy has held for part of the time. */
function points(game: Game, state: GameState, enemy: SideIndex, happened: readonly EventEffect[]): void {
  const id = game.data.scenario.sides[enemy]?.id ?? '';
  let daily = 0;
  for (const objective of game.data.scenario.victory.objectives) {
    const each = objective.pointsPerTurn?.[id];
    const place = game.places[game.placeIndex.get(objective.place) ?? -1];
    if (each !== undefined && place) daily += each * (holderOf(state.control, place.hex) === enemy ? HELD : NOT_HELD);
  }
  for (const line of game.theatre.lines)
    if (line.side === enemy) daily += line.pointsPerTurn * (isWhole(state, line) ? HELD : NOT_HELD);
  let sum = Math.round(daily * (state.turn - 1));
  for (const effect of happened) if (effect.type === 'points' && effect.side === id) sum += effect.points;
  sideOf(state, enemy).points = sum;
}

/** Pieces taken: the enemy's prizes are what own troops have lost to him; the own side's are booked with those who lost most. */
function prizes(game: Game, state: GameState, enemy: SideIndex): void {
  const own = (1 - enemy) as SideIndex;
  const books = sideOf(state, enemy);
  books.captured = game.equipment.map((_, i) =>
    game.bySide[own].reduce((sum, unit) => sum + ((state.units[unit] as UnitState).eqTaken[i] as number), 0),
  );
  const losers = game.bySide[enemy].filter((unit) => (state.units[unit] as UnitState).status !== UNIT_EXPECTED);
  const rank = (unit: number): number => ((state.units[unit] as UnitState).status === UNIT_DESTROYED ? 0 : 1);
  losers.sort((a, b) => rank(a) - rank(b) || a - b);
  sideOf(state, own).captured.forEach((count, i) => {
    let left = count;
    for (const from of ['eqLost', 'eq'] as const) {
      for (const index of losers) {
        if (left === 0) return;
        const unit = state.units[index] as UnitState;
        const taken = Math.min(left, unit[from][i] as number);
        unit[from][i] = (unit[from][i] as number) - taken;
        unit.eqTaken[i] = (unit.eqTaken[i] as number) + taken;
        left -= taken;
      }
    }
  });
}

/** 8.1: what is there has come in; 9.13: who was flown in is counted. */
function balance(game: Game, state: GameState, enemy: SideIndex): void {
  const books = sideOf(state, enemy);
  let kg = 0;
  for (const index of game.bySide[enemy]) {
    const unit = state.units[index] as UnitState;
    kg += unit.food + unit.ammo + unit.fuel;
    books.menLifted += unit.flown;
  }
  for (const depot of state.depots) if (depot.side === enemy) kg += depot.food + depot.ammo + depot.fuel;
  books.entered = kg;
}
