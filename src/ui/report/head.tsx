/** What was played: scenario, conditions, rules; and how far so many games can be trusted. */
import type { ReportModel } from '../../lab/report/model.ts';
import type { RunConditions, RunHeader } from '../../lab/run/run.ts';
import { t, term } from '../text/intl.ts';
import { formatCount } from '../text/names.ts';
import { word } from '../text/words.ts';
import { formatPercent } from './figures.ts';
import type { Told } from './told.ts';

/** The plan of a side in words. */
export function planText(scenario: string, plan: string): string {
  const known = t('report.plans.known', { plan });
  return known === '' ? word(scenario, `plan.${plan}`, plan) : known;
}

export function ConditionFacts({ run, told }: { run: Pick<RunConditions, 'scenario' | 'bots' | 'plans'>; told: Told }) {
  return (
    <>
      {([0, 1] as const).map((side) => (
        <div key={side}>
          <dt>{told.side(side)}</dt>
          <dd>
            {t('report.player', {
              level: term('setUp.levels', run.bots[side]),
              plan: planText(run.scenario, run.plans[side]),
            })}
          </dd>
        </div>
      ))}
    </>
  );
}

/** Seed, fog, rules: what makes the same games again. */
export function RunFacts({ run }: { run: RunHeader }) {
  return (
    <>
      <div>
        <dt>{t('report.seed')}</dt>
        <dd>{run.seed}</dd>
      </div>
      <div>
        <dt>{t('report.fog')}</dt>
        <dd>{t(run.fog ? 'report.fogOn' : 'report.fogOff')}</dd>
      </div>
      <div>
        <dt>{t('report.rules')}</dt>
        <dd>
          {run.rules} <small>{run.digest}</small>
        </dd>
      </div>
      <div>
        <dt>{t('report.changes')}</dt>
        <dd>
          {run.changes ? run.changes.title : t('report.unchanged')} {run.changes && <small>{run.changes.why}</small>}
        </dd>
      </div>
    </>
  );
}

export function ReportHead({ model, told }: { model: ReportModel; told: Told }) {
  const { run, games } = model;
  return (
    <header class="report-head">
      <h2>{t('report.title', { title: told.title })}</h2>
      <dl class="facts">
        <div>
          <dt>{t('report.games')}</dt>
          <dd>
            {formatCount(games)} {games < run.games && <small>{t('report.unfinished', { all: run.games })}</small>}
          </dd>
        </div>
        <ConditionFacts run={run} told={told} />
        <RunFacts run={run} />
      </dl>
    </header>
  );
}

/** Of N independent games in which something never happened, its chance may still be about 3 in N. */
const RULE_OF_THREE = 3;

/** What so many games can and can't tell. */
export function Reach({ games, resolution }: Pick<ReportModel, 'games' | 'resolution'>) {
  return (
    <ul class="report-reach">
      <li>{t('report.reach.shares', { games, margin: formatPercent(resolution) })}</li>
      <li>{t('report.reach.rare', { games, chance: formatPercent(Math.min(1, RULE_OF_THREE / games)) })}</li>
      <li>{t('report.reach.seeds')}</li>
      <li>{t('report.reach.model')}</li>
    </ul>
  );
}
