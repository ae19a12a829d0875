/** Air formations of the side: who can fly what, and picking a hex for a mission. */
import { useState } from 'preact/hooks';
import { dateOfTurn } from '../../core/game.ts';
import type { AirMission } from '../../core/scenario.ts';
import { useDesk } from '../app/desk.ts';
import { en } from '../text/en.ts';
import { formatCount } from '../text/names.ts';
import { Icon } from '../widgets/icon.tsx';

export function AirPanel() {
  const { table } = useDesk();
  const seen = table.seen.value;
  const { air, scenario } = table.game.data;
  const sideId = scenario.sides[seen.side]?.id;
  const own = air.formations.flatMap((formation, i) => (formation.side === sideId ? [i] : []));
  const plots = seen.view.plots.filter((plot) => plot.side === seen.side);
  return (
    <div class="air">
      <p class="small soft">{en.air.about}</p>
      {own.length === 0 && <p>{en.air.none}</p>}
      <ul>
        {own.map((formation) => (
          <AirFormation key={formation} formation={formation} />
        ))}
      </ul>
      {plots.length > 0 && (
        <section>
          <h3 class="label">{en.air.today}</h3>
          <ul class="rows">
            {plots.map((plot) => (
              <li key={`${plot.kind}.${plot.hex}`}>
                {en.air.plot(
                  plot.kind === 0 ? en.terms.missions.closeSupport : en.terms.missions.interdiction,
                  plot.sorties,
                  table.names.hex(plot.hex),
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

function AirFormation({ formation }: { formation: number }) {
  const { table } = useDesk();
  const seen = table.seen.value;
  const data = table.game.data.air.formations[formation];
  const now = seen.view.air[formation];
  const [mission, setMission] = useState<AirMission>(data?.missions[0] ?? 'reconnaissance');
  const [wanted, setWanted] = useState(0);
  if (!data || !now) return null;
  const here = dateOfTurn(table.game, seen.view.turn) >= data.arrival;
  const sorties = wanted === 0 ? now.sorties : Math.min(wanted, now.sorties);
  const interaction = table.interaction.value;
  const picking = interaction.air?.formation === formation;
  const pick = (): void => {
    table.interaction.value = { ...interaction, target: null, air: picking ? null : { formation, mission, sorties } };
  };
  return (
    <li class={picking ? 'air-row picking' : 'air-row'}>
      <div class="row-head">
        <div>
          <b>{data.name}</b> {data.zh && <span lang="zh">{data.zh}</span>}
          <p class="small soft">
            {table.names.aircraft(formation)} · {data.base.name}
          </p>
        </div>
        <div class="sorties">
          <b>{formatCount(now.sorties)}</b> <small>{en.air.sortiesLeft}</small>
          <p class="small soft">{en.air.aircraft(now.aircraft - now.damaged, now.aircraft)}</p>
        </div>
      </div>
      {!here && <p class="small soft">{en.air.arrives(data.arrival)}</p>}
      {here && seen.mayOrder && now.sorties > 0 && (
        <div class="air-orders">
          <label>
            <span class="hush">{en.air.mission}</span>
            <select
              value={mission}
              title={en.terms.missionsAbout[mission]}
              onChange={(event) => {
                const next = event.currentTarget.value as AirMission;
                setMission(next);
                if (picking) table.interaction.value = { ...interaction, air: { formation, mission: next, sorties } };
              }}
            >
              {data.missions.map((one) => (
                <option key={one} value={one}>
                  {en.terms.missions[one]}
                </option>
              ))}
            </select>
          </label>
          <span class="stepper">
            <button
              type="button"
              aria-label={en.air.fewer}
              disabled={sorties <= 1}
              onClick={() => setWanted(sorties - 1)}
            >
              <Icon name="minus" />
            </button>
            <output aria-label={en.air.sorties}>{sorties}</output>
            <button
              type="button"
              aria-label={en.air.more}
              disabled={sorties >= now.sorties}
              onClick={() => setWanted(sorties + 1)}
            >
              <Icon name="plus" />
            </button>
          </span>
          <button type="button" aria-pressed={picking} onClick={pick}>
            <Icon name="target" /> {picking ? en.air.picking : en.air.pick}
          </button>
        </div>
      )}
    </li>
  );
}
