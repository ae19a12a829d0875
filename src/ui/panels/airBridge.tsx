/** The air bridge: who waits, what the transports carry, and what that fuel would be worth in combat. */
import { useState } from 'preact/hooks';
import type { AirAction } from '../../core/action.ts';
import { check } from '../../core/check.ts';
import { fuelOf } from '../../core/rules/aviationFuel.ts';
import { type Cargo, cargoesOf, transportsOf, type Wing, worthInCombat } from '../app/airForce.ts';
import { useDesk } from '../app/desk.ts';
import { ClauseLink } from '../screens/rulebookSheet.tsx';
import { t } from '../text/intl.ts';
import { formatWeight } from '../text/names.ts';
import { refusalText } from '../text/refusals.ts';
import { Icon } from '../widgets/icon.tsx';
import { Bar } from '../widgets/meters.tsx';
import { SortieStepper } from '../widgets/stepper.tsx';

export function AirBridge() {
  const { table } = useDesk();
  const seen = table.seen.value;
  const transports = transportsOf(seen);
  const cargoes = cargoesOf(seen);
  const { turn } = seen.view;
  const later = cargoes.filter((one) => !isReady(one, turn));
  const able = transports.filter((wing) => wing.here && wing.sorties > 0);
  const books = seen.view.sides[seen.side];
  const [chosen, setChosen] = useState('');
  const cargo = cargoes.find((one) => one.key === chosen) ?? cargoes.find((one) => isReady(one, turn));
  return (
    <section class="air-bridge" aria-label={t('air.bridge.title')}>
      <div class="row-head">
        <h3>{t('air.bridge.title')}</h3>
        <ClauseLink clause="9.13" text={t('odds.clause', { clause: '9.13' })} />
      </div>
      <p class="small soft">{t('air.bridge.about')}</p>
      <fieldset class="cargoes">
        <legend class="label">{t('air.bridge.cargo')}</legend>
        {!cargoes.some((one) => one.passenger) && <p class="small soft">{t('air.bridge.nobody')}</p>}
        <ul>
          {cargoes
            .filter((one) => isReady(one, turn))
            .map((one) => (
              <CargoRow key={one.key} cargo={one} chosen={one === cargo} onChoose={() => setChosen(one.key)} />
            ))}
        </ul>
        {later.length > 0 && (
          <details>
            <summary>
              {t('air.bridge.later', {
                count: later.length,
                date: table.names.day(later[0]?.passenger?.readyTurn ?? 1),
              })}
            </summary>
            <ul class="rows small">
              {later.map((one) => (
                <li key={one.key}>
                  {table.names.unit(one.unit)}{' '}
                  <span class="soft">
                    {t('comings.men', { men: one.passenger?.men ?? 0 })}
                    {t('common.comma')}
                    {t('air.bridge.ready', { date: table.names.day(one.passenger?.readyTurn ?? 1) })}
                  </span>
                </li>
              ))}
            </ul>
          </details>
        )}
      </fieldset>
      {seen.mayOrder && cargo && able.length > 0 && <Flight cargo={cargo} transports={able} />}
      {seen.mayOrder && able.length === 0 && <p class="small soft">{t('air.bridge.none')}</p>}
      <p class="small soft">{t('air.bridge.total', { men: books.menLifted, weight: formatWeight(books.kgLifted) })}</p>
    </section>
  );
}

function isReady(cargo: Cargo, turn: number): boolean {
  return cargo.passenger === null || cargo.passenger.readyTurn <= turn;
}

