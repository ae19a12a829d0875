/** A gauge watches a game for one outcome measure and answers it at the end. */
import type { GameEvent } from '../../core/event.ts';
import { dateOfTurn, type Game, turnOfDate } from '../../core/game.ts';
import { membersOf } from '../../core/members.ts';
import type { ReadonlyState } from '../../core/state.ts';
import type { MeasureData, MeasureKind } from '../../scenario/shapes/measure.ts';

/** A number, a date, "yes" or "no"; null for what did not happen. */
export type OutcomeValue = number | string | null;

export interface Gauge {
  /** The types of events that it is told of. */
  readonly hears?: readonly GameEvent['type'][];
  /** After setting up, before the first action. */
  start?(state: ReadonlyState): void;
  hear?(event: GameEvent, turn: number): void;
  /** When the supply of a turn has gone out, and its reinforcements have come. */
  turnBegins?(state: ReadonlyState, turn: number): void;
  /** When a turn is over: at the start of the next one, or at the end of the game. */
  turnEnds?(state: ReadonlyState, turn: number): void;
  value(state: ReadonlyState): OutcomeValue;
}

export type MeasureOf<K extends MeasureKind> = Extract<MeasureData, { kind: K }>;
/** What makes the gauges of some kinds of measures. */
export type Makers<K extends MeasureKind> = { [P in K]: (game: Game, measure: MeasureOf<P>) => Gauge };

/** The hex of a place, -1 for none. */
export function hexOfPlace(game: Game, place: string): number {
  return game.places[game.placeIndex.get(place) ?? -1]?.hex ?? -1;
}

/** Index of a side, -1 for none. */
export function sideOf(game: Game, side: string): number {
  return game.sideIndex.get(side) ?? -1;
}

/** Indices of the units of a formation with all below it, or of a whole side when the formation is null. */
export function unitsOf(game: Game, side: string, formation: string | null): number[] {
  if (formation !== null) return membersOf(game.data, formation);
  const index = game.sideIndex.get(side);
  return index === undefined ? [] : game.bySide[index].slice();
}

const ROW_HEIGHT = Math.sqrt(3) / 2;

/** Kilometres in a straight line between the centres of two hexes. */
export function kmBetween(game: Game, a: number, b: number): number {
  const row = (hex: number): number => Math.floor(hex / game.cols);
  const x = (hex: number): number => (hex % game.cols) + (row(hex) % 2) / 2;
  const dx = x(a) - x(b);
  const dy = (row(a) - row(b)) * ROW_HEIGHT;
  return Math.sqrt(dx * dx + dy * dy) * game.hexKm;
}

/** Kilometres to a tenth. */
export function tenths(km: number): number {
  return Math.round(km * 10) / 10;
}

/** A gauge that answers from the last state alone. */
export function atEnd(value: (state: ReadonlyState) => OutcomeValue): Gauge {
  return { value };
}

/** A gauge that answers from the state in which the turn of a date ends; none when the game was over before. */
export function onDate(game: Game, date: string, read: (state: ReadonlyState) => OutcomeValue): Gauge {
  const wanted = turnOfDate(game.data, date);
  let found: OutcomeValue = null;
  return {
    turnEnds(state, turn) {
      if (turn === wanted) found = read(state);
    },
    value: () => found,
  };
}

/** A gauge for the first date on which one of the events is what is asked for. */
export function firstDate<T extends GameEvent['type']>(
  game: Game,
  types: readonly T[],
  happens: (event: Extract<GameEvent, { type: T }>) => boolean,
): Gauge {
  let found: string | null = null;
  return {
    hears: types,
    hear(event, turn) {
      if (found === null && happens(event as Extract<GameEvent, { type: T }>)) found = dateOfTurn(game, turn);
    },
    value: () => found,
  };
}

/** Whether a turn lies within a period; an end that is not given is open. */
export function within(game: Game, period: { since?: string; until?: string }): (turn: number) => boolean {
  const first = period.since === undefined ? 1 : turnOfDate(game.data, period.since);
  const last = period.until === undefined ? game.turns : turnOfDate(game.data, period.until);
  return (turn) => turn >= first && turn <= last;
}
