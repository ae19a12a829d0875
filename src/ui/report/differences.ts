/** The rows of a comparison: what is compared, before and after, the difference, and whether it holds. */
import type { CompareModel, Difference } from '../../lab/compare/model.ts';
import { t } from '../text/intl.ts';
import { bareGap, formatPercent, formatValue, type Gauge, inUnitOfGaps, pointsGauge } from './figures.ts';
import type { Told } from './told.ts';

/** How sure a difference is: it holds after all tests were reckoned with, it may be chance, or nothing speaks for it. */
export type Surety = 'holds' | 'perhaps' | 'none';

export interface DifferenceRow {
  id: string;
  label: string;
  gauge: Gauge;
  told: Difference;
  surety: Surety;
}

const SURE = 0.05;

export function suretyOf({ p, holm }: Pick<Difference, 'p' | 'holm'>): Surety {
  if (holm !== null && holm < SURE) return 'holds';
  return p !== null && p < SURE ? 'perhaps' : 'none';
}

/** All that is compared, the surest first; whether something came about at all only where it was tested. */
export function differenceRows(model: CompareModel, told: Told): DifferenceRow[] {
  const start = model.dates[0] ?? '';
  const row = (id: string, label: string, gauge: Gauge, one: Difference | null): DifferenceRow[] =>
    one === null || one.pairs === 0 ? [] : [{ id, label, gauge, told: one, surety: suretyOf(one) }];
  const share: Gauge = { unit: 'share', start, ratio: false, middle: 0 };
  const margin = t('report.margin', { first: told.side(0), second: told.side(1) });
  const rows = [
    ...row('margin', margin, pointsGauge(model), model.margin),
    ...model.measures.flatMap(({ id, name, unit, happened, amount, yes }) => {
      const label = told.measure(id, name);
      return [
        ...row(id, label, yes ? share : { ...share, unit }, yes ?? amount),
        ...(happened.p === null
          ? []
          : row(`${id}.happened`, t('report.compare.happened', { name: label }), share, happened)),
      ];
    }),
  ];
  return rows.toSorted((a, b) => (a.told.p ?? 2) - (b.told.p ?? 2));
}

/** "−120 men", "+3 days": the sign is written, and none for nothing. */
export function formatDifference(value: number, gauge: Gauge): string {
  return inUnitOfGaps(signed(value, gauge), Math.abs(value), gauge);
}

function signed(value: number, gauge: Gauge): string {
  const size = bareGap(Math.abs(value), gauge);
  if (value === 0) return size;
  return t(value > 0 ? 'report.compare.more' : 'report.compare.less', { size });
}

/** "−200 … −40 men", from low to high. */
export function formatInterval(interval: readonly [number, number] | null, gauge: Gauge): string {
  if (interval === null) return '–';
  const [low, high] = interval;
  const both = t('report.compare.interval', { low: signed(low, gauge), high: signed(high, gauge) });
  return inUnitOfGaps(both, Math.abs(high), gauge);
}

/** A mean of values, shares as such, dates as the nearest day. */
export function formatMean(value: number | null, gauge: Gauge): string {
  if (value === null) return '–';
  return gauge.unit === 'share' && !gauge.ratio ? formatPercent(value) : formatValue(value, gauge);
}

/** A p-value, never shown as nothing. */
export function formatP(p: number | null): string {
  if (p === null) return '–';
  return p < 0.001 ? t('report.under', { value: '0.001' }) : p.toFixed(3);
}
