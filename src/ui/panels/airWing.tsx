/** An air formation: what it has, what it flew, and a mission picked for it. */
import { useState } from 'preact/hooks';
import { AIR_MISSIONS, type AirMission } from '../../core/scenario.ts';
import type { Base, Wing } from '../app/airForce.ts';
import { airParts } from '../app/airPlan.ts';
import { useDesk } from '../app/desk.ts';
import { ClauseLink } from '../screens/rulebookSheet.tsx';
import { lower, t } from '../text/intl.ts';
import { formatCount, formatDate, formatShare, formatWeight, secondName } from '../text/names.ts';
import { SortieStepper } from '../widgets/stepper.tsx';
import { MissionForm } from './missionForm.tsx';

/** One line: name, type, sorties left; unfolded, how it stands, what it flew, and its orders. */
export function AirWing({ wing, base, open }: { wing: Wing; base: Base; open: boolean }) {
  const { table } = useDesk();
  const seen = table.seen.value;
  const now = seen.view.air[wing.formation];
  const { data, kind } = wing;
  const [unfolded, setUnfolded] = useState(open);
  if (!now) return null;
  const { air } = table.interaction.value;
  const second = secondName(data.name, data.zh ?? '');
  const picking = air !== null && airParts(air).some((part) => part.formation === wing.formation);
  const expected = !wing.here && now.aircraft === 0 && now.lost === 0;
  return (
    <li class={picking ? 'air-row picking' : 'air-row'}>
      <details open={unfolded} onToggle={(event) => setUnfolded(event.currentTarget.open)}>
        <summary class="row-head">
          <span>
            <b>{table.names.formation(wing.formation)}</b>{' '}
            <small class="soft">
              {table.names.aircraft(wing.formation)}
              {expected && ` · ${t('air.arrives', { date: formatDate(data.arrival, false) })}`}
            </small>
          </span>
          <span class="sorties">
            <b>{formatCount(now.sorties)}</b> <small>{t('air.sortiesLeft')}</small>
          </span>
        </summary>
        <p class="small">
          {second.text && <span lang={second.lang}>{second.text} · </span>}
          {t(`air.role.${kind.role}`)}
          {wing.kgPerSortie > 0 && ` · ${t('air.perSortie', { kg: formatWeight(wing.kgPerSortie) })}`}
          {' · '}
          {t('air.service', { share: formatShare(data.serviceability), perDay: data.sortiesPerDay / 10 })}{' '}
          <ClauseLink clause="9.2" text={t('odds.clause', { clause: '9.2' })} />
        </p>
        {!expected && (
          <p class="small">
            {now.aircraft === 0
              ? t('air.gone')
              : t('air.aircraft', { fit: now.aircraft - now.damaged, all: now.aircraft, damaged: now.damaged })}
            {now.lost > 0 && ` · ${t('air.lost', { count: now.lost, crews: now.crewsLost })}`}
            {now.moved === 1 && ` · ${t('air.base.moved', { from: table.names.base(data.base.name) })}`}
          </p>
        )}
        <Flown byMission={now.byMission} flown={now.flown} />
        {wing.here && seen.mayOrder && now.sorties > 0 && <MissionOrders wing={wing} base={base} />}
      </details>
    </li>
  );
}

function Flown({ byMission, flown }: { byMission: readonly number[]; flown: number }) {
  if (flown === 0) return null;
  const parts = AIR_MISSIONS.flatMap((mission, i) => {
    const count = byMission[i] ?? 0;
    return count > 0 ? [t('air.byMission', { mission: lower(t(`terms.missions.${mission}`)), count })] : [];
  });
  return (
    <p class="small soft">{t('common.labelled', { label: t('air.flown'), text: parts.join(t('common.comma')) })}</p>
  );
}

function MissionOrders({ wing, base }: { wing: Wing; base: Base }) {
  const { formation, missions } = wing;
  const [mission, setMission] = useState<AirMission>(missions[0] ?? 'reconnaissance');
  const [wanted, setWanted] = useState(0);
  if (missions.length === 0) return <p class="small soft">{t('air.bridgeOnly')}</p>;
  const sorties = wanted === 0 ? wing.sorties : Math.min(wanted, wing.sorties);
  return (
    <MissionForm
      missions={missions}
      mission={mission}
      onMission={setMission}
      id={`formation ${formation}`}
      parts={[{ formation, sorties }]}
      base={() => base}
    >
      <SortieStepper label={t('air.sorties')} value={sorties} most={wing.sorties} onChange={setWanted} />
    </MissionForm>
  );
}
