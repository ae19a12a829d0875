/** The air war: weather, fuel, the air bridge, and the formations by the fields they fly from. */

import { AIRFIELD_THREAT_KM } from '../../core/rules/airfields.ts';
import { CLOUD_BASE_M } from '../../core/rules/airStrike.ts';
import { WEATHERS, type Weather } from '../../core/scenario.ts';
import { type Base, basesOf, fuelFacts, transportsOf } from '../app/airForce.ts';
import { useDesk } from '../app/desk.ts';
import { ClauseLink } from '../screens/rulebookSheet.tsx';
import { t } from '../text/intl.ts';
import { ConfirmButton } from '../widgets/confirm.tsx';
import { Fold } from '../widgets/fold.tsx';
import { Icon } from '../widgets/icon.tsx';
import { AirBridge } from './airBridge.tsx';
import { AirOrders } from './airOrders.tsx';
import { AirWing } from './airWing.tsx';
import { FuelGauge } from './fuelGauge.tsx';

/** Formations up to which each stands unfolded. */
const FEW = 8;

export function AirPanel() {
  const { table } = useDesk();
  const seen = table.seen.value;
  const bases = basesOf(seen);
  const fuel = fuelFacts(seen, table.lines.value);
  const few = bases.reduce((sum, base) => sum + base.wings.length, 0) <= FEW;
  const some = bases.some((base) => base.wings.length > 0);
  return (
    <div class="air">
      {some ? <p class="small soft">{t('air.about')}</p> : <p>{t('air.none')}</p>}
      {some && <FlyingWeather bases={bases} />}
      {fuel && <FuelGauge fuel={fuel} />}
      {transportsOf(seen).length > 0 && <AirBridge />}
      <AirOrders bases={bases} />
      {bases.map((base) => (
        <BaseSection key={`${base.name}${base.hex}`} base={base} few={few} />
      ))}
      <Plots />
    </div>
  );
}

/** Missions that see nothing of the ground, or are kept on it, in each weather. */
const NO_DROP: ReadonlySet<Weather> = new Set(['fog', 'heavyRain']);

function FlyingWeather({ bases }: { bases: readonly Base[] }) {
  const { table } = useDesk();
  const { view, game } = table.seen.value;
  const weather = WEATHERS[view.weather] ?? 'clear';
  const wings = bases.flatMap((base) => base.wings);
  const flies = (mission: string): boolean => wings.some((wing) => wing.data.missions.some((one) => one === mission));
  const hilly = game.crest.some((crest) => crest >= CLOUD_BASE_M);
  const left = wings.reduce((sum, wing) => sum + wing.sorties, 0);
  return (
    <section aria-label={t('air.weather.title')}>
      <h3 class="label">{t('air.weather.title')}</h3>
      <p>
        <Icon name={weather} /> {t(`air.weather.shares.${weather}`)} {t('air.weather.left', { count: left })}
      </p>
      {weather !== 'clear' && hilly && (
        <p class="small">
          {t('air.weather.hills', { metres: CLOUD_BASE_M })}{' '}
          <ClauseLink clause="9.12" text={t('odds.clause', { clause: '9.12' })} />
        </p>
      )}
      {NO_DROP.has(weather) && flies('supplyDrop') && <p class="small">{t('air.weather.noDrop')}</p>}
      {weather === 'heavyRain' && flies('troopLift') && <p class="small">{t('air.weather.noLift')}</p>}
    </section>
  );
}

function BaseSection({ base, few }: { base: Base; few: boolean }) {
  const { show } = useDesk();
  return (
    <Fold
      class="air-base"
      label={base.name}
      open={base.wings.length > 0}
      head={
        <>
          <h3>
            {base.name} {base.hex < 0 && <small class="soft">{t('air.base.offMap')}</small>}
          </h3>
          <small class="soft">
            {t('air.base.sum', {
              wings: base.wings.length,
              count: base.wings.reduce((sum, wing) => sum + wing.sorties, 0),
            })}
          </small>
          {base.hex >= 0 && (
            <button
              type="button"
              class="plain"
              aria-label={t('air.base.look', { name: base.name })}
              onClick={() => show(base.hex)}
            >
              <Icon name="eye" />
            </button>
          )}
        </>
      }
    >
      {base.airfield >= 0 && <AirfieldState base={base} />}
      <ul>
        {base.wings.map((wing) => (
          <AirWing key={wing.formation} wing={wing} base={base} open={few} />
        ))}
      </ul>
    </Fold>
  );
}

/** How an airfield stands, and blowing it up while it is ours. */
export function AirfieldState({ base }: { base: Base }) {
  const { table, order } = useDesk();
  const seen = table.seen.value;
  const { airfield, state, holder, enemyKm } = base;
  const mayBlow = state === 'working' && seen.mayOrder;
  return (
    <div class="airfield">
      <p class="small">
        <Icon name={state === 'working' ? 'check' : 'warn'} />{' '}
        {state === 'taken'
          ? t('air.base.taken', { who: table.names.side(holder) })
          : state === 'demolished'
            ? t('air.base.demolished')
            : t('air.base.working')}
        {state === 'working' && `; ${enemyKm < 0 ? t('air.base.noEnemy') : t('air.base.enemy', { km: enemyKm })}`}
        {'. '}
        {state === 'working' && enemyKm >= 0 && enemyKm <= AIRFIELD_THREAT_KM && (
          <b>{t('air.base.halved', { km: AIRFIELD_THREAT_KM })}</b>
        )}{' '}
        <ClauseLink clause="9.11" text={t('odds.clause', { clause: '9.11' })} />
      </p>
      {mayBlow && (
        <ConfirmButton
          label={t('air.base.demolish')}
          question={t('air.base.demolishAsk', { name: base.name })}
          yes={t('air.base.demolishYes')}
          icon="warn"
          onYes={() => order({ type: 'airfield', airfield })}
        />
      )}
    </div>
  );
}

function Plots() {
  const { table } = useDesk();
  const seen = table.seen.value;
  const plots = seen.view.plots.filter((plot) => plot.side === seen.side);
  const kinds = [t('terms.missions.closeSupport'), t('terms.missions.interdiction'), t('terms.missions.superiority')];
  if (plots.length === 0) return null;
  return (
    <section>
      <h3 class="label">{t('air.plots')}</h3>
      <ul class="rows">
        {plots.map((plot) => (
          <li key={`${plot.kind}.${plot.hex}.${plot.value}`}>
            {t('air.plot', { mission: kinds[plot.kind] ?? '', count: plot.sorties, where: table.names.hex(plot.hex) })}
          </li>
        ))}
      </ul>
    </section>
  );
}
