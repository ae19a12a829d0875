/** What each source says of a measure, in full, and how it stands beside the games. */
import type { MeasureReport, ReportModel } from '../../lab/report/model.ts';
import { t } from '../text/intl.ts';
import { ReportTable } from './figure.tsx';
import { formatAmount, formatPercent, formatStated, type Gauge } from './figures.ts';
import { Sign, signOf } from './signs.tsx';
import type { Told } from './told.ts';

interface Props {
  measure: MeasureReport;
  gauge: Gauge;
  model: ReportModel;
  told: Told;
}

const COLUMNS = ['number', 'figure', 'best', 'rank', 'inside', 'score', 'scope', 'kind', 'source'] as const;
/** What can be said only beside games. */
const BESIDE: readonly string[] = ['rank', 'inside', 'score'];

export function FigureTable({ measure, gauge, model, told }: Props) {
  const measured = measure.verdict !== 'unmeasured';
  const shown = COLUMNS.filter((column) => measured || !BESIDE.includes(column));
  const rows = measure.figures.map((report, index) => {
    const { figure, rank, inside } = report;
    const note = told.note(measure.id, index, figure);
    const cells = {
      number: index + 1,
      figure: <b>{formatStated(figure.low, figure.high, gauge)}</b>,
      best: formatStated(figure.best, figure.best, gauge),
      rank: formatPercent(rank),
      inside: t(inside ? 'report.yes' : 'report.no'),
      score: scoreText(report),
      scope: (
        <>
          {told.scope(figure)}
          {note !== '' && <small class="soft">{note}</small>}
        </>
      ),
      kind: <Kind report={report} refuted={told.refuted(measure.id, index, figure)} />,
      source: (
        <>
          <SourceLinks keys={figure.source} sources={model.sources} />
          <small class="soft">
            {t(`report.reliability.${figure.reliability === '-' ? 'unknown' : figure.reliability}`)}
          </small>
        </>
      ),
    };
    return shown.map((column) => cells[column]);
  });
  return (
    <ReportTable
      caption={t('report.sourcesTable', { name: told.measure(measure.id, measure.name) })}
      head={shown.map((column) => t(`report.columns.${column}`))}
      rows={rows}
      figures={measured ? [3, 5] : []}
    />
  );
}

type Figure = MeasureReport['figures'][number];

function scoreText({ crps, brier }: Figure): string {
  if (crps !== null) return t('report.crps', { value: formatAmount(crps) });
  return brier === null ? '–' : t('report.brier', { value: brier.toFixed(2) });
}

/** Who claims it, whether it is an estimate, and why it does not count where it does not. */
function Kind({ report: { figure, counts }, refuted }: { report: Figure; refuted: string }) {
  return (
    <>
      <Sign kind={signOf(figure)} estimated={figure.estimated === true} />{' '}
      {t(`report.claims.${figure.claim ?? 'plain'}`)}
      {figure.estimated === true && <small>{t('report.estimated')}</small>}
      {refuted !== '' && <small>{t('report.refuted', { why: refuted })}</small>}
      {!counts && refuted === '' && <small>{t('report.aside')}</small>}
    </>
  );
}

interface LinksProps {
  keys: readonly string[];
  sources: ReportModel['sources'];
}

/** Titles of sources; an address is a link only when it is an ordinary web address. */
export function SourceLinks({ keys, sources }: LinksProps) {
  return (
    <ul>
      {keys.map((key) => {
        const { title = key, address = null } = sources[key] ?? {};
        return (
          <li key={key}>
            {address !== null && /^https?:\/\//.test(address) ? (
              <a href={address} target="_blank" rel="noreferrer noopener">
                {title}
              </a>
            ) : (
              title
            )}
          </li>
        );
      })}
    </ul>
  );
}
