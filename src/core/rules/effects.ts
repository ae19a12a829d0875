/** Rulebook 2.6: what events and decisions bring about. */
import type { GameEvent } from '../event.ts';
import type { Game } from '../game.ts';
import { membersOf } from '../members.ts';
import { DOCTRINES, type EventEffect } from '../scenario.ts';
import { type GameState, UNIT_ON_MAP } from '../state.ts';
import { bringIn, takeOff } from './arrivals.ts';
import { addAviationFuel } from './aviationFuel.ts';

/** 2.6: the units that an effect names: one, or all below a headquarters or formation. */
function unitsNamed(game: Game, id: string): number[] {
  const kept = game.scratch['unitsNamed'] as Map<string, number[]> | undefined;
  const memory = kept ?? new Map<string, number[]>();
  if (!kept) game.scratch['unitsNamed'] = memory;
  const known = memory.get(id);
  if (known) return known;
  const single = game.unitIndex.get(id);
  const named = single !== undefined && game.units[single]?.data.kind !== 'hq' ? [single] : membersOf(game.data, id);
  memory.set(id, named);
  return named;
}

/** 2.6: carries one effect out. */
export function carryOut(game: Game, state: GameState, effect: EventEffect, events: GameEvent[]): void {
  switch (effect.type) {
    case 'message':
      return;
    case 'points':
      sideOf(game, state, effect.side).points += effect.points;
      return;
    case 'stock':
      restock(game, state, effect);
      return;
    case 'aviationFuel':
      addAviationFuel(game, state, game.sideIndex.get(effect.side) as number, effect.kg);
      return;
    case 'boundary': {
      const index = (game.data.scenario.boundaries ?? []).findIndex((boundary) => boundary.id === effect.boundary);
      if (index >= 0) state.boundaries[index] = effect.active ? 1 : 0;
      return;
    }
    case 'doctrine':
      sideOf(game, state, effect.side).doctrine = DOCTRINES.indexOf(effect.doctrine);
      return;
    case 'civilians':
      state.civilians += effect.dead;
      return;
    default:
      for (const index of unitsNamed(game, effect.unit)) onUnit(game, state, index, effect, events);
  }
}

/** 2.2: who was called in by an event or a decision and found no room tries again. */
export function bringInLate(game: Game, state: GameState, events: GameEvent[]): void {
  const { events: dated, decisions = [] } = game.data.scenario;
  const happened = [
    ...state.fired.map((event) => dated[event]),
    ...state.taken.filter((taken) => taken.done === 1).map((taken) => decisions[taken.decision]),
  ];
  for (const effect of happened.flatMap((one) => one?.effects ?? []))
    if (effect.type === 'arrive')
      for (const index of unitsNamed(game, effect.unit)) bringIn(game, state, index, events);
}

function sideOf(game: Game, state: GameState, id: string): GameState['sides'][0] {
  return state.sides[game.sideIndex.get(id) as 0 | 1];
}

function onUnit(
  game: Game,
  state: GameState,
  index: number,
  effect: Extract<EventEffect, { unit: string }>,
  events: GameEvent[],
): void {
  const unit = state.units[index] as GameState['units'][number];
  if (effect.type === 'arrive') bringIn(game, state, index, events);
  else if (effect.type === 'withdraw') takeOff(game, state, index, events);
  else if (effect.type === 'release') unit.held = 0;
  else if (effect.type === 'replacements' && unit.status === UNIT_ON_MAP) {
    const room = Math.max(0, (game.units[index] as Game['units'][number]).data.men - unit.men);
    const men = Math.min(room, effect.men);
    unit.men += men;
    unit.received += men;
  } else if (effect.type === 'cohesion' && unit.status === UNIT_ON_MAP) {
    unit.cohesion = Math.max(0, Math.min(1000, unit.cohesion + effect.change));
  }
}

/** What is taken from a depot, at most what is there, is booked as used. */
function restock(game: Game, state: GameState, effect: Extract<EventEffect, { type: 'stock' }>): void {
  const index = game.data.scenario.supplySources.findIndex((source) => source.id === effect.source);
  const depot = state.depots[index];
  if (!depot) return;
  const books = state.sides[depot.side];
  const change = (kind: 'food' | 'ammo' | 'fuel', kg: number): void => {
    const real = Math.max(-depot[kind], kg);
    depot[kind] += real;
    if (real > 0) books.entered += real;
    else books.used -= real;
  };
  change('food', effect.foodKg);
  change('ammo', effect.ammoKg);
  change('fuel', effect.fuelKg);
}
