/** A mission, its sorties and its hex, for one formation or for several at once. */
import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import type { AirMission } from '../../core/scenario.ts';
import type { Base } from '../app/airForce.ts';
import { patrolHex } from '../app/airGroups.ts';
import { type AirPart, airParts, ordersTo } from '../app/airPlan.ts';
import { useDesk } from '../app/desk.ts';
import { t } from '../text/intl.ts';
import { Icon } from '../widgets/icon.tsx';

interface Props {
  /** Tells the forms apart: the hex is picked for one of them. */
  id: string;
  missions: readonly AirMission[];
  mission: AirMission;
  onMission: (mission: AirMission) => void;
  /** Who flies how much. */
  parts: readonly AirPart[];
  base: (formation: number) => Base | undefined;
  /** The choice of sorties. */
  children: ComponentChildren;
}

export function MissionForm({ id, missions, mission, onMission, parts, base, children }: Props) {
  const { table, take } = useDesk();
  const interaction = table.interaction.value;
  const seen = table.seen.value;
  const picking = interaction.air?.form === id;
  const [first, ...others] = parts;
  const pick = (on: boolean): void => {
    const air = on && first ? { form: id, mission, ...first, ...(others.length > 0 ? { others } : {}) } : null;
    table.interaction.value = { ...table.interaction.value, target: null, breakOut: null, air };
  };
  // What is changed while the map waits for the hex holds for that hex.
  useEffect(() => {
    if (picking) pick(mission !== 'superiority');
  }, [mission, JSON.stringify(parts)]);
  const patrol = (): void => {
    const orders = parts.flatMap((part) => ordersTo(seen, { mission, ...part }, patrolHex(seen, base(part.formation))));
    take({ next: table.interaction.value, orders });
  };
  const total = parts.reduce((sum, part) => sum + part.sorties, 0);
  return (
    <>
      <div class="air-orders" data-part="airForm">
        <label>
          <span class="hush">{t('air.mission')}</span>
          <select value={mission} onChange={(event) => onMission(event.currentTarget.value as AirMission)}>
            {missions.map((one) => (
              <option key={one} value={one}>
                {t(`terms.missions.${one}`)}
              </option>
            ))}
          </select>
        </label>
        {children}
        {mission === 'superiority' ? (
          <button type="button" disabled={total === 0} onClick={patrol}>
            <Icon name="plane" /> {t('air.patrol')}
          </button>
        ) : (
          <button
            type="button"
            aria-pressed={picking}
            disabled={total === 0}
            title={t('air.pickMore')}
            onClick={() => pick(!picking)}
          >
            <Icon name="target" /> {picking ? t('air.picking') : t('air.pick')}
          </button>
        )}
      </div>
      {(picking || mission === 'superiority') && (
        <p class="small soft">
          {t(`terms.missionsAbout.${mission}`)}
          {mission === 'bridges' && ` ${t('air.pickBridge')}`}
          {picking && ` ${t('air.pickMore')}`}
        </p>
      )}
      {picking && interaction.air && airParts(interaction.air).length > 1 && (
        <p class="small">{t('air.groupTotal', { count: total, formations: parts.length })}</p>
      )}
    </>
  );
}
