/** Values of measures in words and as numbers to draw with: dates are days since the scenario's first day. */
import { dayNumber, formatDay } from '../../core/calendar.ts';
import type { MeasureReport, ReportModel, Unit } from '../../lab/report/model.ts';
import { intl, t } from '../text/intl.ts';
import { formatDate, formatDays, formatWeight } from '../text/names.ts';

/** How the values of one measure are counted and said. */
export interface Gauge {
  unit: Unit | 'points';
  /** ISO date of day 0. */
  start: string;
  /** A "share" that goes beyond the whole: said as a ratio, not in per cent. */
  ratio: boolean;
  /** Half of what one value takes on the axis (days of a turn, 1 of whole numbers): marks stand in the middle of their column. */
  middle: number;
}

export type Calendar = Pick<ReportModel, 'dates' | 'turnDays'>;

const WHOLE: ReadonlySet<Gauge['unit']> = new Set([
  'date',
  'men',
  'pieces',
  'days',
  'sorties',
  'aircraft',
  'crews',
  'places',
]);
/** Said with its unit by a message of its own. */
const COUNTED = ['men', 'km', 'days', 'sorties', 'aircraft', 'crews', 'places', 'points'] as const;

export function gaugeOf({ unit, distribution, figures }: MeasureReport, { dates, turnDays }: Calendar): Gauge {
  const values = [...(distribution.quantiles ?? []), ...figures.flatMap(({ figure }) => [figure.low, figure.high])];
  const ratio = unit === 'share' && values.some((value) => Number(value) > 1);
  return { unit, start: dates[0] ?? '', ratio, middle: unit === 'date' ? turnDays / 2 : WHOLE.has(unit) ? 0.5 : 0 };
}

/** Points of victory. */
export function pointsGauge({ dates }: Pick<Calendar, 'dates'>): Gauge {
  return { unit: 'points', start: dates[0] ?? '', ratio: false, middle: 0.5 };
}

/** What a series counts: men, or points and places without a word. */
export function seriesGauge(quantity: string): Gauge {
  const men = quantity === 'lost' || quantity === 'captured';
  return { unit: men ? 'men' : 'pieces', start: '', ratio: false, middle: 0 };
}

/** "1,234", "3.5", "−12". */
export function formatAmount(value: number): string {
  const digits = Math.abs(value) < 10 ? 1 : 0;
  return intl()
    .formatNumber(value + 0, { maximumFractionDigits: digits })
    .replace('-', '−');
}

/** "62 %" of a share from 0 to 1; a share that is small but not nothing is said as such. */
export function formatPercent(share: number): string {
  const percent = share * 100;
  if (percent > 0 && percent < 0.5) return t('report.under', { value: t('common.percent', { value: 1 }) });
  if (percent < 100 && percent > 99.5) return t('report.over', { value: t('common.percent', { value: 99 }) });
  return t('common.percent', { value: Math.round(percent) });
}

/** The date of so many days after the first, ISO. */
function isoOf(days: number, { start }: Gauge): string {
  return formatDay(dayNumber(start) + Math.round(days));
}

/** A value as a mark of an axis: short, the unit left to the heading. */
export function formatMark(value: number, gauge: Gauge, step = 1): string {
  const { unit, ratio } = gauge;
  if (unit === 'date') return formatDate(isoOf(value, gauge), false);
  if (unit === 'kg') return formatWeight(value);
  if (unit === 'share' && !ratio) return t('common.percent', { value: Math.round(value * 1000) / 10 });
  const digits = step >= 1 ? 0 : step >= 0.1 ? 1 : 2;
  return intl()
    .formatNumber(value + 0, { maximumFractionDigits: digits })
    .replace('-', '−');
}

/** A value in full: "18 Dec 1939", "1,234 men", "62 %". */
export function formatValue(value: number, gauge: Gauge): string {
  const { unit, ratio } = gauge;
  if (unit === 'date') return formatDate(isoOf(value, gauge));
  if (unit === 'yes') return t(value >= 0.5 ? 'report.yes' : 'report.no');
  if (unit === 'kg') return formatWeight(value);
  if (unit === 'share') return ratio ? intl().formatNumber(value, { maximumFractionDigits: 2 }) : formatPercent(value);
  return counted(formatAmount(value), value, gauge);
}

/** An amount that is written already, with what is counted. */
function counted(count: string, amount: number, { unit }: Gauge): string {
  const known = COUNTED.find((one) => one === unit);
  return known ? t(`report.units.${known}`, { count, amount }) : count;
}

/** A difference of two values in the unit: "3 days" for dates, "12 points of a hundred" for shares. */
export function formatGap(gap: number, gauge: Gauge): string {
  return inUnitOfGaps(bareGap(gap, gauge), gap, gauge);
}

/** The amount of a difference without its unit, where the unit can stand apart. */
export function bareGap(gap: number, { unit, ratio }: Gauge): string {
  if (unit === 'kg') return formatWeight(gap);
  if (unit === 'share' && ratio) return intl().formatNumber(gap, { maximumFractionDigits: 2 });
  return formatAmount(unit === 'yes' || unit === 'share' ? gap * 100 : gap);
}

/** Amounts of differences that are written already, with their unit; `gap` is the last of them. */
export function inUnitOfGaps(count: string, gap: number, gauge: Gauge): string {
  const { unit, ratio } = gauge;
  if (unit === 'date') return t('report.units.days', { count, amount: gap });
  if (unit === 'yes' || (unit === 'share' && !ratio)) return t('report.percentPoints', { count });
  return counted(count, gap, gauge);
}

/** From low to high, or the one value that both are. */
export function formatSpan(low: number, high: number, gauge: Gauge): string {
  if (gauge.unit === 'date') return formatDays(isoOf(low, gauge), isoOf(high, gauge));
  if (low === high) return formatValue(low, gauge);
  if (COUNTED.some((one) => one === gauge.unit))
    return counted(t('common.days', { from: formatAmount(low), to: formatAmount(high) }), high, gauge);
  return t('common.days', { from: formatValue(low, gauge), to: formatValue(high, gauge) });
}

/** A source's range as it stands in the history: dates as ISO text, yes and no as words. */
export function formatStated(low: number | string, high: number | string, gauge: Gauge): string {
  if (gauge.unit === 'date' && low !== high) return formatDays(String(low), String(high));
  if (typeof low === 'number' && typeof high === 'number') return formatSpan(low, high, gauge);
  const say = (value: number | string): string => {
    if (typeof value === 'number') return formatValue(value, gauge);
    if (value === 'yes' || value === 'no') return t(value === 'yes' ? 'report.yes' : 'report.no');
    return formatDate(value);
  };
  return low === high ? say(low) : t('common.days', { from: say(low), to: say(high) });
}

/** The values of a bin: the days of it, or from one value to under another. */
export function formatBin(from: number, to: number, gauge: Gauge): string {
  if (gauge.unit === 'date') return formatSpan(from, Math.max(from, to - 1), gauge);
  if (WHOLE.has(gauge.unit) && to - from === 1) return formatValue(from, gauge);
  return t('report.bin', { from: formatValue(from, gauge), to: formatValue(to, gauge) });
}
