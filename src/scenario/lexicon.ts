/** The ids of a scenario, and what refers to them. */
import type { ScenarioData } from '../core/scenario.ts';

export interface Lexicon {
  sides: ReadonlySet<string>;
  places: ReadonlySet<string>;
  units: ReadonlySet<string>;
  /** Units and formations: id to side and parent. */
  bodies: ReadonlyMap<string, { side: string; parent: string | null }>;
  equipment: ReadonlySet<string>;
  aircraft: ReadonlySet<string>;
  leaders: ReadonlySet<string>;
  events: ReadonlySet<string>;
}

export function lexiconOf({ scenario, map, oob, air }: ScenarioData): Lexicon {
  const ids = (list: readonly { id: string }[]): ReadonlySet<string> => new Set(list.map((one) => one.id));
  return {
    sides: ids(scenario.sides),
    places: ids(map.places),
    units: ids(oob.units),
    bodies: new Map([...oob.formations, ...oob.units].map((one) => [one.id, one])),
    equipment: ids(oob.equipment),
    aircraft: ids(air.aircraft),
    leaders: ids(oob.leaders),
    events: ids(scenario.events),
  };
}
