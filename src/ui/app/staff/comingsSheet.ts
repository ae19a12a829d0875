/** The table of reinforcements and withdrawals, by date. */
import { dateOfTurn } from '../../../core/game.ts';
import { t } from '../../text/intl.ts';
import { joinNames, type Names } from '../../text/names.ts';
import { comingsOf, type ReserveGroup } from '../comings.ts';
import type { Seen } from '../seen.ts';
import { day, figure, words } from './cells.ts';
import type { Cell, Sheet, SheetRow } from './sheet.ts';
import { columnsOf } from './unitSheet.ts';

const STATES = ['expected', 'airlift', 'reserve', 'held', 'leaving'] as const;
type State = (typeof STATES)[number];

export function comingsSheet(seen: Seen, names: Names): Sheet {
  const { game } = seen;
  const comings = comingsOf(seen);
  const row = (state: State, unit: number, date: string | null, place: number, about: Cell): SheetRow => {
    const here = seen.view.units[unit]?.hex ?? -1;
    return {
      key: `${state} ${unit}`,
      unit: here >= 0 ? unit : -1,
      hex: here >= 0 ? here : place,
      states: [state],
      cells: [
        words(names.unit(unit)),
        words(t(`staff.states.${state}`)),
        day(date),
        figure(here >= 0 ? (seen.view.units[unit]?.men ?? 0) : (game.units[unit]?.data.men ?? 0)),
        place >= 0 ? words(names.hexFull(place)) : figure(null),
        about,
      ],
    };
  };
  return {
    id: 'comings',
    columns: columnsOf([
      ['name', false],
      ['what', false],
      ['date', false],
      ['men', true],
      ['place', false],
      ['about', false],
    ]),
    states: STATES.map((id) => ({ id, label: t(`staff.states.${id}`) })),
    rows: [
      ...comings.expected.map((one) => row('expected', one.unit, one.date, one.hex, figure(null))),
      ...comings.airlift.map((one) =>
        row(
          'airlift',
          one.unit,
          dateOfTurn(game, one.readyTurn),
          game.units[one.unit]?.arrivalHex ?? -1,
          words(t('air.bridge.men', { flown: one.flown, men: one.men })),
        ),
      ),
      ...comings.reserves.flatMap((group) =>
        group.units.map((unit) =>
          row('reserve', unit, null, game.units[unit]?.arrivalHex ?? -1, words(callText(names, group))),
        ),
      ),
      ...comings.held.map((one) =>
        row('held', one.unit, one.until, seen.view.units[one.unit]?.hex ?? -1, words(one.reason)),
      ),
      ...comings.leaving.map((one) =>
        row('leaving', one.unit, one.date, seen.view.units[one.unit]?.hex ?? -1, words(one.reason)),
      ),
    ],
  };
}

function callText(names: Names, group: ReserveGroup): string {
  const ways = group.decisions.map((decision) => t('comings.byDecision', { title: names.decision(decision) }));
  if (group.byEvent) ways.push(t('comings.byEvent'));
  return ways.length === 0 ? t('comings.never') : joinNames(ways, 9);
}
