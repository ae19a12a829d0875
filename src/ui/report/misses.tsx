/** The measures that the games miss: what the sources say, what the games do, how far apart they are, and why. */
import type { MeasureReport, ReportModel } from '../../lab/report/model.ts';
import { t } from '../text/intl.ts';
import { ReportTable } from './figure.tsx';
import { formatAmount, formatGap, formatPercent, formatSpan, formatStated, type Gauge, gaugeOf } from './figures.ts';
import { VerdictChip } from './signs.tsx';
import type { Told } from './told.ts';

/** How far off the games are, for sorting: those that never vary come before all others. */
export function farOff({ off }: MeasureReport): number {
  if (off === null) return -1;
  return off.ratio ?? Number.POSITIVE_INFINITY;
}

export function Misses({ model, told }: { model: ReportModel; told: Told }) {
  const missed = model.measures
    .filter(({ verdict }) => verdict === 'missed' || verdict === 'disputedMissed')
    .toSorted((a, b) => farOff(b) - farOff(a));
  if (missed.length === 0) return <p>{t('report.noMisses')}</p>;
  const columns = ['measure', 'sources', 'most', 'off', 'ranges', 'why'] as const;
  return (
    <ReportTable
      caption={t('report.sections.misses')}
      head={columns.map((column) => t(`report.columns.${column}`))}
      rows={missed.map((measure) => {
        const gauge = gaugeOf(measure, model);
        const { off } = measure;
        return [
          <>
            {told.measure(measure.id, measure.name)}
            <VerdictChip verdict={measure.verdict} />
          </>,
          sourcesText(measure, gauge),
          gamesRange(measure, gauge),
          off === null ? '–' : formatGap(off.by, gauge),
          off?.ratio == null ? '–' : formatAmount(off.ratio),
          told.why(measure) || <span class="soft">{t('report.noReason')}</span>,
        ];
      })}
      figures={[3, 4]}
    />
  );
}

/** What the sources agree on, or what the nearest to agreement say. */
function sourcesText({ agreed, figures, unit }: MeasureReport, gauge: Gauge): string {
  if (agreed && unit !== 'yes') return formatSpan(agreed.low, agreed.high, gauge);
  const counted = figures
    .filter(({ counts }) => counts)
    .map(({ figure }) => formatStated(figure.low, figure.high, gauge));
  return [...new Set(counted)].join(t('common.semicolon'));
}

function gamesRange({ distribution: { quantiles, never, happened }, yes }: MeasureReport, gauge: Gauge): string {
  if (yes !== null) return t('report.yesShare', { share: formatPercent(yes) });
  if (!quantiles) return t('report.neverAtAll');
  const most = formatSpan(quantiles[0], quantiles[4], gauge);
  return never === 0 ? most : t('report.rangeNever', { range: most, share: formatPercent(never / (never + happened)) });
}
