/** What must be true of `air.json` beyond its shape. */
import { parseHex } from '../../core/hex.ts';
import type { AirFormationData, ScenarioData } from '../../core/scenario.ts';
import type { Lexicon } from '../lexicon.ts';
import { type Problems, shown } from '../problem.ts';
import { checkDate, checkIds, checkKnown, checkSourced, checkWithin } from './common.ts';

export function checkAir(data: ScenarioData, lexicon: Lexicon, problems: Problems): void {
  const { air, map, scenario } = data;
  checkIds('air', ['aircraft'], air.aircraft, problems);
  air.aircraft.forEach((kind, i) => {
    checkSourced('air', ['aircraft', i], kind, problems);
    if (kind.menPerSortie !== undefined && kind.role !== 'transport')
      problems.add('air', ['aircraft', i, 'menPerSortie'], 'airlift', 'only a transport carries men');
  });
  checkIds('air', ['formations'], air.formations, problems);
  air.formations.forEach((formation, i) => {
    const keys = ['formations', i];
    checkSourced('air', keys, formation, problems);
    checkKnown('air', [...keys, 'side'], formation.side, lexicon.sides, 'unknown-side', problems);
    checkKnown('air', [...keys, 'aircraft'], formation.aircraft, lexicon.aircraft, 'unknown-aircraft', problems);
    const { hex, offMapKm } = formation.base;
    if ((hex === undefined) === (offMapKm === undefined))
      problems.add(
        'air',
        [...keys, 'base'],
        'base',
        'a base is on the map ("hex") or off it ("offMapKm"), one of the two',
      );
    if (hex !== undefined && parseHex(map.cols, map.rows, hex) < 0)
      problems.add('air', [...keys, 'base', 'hex'], 'off-map', `hex ${hex} is not on the map`);
    const foreign = [...lexicon.sides].some(
      (side) => side !== formation.side && airfieldHexes(data, side).has(hex ?? ''),
    );
    if (foreign)
      problems.add('air', [...keys, 'base', 'hex'], 'other-side', `the airfield in hex ${hex} is the other side's`);
    if (formation.fallback && hex === undefined)
      problems.add('air', [...keys, 'fallback'], 'base', 'only a formation with its base on the map can lose it');
    checkMissions(data, formation, keys, problems);
    const day = checkDate('air', [...keys, 'arrival'], formation.arrival, problems);
    if (day !== null && formation.arrival > scenario.endDate)
      checkWithin('air', [...keys, 'arrival'], formation.arrival, scenario, problems);
    if (formation.withdraw === undefined) return;
    checkWithin('air', [...keys, 'withdraw'], formation.withdraw, scenario, problems);
    if (formation.withdraw < formation.arrival)
      problems.add('air', [...keys, 'withdraw'], 'date-order', 'the formation leaves before it has come');
  });
  checkFuel(data, lexicon, problems);
  checkPassengers(data, problems);
}

/** Lift needs aircraft that can carry, and supplies a depot to be landed at. */
function checkMissions(data: ScenarioData, formation: AirFormationData, keys: PropertyKey[], problems: Problems): void {
  const kind = data.air.aircraft.find((one) => one.id === formation.aircraft);
  formation.missions.forEach((mission, i) => {
    const fault = (message: string): void => problems.add('air', [...keys, 'missions', i], 'airlift', message);
    if (kind && mission === 'troopLift' && kind.menPerSortie === undefined)
      fault(`${shown(kind.id)} carries no men: "menPerSortie" is not given`);
    if (mission !== 'supplyLift') return;
    if (kind?.payloadKg === 0) fault(`${shown(kind.id)} carries no supplies: its payload is 0 kg`);
    const fields = airfieldHexes(data, formation.side);
    if (!data.scenario.supplySources.some((depot) => depot.side === formation.side && fields.has(depot.hex)))
      fault('no airfield of its side has a depot in its hex');
  });
}

function checkFuel({ air }: ScenarioData, lexicon: Lexicon, problems: Problems): void {
  const taken = new Set<string>();
  air.fuel?.forEach((entry, i) => {
    const keys = ['fuel', i];
    checkKnown('air', [...keys, 'side'], entry.side, lexicon.sides, 'unknown-side', problems);
    checkSourced('air', keys, entry, problems);
    if (taken.has(entry.side))
      problems.add('air', [...keys, 'side'], 'duplicate-id', `the fuel of side ${shown(entry.side)} is given twice`);
    taken.add(entry.side);
    if (entry.startKg > entry.mostKg)
      problems.add('air', [...keys, 'startKg'], 'range', `no more than ${entry.mostKg} kg can be stored`);
  });
}

/** Reports units that wait for an airlift which nothing can fly, or which has nowhere to land. */
function checkPassengers(data: ScenarioData, problems: Problems): void {
  const lifted = new Set(
    data.air.formations.filter((one) => one.missions.includes('troopLift')).map((one) => one.side),
  );
  data.oob.units.forEach((unit, i) => {
    const keys = ['units', i, 'arrival'];
    if (unit.arrival.by !== 'airlift') return;
    if (!airfieldHexes(data, unit.side).has(unit.arrival.hex))
      problems.add('oob', [...keys, 'hex'], 'airlift', `its side has no airfield in hex ${unit.arrival.hex}`);
    if (!lifted.has(unit.side))
      problems.add('oob', [...keys, 'by'], 'airlift', 'no air formation of its side has the mission "troopLift"');
    if (unit.reserve)
      problems.add('oob', [...keys, 'by'], 'airlift', 'a reserve comes by an event or a decision, not by airlift');
  });
}

/** Hexes of a side's airfields at the start. */
function airfieldHexes({ scenario, map }: ScenarioData, side: string): Set<string> {
  const places = new Set((scenario.airfields ?? []).filter((field) => field.side === side).map((field) => field.place));
  return new Set(map.places.filter((place) => places.has(place.id)).map((place) => place.hex));
}
