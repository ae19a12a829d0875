/** One goal for several units: who goes how far this turn, who stays and why, one order for all. */

import { useMemo } from 'preact/hooks';
import { useDesk } from '../app/desk.ts';
import { type FormationLeg, type FormationStay, formationLevels } from '../app/formationMarch.ts';
import { marchedGroup, marchReport } from '../app/marchedGroup.ts';
import { confirmGroup, type Group, stepBack, toggleOfGroup, widenGroup } from '../app/model.ts';
import { ClauseLink } from '../screens/rulebookSheet.tsx';
import { t } from '../text/intl.ts';
import { formatMinutes } from '../text/names.ts';
import { refusalText } from '../text/refusals.ts';
import { Icon } from '../widgets/icon.tsx';

export function FormationMarchPanel({ group }: { group: Group }) {
  const { table, take } = useDesk();
  const seen = table.seen.value;
  const hand = table.interaction.value;
  const { plan } = group;
  const count = group.units.length;
  const give = (): void => {
    if (!plan) return;
    const last = table.orders?.value.at(-1);
    marchedGroup.value = { since: last ? last.at + 1 : 0, plan };
    take(confirmGroup(seen, hand));
  };
  return (
    <section class="card group-march" aria-label={t('plan.march.title')}>
      <div class="row-head">
        <div>
          <p class="label">{t('plan.march.title')}</p>
          <h2>
            {group.id === ''
              ? t('plan.march.several', { count })
              : t('plan.march.who', { name: table.names.command(group.id), count })}
          </h2>
        </div>
        <button
          type="button"
          class="plain"
          aria-label={t('common.close')}
          onClick={() => {
            table.interaction.value = { ...hand, group: null };
          }}
        >
          <Icon name="close" />
        </button>
      </div>
      <Level group={group} />
      <p role="status">
        {plan ? t('plan.march.goal', { where: table.names.hexFull(plan.goal) }) : t('plan.march.pick')}
      </p>
      {plan && (
        <div class="confirm-march">
          <button type="button" class="primary" disabled={plan.legs.length === 0} onClick={give}>
            {t('plan.march.order', { count: plan.legs.length })}
          </button>
          <button
            type="button"
            onClick={() => {
              table.interaction.value = stepBack(seen, hand);
            }}
          >
            {t('common.cancel')}
          </button>
        </div>
      )}
      {plan && plan.legs.length === 0 && <p class="small soft">{t('plan.march.nobody')}</p>}
      <ul class="rows group-legs">
        {plan
          ? plan.legs.map((leg) => <Leg key={leg.unit} leg={leg} goal={plan.goal} />)
          : group.units.map((unit) => (
              <li key={unit}>
                <Member unit={unit} group={group} />
              </li>
            ))}
      </ul>
      {plan && (plan.stays.length > 0 || group.without.length > 0) && (
        <>
          <h3 class="label">{t('plan.march.stays')}</h3>
          <ul class="rows group-legs">
            {plan.stays.map((stay) => (
              <li key={stay.unit}>
                <b>{table.names.unit(stay.unit)}</b> <Stay stay={stay} />
              </li>
            ))}
            {group.without.map((unit) => (
              <li key={unit}>
                <Member unit={unit} group={group} />
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

/** How much of the army goes: the division, or what stands above it. */
function Level({ group }: { group: Group }) {
  const { table } = useDesk();
  const seen = table.seen.value;
  const lead = table.interaction.value.selected[0] ?? -1;
  const levels = useMemo(() => formationLevels(seen, lead), [seen, lead]);
  if (group.id === '' || levels.length < 2) return null;
  return (
    <select
      aria-label={t('plan.march.level')}
      value={group.units.length}
      onChange={(event) => {
        const level = levels.find((one) => String(one.units.length) === event.currentTarget.value);
        if (level) table.interaction.value = widenGroup(seen, table.interaction.value, level.units, level.id);
      }}
    >
      {levels.map((level) => (
        <option key={level.units.length} value={level.units.length}>
          {t('plan.march.who', { name: table.names.command(level.id), count: level.units.length })}
        </option>
      ))}
    </select>
  );
}

function Leg({ leg, goal }: { leg: FormationLeg; goal: number }) {
  const { table } = useDesk();
  const { group } = table.interaction.value;
  const left = formatMinutes(leg.left);
  return (
    <li>
      {group && <Member unit={leg.unit} group={group} />}
      <p class="small soft">
        {leg.end === goal
          ? t('plan.march.arrives', { left })
          : `${t('plan.march.leg', { where: table.names.hexFull(leg.end), left })}, ${t('plan.march.more', { turns: Math.max(1, leg.turns) })}`}
      </p>
    </li>
  );
}

/** A unit of the group, ticked while it goes along. */
function Member({ unit, group }: { unit: number; group: Group }) {
  const { table } = useDesk();
  const goes = !group.without.includes(unit);
  return (
    <label class="tick">
      <input
        type="checkbox"
        checked={goes}
        onChange={() => {
          table.interaction.value = toggleOfGroup(table.seen.value, table.interaction.value, unit);
        }}
      />
      <span>{table.names.unit(unit)}</span>
    </label>
  );
}

function Stay({ stay }: { stay: FormationStay }) {
  const { table } = useDesk();
  return (
    <small class="soft">
      {stay.refusal ? refusalText(stay.refusal, table.names) : stay.reason && t(`plan.march.${stay.reason}`)}{' '}
      {stay.refusal && (
        <ClauseLink clause={stay.refusal.clause} text={t('odds.clause', { clause: stay.refusal.clause })} />
      )}
    </small>
  );
}

/** After the order: how many marched, who was stopped, and all of it taken back at one press. */
export function MarchedGroup() {
  const { table } = useDesk();
  const done = marchedGroup.value;
  const orders = table.orders?.value;
  if (!done || !orders) return null;
  const { units } = table.seen.value.view;
  const report = marchReport(done, orders, (unit) => units[unit]?.hex ?? -1);
  if (!report) return null;
  return (
    <section class="card marched" role="status">
      <div class="row-head">
        <p>
          <b>{t('plan.march.done', { count: report.marched })}</b>{' '}
          {report.short.length > 0 && t('plan.march.stopped', { count: report.short.length })}
        </p>
        <button
          type="button"
          class="plain"
          aria-label={t('common.close')}
          onClick={() => {
            marchedGroup.value = null;
          }}
        >
          <Icon name="close" />
        </button>
      </div>
      {report.short.length > 0 && <p class="small soft">{table.names.units(report.short)}</p>}
      {report.undo > 0 && (
        <button type="button" onClick={() => table.undo?.(report.undo)}>
          <Icon name="undo" /> {t('plan.march.undoAll')}
        </button>
      )}
    </section>
  );
}
