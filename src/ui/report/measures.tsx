/** All measures, to be filtered by how they turned out, found by a word and put in order. */
import { useId, useState } from 'preact/hooks';
import type { MeasureReport, ReportModel, Verdict } from '../../lab/report/model.ts';
import { intl, t } from '../text/intl.ts';
import { Choice } from '../widgets/choice.tsx';
import { MeasureRow } from './measureRow.tsx';
import { farOff } from './misses.tsx';
import { isPrinting } from './printing.ts';
import { SIGN_KINDS, Sign } from './signs.tsx';
import type { Told } from './told.ts';

export const FILTERS = ['all', 'missed', 'disputed', 'inside', 'unmeasured'] as const;
export type Filter = (typeof FILTERS)[number];
export const ORDERS = ['history', 'off', 'name'] as const;
export type Order = (typeof ORDERS)[number];

/** What each filter lets through; a disputed measure that the games miss is both. */
const VERDICTS: Record<Exclude<Filter, 'all'>, readonly Verdict[]> = {
  missed: ['missed', 'disputedMissed'],
  disputed: ['disputed', 'disputedMissed', 'refuted'],
  inside: ['inside'],
  unmeasured: ['unmeasured'],
};

export function passes({ verdict }: MeasureReport, filter: Filter): boolean {
  return filter === 'all' || VERDICTS[filter].includes(verdict);
}

/** The measures that a filter and a text let through, in an order; names are compared as the reader's language does. */
export function arrangedMeasures(
  measures: readonly MeasureReport[],
  by: { filter: Filter; order: Order; text: string },
  nameOf: (measure: MeasureReport) => string,
): MeasureReport[] {
  const wanted = by.text.trim().toLocaleLowerCase();
  const found = measures.filter(
    (measure) => passes(measure, by.filter) && nameOf(measure).toLocaleLowerCase().includes(wanted),
  );
  if (by.order === 'off') return found.toSorted((a, b) => farOff(b) - farOff(a));
  if (by.order === 'name') {
    const collator = new Intl.Collator(intl().locale, { numeric: true });
    return found.toSorted((a, b) => collator.compare(nameOf(a), nameOf(b)));
  }
  return found;
}

export function Measures({ model, told }: { model: ReportModel; told: Told }) {
  const [filter, setFilter] = useState<Filter>('all');
  const [order, setOrder] = useState<Order>('history');
  const [text, setText] = useState('');
  const id = useId();
  const nameOf = (measure: MeasureReport): string => told.measure(measure.id, measure.name);
  const by = isPrinting() ? ({ filter: 'all', order, text: '' } as const) : { filter, order, text };
  const shown = arrangedMeasures(model.measures, by, nameOf);
  const counted = (one: Filter): number => model.measures.filter((measure) => passes(measure, one)).length;
  return (
    <>
      <div class="report-tools">
        <Choice
          label={t('report.filter')}
          value={filter}
          onChange={setFilter}
          options={FILTERS.map((value) => ({
            value,
            label: t(`report.filters.${value}`, { count: counted(value) }),
          }))}
        />
        <input
          type="search"
          data-aside="true"
          placeholder={t('report.find')}
          aria-label={t('report.find')}
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
        />
        <label for={id}>
          {t('report.order')}{' '}
          <select id={id} value={order} onChange={(event) => setOrder(event.currentTarget.value as Order)}>
            {ORDERS.map((value) => (
              <option key={value} value={value}>
                {t(`report.orders.${value}`)}
              </option>
            ))}
          </select>
        </label>
        <span class="small soft" role="status">
          {t('report.shown', { shown: shown.length, all: model.measures.length })}
        </span>
      </div>
      <Key />
      <ul class="measures">
        {shown.map((measure) => (
          <MeasureRow key={measure.id} measure={measure} model={model} told={told} />
        ))}
      </ul>
    </>
  );
}

/** How a strip is read. */
function Key() {
  return (
    <div class="report-key small">
      <p>{t('report.howToRead')}</p>
      <ul>
        {SIGN_KINDS.map((kind) => (
          <li key={kind}>
            <Sign kind={kind} /> {t(`report.signs.${kind}`)}
          </li>
        ))}
        <li>
          <Sign kind="plain" estimated /> {t('report.signs.estimated')}
        </li>
      </ul>
    </div>
  );
}
