/** Rulebook 2.5: the conditions of events and decisions. */
import { holderOf } from '../control.ts';
import { distance, type Game } from '../game.ts';
import { position } from '../position.ts';
import type { EventCondition, SimpleCondition } from '../scenario.ts';
import { AIRFIELD_WORKING, type GameState, type ReadonlyState } from '../state.ts';

/**
 * 2.5: whether a condition is met. `knower` is the side whose knowledge counts (for its decisions), or -1 for the state
 * as it is (for events). Stocks are those of depots that their side holds.
 */
export function isMet(game: Game, state: ReadonlyState, when: EventCondition | undefined, knower: number): boolean {
  if (!when) return true;
  if (when.type === 'all') return when.conditions.every((one) => holds(game, state, one, knower));
  if (when.type === 'any') return when.conditions.some((one) => holds(game, state, one, knower));
  return holds(game, state, when, knower);
}

function holds(game: Game, readonly: ReadonlyState, when: SimpleCondition, knower: number): boolean {
  return isSo(game, readonly as GameState, when, knower) !== (when.not === true);
}

function isSo(game: Game, state: GameState, when: SimpleCondition, knower: number): boolean {
  switch (when.type) {
    case 'held':
      return holder(game, state, when.place, knower) === game.sideIndex.get(when.side);
    case 'notHeld':
      return holder(game, state, when.place, knower) !== game.sideIndex.get(when.side);
    case 'within':
      return isWithin(game, state, when.place, when.side, when.km, knower);
    case 'stock':
      return stockOf(game, state, game.sideIndex.get(when.side) as number, knower) >= when.atLeastKg;
    case 'decided':
      return state.taken.some(
        ({ decision }) =>
          game.data.scenario.decisions?.[decision]?.id === when.decision &&
          (isPlain(state, knower) || game.theatre.decisions[decision]?.side === knower),
      );
    case 'fired':
      return state.fired.some(
        (event) =>
          game.data.scenario.events[event]?.id === when.event &&
          (isPlain(state, knower) || isToldOf(game, event, knower)),
      );
    case 'airfield': {
      const index = game.theatre.airfields.findIndex((field) => field.id === when.airfield);
      const now = state.airfields[index];
      return now?.status === AIRFIELD_WORKING && now.side === game.theatre.airfields[index]?.side;
    }
  }
}

/** Whether a side is told of a dated event. */
export function isToldOf(game: Game, event: number, side: number): boolean {
  const to = game.data.scenario.events[event]?.side;
  return to === null || to === game.data.scenario.sides[side]?.id;
}

/** Whether everything is known: to an event, or without fog. */
function isPlain(state: ReadonlyState, knower: number): boolean {
  return knower < 0 || !state.fog;
}

function holder(game: Game, state: GameState, place: string, knower: number): number {
  const at = game.places[game.placeIndex.get(place) as number];
  if (!at) return -1;
  return holderOf(isPlain(state, knower) ? state.control : (state.believed[knower] as number[]), at.hex);
}

function isWithin(game: Game, state: GameState, place: string, side: string, km: number, knower: number): boolean {
  const at = game.places[game.placeIndex.get(place) as number];
  const index = game.sideIndex.get(side) as number;
  if (!at) return false;
  const { bookedHex } = position(game, state, knower);
  return (game.bySide[index] as number[]).some((unit) => {
    const hex = bookedHex[unit] as number;
    return hex >= 0 && distance(game, at.hex, hex) * game.hexKm <= km;
  });
}

/**
 * 2.5, 13.7: what lies in the depots that a side holds, kg of all classes; -1 for `knower`: as it is. Of the enemy's
 * depots a side knows nothing under fog.
 */
export function stockOf(game: Game, state: ReadonlyState, side: number, knower: number): number {
  const plain = isPlain(state, knower);
  if (!plain && knower !== side) return 0;
  const control = plain ? state.control : (state.believed[side] as readonly number[]);
  let sum = 0;
  game.depots.forEach((depot, i) => {
    const now = state.depots[i];
    if (depot.side === side && now && holderOf(control, depot.hex) === side) sum += now.food + now.ammo + now.fuel;
  });
  return sum;
}
