/** What is measured in every game of a batch, whatever the scenario: grade, losses, who took which place when, leaders. */
import { digest } from '../core/digest.ts';
import type { GameEvent } from '../core/event.ts';
import { dateOfTurn, type Game } from '../core/game.ts';
import { battleLosses } from '../core/rules/victory.ts';
import { EQUIPMENT_CLASSES, type EquipmentClass } from '../core/scenario.ts';
import type { GameState } from '../core/state.ts';

export interface SideMeasures {
  killed: number;
  wounded: number;
  missing: number;
  captured: number;
  sick: number;
  /** Pieces destroyed or taken, by class of equipment; classes without losses are left out. */
  equipment: Partial<Record<EquipmentClass, number>>;
  /** Pieces taken from the enemy, by id of equipment. */
  taken: Record<string, number>;
  unitsLost: number;
  sorties: number;
  aircraftLost: number;
  crewsLost: number;
  /** Supplies dropped from the air, kg: sent, fallen to the enemy, lost. */
  dropped: number;
  dropTaken: number;
  dropLost: number;
}

export interface Measures {
  turns: number;
  grade: string | null;
  /** Points of the first side minus points of the second. */
  margin: number | null;
  /** By id of side. */
  sides: Record<string, SideMeasures>;
  /** Each change of hands of a place: date and id of the side that took it. */
  places: Record<string, [date: string, side: string][]>;
  /** Leaders who were hit: date and what happened. */
  leaders: Record<string, { date: string; fate: 'wounded' | 'killed' | 'captured' }>;
  /** Men left by formation (division, or brigade where there is none), of those that have come on the map. */
  formations: Record<string, number>;
  /** Digest of the last state: two runs are the same game when it is the same. */
  digest: string;
}

const FATES = ['wounded', 'killed', 'captured'] as const;

/** Collects measures while a game runs: give `watch` every batch of events, then ask for the result. */
export class Measuring {
  readonly #game: Game;
  readonly #places: Measures['places'] = {};
  readonly #leaders: Measures['leaders'] = {};
  #turn = 1;

  constructor(game: Game) {
    this.#game = game;
  }

  watch(events: readonly GameEvent[]): void {
    const { data, places } = this.#game;
    for (const event of events) {
      if (event.type === 'turn') this.#turn = event.turn;
      const date = dateOfTurn(this.#game, this.#turn);
      if (event.type === 'control') {
        const id = places[event.place]?.id ?? String(event.place);
        const list = this.#places[id] ?? [];
        list.push([date, data.scenario.sides[event.side]?.id ?? String(event.side)]);
        this.#places[id] = list;
      } else if (event.type === 'leader') {
        const fate = FATES[event.status - 1];
        const id = data.oob.leaders[event.leader]?.id ?? String(event.leader);
        if (fate) this.#leaders[id] = { date, fate };
      }
    }
  }

  result(state: GameState): Measures {
    const game = this.#game;
    const sides: Measures['sides'] = {};
    game.data.scenario.sides.forEach((side, i) => {
      sides[side.id] = measureSide(game, state, i);
    });
    const formations: Measures['formations'] = {};
    for (const info of game.units) {
      const unit = state.units[info.index];
      const id = game.formations[info.formation];
      if (unit && id !== undefined && unit.status > 0) formations[id] = (formations[id] ?? 0) + unit.men;
    }
    return {
      turns: state.turn,
      grade: state.result?.grade ?? null,
      margin: state.result?.margin ?? null,
      sides,
      places: this.#places,
      leaders: this.#leaders,
      formations,
      digest: digest(state),
    };
  }
}

function measureSide(game: Game, state: GameState, side: number): SideMeasures {
  const own = state.sides[side as 0 | 1];
  const sum: SideMeasures = {
    ...battleLosses(game, state, side),
    equipment: {},
    taken: {},
    unitsLost: 0,
    sorties: 0,
    aircraftLost: 0,
    crewsLost: 0,
    dropped: own.dropped,
    dropTaken: own.dropTaken,
    dropLost: own.dropLost,
  };
  const lost = new Array<number>(game.equipment.length).fill(0);
  for (const index of game.bySide[side as 0 | 1]) {
    const unit = state.units[index];
    if (!unit) continue;
    if (unit.status === 2) sum.unitsLost++;
    for (let i = 0; i < lost.length; i++)
      lost[i] = (lost[i] as number) + (unit.eqLost[i] ?? 0) + (unit.eqTaken[i] ?? 0);
  }
  for (const kind of EQUIPMENT_CLASSES) {
    let pieces = 0;
    game.equipment.forEach((equipment, i) => {
      if (equipment.class === kind) pieces += lost[i] as number;
    });
    if (pieces > 0) sum.equipment[kind] = pieces;
  }
  game.equipment.forEach((equipment, i) => {
    const pieces = own.captured[i] ?? 0;
    if (pieces > 0) sum.taken[equipment.id] = pieces;
  });
  const sideId = game.data.scenario.sides[side]?.id;
  game.data.air.formations.forEach((formation, i) => {
    const air = state.air[i];
    if (!air || formation.side !== sideId) return;
    sum.sorties += air.flown;
    sum.aircraftLost += air.lost;
    sum.crewsLost += air.crewsLost;
  });
  return sum;
}
