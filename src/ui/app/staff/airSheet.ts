/** The table of air formations and what they have flown. */
import { AIR_MISSIONS } from '../../../core/scenario.ts';
import { t, term } from '../../text/intl.ts';
import { formatDate, joinNames, type Names } from '../../text/names.ts';
import { type Base, basesOf } from '../airForce.ts';
import type { Seen } from '../seen.ts';
import { figure, words } from './cells.ts';
import type { Cell, Sheet } from './sheet.ts';
import { columnsOf } from './unitSheet.ts';

const STATES = ['able', 'spent', 'due'] as const;

export function airSheet(seen: Seen, names: Names): Sheet {
  const rows = basesOf(seen).flatMap((base) => base.wings.map((wing) => ({ base, wing })));
  return {
    id: 'air',
    columns: columnsOf([
      ['name', false],
      ['type', false],
      ['role', false],
      ['fit', true],
      ['aircraft', true],
      ['sorties', true],
      ['fuel', true],
      ['base', false],
      ['flown', true],
      ['missions', false],
      ['planesLost', true],
    ]),
    states: STATES.map((id) => ({ id, label: t(`staff.states.${id}`) })),
    rows: rows.map(({ base, wing }) => {
      const now = seen.view.air[wing.formation];
      const expected = !wing.here && (now?.aircraft ?? 0) === 0 && (now?.lost ?? 0) === 0;
      return {
        key: String(wing.formation),
        unit: -1,
        hex: base.hex,
        states: [expected ? 'due' : wing.sorties > 0 ? 'able' : 'spent'],
        cells: [
          words(names.formation(wing.formation)),
          words(names.aircraft(wing.formation)),
          words(t(`air.role.${wing.kind.role}`)),
          figure(expected ? null : (now?.aircraft ?? 0) - (now?.damaged ?? 0)),
          figure(expected ? null : (now?.aircraft ?? 0)),
          figure(wing.sorties),
          figure(wing.kgPerSortie > 0 ? wing.kgPerSortie : null),
          baseCell(base, names, expected ? wing.data.arrival : null),
          figure(now?.flown ?? 0),
          flown(now?.byMission ?? []),
          figure(now?.lost ?? 0),
        ],
      };
    }),
  };
}

function baseCell(base: Base, names: Names, arrival: string | null): Cell {
  const name = base.hex >= 0 ? names.hex(base.hex) : names.base(base.name);
  if (arrival !== null) return words(t('air.arrives', { date: formatDate(arrival, false) }));
  return words(name, base.state === 'taken' || base.state === 'demolished' ? 'bad' : undefined);
}

function flown(byMission: readonly number[]): Cell {
  const parts = AIR_MISSIONS.flatMap((mission, i) => {
    const count = byMission[i] ?? 0;
    return count > 0 ? [`${term('terms.missions', mission)} ${count}`] : [];
  });
  return parts.length === 0 ? figure(null) : words(joinNames(parts, 9));
}
