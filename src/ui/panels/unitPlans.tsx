/** What can be laid down for a unit beyond its next order: guard, and a march together with its formation. */
import { useMemo } from 'preact/hooks';
import { useDesk } from '../app/desk.ts';
import { formationLevels } from '../app/formationMarch.ts';
import { guardedOf, toggleGuard } from '../app/guard.ts';
import { beginGroup } from '../app/model.ts';
import { isOwn } from '../app/seen.ts';
import { t } from '../text/intl.ts';
import { Icon } from '../widgets/icon.tsx';

export function UnitPlans({ unit }: { unit: number }) {
  const { table } = useDesk();
  const seen = table.seen.value;
  const { selected } = table.interaction.value;
  const together = selected.filter((one) => isOwn(seen, one));
  const formation = useMemo(() => formationLevels(seen, unit)[0], [seen, unit]);
  const guarded = guardedOf(table).value.has(unit);
  const march = (): void => {
    const [units, id] = together.length > 1 ? [together, ''] : [formation?.units ?? [], formation?.id ?? ''];
    table.interaction.value = beginGroup(seen, table.interaction.value, units, id);
  };
  return (
    <div class="button-row unit-plans">
      <button
        type="button"
        aria-pressed={guarded}
        title={t('plan.guard.about')}
        onClick={() => toggleGuard(table, together.length > 0 ? together : [unit])}
      >
        <Icon name="eye" /> {guarded ? t('plan.guard.wake') : t('plan.guard.put')}
      </button>
      {(formation || together.length > 1) && (
        <button type="button" onClick={march}>
          <Icon name="people" /> {together.length > 1 ? t('plan.march.beginSelected') : t('plan.march.begin')}
        </button>
      )}
    </div>
  );
}
