import { useEffect, useState } from 'preact/hooks';
import type { OutcomeValue } from '../../play/outcomes.ts';
import { briefOf, chaptersOf, type Row, rowsOf, spanOf } from '../app/compare.ts';
import { type Figure, type History, toldHistory } from '../app/history.ts';
import type { Match } from '../app/match.ts';
import { outcomesOf } from '../app/outcome.ts';
import { t } from '../text/intl.ts';
import { formatCount, formatDate, formatDays, formatWeight } from '../text/names.ts';
import { SourceList } from '../widgets/sourceList.tsx';

/** This game's figures beside what each source says of the real battle: in brief, then chapter by chapter. */
export function HistoryTable({ history, match }: { history: History; match: Match }) {
  const [values, setValues] = useState<Record<string, OutcomeValue> | null>(null);
  useEffect(() => {
    let gone = false;
    const asked = history.measures.map((measure) => measure.asked).filter((one) => one.measure !== null);
    outcomesOf(match.game, match.session.record(), asked).then(
      (found) => {
        if (!gone) setValues(found);
      },
      () => setValues({}),
    );
    return () => {
      gone = true;
    };
  }, [history, match]);
  if (!values) return <p class="soft">{t('end.comparing')}</p>;
  const { measures } = toldHistory(match.game.data.scenario.id, history);
  const rows = rowsOf(measures, values, match.game.data.scenario.turnHours / 24);
  if (rows.length === 0) return null;
  const within = rows.filter((row) => row.verdict === 'within').length;
  return (
    <section class="compared">
      <h3>{t('end.compared')}</h3>
      <p class="small soft">{t('end.withinAll', { within, all: rows.length })}</p>
      <Brief rows={briefOf(rows, measures)} />
      {chaptersOf(rows).map(({ chapter, rows: own, within: as }) => (
        <details class="chapter" key={chapter}>
          <summary>
            <b>{t(`end.chapters.${chapter}`)}</b>{' '}
            <small class="soft">{t('end.within', { within: as, all: own.length })}</small>
          </summary>
          <table class="history">
            <Head />
            <tbody>
              {own.map((row) => (
                <tr key={row.id}>
                  <td>{row.name}</td>
                  <Value row={row} />
                  <td>
                    {row.figures.map((figure) => (
                      <FigureLine
                        key={`${figure.best}${figure.source.join()}${figure.scope}`}
                        figure={figure}
                        row={row}
                        history={history}
                      />
                    ))}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </details>
      ))}
    </section>
  );
}

function Head() {
  return (
    <thead>
      <tr>
        <th>{t('end.measure')}</th>
        <th class="num">{t('end.thisGame')}</th>
        <th>{t('end.history')}</th>
      </tr>
    </thead>
  );
}

function Brief({ rows }: { rows: readonly Row[] }) {
  if (rows.length === 0) return null;
  return (
    <table class="history brief">
      <Head />
      <tbody>
        {rows.map((row) => {
          const span = spanOf(row);
          return (
            <tr key={row.id}>
              <td>{row.name}</td>
              <Value row={row} />
              <td>{span ? between(span[0], span[1], row) : t('end.noFigure')}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

/** The value of this battle, with a word on where it lies beside the sources. */
function Value({ row }: { row: Row }) {
  return (
    <td class="num">
      <b>{show(row.value, row)}</b>
      {row.verdict !== 'none' && <small class={`verdict-word ${row.verdict}`}>{wordOf(row)}</small>}
    </td>
  );
}

function wordOf({ verdict, unit, value }: Row): string {
  if (verdict === 'none') return '';
  if (verdict === 'other') return value === null || unit === 'yes' ? t('end.otherwise') : t('end.between');
  return unit === 'date' ? t(`end.verdictDates.${verdict}`) : t(`end.verdicts.${verdict}`);
}

function FigureLine({ figure, row, history }: { figure: Figure; row: Row; history: History }) {
  const range = between(figure.low, figure.high, row, figure.best);
  return (
    <div class={figure.refuted === '' ? 'figure' : 'figure refuted'}>
      <span>
        <b>{range}</b> <small class="soft">{figure.scope}</small>
        {figure.estimated && <small class="soft"> {t('end.estimate')}</small>}
      </span>
      {figure.refuted !== '' && <small>{t('end.refuted', { why: figure.refuted })}</small>}
      {figure.note !== '' && <small class="soft">{figure.note}</small>}
      <SourceList keys={figure.source} sources={history.sources} />
    </div>
  );
}

function between(low: string, high: string, row: Row, best = low): string {
  if (row.unit === 'date' && low !== high) return formatDays(low, high);
  return low === high ? show(best, row) : t('common.days', { from: show(low, row), to: show(high, row) });
}

/** A figure in its unit: dates as dates, shares as per cent, ratios as they are. */
function show(value: OutcomeValue, { unit, kind }: Row): string {
  if (value === null) return t('end.never');
  if (unit === 'date') return formatDate(String(value));
  if (value === 'yes' || value === 'no') return t(`end.answers.${value}`);
  const number = Number(value);
  if (Number.isNaN(number)) return String(value);
  if (kind === 'lossRatio') return number.toFixed(2);
  if (unit === 'share') return `${Math.round(number * 100)} %`;
  if (unit === 'kg') return formatWeight(number);
  return unit === 'km' || unit === 'days'
    ? t(`end.units.${unit}`, { count: formatCount(number) })
    : formatCount(number);
}
