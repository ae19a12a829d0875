/** The table of own units. */
import { SUPPLY_LEAK, UNIT_ON_MAP } from '../../../core/state.ts';
import { t, term } from '../../text/intl.ts';
import { formatDate, formatMinutes, type Names } from '../../text/names.ts';
import type { Seen } from '../seen.ts';
import { day, figure, ranked, share, words, yesNo } from './cells.ts';
import type { Cell, Sheet, SheetColumn } from './sheet.ts';
import { UNIT_STATES, type UnitFacts, unitFacts } from './unitFacts.ts';

const COLUMNS: readonly [id: string, figure: boolean][] = [
  ['name', false],
  ['formation', false],
  ['hq', false],
  ['men', true],
  ['share', true],
  ['quality', true],
  ['cohesion', true],
  ['fatigue', true],
  ['food', true],
  ['ammo', true],
  ['supply', false],
  ['time', true],
  ['done', false],
  ['command', false],
  ['place', false],
];

/** Columns by their ids, with the heads in the reader's language. */
export function columnsOf(columns: readonly (readonly [id: string, figure: boolean])[]): SheetColumn[] {
  return columns.map(([id, isFigure]) => ({
    id,
    head: term('staff.columns', id),
    ...(isFigure ? { figure: true } : {}),
  }));
}

export function unitSheet(seen: Seen, names: Names, guarded: ReadonlySet<number>): Sheet {
  return {
    id: 'units',
    columns: columnsOf(COLUMNS),
    states: UNIT_STATES.map((id) => ({ id, label: t(`staff.states.${id}`) })),
    rows: unitFacts(seen, guarded).map((facts) => ({
      key: String(facts.unit),
      unit: facts.hex >= 0 ? facts.unit : -1,
      hex: facts.hex,
      states: facts.states,
      cells: cellsOf(facts, names),
    })),
  };
}

function cellsOf(facts: UnitFacts, names: Names): Cell[] {
  const here = facts.hex >= 0;
  const none = figure(null);
  const only = (cell: Cell): Cell => (here ? cell : none);
  const lowDays = (days: number | null): 'bad' | undefined => (days !== null && days < 1 ? 'bad' : undefined);
  return [
    words(names.unit(facts.unit)),
    words(facts.formation === '' ? t('staff.none') : names.command(facts.formation)),
    facts.hq < 0 ? none : words(names.unit(facts.hq)),
    only(figure(facts.men)),
    only(share((1000 * facts.men) / Math.max(1, facts.start), facts.men * 2 < facts.start ? 'bad' : undefined)),
    figure(facts.quality),
    only(share(facts.cohesion, facts.cohesion < 300 ? 'bad' : undefined)),
    only(share(facts.fatigue, facts.fatigue >= 600 ? 'bad' : undefined)),
    figure(facts.foodDays, 1, lowDays(facts.foodDays)),
    figure(facts.ammoDays, 1, lowDays(facts.ammoDays)),
    only(ranked(term('terms.supply', facts.supply), facts.supply, facts.supply <= SUPPLY_LEAK ? 'bad' : undefined)),
    only({ text: formatMinutes(facts.minutes), value: facts.minutes }),
    only(done(facts)),
    only(yesNo(facts.inCommand, facts.inCommand ? undefined : 'bad')),
    place(facts, names),
  ];
}

function done({ moved, fought }: UnitFacts): Cell {
  const text = [...(moved ? [t('staff.moved')] : []), ...(fought ? [t('staff.fought')] : [])].join(t('common.comma'));
  return ranked(text === '' ? t('staff.none') : text, (moved ? 1 : 0) + (fought ? 2 : 0));
}

/** The hex, or when it comes, or what became of it. */
function place({ hex, due, status }: UnitFacts, names: Names): Cell {
  if (hex >= 0) return words(names.hexFull(hex));
  if (due !== null) return day(due, t('forces.arrives', { date: formatDate(due, false) }));
  return words(status === UNIT_ON_MAP ? t('staff.none') : term('terms.unitStatus', status));
}
