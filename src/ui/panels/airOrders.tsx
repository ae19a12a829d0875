/** One order for several formations: all fighters, all bombers, all at one field. */
import { useState } from 'preact/hooks';
import type { AirMission } from '../../core/scenario.ts';
import type { Base } from '../app/airForce.ts';
import { type AirGroup, airGroups, partsOf } from '../app/airGroups.ts';
import { useDesk } from '../app/desk.ts';
import { t } from '../text/intl.ts';
import { Choice } from '../widgets/choice.tsx';
import { MissionForm } from './missionForm.tsx';

export function AirOrders({ bases }: { bases: readonly Base[] }) {
  const { table } = useDesk();
  const seen = table.seen.value;
  const groups = airGroups(seen);
  const [chosen, setChosen] = useState('');
  const [wish, setWish] = useState<AirMission>('closeSupport');
  const [half, setHalf] = useState(false);
  const group = groups.find((one) => one.key === chosen) ?? groups[0];
  if (!group || !seen.mayOrder) return null;
  const mission = group.missions.includes(wish) ? wish : (group.missions[0] ?? wish);
  return (
    <section class="air-group" aria-label={t('air.group.title')}>
      <h3 class="label">{t('air.group.title')}</h3>
      <label>
        <span class="hush">{t('air.group.who')}</span>
        <select value={group.key} onChange={(event) => setChosen(event.currentTarget.value)}>
          {groups.map((one) => (
            <option key={one.key} value={one.key}>
              {nameOf(one)}
            </option>
          ))}
        </select>
      </label>
      <MissionForm
        id="group"
        missions={group.missions}
        mission={mission}
        onMission={setWish}
        parts={partsOf(group, mission, half)}
        base={(formation) => bases.find((base) => base.wings.some((wing) => wing.formation === formation))}
      >
        <Choice
          label={t('air.group.share')}
          value={half}
          onChange={setHalf}
          options={[
            { value: false, label: t('air.group.all'), title: t('air.group.allAbout') },
            { value: true, label: t('air.group.half'), title: t('air.group.halfAbout') },
          ]}
        />
      </MissionForm>
    </section>
  );
}

function nameOf({ role, base, wings, sorties }: AirGroup): string {
  const who = role ? t(`air.group.roles.${role}`) : t('air.group.at', { base: base ?? '' });
  return t('air.group.name', { who, formations: wings.length, count: sorties });
}
