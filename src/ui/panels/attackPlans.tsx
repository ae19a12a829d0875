/** The attacks planned so far with their odds: open one again, carry it out, or drop it. */
import { useMemo } from 'preact/hooks';
import { dropPlan, keepPlan, plansOf, renewPlans } from '../app/attackPlans.ts';
import { useDesk } from '../app/desk.ts';
import { assaultOrder, forecast, type Target } from '../app/target.ts';
import { t } from '../text/intl.ts';
import { formatShare } from '../text/names.ts';
import { Icon } from '../widgets/icon.tsx';

export function AttackPlans() {
  const { table } = useDesk();
  const seen = table.seen.value;
  const plans = plansOf(table, seen.side);
  const standing = useMemo(() => (seen.mayOrder ? renewPlans(seen, plans.value) : []), [seen, plans.value]);
  if (standing.length === 0) return null;
  return (
    <section class="card attack-plans" aria-label={t('plan.attack.list')}>
      <h3 class="label">{t('plan.attack.list')}</h3>
      <ul class="rows">
        {standing.map((plan) => (
          <Plan
            key={plan.hex}
            plan={plan}
            onOpen={() => {
              // As it is shown it opens: nobody selected meanwhile is ticked besides.
              plans.value = keepPlan(plans.value, plan);
            }}
            onDrop={() => {
              plans.value = dropPlan(plans.value, plan.hex);
            }}
          />
        ))}
      </ul>
    </section>
  );
}

function Plan({ plan, onOpen, onDrop }: { plan: Target; onOpen: () => void; onDrop: () => void }) {
  const { table, order, show } = useDesk();
  const seen = table.seen.value;
  const result = useMemo(() => forecast(seen, plan), [seen, plan]);
  const { units, support } = assaultOrder(plan);
  const open = (): void => {
    onOpen();
    show(plan.hex);
    table.interaction.value = { ...table.interaction.value, hex: plan.hex, target: plan };
  };
  return (
    <li>
      <div class="row-head">
        <button type="button" class="plain link" onClick={open}>
          {table.names.hexFull(plan.hex)}
        </button>
        <b>
          {result.ok
            ? t('plan.attack.chance', { chance: formatShare(result.odds.gaveWay) })
            : t('plan.attack.impossible')}
        </b>
      </div>
      <p class="small soft">
        {t('plan.attack.line', { count: units.length, support: support.length })}: {table.names.units(units)}
      </p>
      <div class="button-row">
        <button type="button" onClick={open}>
          {t('plan.attack.open')}
        </button>
        <button
          type="button"
          disabled={!result.ok}
          onClick={() => {
            if (result.ok) order(result.action);
          }}
        >
          <Icon name="target" /> {t('plan.attack.carryOut')}
        </button>
        <button type="button" class="plain" aria-label={t('plan.attack.drop')} onClick={onDrop}>
          <Icon name="trash" />
        </button>
      </div>
    </li>
  );
}
