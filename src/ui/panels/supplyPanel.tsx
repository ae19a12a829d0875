/** Supply in numbers: depots, convoys between them, the narrowest links, raids, and who has no line. */

import { useState } from 'preact/hooks';
import type { LogLine } from '../app/chronicle.ts';
import {
  DEPOT_COLUMNS,
  type DepotColumn,
  depotsOf,
  narrowLinks,
  networkOf,
  raidsOf,
  sortDepots,
} from '../app/depots.ts';
import { useDesk } from '../app/desk.ts';
import { keyOf } from '../screens/overlayMenu.tsx';
import { t } from '../text/intl.ts';
import { formatTonnes, formatWeight } from '../text/names.ts';
import { Icon } from '../widgets/icon.tsx';
import { LogRow } from './logRow.tsx';

/** Links and raids listed. */
const MOST = 8;

export function SupplyPanel({ overlay, onOverlay }: { overlay: boolean; onOverlay: () => void }) {
  const { table, showUnit } = useDesk();
  const seen = table.seen.value;
  const network = networkOf(seen);
  const raids = raidsOf(seen, table.lines.value, MOST);
  return (
    <div class="supply-panel">
      <button type="button" aria-pressed={overlay} onClick={onOverlay}>
        <Icon name="layers" /> {t('depots.showLines')} <kbd>{keyOf('supply')}</kbd>
      </button>
      <Depots network={network} />
      <Convoys network={network} />
      <NarrowLinks network={network} />
      {network.cut.length > 0 && (
        <section>
          <h3 class="label">{t('depots.cut')}</h3>
          <ul class="rows">
            {network.cut.map((unit) => (
              <li key={unit}>
                <button type="button" class="plain link" onClick={() => showUnit(unit)}>
                  {table.names.unit(unit)}
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
      <Raids title={t('depots.raids')} none={t('depots.raidsNone')} lines={raids.ours} />
      {raids.theirs.length > 0 && <Raids title={t('depots.raidsTheirs')} none="" lines={raids.theirs} />}
    </div>
  );
}

function Raids({ title, none, lines }: { title: string; none: string; lines: readonly LogLine[] }) {
  return (
    <section>
      <h3 class="label">{title}</h3>
      {lines.length === 0 && <p class="small soft">{none}</p>}
      <ol>
        {lines.map((line) => (
          <LogRow key={line.key} line={line} />
        ))}
      </ol>
    </section>
  );
}

type Network = ReturnType<typeof networkOf>;

function Depots({ network }: { network: Network }) {
  const { table, show } = useDesk();
  const [by, setBy] = useState<DepotColumn | null>(null);
  const [down, setDown] = useState(true);
  const all = depotsOf(table.seen.value, network, table.lines.value);
  const rows = by === null ? all : sortDepots(all, by, down);
  if (all.length === 0) return <p class="soft">{t('depots.none')}</p>;
  const sort = (column: DepotColumn): void => {
    setDown(by === column ? !down : column !== 'name');
    setBy(column);
  };
  const sum = (key: 'food' | 'ammo' | 'fuel' | 'inflow'): number => all.reduce((total, one) => total + one[key], 0);
  return (
    <section>
      <h3 class="label">{t('depots.title')}</h3>
      <p class="small soft">{t('depots.about')}</p>
      <table class="depots">
        <thead>
          <tr>
            {DEPOT_COLUMNS.map((column) => (
              <th
                key={column}
                class={column === 'name' ? '' : 'num'}
                aria-sort={by === column ? (down ? 'descending' : 'ascending') : 'none'}
              >
                <button
                  type="button"
                  class="plain"
                  aria-label={t('depots.sortBy', { column: t(`depots.columns.${column}`).toLowerCase() })}
                  onClick={() => sort(column)}
                >
                  {t(`depots.columns.${column}`)}
                  {by === column && (down ? ' ↓' : ' ↑')}
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.depot}>
              <td>
                <button type="button" class="plain link" onClick={() => show(row.hex)}>
                  {row.name}
                </button>
                {row.status !== 'open' && (
                  <small class={`depot-state ${row.status}`}>{t(`depots.state.${row.status}`)}</small>
                )}
              </td>
              <td class="num">{formatTonnes(row.food)}</td>
              <td class="num">{formatTonnes(row.ammo)}</td>
              <td class="num">{formatTonnes(row.fuel)}</td>
              <td class="num">{formatTonnes(row.inflow)}</td>
            </tr>
          ))}
          {all.length > 1 && (
            <tr class="total">
              <td>{t('depots.total')}</td>
              <td class="num">{formatTonnes(sum('food'))}</td>
              <td class="num">{formatTonnes(sum('ammo'))}</td>
              <td class="num">{formatTonnes(sum('fuel'))}</td>
              <td />
            </tr>
          )}
        </tbody>
      </table>
    </section>
  );
}

function Convoys({ network }: { network: Network }) {
  const { table } = useDesk();
  const sources = table.game.data.scenario.supplySources;
  if (network.convoys.length === 0) return null;
  const name = (depot: number): string => table.names.depot(sources[depot]?.id ?? '');
  return (
    <section>
      <h3 class="label">{t('depots.convoys')}</h3>
      <ul class="rows">
        {network.convoys.map(({ from, to, kg, asked, cause }) => (
          <li key={`${from}.${to}`}>
            <b>{t('depots.convoy', { from: name(from), to: name(to) })}</b>
            <p class="small">
              {t('common.labelled', {
                label: t('depots.convoyGot', { got: formatWeight(kg), asked: formatWeight(asked) }),
                text:
                  kg >= asked
                    ? t('depots.convoyFull')
                    : kg === 0 && cause === null
                      ? t('depots.convoyNone')
                      : t('depots.convoyLimit', { cause: cause === null ? '' : t(`supply.causes.${cause}`) }),
              })}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function NarrowLinks({ network }: { network: Network }) {
  const { table, show } = useDesk();
  const links = narrowLinks(network, MOST);
  return (
    <section>
      <h3 class="label">{t('depots.narrow')}</h3>
      {links.length === 0 && <p class="small soft">{t('depots.narrowNone')}</p>}
      <ul class="rows">
        {links.map((link) => (
          <li key={link.to}>
            <button type="button" class="plain link" onClick={() => show(link.to)}>
              {table.names.hex(link.to)}
            </button>
            <p class="small">
              {t('common.labelled', {
                label: t('depots.narrowLoad', { load: formatWeight(link.load), most: formatWeight(link.kg) }),
                text: t(`supply.causes.${link.cause}`),
              })}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
