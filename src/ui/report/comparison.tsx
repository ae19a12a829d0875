/** What a change does: the same seeds with and without it, difference by difference. */
import { useState } from 'preact/hooks';
import type { CompareModel } from '../../lab/compare/model.ts';
import { t } from '../text/intl.ts';
import { formatCount, joinSentences } from '../text/names.ts';
import { Choice } from '../widgets/choice.tsx';
import {
  type DifferenceRow,
  differenceRows,
  formatDifference,
  formatInterval,
  formatMean,
  formatP,
} from './differences.ts';
import { DotBar, reachOf } from './dotBar.tsx';
import { ReportTable } from './figure.tsx';
import { ConditionFacts, RunFacts } from './head.tsx';
import { GradeTable } from './overview.tsx';
import { isPrinting } from './printing.ts';
import { SeriesDifferences } from './seriesDifference.tsx';
import { type Told, toldOf } from './told.ts';
import './report.css';

interface Props {
  model: CompareModel;
}

export function Comparison({ model }: Props) {
  const told = toldOf(model.base.scenario, model);
  const rows = differenceRows(model, told);
  return (
    <article class="report">
      <ComparisonHead model={model} told={told} />
      <section class="report-section">
        <h3>{t('report.sections.outcome')}</h3>
        <p class="report-summary">{summaryText(model, told)}</p>
        <GradesBeside model={model} told={told} />
      </section>
      <section class="report-section differences">
        <h3>{t('report.compare.differences')}</h3>
        <p class="soft small">{t('report.compare.about')}</p>
        <Differences rows={rows} />
      </section>
      {model.series.length > 0 && (
        <section class="report-section">
          <h3>{t('report.sections.series')}</h3>
          <p class="soft small">{t('report.compare.seriesAbout')}</p>
          <SeriesDifferences model={model} told={told} />
        </section>
      )}
    </article>
  );
}

function ComparisonHead({ model, told }: Props & { told: Told }) {
  return (
    <header class="report-head">
      <h2>{t('report.compare.title', { title: told.title })}</h2>
      <p>{t('report.compare.pairs', { pairs: model.pairs, equal: model.equal })}</p>
      <div class="compare-runs">
        {(['base', 'changed'] as const).map((kind) => (
          <section key={kind}>
            <h4>{t(`report.compare.${kind}`)}</h4>
            <dl class="facts">
              <ConditionFacts run={model[kind]} told={told} />
              <RunFacts run={model[kind]} />
            </dl>
          </section>
        ))}
      </div>
    </header>
  );
}

function summaryText({ grade, tests }: CompareModel, told: Told): string {
  const { made, byChance, found, hold } = tests;
  return joinSentences([
    t('report.compare.grade', { side: told.side(0), better: grade.better, worse: grade.worse, p: formatP(grade.p) }),
    t('report.compare.tests', { made, chance: byChance.toFixed(1), found, hold }),
  ]);
}

/** The grades of both runs, those with the change below. */
function GradesBeside({ model, told }: Props & { told: Told }) {
  return (
    <GradeTable
      heads={[t('report.compare.base'), t('report.compare.changed')]}
      rows={model.grades.map(({ id, name, base, changed }) => ({
        id,
        name: told.grade(id, name),
        bars: [base, changed],
        figures: [formatCount(base), formatCount(changed)],
        historical: false,
      }))}
    />
  );
}

const FILTERS = ['all', 'perhaps', 'holds'] as const;
type Filter = (typeof FILTERS)[number];

/** Whether a filter lets a row through: those that may be chance let those that hold through as well. */
function passes({ surety }: DifferenceRow, filter: Filter): boolean {
  return filter === 'all' || surety === 'holds' || surety === filter;
}

function Differences({ rows }: { rows: readonly DifferenceRow[] }) {
  const [filter, setFilter] = useState<Filter>('all');
  const shown = rows.filter((row) => passes(row, isPrinting() ? 'all' : filter));
  const columns = [
    'measure',
    'picture',
    'difference',
    'interval',
    'before',
    'after',
    'pairs',
    'p',
    'holm',
    'sure',
  ] as const;
  return (
    <>
      <div class="report-tools">
        <Choice
          label={t('report.filter')}
          value={filter}
          onChange={setFilter}
          options={FILTERS.map((value) => ({
            value,
            label: t(`report.compare.filters.${value}`, { count: rows.filter((row) => passes(row, value)).length }),
          }))}
        />
      </div>
      {shown.length === 0 ? (
        <p>{t('report.compare.none')}</p>
      ) : (
        <ReportTable
          caption={t('report.compare.differences')}
          head={columns.map((column) => t(`report.compare.columns.${column}`))}
          rows={shown.map(({ label, gauge, told, surety }) => [
            label,
            <DotBar
              value={told.difference ?? 0}
              interval={told.interval}
              reach={reachOf(told.difference ?? 0, told.interval)}
            />,
            <b>{formatDifference(told.difference ?? 0, gauge)}</b>,
            formatInterval(told.interval, gauge),
            formatMean(told.base, gauge),
            formatMean(told.changed, gauge),
            formatCount(told.pairs),
            formatP(told.p),
            formatP(told.holm),
            <span class={`surety ${surety}`}>{t(`report.compare.surety.${surety}`)}</span>,
          ])}
          figures={[4, 5, 6, 7, 8]}
        />
      )}
    </>
  );
}
