/**
 * The outcome measures that a scenario's history asks for, computed from a game: the same question put to the game
 * that the sources answer for the battle. What never happens is null.
 */
import { holderOf } from '../core/control.ts';
import type { GameEvent } from '../core/event.ts';
import { dateOfTurn, distance, type Game } from '../core/game.ts';
import type { EquipmentClass } from '../core/scenario.ts';
import { type GameState, type ReadonlyState, UNIT_ON_MAP } from '../core/state.ts';
import type { MeasureData } from '../scenario/shapes/history.ts';
import { unitsOf, unitsOfEither } from './formation.ts';
import { roadBetween } from './roads.ts';

/** A number, a date, "yes" or "no"; null for what did not happen. */
export type OutcomeValue = number | string | null;

export interface Asked {
  id: string;
  measure: MeasureData | null;
}

const KILLED_OR_CAPTURED = 2;

export class Outcomes {
  readonly #game: Game;
  readonly #asked: readonly Asked[];
  /** The first date of what has happened so far, by id of the outcome. */
  readonly #dates = new Map<string, string>();
  /** Holders of each place at the end of each turn, from turn 1 on. */
  readonly #holders: number[][] = [];
  readonly #fought = new Set<number>();
  readonly #members = new Map<string, ReadonlySet<number>>();
  readonly #roads = new Map<string, readonly number[]>();
  #turn = 1;
  #setUp = false;

  constructor(game: Game, asked: readonly Asked[]) {
    this.#game = game;
    this.#asked = asked.filter((entry) => entry.measure !== null);
    for (const { id, measure } of this.#asked) {
      if (measure?.kind === 'arrivalAt') this.#members.set(id, new Set(unitsOf(game, measure.formation)));
      if (measure?.kind === 'roadCut')
        this.#roads.set(id, roadBetween(game, this.#place(measure.from), this.#place(measure.to)));
    }
  }

