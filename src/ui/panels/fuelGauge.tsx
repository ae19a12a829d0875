/** Aviation fuel of the side: what is there, what comes, what this turn's orders burn, how long it lasts. */
import type { FuelFacts } from '../app/airForce.ts';
import { ClauseLink } from '../screens/rulebookSheet.tsx';
import { t } from '../text/intl.ts';
import { formatWeight, joinSentences } from '../text/names.ts';
import { Bar } from '../widgets/meters.tsx';

export function FuelGauge({ fuel }: { fuel: FuelFacts }) {
  const short = fuel.allLeft > fuel.store;
  const full = fuel.store >= fuel.most;
  return (
    <section class="fuel-gauge" aria-label={t('air.fuel.title')}>
      <div class="row-head">
        <h3 class="label">{t('air.fuel.title')}</h3>
        <ClauseLink clause="9.14" text={t('odds.clause', { clause: '9.14' })} />
      </div>
      <Bar value={fuel.most > 0 ? Math.round((fuel.store / fuel.most) * 1000) : 0} />
      <dl class="facts">
        <div>
          <dt>{t('air.fuel.store')}</dt>
          <dd>
            {formatWeight(fuel.store)} <small>{t('air.fuel.ofMost', { most: formatWeight(fuel.most) })}</small>
          </dd>
        </div>
        <div>
          <dt>{t('air.fuel.income')}</dt>
          <dd>{t('air.fuel.aDay', { weight: formatWeight(fuel.perDay) })}</dd>
        </div>
        <div>
          <dt>{t('air.fuel.burnt')}</dt>
          <dd>{formatWeight(fuel.burnt)}</dd>
        </div>
        <div>
          <dt>{t('air.fuel.lasts')}</dt>
          <dd>
            {full
              ? t('air.fuel.isFull')
              : fuel.daysLeft === null
                ? t('air.fuel.grows')
                : t('air.fuel.lastsDays', { days: Math.floor(fuel.daysLeft) })}
          </dd>
        </div>
      </dl>
      <p class="small soft">
        {joinSentences([
          t('air.fuel.leftBurn', { weight: formatWeight(fuel.allLeft) }),
          t('air.fuel.used', { weight: formatWeight(fuel.used) }),
        ])}
      </p>
      {short && <p class="refusal-line">{t('air.fuel.short')}</p>}
      {full && <p class="small soft">{t('air.fuel.full')}</p>}
    </section>
  );
}
