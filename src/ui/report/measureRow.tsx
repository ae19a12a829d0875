/** One measure: what it is, how it turned out over the games, what each source says, and the tables behind it. */
import type { FigureReport, MeasureReport, ReportModel } from '../../lab/report/model.ts';
import { t } from '../text/intl.ts';
import { Unfold } from './figure.tsx';
import { formatPercent, formatSpan, formatStated, formatValue, type Gauge, gaugeOf } from './figures.ts';
import { FigureTable } from './figureTable.tsx';
import { Sign, signOf, VerdictChip } from './signs.tsx';
import { SpreadTable } from './spreadTable.tsx';
import { Strip } from './strip.tsx';
import type { Told } from './told.ts';

/** Sources listed beside a chart; the rest is in the table. */
const LISTED = 4;

interface Props {
  measure: MeasureReport;
  model: ReportModel;
  told: Told;
}

export function MeasureRow({ measure, model, told }: Props) {
  const gauge = gaugeOf(measure, model);
  const name = told.measure(measure.id, measure.name);
  const why = told.why(measure);
  const measured = measure.verdict !== 'unmeasured';
  const games = measured ? gamesText(measure, gauge) : '';
  return (
    <li class={`measure ${measure.verdict}`}>
      <div class="measure-head">
        <h4>{name}</h4>
        <VerdictChip verdict={measure.verdict} />
        {games !== '' && <p class="small">{games}</p>}
        {why !== '' && <p class="small soft">{why}</p>}
      </div>
      {measured && (
        <Strip measure={measure} gauge={gauge} summary={`${name}. ${games} ${t(`report.about.${measure.verdict}`)}`} />
      )}
      <ol class="measure-sources small">
        {measure.figures.slice(0, LISTED).map((report, index) => (
          <li key={index} class={report.counts ? '' : 'soft'}>
            <span class="number">{index + 1}</span>
            <Sign kind={signOf(report.figure)} estimated={report.figure.estimated === true} />
            <span>
              <b>{formatStated(report.figure.low, report.figure.high, gauge)}</b>
              {measured && <span class="soft"> {rankText(report, measure)}</span>}
            </span>
          </li>
        ))}
        {measure.figures.length > LISTED && (
          <li class="more soft">{t('report.moreSources', { count: measure.figures.length - LISTED })}</li>
        )}
      </ol>
      <Unfold label={t('report.tablesOf', { count: measure.figures.length })}>
        {() => (
          <>
            <FigureTable measure={measure} gauge={gauge} model={model} told={told} />
            {measured && (
              <SpreadTable distribution={measure.distribution} yes={measure.yes} gauge={gauge} name={name} />
            )}
          </>
        )}
      </Unfold>
    </li>
  );
}

/** "Half of the games: 18–22 Dec 1939, median 20 Dec; 9 of 10: ...". */
export function gamesText({ distribution, yes }: Pick<MeasureReport, 'distribution' | 'yes'>, gauge: Gauge): string {
  const { quantiles, never, happened } = distribution;
  if (yes !== null) return t('report.yesIn', { share: formatPercent(yes), games: happened });
  if (!quantiles) return t('report.neverAtAll');
  const [p5, p25, p50, p75, p95] = quantiles;
  const share = formatPercent(never / (never + happened));
  const spread = {
    median: formatValue(p50, gauge),
    half: formatSpan(p25, p75, gauge),
    most: formatSpan(p5, p95, gauge),
  };
  const said = p5 === p95 ? t('report.same', { value: spread.median }) : t('report.spread', spread);
  return never === 0 ? said : t('report.spreadNever', { spread: said, share });
}

function rankText({ rank, figure }: FigureReport, { unit }: MeasureReport): string {
  if (figure.best === 'yes' || figure.best === 'no') return t('report.agree', { share: formatPercent(rank) });
  return t(unit === 'date' ? 'report.earlier' : 'report.below', { share: formatPercent(rank) });
}
