/** Aviation fuel of the side: what is there, what comes, what this turn's orders burn, how long it lasts. */
import type { FuelFacts } from '../app/airForce.ts';
import { ClauseLink } from '../screens/rulebookSheet.tsx';
import { en } from '../text/en.ts';
import { formatWeight } from '../text/names.ts';
import { Bar } from '../widgets/meters.tsx';

export function FuelGauge({ fuel }: { fuel: FuelFacts }) {
  const short = fuel.allLeft > fuel.store;
  const full = fuel.store >= fuel.most;
  return (
    <section class="fuel-gauge" aria-label={en.air.fuel.title}>
      <div class="row-head">
        <h3 class="label">{en.air.fuel.title}</h3>
        <ClauseLink clause="9.14" text={en.odds.clause('9.14')} />
      </div>
      <Bar value={fuel.most > 0 ? Math.round((fuel.store / fuel.most) * 1000) : 0} />
      <dl class="facts">
        <div>
          <dt>{en.air.fuel.store}</dt>
          <dd>
            {formatWeight(fuel.store)} <small>{en.air.fuel.ofMost(formatWeight(fuel.most))}</small>
          </dd>
        </div>
        <div>
          <dt>{en.air.fuel.income}</dt>
          <dd>{en.air.fuel.aDay(formatWeight(fuel.perDay))}</dd>
        </div>
        <div>
          <dt>{en.air.fuel.burnt}</dt>
          <dd>{formatWeight(fuel.burnt)}</dd>
        </div>
        <div>
          <dt>{en.air.fuel.lasts}</dt>
          <dd>
            {full
              ? en.air.fuel.isFull
              : fuel.daysLeft === null
                ? en.air.fuel.grows
                : en.air.fuel.lastsDays(fuel.daysLeft)}
          </dd>
        </div>
      </dl>
      <p class="small soft">
        {en.air.fuel.left} {en.air.fuel.leftBurn(formatWeight(fuel.allLeft))}.{' '}
        {en.air.fuel.used(formatWeight(fuel.used))}.
      </p>
      {short && <p class="refusal-line">{en.air.fuel.short}</p>}
      {full && <p class="small soft">{en.air.fuel.full}</p>}
    </section>
  );
}
