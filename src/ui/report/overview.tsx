/** The outcome in brief: grades of victory, margin, and how many measures cover history. */
import type { ReportModel } from '../../lab/report/model.ts';
import { t } from '../text/intl.ts';
import { formatCount, joinNames, joinSentences } from '../text/names.ts';
import { Unfold } from './figure.tsx';
import { formatPercent, pointsGauge } from './figures.ts';
import { gamesText } from './measureRow.tsx';
import { SpreadTable } from './spreadTable.tsx';
import { Strip } from './strip.tsx';
import type { Told } from './told.ts';

/** Names of unexplained misses that are listed; all of them are in the table below. */
const NAMED = 6;

interface Props {
  model: ReportModel;
  told: Told;
}

/** The grades of the games, history's marked. */
export function Grades({ model, told }: Props) {
  return (
    <GradeTable
      heads={[t('report.columns.games'), t('report.columns.share')]}
      rows={model.grades.map(({ id, name, games, historical }) => ({
        id,
        name: told.grade(id, name),
        bars: [games],
        figures: [formatCount(games), formatPercent(games / Math.max(1, model.games))],
        historical,
      }))}
    />
  );
}

interface GradeRow {
  id: string;
  name: string;
  /** Games of each bar, one below the other. */
  bars: readonly number[];
  figures: readonly string[];
  historical: boolean;
}

/** Grades as bars in a table: the table is its own picture. */
export function GradeTable({ heads, rows }: { heads: readonly string[]; rows: readonly GradeRow[] }) {
  const most = Math.max(1, ...rows.flatMap(({ bars }) => bars));
  return (
    <table class="report-grades">
      <caption class="hush">{t('report.grades')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('report.grade')}</th>
          <th scope="col">
            <span class="hush">{t('report.bar')}</span>
          </th>
          {heads.map((head) => (
            <th key={head} scope="col" class="num">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, name, bars, figures, historical }) => (
          <tr key={id} class={historical ? 'as-history' : ''}>
            <th scope="row">
              {name} {historical && <span class="chip">{t('report.historical')}</span>}
            </th>
            <td class="bar-cell">
              {bars.map((games, i) => (
                <Bar key={i} share={games / most} />
              ))}
            </td>
            {figures.map((figure, i) => (
              <td key={heads[i]} class="num">
                {figure}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** A bar of a table's row; the figure stands beside it. */
function Bar({ share }: { share: number }) {
  return (
    <svg class="report-bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
      <rect width={Math.max(share > 0 ? 0.4 : 0, share * 100)} height="10" />
    </svg>
  );
}

export function Margin({ model, told }: Props) {
  const gauge = pointsGauge(model);
  const shown = { distribution: model.margin, figures: [], yes: null };
  const text = gamesText(shown, gauge);
  const name = t('report.margin', { first: told.side(0), second: told.side(1) });
  return (
    <figure class="report-figure">
      <figcaption>
        <b>{name}</b> {text}
      </figcaption>
      <Strip measure={shown} gauge={gauge} summary={`${name}. ${text}`} />
      <Unfold label={t('report.numbers')}>
        {() => <SpreadTable distribution={model.margin} yes={null} gauge={gauge} name={name} />}
      </Unfold>
    </figure>
  );
}

/** How well the games cover history, in sentences and with the measures that have no excuse. */
export function Summary({ model, told }: Props) {
  const { agreed, inside, cover50, cover90, brier, unexplained } = model.summary;
  const names = unexplained.map((id) => told.measure(id, model.measures.find((one) => one.id === id)?.name ?? id));
  const sentences = [
    t('report.summary.inside', { inside, agreed, share: formatPercent(inside / Math.max(1, agreed)) }),
    ...(cover50 === null || cover90 === null
      ? []
      : [t('report.summary.cover', { half: formatPercent(cover50), most: formatPercent(cover90) })]),
    ...(brier === null ? [] : [t('report.summary.brier', { brier: brier.toFixed(2) })]),
  ];
  return (
    <>
      <p class="report-summary">{joinSentences(sentences)}</p>
      {names.length > 0 && (
        <p class="report-unexplained">
          {t('report.summary.unexplained', { count: names.length, names: joinNames(names, NAMED) })}
        </p>
      )}
    </>
  );
}
