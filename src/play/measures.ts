/** What is measured in every game of a batch, whatever the scenario: grade, losses, who took which place when, leaders. */
import { holderOf } from '../core/control.ts';
import { digest } from '../core/digest.ts';
import type { GameEvent } from '../core/event.ts';
import { dateOfTurn, type Game } from '../core/game.ts';
import { battleLosses } from '../core/rules/victory.ts';
import { AIR_MISSIONS, type AirMission, EQUIPMENT_CLASSES, type EquipmentClass } from '../core/scenario.ts';
import { AIRFIELD_WORKING, type GameState, UNIT_DESTROYED, UNIT_EXPECTED } from '../core/state.ts';

export interface SideMeasures {
  killed: number;
  wounded: number;
  missing: number;
  captured: number;
  sick: number;
  starved: number;
  /** Pieces destroyed or taken, by class of equipment; classes without losses are left out. */
  equipment: Partial<Record<EquipmentClass, number>>;
  /** Pieces taken from the enemy, by id of equipment. */
  taken: Record<string, number>;
  unitsLost: number;
  sorties: number;
  /** Sorties by mission; missions never flown are left out. */
  missions: Partial<Record<AirMission, number>>;
  aircraftLost: number;
  crewsLost: number;
  /** Supplies dropped from the air, kg: sent, fallen to the enemy, lost. */
  dropped: number;
  dropTaken: number;
  dropLost: number;
  /** Men and kilograms landed by airlift, and the aviation fuel burnt in all, kg. */
  menLifted: number;
  kgLifted: number;
  aviationFuel: number;
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
  /** Id of the side that holds each place at the end, null for nobody. */
  held: Record<string, string | null>;
  /** Dates on which the dated events came about and the decisions were taken. */
  happened: Record<string, string>;
  decided: Record<string, string>;
  /** Who may use each airfield at the end, and whether it is in working order. */
  airfields: Record<string, { side: string; working: boolean }>;
  /** Civilian dead of the events that came about. */
  civilians: number;
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
  readonly #happened: Measures['happened'] = {};
  readonly #decided: Measures['decided'] = {};
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
      } else if (event.type === 'dated') {
        this.#happened[data.scenario.events[event.event]?.id ?? String(event.event)] = date;
      } else if (event.type === 'decision' && event.done === 0) {
        this.#decided[data.scenario.decisions?.[event.decision]?.id ?? String(event.decision)] = date;
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
      if (unit && id !== undefined && unit.status !== UNIT_EXPECTED) formations[id] = (formations[id] ?? 0) + unit.men;
    }
    return {
      turns: state.turn,
      grade: state.result?.grade ?? null,
      margin: state.result?.margin ?? null,
      sides,
      places: this.#places,
      leaders: this.#leaders,
      held: heldAtEnd(game, state),
      happened: this.#happened,
      decided: this.#decided,
      airfields: airfieldsAtEnd(game, state),
      civilians: state.civilians,
      formations,
      digest: digest(state),
    };
  }
}

function heldAtEnd(game: Game, state: GameState): Measures['held'] {
  const { sides } = game.data.scenario;
  return Object.fromEntries(game.places.map(({ id, hex }) => [id, sides[holderOf(state.control, hex)]?.id ?? null]));
}

function airfieldsAtEnd(game: Game, state: GameState): Measures['airfields'] {
  const { sides, airfields = [] } = game.data.scenario;
  return Object.fromEntries(
    state.airfields.map(({ side, status }, i) => [
      airfields[i]?.id ?? String(i),
      { side: sides[side]?.id ?? String(side), working: status === AIRFIELD_WORKING },
    ]),
  );
}

function measureSide(game: Game, state: GameState, side: number): SideMeasures {
  const own = state.sides[side as 0 | 1];
  const sum: SideMeasures = {
    ...battleLosses(game, state, side),
    equipment: {},
    taken: {},
    unitsLost: 0,
    sorties: 0,
    missions: {},
    aircraftLost: 0,
    crewsLost: 0,
    dropped: own.dropped,
    dropTaken: own.dropTaken,
    dropLost: own.dropLost,
    menLifted: own.menLifted,
    kgLifted: own.kgLifted,
    aviationFuel: own.aviationUsed,
  };
  const lost = new Array<number>(game.equipment.length).fill(0);
  for (const index of game.bySide[side as 0 | 1]) {
    const unit = state.units[index];
    if (!unit) continue;
    if (unit.status === UNIT_DESTROYED) sum.unitsLost++;
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
    AIR_MISSIONS.forEach((mission, k) => {
      const flown = air.byMission[k] ?? 0;
      if (flown > 0) sum.missions[mission] = (sum.missions[mission] ?? 0) + flown;
    });
    sum.aircraftLost += air.lost;
    sum.crewsLost += air.crewsLost;
  });
  return sum;
}
