/** The table of leaders. */
import { t, term } from '../../text/intl.ts';
import type { Names } from '../../text/names.ts';
import type { Seen } from '../seen.ts';
import { figure, ranked, words } from './cells.ts';
import { leaderFacts } from './leaderFacts.ts';
import type { Sheet } from './sheet.ts';
import { columnsOf } from './unitSheet.ts';

export function leaderSheet(seen: Seen, names: Names): Sheet {
  return {
    id: 'leaders',
    columns: columnsOf([
      ['leader', false],
      ['with', false],
      ['rating', true],
      ['leads', true],
      ['state', false],
      ['place', false],
    ]),
    states: (['fit', 'lostLeader'] as const).map((id) => ({ id, label: t(`staff.states.${id}`) })),
    rows: leaderFacts(seen).map((facts) => ({
      key: String(facts.leader),
      unit: facts.hex >= 0 ? facts.unit : -1,
      hex: facts.hex,
      states: [facts.status === 0 ? 'fit' : 'lostLeader'],
      cells: [
        words(names.leader(facts.leader)),
        words(names.unit(facts.unit)),
        figure(facts.rating),
        figure(facts.leads),
        ranked(term('terms.leaderStatus', facts.status), facts.status, facts.status === 0 ? undefined : 'bad'),
        facts.hex >= 0 ? words(names.hexFull(facts.hex)) : figure(null),
      ],
    })),
  };
}
