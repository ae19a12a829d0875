/** The ids of a scenario, and what refers to them. */
import type { EventData, ScenarioData } from '../core/scenario.ts';

/** Entries of which each belongs to a side, by id. */
type Owned = ReadonlyMap<string, { side: string }>;

export interface Lexicon {
  sides: ReadonlySet<string>;
  places: ReadonlySet<string>;
  rails: ReadonlySet<string>;
  units: ReadonlySet<string>;
  /** Units and formations: id to side and parent. */
  bodies: ReadonlyMap<string, { side: string; parent: string | null }>;
  equipment: ReadonlySet<string>;
  aircraft: ReadonlySet<string>;
  leaders: ReadonlySet<string>;
  /** Supply sources, which are depots as well. */
  depots: Owned;
  airfields: Owned;
  boundaries: Owned;
  decisions: Owned;
  events: ReadonlyMap<string, EventData>;
}

function ids(list: readonly { id: string }[] = []): ReadonlySet<string> {
  return new Set(list.map((one) => one.id));
}

function byId<T extends { id: string }>(list: readonly T[] = []): ReadonlyMap<string, T> {
  return new Map(list.map((one) => [one.id, one]));
}

export function lexiconOf({ scenario, map, oob, air }: ScenarioData): Lexicon {
  return {
    sides: ids(scenario.sides),
    places: ids(map.places),
    rails: ids(map.rails),
    units: ids(oob.units),
    bodies: new Map([...oob.formations, ...oob.units].map((one) => [one.id, one])),
    equipment: ids(oob.equipment),
    aircraft: ids(air.aircraft),
    leaders: ids(oob.leaders),
    depots: byId(scenario.supplySources),
    airfields: byId(scenario.airfields),
    boundaries: byId(scenario.boundaries),
    decisions: byId(scenario.decisions),
    events: byId(scenario.events),
  };
}
