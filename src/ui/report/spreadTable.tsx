/** The numbers of a distribution: the quantiles, and the games of every bin. */
import type { Distribution } from '../../lab/report/model.ts';
import { t } from '../text/intl.ts';
import { formatCount } from '../text/names.ts';
import { ReportTable } from './figure.tsx';
import { formatBin, formatPercent, formatValue, type Gauge } from './figures.ts';

interface Props {
  distribution: Distribution;
  /** Share of "yes" for yes and no. */
  yes: number | null;
  gauge: Gauge;
  name: string;
}

export function SpreadTable({ distribution, yes, gauge, name }: Props) {
  const { bins, never, happened, quantiles, mean } = distribution;
  const all = Math.max(1, never + happened);
  const row = (label: string, games: number): string[] => [label, formatCount(games), formatPercent(games / all)];
  const agree = Math.round((yes ?? 0) * happened);
  const rows =
    yes === null
      ? bins.map(({ from, to, games }) => row(formatBin(from, to, gauge), games))
      : [row(t('report.yes'), agree), row(t('report.no'), happened - agree)];
  if (never > 0) rows.push(row(t('report.never'), never));
  return (
    <>
      {yes === null && quantiles && (
        <ReportTable
          caption={t('report.quantileTable', { name })}
          head={[
            t('report.quantiles.5'),
            t('report.quantiles.25'),
            t('report.quantiles.50'),
            t('report.quantiles.75'),
            t('report.quantiles.95'),
            t('report.mean'),
          ]}
          rows={[[...quantiles, mean ?? quantiles[2]].map((value) => formatValue(value, gauge))]}
        />
      )}
      <ReportTable
        caption={t('report.spreadTable', { name })}
        head={[t('report.columns.value'), t('report.columns.games'), t('report.columns.share')]}
        rows={rows}
        figures={[1, 2]}
      />
    </>
  );
}