function CargoRow({ cargo, chosen, onChoose }: { cargo: Cargo; chosen: boolean; onChoose: () => void }) {
  const { table } = useDesk();
  const { names } = table;
  const { passenger } = cargo;
  return (
    <li>
      <label class="tick cargo">
        <input type="radio" name="cargo" checked={chosen} onChange={onChoose} />
        <span>
          <span class="cargo-name">
            {passenger ? names.unit(cargo.unit) : t('air.bridge.supplies', { where: names.hex(cargo.hex) })}
          </span>
          {passenger && <Bar value={Math.round((passenger.flown / Math.max(1, passenger.men)) * 1000)} high />}
          <small class="soft">
            {passenger
              ? `${t('air.bridge.men', { flown: passenger.flown, men: passenger.men })}, ${t('air.bridge.waits', { left: passenger.men - passenger.flown })}, ${t('air.bridge.to', { where: names.hex(cargo.hex) })}`
              : t('air.bridge.stock', { weight: formatWeight(cargo.stock) })}
          </small>
        </span>
      </label>
    </li>
  );
}

function Flight({ cargo, transports }: { cargo: Cargo; transports: readonly Wing[] }) {
  const { table, order } = useDesk();
  const seen = table.seen.value;
  const able = transports.filter((one) => one.data.missions.includes(cargo.mission));
  const [formation, setFormation] = useState(-1);
  const [wanted, setWanted] = useState(0);
  const wing = able.find((one) => one.formation === formation) ?? able[0];
  if (!wing) return <p class="small soft">{t('air.bridge.none')}</p>;
  const each = wing.kind.menPerSortie ?? 0;
  const left = cargo.passenger ? cargo.passenger.men - cargo.passenger.flown : 0;
  const enough = cargo.passenger && each > 0 ? Math.ceil(left / each) : wing.sorties;
  const most = Math.max(1, Math.min(wing.sorties, enough));
  const sorties = wanted === 0 ? most : Math.min(wanted, most);
  const men = Math.min(left, sorties * each);
  const kg = sorties * wing.kind.payloadKg;
  const burn = sorties * wing.kgPerSortie;
  const action: AirAction = {
    type: 'air',
    formation: wing.formation,
    mission: cargo.mission,
    hex: cargo.hex,
    sorties,
    ...(cargo.passenger ? { unit: cargo.unit } : {}),
  };
  const refusal = check(seen.game, seen.view, action);
  const worth = fuelOf(seen.game, seen.side) ? worthInCombat(seen, burn) : null;
  const burnText = burn > 0 ? t('air.bridge.burn', { weight: formatWeight(burn) }) : '';
  const perTurn = wing.sorties * each;
  return (
    <div class="flight">
      <div class="air-orders">
        <label>
          <span class="hush">{t('air.bridge.aircraft')}</span>
          <select value={wing.formation} onChange={(event) => setFormation(Number(event.currentTarget.value))}>
            {able.map((one) => (
              <option key={one.formation} value={one.formation}>
                {t('common.labelled', { label: table.names.formation(one.formation), text: one.sorties })}
              </option>
            ))}
          </select>
        </label>
        <SortieStepper label={t('air.sorties')} value={sorties} most={most} onChange={setWanted} />
      </div>
      <p>
        {cargo.passenger
          ? t('air.bridge.carry', { count: sorties, men, burn: burnText })
          : t('air.bridge.carryKg', { count: sorties, weight: formatWeight(kg), burn: burnText })}{' '}
        {worth && worth.sorties > 0 && t('air.bridge.worth', { count: worth.sorties, aircraft: worth.aircraft })}
      </p>
      {cargo.passenger && perTurn > 0 && (
        <p class="small soft">{t('air.bridge.turnsToGo', { left, turns: Math.ceil(left / perTurn) })}</p>
      )}
      {refusal && <p class="refusal-line">{refusalText(refusal, table.names)}</p>}
      <button type="button" class="primary" disabled={refusal !== null} onClick={() => order(action)}>
        <Icon name="plane" />{' '}
        {cargo.passenger
          ? t('air.bridge.flyMen', { men, unit: table.names.unit(cargo.unit) })
          : t('air.bridge.flyKg', { weight: formatWeight(kg), where: table.names.hex(cargo.hex) })}
      </button>
    </div>
  );
}
