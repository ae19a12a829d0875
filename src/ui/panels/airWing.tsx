/** An air formation: what it has, what it flew, and a mission picked for it. */
import { useState } from 'preact/hooks';
import { AIR_MISSIONS, type AirMission } from '../../core/scenario.ts';
import type { Wing } from '../app/airForce.ts';
import { useDesk } from '../app/desk.ts';
import { en } from '../text/en.ts';
import { formatCount, formatDate } from '../text/names.ts';
import { Icon } from '../widgets/icon.tsx';
import { SortieStepper } from '../widgets/stepper.tsx';

export function AirWing({ wing }: { wing: Wing }) {
  const { table } = useDesk();
  const seen = table.seen.value;
  const now = seen.view.air[wing.formation];
  const { data, kind } = wing;
  if (!now) return null;
  const picking = table.interaction.value.air?.formation === wing.formation;
  const expected = !wing.here && now.aircraft === 0 && now.lost === 0;
  return (
    <li class={picking ? 'air-row picking' : 'air-row'}>
      <div class="row-head">
        <div>
          <b>{data.name}</b> {data.zh && <span lang="zh">{data.zh}</span>}
          <p class="small soft">
            {kind.name}, {en.air.role[kind.role]}
            {wing.kgPerSortie > 0 && ` · ${en.air.perSortie(wing.kgPerSortie)}`}
          </p>
        </div>
        <div class="sorties">
          <b>{formatCount(now.sorties)}</b> <small>{en.air.sortiesLeft}</small>
        </div>
      </div>
      {expected ? (
        <p class="small soft">{en.air.arrives(formatDate(data.arrival))}</p>
      ) : (
        <p class="small">
          {now.aircraft === 0 ? en.air.gone : en.air.aircraft(now.aircraft - now.damaged, now.aircraft, now.damaged)}
          {now.lost > 0 && ` · ${en.air.lost(now.lost)}`}
          {now.moved === 1 && ` · ${en.air.base.moved(data.base.name)}`}
        </p>
      )}
      <Flown byMission={now.byMission} flown={now.flown} />
      {wing.here && seen.mayOrder && now.sorties > 0 && <MissionOrders wing={wing} />}
    </li>
  );
}

function Flown({ byMission, flown }: { byMission: readonly number[]; flown: number }) {
  if (flown === 0) return null;
  const parts = AIR_MISSIONS.flatMap((mission, i) => {
    const count = byMission[i] ?? 0;
    return count > 0 ? [en.air.byMission(en.terms.missions[mission], count)] : [];
  });
  return (
    <p class="small soft">
      {en.air.flown}: {parts.join(', ')}
    </p>
  );
}

function MissionOrders({ wing }: { wing: Wing }) {
  const { table } = useDesk();
  const interaction = table.interaction.value;
  const { formation, missions } = wing;
  const [mission, setMission] = useState<AirMission>(missions[0] ?? 'reconnaissance');
  const [wanted, setWanted] = useState(0);
  if (missions.length === 0) return <p class="small soft">{en.air.bridgeOnly}</p>;
  const sorties = wanted === 0 ? wing.sorties : Math.min(wanted, wing.sorties);
  const picking = interaction.air?.formation === formation;
  const plan = (next: { mission: AirMission; sorties: number } | null): void => {
    table.interaction.value = { ...interaction, target: null, breakOut: null, air: next && { formation, ...next } };
  };
  return (
    <>
      <div class="air-orders">
        <label>
          <span class="hush">{en.air.mission}</span>
          <select
            value={mission}
            onChange={(event) => {
              const next = event.currentTarget.value as AirMission;
              setMission(next);
              if (picking) plan({ mission: next, sorties });
            }}
          >
            {missions.map((one) => (
              <option key={one} value={one}>
                {en.terms.missions[one]}
              </option>
            ))}
          </select>
        </label>
        <SortieStepper
          label={en.air.sorties}
          value={sorties}
          most={wing.sorties}
          onChange={(next) => {
            setWanted(next);
            if (picking) plan({ mission, sorties: next });
          }}
        />
        <button type="button" aria-pressed={picking} onClick={() => plan(picking ? null : { mission, sorties })}>
          <Icon name="target" /> {picking ? en.air.picking : en.air.pick}
        </button>
      </div>
      {picking && (
        <p class="small soft">
          {en.terms.missionsAbout[mission]}
          {mission === 'bridges' && ` ${en.air.pickBridge}`}
        </p>
      )}
    </>
  );
}