  /** Takes in what happened in setting up, then in each action, and the state after it. */
  watch(events: readonly GameEvent[], state: ReadonlyState): void {
    if (!this.#setUp) {
      // Who stands somewhere from the start has not come there.
      this.#setUp = true;
      return;
    }
    if (state.turn > this.#turn || state.over) this.#endTurn(state);
    for (const event of events) {
      if (event.type === 'turn') this.#turn = event.turn;
      if (event.type === 'assault') for (const unit of [...event.attackers, ...event.support]) this.#fought.add(unit);
      for (const { id, measure } of this.#asked)
        if (measure && !this.#dates.has(id) && this.#happens(id, measure, event))
          this.#dates.set(id, this.#date(this.#turn));
    }
  }

  /** The value of each outcome that has a measure, by id. */
  result(state: GameState): Record<string, OutcomeValue> {
    const values: Record<string, OutcomeValue> = {};
    for (const { id, measure } of this.#asked) if (measure) values[id] = this.#value(id, measure, state);
    return values;
  }

  #endTurn(state: ReadonlyState): void {
    const { places } = this.#game;
    this.#holders.push(places.map((place) => holderOf(state.control, place.hex)));
    for (const [id, road] of this.#roads) {
      const measure = this.#asked.find((entry) => entry.id === id)?.measure;
      if (measure?.kind !== 'roadCut' || this.#dates.has(id)) continue;
      const side = this.#game.sideIndex.get(measure.side);
      if (road.some((hex) => holderOf(state.control, hex) === side)) this.#dates.set(id, this.#date(this.#turn));
    }
  }

  #happens(id: string, measure: MeasureData, event: GameEvent): boolean {
    const { units, hexKm } = this.#game;
    switch (measure.kind) {
      case 'firstAssault': {
        if (event.type !== 'assault') return false;
        const side = units[event.attackers[0] ?? -1]?.side;
        const km = distance(this.#game, event.hex, this.#place(measure.place)) * hexKm;
        return side === this.#game.sideIndex.get(measure.side) && km <= measure.withinKm;
      }
      case 'firstEntry': {
        const unit = entering(event, this.#place(measure.place));
        const info = units[unit];
        return info?.data.side === measure.side && info.data.kind === measure.unitKind;
      }
      case 'arrivalAt':
        return this.#members.get(id)?.has(entering(event, this.#place(measure.place))) === true;
      case 'leaderLost':
        return (
          event.type === 'leader' &&
          event.status >= KILLED_OR_CAPTURED &&
          this.#game.data.oob.leaders[event.leader]?.id === measure.leader
        );
      default:
        return false;
    }
  }

  #value(id: string, measure: MeasureData, state: GameState): OutcomeValue {
    const game = this.#game;
    switch (measure.kind) {
      case 'firstDateHeld': {
        const turn = this.#holds(measure.place, measure.side).indexOf(true);
        return turn < 0 ? null : this.#date(turn + 1);
      }
      case 'lastDateTaken': {
        const holds = this.#holds(measure.place, measure.side);
        if (holds.at(-1) !== true) return null;
        return this.#date(holds.lastIndexOf(false) + 2);
      }
      case 'heldAtEnd':
        return holderOf(state.control, this.#place(measure.place)) === game.sideIndex.get(measure.side) ? 'yes' : 'no';
      case 'losses':
        return lost(state, unitsOfEither(game, measure.side, measure.formation), measure.what);
      case 'lossShare': {
        const units = unitsOfEither(game, measure.side, measure.formation);
        const came = units.reduce((sum, unit) => sum + cameWith(game, state, unit), 0);
        return came === 0 ? null : lost(state, units, measure.what) / came;
      }
      case 'captured': {
        const side = game.sideIndex.get(measure.side);
        if (side === undefined) return null;
        return piecesOf(game, state.sides[side].captured, [measure.class, ...(measure.also ?? [])]);
      }
      case 'prisoners': {
        const side = game.sideIndex.get(measure.side);
        return side === undefined ? null : lost(state, game.bySide[1 - side] as number[], ['captured']);
      }
      case 'committed':
        return [...this.#fought]
          .filter((unit) => game.units[unit]?.data.side === measure.side)
          .reduce((sum, unit) => sum + piecesOf(game, game.units[unit]?.eq ?? [], measure.classes), 0);
      case 'strength':
        return unitsOf(game, measure.formation).reduce(
          (sum, unit) => sum + (game.units[unit]?.data.equipment[measure.equipment] ?? 0),
          0,
        );
      case 'replacements':
        return unitsOf(game, measure.formation).reduce((sum, unit) => sum + (state.units[unit]?.received ?? 0), 0);
      default:
        return this.#dates.get(id) ?? null;
    }
  }

  #holds(place: string, side: string): boolean[] {
    const index = this.#game.placeIndex.get(place);
    const holder = this.#game.sideIndex.get(side);
    return this.#holders.map((holders) => index !== undefined && holders[index] === holder);
  }

  #place(id: string): number {
    return this.#game.places[this.#game.placeIndex.get(id) ?? -1]?.hex ?? -1;
  }

  #date(turn: number): string {
    return dateOfTurn(this.#game, turn);
  }
}

/** The unit that comes into the hex in this event, -1 for none. */
function entering(event: GameEvent, hex: number): number {
  if (event.type === 'moved') return event.path.indexOf(hex, 1) > 0 ? event.unit : -1;
  return (event.type === 'advance' || event.type === 'arrival') && event.hex === hex ? event.unit : -1;
}

type Loss = 'killed' | 'wounded' | 'missing' | 'captured' | 'sick';

function lost(state: ReadonlyState, units: readonly number[], what: readonly Loss[]): number {
  let sum = 0;
  for (const unit of units) for (const kind of what) sum += state.units[unit]?.[kind] ?? 0;
  return sum;
}

/** Men that a unit brought and received; none while it has not come. */
function cameWith(game: Game, state: ReadonlyState, index: number): number {
  const unit = state.units[index];
  const men = game.units[index]?.data.men ?? 0;
  return unit && unit.status >= UNIT_ON_MAP ? men + unit.received : 0;
}

function piecesOf(game: Game, pieces: readonly number[], classes: readonly EquipmentClass[]): number {
  return game.equipment.reduce((sum, kind, i) => sum + (classes.includes(kind.class) ? (pieces[i] ?? 0) : 0), 0);
}
