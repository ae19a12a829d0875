/** The tables of losses: by unit, by formation, by kind of troops. */
import { t, term } from '../../text/intl.ts';
import type { Names } from '../../text/names.ts';
import type { Seen } from '../seen.ts';
import { figure, share, words } from './cells.ts';
import { LOSS_CAUSES, type LossFacts, type LossLedger, lossFacts } from './lossFacts.ts';
import type { Sheet } from './sheet.ts';
import { columnsOf } from './unitSheet.ts';

export function lossSheet(seen: Seen, names: Names, ledger: LossLedger): Sheet {
  return {
    id: `losses ${ledger}`,
    columns: columnsOf([
      ['name', false],
      ['men', true],
      ...LOSS_CAUSES.map((cause) => [`losses.${cause}`, true] as const),
      ['lost', true],
      ['lostShare', true],
      ['pieces', true],
    ]),
    states: [],
    rows: lossFacts(seen, ledger).map((facts) => ({
      key: facts.key,
      unit: facts.hex >= 0 ? facts.unit : -1,
      hex: facts.hex,
      states: [],
      cells: [
        words(nameOf(facts, ledger, names)),
        figure(facts.men),
        ...LOSS_CAUSES.map((cause) => figure(facts.byCause[cause])),
        figure(facts.lost),
        share((1000 * facts.lost) / Math.max(1, facts.brought), facts.lost * 3 > facts.brought ? 'bad' : undefined),
        figure(facts.pieces),
      ],
    })),
  };
}

function nameOf(facts: LossFacts, ledger: LossLedger, names: Names): string {
  if (ledger === 'unit') return names.unit(facts.unit);
  if (ledger === 'kind') return term('terms.kinds', facts.kind ?? '');
  return facts.formation === null ? t('staff.none') : names.command(facts.formation);
}
