/** What a scenario lays over the map: airfields and the boundaries of armies. */
import { parseHex } from '../../core/hex.ts';
import type { ScenarioData } from '../../core/scenario.ts';
import type { Lexicon } from '../lexicon.ts';
import { type Problems, shown } from '../problem.ts';
import { checkIds, checkKnown, checkSourced } from './common.ts';
import { checkUnits } from './happening.ts';

/** Fewer corners enclose nothing. */
const FEWEST_CORNERS = 3;

export function checkTheatre(data: ScenarioData, lexicon: Lexicon, problems: Problems): void {
  checkAirfields(data, lexicon, problems);
  const boundaries = data.scenario.boundaries ?? [];
  checkIds('scenario', ['boundaries'], boundaries, problems);
  boundaries.forEach((boundary, i) => {
    const keys = ['boundaries', i];
    checkKnown('scenario', [...keys, 'side'], boundary.side, lexicon.sides, 'unknown-side', problems);
    checkSourced('scenario', keys, boundary, problems);
    checkUnits(data, [...keys, 'formation'], boundary.formation, lexicon, problems);
    const owner = lexicon.bodies.get(boundary.formation)?.side;
    if (owner !== undefined && owner !== boundary.side) {
      const message = `${shown(boundary.formation)} belongs to the other side`;
      problems.add('scenario', [...keys, 'formation'], 'other-side', message);
    }
    checkCorners(data, [...keys, 'corners'], boundary.corners, problems);
  });
}

function checkAirfields({ scenario, map }: ScenarioData, lexicon: Lexicon, problems: Problems): void {
  const airfields = scenario.airfields ?? [];
  checkIds('scenario', ['airfields'], airfields, problems);
  const taken = new Map<string, string>();
  airfields.forEach((airfield, i) => {
    const keys = ['airfields', i];
    checkKnown('scenario', [...keys, 'side'], airfield.side, lexicon.sides, 'unknown-side', problems);
    checkSourced('scenario', keys, airfield, problems);
    if (!checkKnown('scenario', [...keys, 'place'], airfield.place, lexicon.places, 'unknown-place', problems)) return;
    const hex = map.places.find((place) => place.id === airfield.place)?.hex ?? '';
    const other = taken.get(hex);
    if (other !== undefined) {
      const message = `hex ${hex} has the airfield ${shown(other)} already`;
      problems.add('scenario', [...keys, 'place'], 'duplicate-id', message);
    }
    taken.set(hex, airfield.id);
  });
}

/** Reports corners off the map, and a zone of too few of them. */
export function checkCorners(
  { map }: ScenarioData,
  keys: readonly PropertyKey[],
  corners: readonly string[],
  problems: Problems,
): void {
  if (new Set(corners).size < FEWEST_CORNERS)
    problems.add('scenario', keys, 'zone', `a zone has at least ${FEWEST_CORNERS} different corners`);
  corners.forEach((hex, i) => {
    if (parseHex(map.cols, map.rows, hex) < 0)
      problems.add('scenario', [...keys, i], 'off-map', `hex ${hex} is not on the map`);
  });
}
