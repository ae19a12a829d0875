/** Who of ours can reach a hex, and what the enemy could bring there: worked out when unfolded. */
import { signal } from '@preact/signals';
import { useMemo, useState } from 'preact/hooks';
import { useDesk } from '../app/desk.ts';
import { enemyReach } from '../app/enemyReach.ts';
import type { Match } from '../app/match.ts';
import { enemyIn, isOwn, stackAt } from '../app/seen.ts';
import { type Arrival, whoCanReach } from '../app/whoCanReach.ts';
import { t } from '../text/intl.ts';
import { formatMinutes } from '../text/names.ts';

/** Whether the lists were left open: they stay so for the next hex looked at. */
const reachOpen = signal(false);
const enemyOpen = signal(false);

/** Lines shown before the rest is asked for. */
const FIRST = 8;

export function ReachList({ hex }: { hex: number }) {
  const { table } = useDesk();
  const seen = table.seen.value;
  if (!seen.mayOrder) return null;
  return (
    <details
      class="reach-list"
      open={reachOpen.value}
      onToggle={(event) => {
        reachOpen.value = event.currentTarget.open;
      }}
    >
      <summary>{enemyIn(seen, hex) ? t('plan.reach.attack') : t('plan.reach.title')}</summary>
      {reachOpen.value && <Arrivals hex={hex} key={hex} />}
    </details>
  );
}

function Arrivals({ hex }: { hex: number }) {
  const { table, showUnit, order } = useDesk();
  const seen = table.seen.value;
  const list = useMemo(() => whoCanReach(seen, hex), [seen, hex]);
  const [all, setAll] = useState(false);
  const shown = all ? list : list.slice(0, FIRST);
  if (list.length === 0) return <p class="small soft">{t('plan.reach.nobody')}</p>;
  const march = (one: Arrival): void => order({ type: 'move', unit: one.unit, path: [...one.path], mode: one.mode });
  return (
    <>
      <ul class="rows">
        {shown.map((one) => (
          <li key={one.unit}>
            <div class="row-head">
              <button type="button" class="plain link" onClick={() => showUnit(one.unit)}>
                {table.names.unit(one.unit)}
              </button>
              {one.path.length > 0 && !one.attacks && (
                <button type="button" class="small" onClick={() => march(one)}>
                  {t('plan.reach.march')}
                </button>
              )}
            </div>
            <p class="small soft">
              {one.path.length === 0
                ? t('plan.reach.here')
                : t('plan.reach.from', { where: table.names.hex(one.from) })}
              {one.mode === 'truck' && `, ${t('plan.reach.lorry')}`},{' '}
              {t('plan.reach.left', { left: formatMinutes(one.left) })}
            </p>
          </li>
        ))}
      </ul>
      {shown.length < list.length && (
        <button type="button" class="plain small" onClick={() => setAll(true)}>
          {t('plan.reach.more', { count: list.length - shown.length })}
        </button>
      )}
    </>
  );
}

export function EnemyReachList({ hex }: { hex: number }) {
  const { table } = useDesk();
  const seen = table.seen.value;
  const ours = stackAt(seen, hex).some((unit) => isOwn(seen, unit));
  return (
    <details
      class="reach-list"
      open={enemyOpen.value}
      onToggle={(event) => {
        enemyOpen.value = event.currentTarget.open;
      }}
    >
      <summary>{ours || !enemyIn(seen, hex) ? t('plan.enemy.title') : t('plan.enemy.reinforce')}</summary>
      {enemyOpen.value && <Enemies hex={hex} />}
    </details>
  );
}

function Enemies({ hex }: { hex: number }) {
  const { table, show } = useDesk();
  const seen = table.seen.value;
  const list = useMemo(() => enemyReach(seen, hex), [seen, hex]);
  const names = 'namesFor' in table ? (table as Match).namesFor(table.eyes.value) : table.names;
  return (
    <>
      {list.length === 0 && <p class="small soft">{t('plan.enemy.none')}</p>}
      <ul class="rows">
        {list.slice(0, FIRST * 2).map((one) => (
          <li key={one.unit}>
            <button type="button" class="plain link" onClick={() => show(one.hex)}>
              {names.unit(one.unit)}
            </button>
            <p class="small soft">
              {t('staff.about', { men: one.men })} · {table.names.hex(one.hex)} ·{' '}
              {one.by === 'guns'
                ? t('plan.enemy.guns')
                : one.minutes === 0
                  ? t('plan.enemy.beside')
                  : t('plan.enemy.march', { time: formatMinutes(one.minutes) })}
            </p>
          </li>
        ))}
      </ul>
      <p class="small soft">{t('plan.enemy.about')}</p>
    </>
  );
}
