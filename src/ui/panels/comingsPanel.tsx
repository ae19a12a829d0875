/** Who is still to come, who waits for the air bridge, who is in reserve, who is held and who leaves. */
import { type Comings, comingsOf } from '../app/comings.ts';
import { useDesk } from '../app/desk.ts';
import { t } from '../text/intl.ts';
import { formatDate, joinNames } from '../text/names.ts';

export function ComingsPanel({ onBridge, onCommand }: { onBridge: () => void; onCommand: () => void }) {
  const { table } = useDesk();
  const comings = comingsOf(table.seen.value);
  const empty = Object.values(comings).every((list) => list.length === 0);
  if (empty) return <p class="soft">{t('comings.none')}</p>;
  return (
    <div class="comings">
      <Expected comings={comings} />
      <Airlift comings={comings} onBridge={onBridge} />
      <Reserves comings={comings} onCommand={onCommand} />
      <Held comings={comings} />
      <Leaving comings={comings} />
    </div>
  );
}

/** "II/120 Infantry, 1,100 men". */
function useSizes(): (unit: number) => string {
  const { table } = useDesk();
  return (unit) => t('comings.men', { men: table.game.units[unit]?.data.men ?? 0 });
}

function Expected({ comings }: { comings: Comings }) {
  const { table, show } = useDesk();
  const size = useSizes();
  const dates = [...new Set(comings.expected.map((one) => one.date))];
  if (dates.length === 0) return null;
  return (
    <section>
      <h3 class="label">{t('comings.expected')}</h3>
      <table class="comings-list">
        <tbody>
          {dates.flatMap((date) =>
            comings.expected
              .filter((one) => one.date === date)
              .map((one, i) => (
                <tr key={one.unit}>
                  <td>{i === 0 && <time dateTime={date}>{formatDate(date, false)}</time>}</td>
                  <td>
                    {table.names.unit(one.unit)}{' '}
                    <small class="soft">
                      {size(one.unit)},{' '}
                      <button type="button" class="plain link" onClick={() => show(one.hex)}>
                        {t('comings.at', { where: table.names.hex(one.hex) })}
                      </button>
                    </small>
                  </td>
                </tr>
              )),
          )}
        </tbody>
      </table>
    </section>
  );
}

function Airlift({ comings, onBridge }: { comings: Comings; onBridge: () => void }) {
  const { table } = useDesk();
  if (comings.airlift.length === 0) return null;
  return (
    <section>
      <h3 class="label">{t('comings.airlift')}</h3>
      <ul class="rows">
        {comings.airlift.map((one) => (
          <li key={one.unit}>
            {table.names.unit(one.unit)}
            <p class="small soft">
              {t('air.bridge.men', { flown: one.flown, men: one.men })}
              {one.readyTurn > table.seen.value.view.turn &&
                `, ${t('air.bridge.ready', { date: table.names.day(one.readyTurn) })}`}
            </p>
          </li>
        ))}
      </ul>
      <button type="button" onClick={onBridge}>
        {t('comings.toBridge')}
      </button>
    </section>
  );
}

function Reserves({ comings, onCommand }: { comings: Comings; onCommand: () => void }) {
  const { table } = useDesk();
  const men = (units: readonly number[]): number =>
    units.reduce((sum, unit) => sum + (table.game.units[unit]?.data.men ?? 0), 0);
  if (comings.reserves.length === 0) return null;
  return (
    <section>
      <h3 class="label">{t('comings.reserves')}</h3>
      <p class="small soft">{t('comings.reservesAbout')}</p>
      <ul class="rows">
        {comings.reserves.map((group) => (
          <li key={group.units.join()}>
            <b>{joinNames(group.units.map(table.names.unit), 6)}</b>
            <p class="small">
              {t('comings.units', { count: group.units.length })}
              {t('common.comma')}
              {t('comings.men', { men: men(group.units) })} ·{' '}
              {group.decisions.map((decision, i) => (
                <button type="button" class="plain link" key={decision} onClick={onCommand}>
                  {i > 0 && t('common.comma')}
                  {t('comings.byDecision', { title: table.names.decision(decision) })}
                </button>
              ))}
              {group.decisions.length > 0 && group.byEvent && t('common.comma')}
              {group.byEvent && t('comings.byEvent')}
              {group.decisions.length === 0 && !group.byEvent && t('comings.never')}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Held({ comings }: { comings: Comings }) {
  const { table, showUnit } = useDesk();
  if (comings.held.length === 0) return null;
  return (
    <section>
      <h3 class="label">{t('comings.held')}</h3>
      <ul class="rows">
        {comings.held.map((one) => (
          <li key={one.unit}>
            <button type="button" class="plain link" onClick={() => showUnit(one.unit)}>
              {table.names.unit(one.unit)}
            </button>
            <p class="small soft">
              {t('comings.until', { date: formatDate(one.until, false) })}
              {one.contactKm > 0 && `, ${t('comings.contact', { km: one.contactKm })}`}: {one.reason}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Leaving({ comings }: { comings: Comings }) {
  const { table } = useDesk();
  if (comings.leaving.length === 0) return null;
  return (
    <section>
      <h3 class="label">{t('comings.leaving')}</h3>
      <ul class="rows">
        {comings.leaving.map((one) => (
          <li key={one.unit}>
            <b>{formatDate(one.date, false)}</b> {table.names.unit(one.unit)}
            <p class="small soft">{one.reason}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
