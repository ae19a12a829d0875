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

/** Lift needs aircraft that can carry. */
function checkMissions(
  { air }: ScenarioData,
  formation: AirFormationData,
  keys: PropertyKey[],
  problems: Problems,
): void {
  const kind = air.aircraft.find((one) => one.id === formation.aircraft);
  if (!kind) return;
  formation.missions.forEach((mission, i) => {
    const name = shown(kind.id);
    if (mission === 'troopLift' && kind.menPerSortie === undefined)
      problems.add('air', [...keys, 'missions', i], 'airlift', `${name} carries no men: "menPerSortie" is not given`);
    if (mission === 'supplyLift' && kind.payloadKg === 0)
      problems.add('air', [...keys, 'missions', i], 'airlift', `${name} carries no supplies: its payload is 0 kg`);
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
function checkPassengers({ scenario, map, oob, air }: ScenarioData, problems: Problems): void {
  const fieldAt = (hex: string, side: string): boolean =>
    (scenario.airfields ?? []).some(
      (field) => field.side === side && map.places.find((place) => place.id === field.place)?.hex === hex,
    );
  const lifted = new Set(air.formations.filter((one) => one.missions.includes('troopLift')).map((one) => one.side));
  oob.units.forEach((unit, i) => {
    const keys = ['units', i, 'arrival'];
    if (unit.arrival.by !== 'airlift') return;
    if (!fieldAt(unit.arrival.hex, unit.side))
      problems.add('oob', [...keys, 'hex'], 'airlift', `its side has no airfield in hex ${unit.arrival.hex}`);
    if (!lifted.has(unit.side))
      problems.add('oob', [...keys, 'by'], 'airlift', 'no air formation of its side has the mission "troopLift"');
  });
}
