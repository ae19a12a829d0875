/**
 * The outcome measures that a scenario's history asks for, computed from a game: the same question put to the game
 * that the sources answer for the battle. What never happens is null.
 */
import type { GameEvent } from '../core/event.ts';
import type { Game } from '../core/game.ts';
import type { ReadonlyState } from '../core/state.ts';
import type { MeasureData, MeasureKind } from '../scenario/shapes/measure.ts';
import { AIR_GAUGES } from './gauges/air.ts';
import { COMMAND_GAUGES } from './gauges/command.ts';
import { FIGHT_GAUGES } from './gauges/fights.ts';
import { FORCE_GAUGES } from './gauges/forces.ts';
import type { Gauge, Makers, OutcomeValue } from './gauges/gauge.ts';
import { LOSS_GAUGES } from './gauges/losses.ts';
import { MOVEMENT_GAUGES } from './gauges/movement.ts';
import { PLACE_GAUGES } from './gauges/places.ts';

export type { OutcomeValue } from './gauges/gauge.ts';

export interface Asked {
  id: string;
  measure: MeasureData | null;
}

const GAUGES: Makers<MeasureKind> = {
  ...PLACE_GAUGES,
  ...MOVEMENT_GAUGES,
  ...FIGHT_GAUGES,
  ...LOSS_GAUGES,
  ...FORCE_GAUGES,
  ...AIR_GAUGES,
  ...COMMAND_GAUGES,
};

/** Each measure is made by the entry of its own kind, which TypeScript can't tell from the union. */
function gaugeOf(game: Game, measure: MeasureData): Gauge {
  const make = GAUGES[measure.kind] as (game: Game, measure: MeasureData) => Gauge;
  return make(game, measure);
}

export class Outcomes {
  readonly #gauges: { id: string; gauge: Gauge }[] = [];
  readonly #hearers = new Map<GameEvent['type'], Gauge[]>();
  #turn = 1;
  #setUp = false;
  #over = false;

  constructor(game: Game, asked: readonly Asked[]) {
    for (const { id, measure } of asked) {
      if (!measure) continue;
      const gauge = gaugeOf(game, measure);
      this.#gauges.push({ id, gauge });
      for (const type of gauge.hears ?? []) {
        const hearers = this.#hearers.get(type);
        if (hearers) hearers.push(gauge);
        else this.#hearers.set(type, [gauge]);
      }
    }
  }

  /** Takes in what happened in setting up, then in each action, and the state after it. */
  watch(events: readonly GameEvent[], state: ReadonlyState): void {
    if (!this.#setUp) {
      this.#setUp = true;
      this.#tell((gauge) => gauge.start?.(state));
      // Who stands somewhere from the start has not come there; what an event brings about on the first day counts.
      for (const event of events) if (event.type === 'dated') this.#hear(event);
      this.#tell((gauge) => gauge.turnBegins?.(state, 1));
      return;
    }
    if (this.#over) return;
    const turned = state.turn > this.#turn;
    if (turned || state.over) this.#tell((gauge) => gauge.turnEnds?.(state, this.#turn));
    for (const event of events) {
      if (event.type === 'turn') this.#turn = event.turn;
      this.#hear(event);
    }
    if (turned && !state.over) this.#tell((gauge) => gauge.turnBegins?.(state, this.#turn));
    this.#over = state.over;
  }

  /** The value of each outcome that has a measure, by id. */
  result(state: ReadonlyState): Record<string, OutcomeValue> {
    const values: Record<string, OutcomeValue> = {};
    for (const { id, gauge } of this.#gauges) values[id] = gauge.value(state);
    return values;
  }

  #tell(what: (gauge: Gauge) => void): void {
    for (const { gauge } of this.#gauges) what(gauge);
  }

  #hear(event: GameEvent): void {
    for (const gauge of this.#hearers.get(event.type) ?? []) gauge.hear?.(event, this.#turn);
  }
}
