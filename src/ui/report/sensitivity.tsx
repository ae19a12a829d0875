/** Which of the varied parameters move which measures: bars by strength, measure by measure. */
import type { Effect, MeasureSensitivity, VaryModel } from '../../lab/vary/model.ts';
import { t } from '../text/intl.ts';
import { formatCount } from '../text/names.ts';
import { formatDifference, formatMean, formatP, suretyOf } from './differences.ts';
import { DotBar } from './dotBar.tsx';
import { ReportTable } from './figure.tsx';
import { formatPercent, type Gauge } from './figures.ts';
import { ConditionFacts } from './head.tsx';
import { type Told, toldOf } from './told.ts';
import './report.css';

export function Sensitivity({ model }: { model: VaryModel }) {
  const { conditions, points, done, games, parameters, measures, tests } = model;
  const told = toldOf(conditions.scenario, model);
  const moved = measures.filter(({ effects }) => effects.length > 0);
  const still = measures.filter(({ effects }) => effects.length === 0);
  return (
    <article class="report">
      <header class="report-head">
        <h2>{t('report.vary.title', { title: told.title })}</h2>
        <p>{t('report.vary.design', { points, done, games })}</p>
        <dl class="facts">
          <ConditionFacts run={conditions} told={told} />
        </dl>
      </header>
      <section class="report-section">
        <h3>{t('report.vary.parameters')}</h3>
        <ReportTable
          caption={t('report.vary.parameters')}
          head={(['path', 'low', 'usual', 'high'] as const).map((one) => t(`report.vary.columns.${one}`))}
          rows={parameters.map(({ path, low, usual, high }) => [path, ...[low, usual, high].map(String)])}
          figures={[1, 2, 3]}
        />
      </section>
      <section class="report-section">
        <h3>{t('report.vary.effects')}</h3>
        <p class="soft small">{t('report.vary.about')}</p>
        <p>
          {t('report.compare.tests', {
            made: tests.made,
            chance: tests.byChance.toFixed(1),
            found: tests.found,
            hold: tests.hold,
          })}
        </p>
        {moved.map((measure) => (
          <Effects key={measure.id} measure={measure} told={told} start={model.dates[0] ?? ''} />
        ))}
        {still.length > 0 && (
          <p class="small soft">
            {t('report.vary.still', {
              names: still.map((one) => nameOf(one, told)).join(t('common.semicolon')),
            })}
          </p>
        )}
      </section>
    </article>
  );
}

/** The margin is no measure of the history: its name is the page's. */
function nameOf({ id, name, unit }: MeasureSensitivity, told: Told): string {
  if (unit === 'points') return t('report.margin', { first: told.side(0), second: told.side(1) });
  return told.measure(id, name);
}

function formatCoefficient(value: number): string {
  return value.toFixed(2).replace('-', '−');
}

function Effects({ measure, told, start }: { measure: MeasureSensitivity; told: Told; start: string }) {
  const name = nameOf(measure, told);
  const gauge: Gauge = { unit: measure.unit === 'yes' ? 'share' : measure.unit, start, ratio: false, middle: 0 };
  const shares: Gauge = { ...gauge, unit: 'share' };
  const columns = ['path', 'picture', 'coefficient', 'lowToHigh', 'share', 'p', 'holm', 'sure'] as const;
  const row = (effect: Effect) => [
    effect.path,
    <DotBar value={effect.coefficient} interval={effect.interval} reach={1} />,
    t('report.vary.effect', {
      effect: formatCoefficient(effect.coefficient),
      low: formatCoefficient(effect.interval[0]),
      high: formatCoefficient(effect.interval[1]),
    }),
    formatDifference(effect.lowToHigh, gauge),
    formatPercent(effect.share),
    formatP(effect.p),
    formatP(effect.holm),
    t(`report.compare.surety.${suretyOf(effect)}`),
  ];
  return (
    <div class="effects">
      <h4>{name}</h4>
      <p class="small soft">
        {t('report.vary.measure', {
          mean: formatMean(measure.mean, gauge),
          low: formatMean(measure.range?.[0] ?? null, gauge),
          high: formatMean(measure.range?.[1] ?? null, gauge),
          points: formatCount(measure.points),
          between: formatMean(measure.between, shares),
          explained: formatMean(measure.explained, shares),
        })}
      </p>
      <ReportTable
        caption={name}
        head={columns.map((column) => t(`report.vary.columns.${column}`))}
        rows={measure.effects.map(row)}
        figures={[4, 5, 6]}
      />
    </div>
  );
}
