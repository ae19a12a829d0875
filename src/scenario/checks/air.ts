/** What must be true of `air.json` beyond its shape. */
import { parseHex } from '../../core/hex.ts';
import type { ScenarioData } from '../../core/scenario.ts';
import type { Lexicon } from '../lexicon.ts';
import type { Problems } from '../problem.ts';
import { checkDate, checkIds, checkKnown, checkSourced, checkWithin } from './common.ts';

export function checkAir({ air, map, scenario }: ScenarioData, lexicon: Lexicon, problems: Problems): void {
  checkIds('air', ['aircraft'], air.aircraft, problems);
  air.aircraft.forEach((kind, i) => {
    checkSourced('air', ['aircraft', i], kind, problems);
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
    const day = checkDate('air', [...keys, 'arrival'], formation.arrival, problems);
    if (day !== null && formation.arrival > scenario.endDate)
      checkWithin('air', [...keys, 'arrival'], formation.arrival, scenario, problems);
    if (formation.withdraw === undefined) return;
    checkWithin('air', [...keys, 'withdraw'], formation.withdraw, scenario, problems);
    if (formation.withdraw < formation.arrival)
      problems.add('air', [...keys, 'withdraw'], 'date-order', 'the formation leaves before it has come');
  });
}
