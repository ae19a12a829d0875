/** Everything known of a unit, every number labelled. */
import type { UnitState } from '../../core/state.ts';
import { SEEN_STRENGTH, SEEN_TYPE } from '../../core/state.ts';
import { useDesk } from '../app/desk.ts';
import { isOwn } from '../app/seen.ts';
import { lower, t, term } from '../text/intl.ts';
import { formatCount, formatMinutes, formatShare, type Names, secondName } from '../text/names.ts';
import { CounterPicture } from '../widgets/boardParts.tsx';
import { Bar } from '../widgets/meters.tsx';
import { EquipmentTable } from './equipment.tsx';
import { SourceNote } from './sourceNote.tsx';
import { UnitMarks } from './unitMarks.tsx';
import { ConfirmMarch, JoinMarch, UnitOrders } from './unitOrders.tsx';
import { UnitSupply } from './unitSupply.tsx';

export function UnitCard({ unit }: { unit: number }) {
  const { table, board } = useDesk();
  const seen = table.seen.value;
  const info = table.game.units[unit];
  const now = seen.view.units[unit];
  if (!info || !now) return null;
  const own = table.eyes.value === null || isOwn(seen, unit);
  const named = own || now.seen >= SEEN_TYPE || !seen.view.fog;
  const counted = own || now.seen >= SEEN_STRENGTH || !seen.view.fog;
  const second = secondName(info.data.name, info.data.zh);
  const stamp = now.men * 7 + now.supply + now.dug + now.minutes + seen.view.turn * 31;
  return (
    <article class="card unit-card" data-part="card" aria-label={named ? table.names.unit(unit) : t('unit.unknown')}>
      <header>
        <CounterPicture board={board.value} unit={unit} size={62} stamp={stamp} />
        <div>
          <h2>{named ? table.names.unit(unit) : t('unit.unknown')}</h2>
          {named && <p lang={second.lang}>{second.text}</p>}
          <p class="small soft">
            {named
              ? [
                  t(`terms.kinds.${info.data.kind}`),
                  lower(t(`terms.echelons.${info.data.echelon}`)),
                  lower(t(`terms.mobilities.${info.data.mobility}`)),
                ].join(t('common.comma'))
              : term('terms.seen', now.seen)}
            {' · '}
            {table.names.hexFull(now.hex)}
          </p>
          {named && <Chain unit={unit} />}
        </div>
      </header>
      {own && <UnitMarks unit={unit} />}
      <ConfirmMarch />
      <JoinMarch />
      {own ? <OwnFacts unit={unit} now={now} /> : <EnemyFacts unit={unit} now={now} named={named} counted={counted} />}
      {isOwn(seen, unit) && seen.mayOrder && <UnitOrders unit={unit} />}
      {own && <UnitSupply unit={unit} />}
      {counted && <EquipmentTable unit={unit} />}
      {own && <Losses now={now} />}
      {named && <Sources unit={unit} />}
    </article>
  );
}

/** The formations above the unit, nearest first. */
function Chain({ unit }: { unit: number }) {
  const { table } = useDesk();
  const { oob } = table.game.data;
  const names: string[] = [];
  let parent = table.game.units[unit]?.data.parent ?? null;
  while (parent !== null && names.length < 4) {
    const above: { parent: string | null } | undefined =
      oob.units.find((one) => one.id === parent) ?? oob.formations.find((one) => one.id === parent);
    if (!above) break;
    names.push(table.names.command(parent));
    parent = above.parent;
  }
  return names.length === 0 ? null : <p class="small soft">{names.join(' › ')}</p>;
}

/** A leader's rating with its sign. */
function ratingText(rating: number): string {
  const signed = `${rating > 0 ? '+' : '−'}${Math.abs(rating)}`;
  return t('unit.rating', { kind: rating === 0 ? 'average' : 'other', rating: signed });
}

function heldText(names: Names, until: number): string {
  return until > 0 ? t('unit.heldUntil', { date: names.day(until) }) : t('unit.held');
}

function OwnFacts({ unit, now }: { unit: number; now: Readonly<UnitState> }) {
  const { table } = useDesk();
  const info = table.game.units[unit];
  const leaders = table.game.data.oob.leaders.flatMap((data, i) => {
    const state = table.seen.value.view.leaders[i];
    return data.unit === info?.id && state ? [{ data, state }] : [];
  });
  return (
    <dl class="facts">
      <div>
        <dt>{t('unit.men')}</dt>
        <dd>
          {formatCount(now.men)} <small>{t('unit.ofStart', { start: formatCount(info?.data.men ?? 0) })}</small>
        </dd>
      </div>
      <div>
        <dt>{t('unit.quality')}</dt>
        <dd>
          {info?.data.quality} <small>{t('unit.ofHundred')}</small>
        </dd>
      </div>
      <div>
        <dt>{t('unit.cohesion')}</dt>
        <dd>{formatShare(now.cohesion)}</dd>
        <Bar value={now.cohesion} />
      </div>
      <div>
        <dt>{t('unit.fatigue')}</dt>
        <dd>{formatShare(now.fatigue)}</dd>
        <Bar value={now.fatigue} high />
      </div>
      <div>
        <dt>{t('unit.works')}</dt>
        <dd>{now.dug < 25 ? t('unit.noWorks') : t('unit.daysDug', { days: (now.dug / 100).toFixed(1) })}</dd>
      </div>
      <div>
        <dt>{t('unit.time')}</dt>
        <dd>{now.held ? heldText(table.names, info?.heldUntil ?? 0) : formatMinutes(now.minutes)}</dd>
      </div>
      {leaders.map(({ data, state }) => (
        <div class="wide" key={data.id}>
          <dt>{t('unit.leader')}</dt>
          <dd>
            {table.names.leader(table.game.data.oob.leaders.indexOf(data))}{' '}
            <span lang={secondName(data.name, data.zh ?? '').lang}>{secondName(data.name, data.zh ?? '').text}</span>{' '}
            <small>{state.status === 0 ? ratingText(data.rating) : term('terms.leaderStatus', state.status)}</small>
          </dd>
        </div>
      ))}
    </dl>
  );
}

function EnemyFacts({
  unit,
  now,
  named,
  counted,
}: {
  unit: number;
  now: Readonly<UnitState>;
  named: boolean;
  counted: boolean;
}) {
  const { table } = useDesk();
  const info = table.game.units[unit];
  return (
    <dl class="facts">
      {table.seen.value.view.fog && (
        <div>
          <dt>{t('unit.known')}</dt>
          <dd>{term('terms.seen', now.seen)}</dd>
        </div>
      )}
      <div>
        <dt>{t('unit.men')}</dt>
        <dd>
          {counted ? formatCount(now.men) : named ? t('unit.about', { men: formatCount(now.men) }) : t('unit.notKnown')}{' '}
          {!counted && named && <small>{t('unit.establishment')}</small>}
        </dd>
      </div>
      {named && (
        <div>
          <dt>{t('unit.quality')}</dt>
          <dd>{info?.data.quality}</dd>
        </div>
      )}
      {counted && (
        <div>
          <dt>{t('unit.works')}</dt>
          <dd>{now.dug < 25 ? t('unit.noWorks') : t('unit.daysDug', { days: (now.dug / 100).toFixed(1) })}</dd>
        </div>
      )}
    </dl>
  );
}

function Losses({ now }: { now: Readonly<UnitState> }) {
  const kinds = ['killed', 'wounded', 'missing', 'captured', 'sick', 'starved'] as const;
  const shown = kinds.filter((kind) => now[kind] > 0);
  if (shown.length === 0) return null;
  return (
    <section>
      <h3 class="label">{t('unit.lossesSoFar')}</h3>
      <ul class="inline-facts">
        {shown.map((kind) => (
          <li key={kind}>
            <b>{formatCount(now[kind])}</b> {t(`unit.lostKinds.${kind}`)}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Sources({ unit }: { unit: number }) {
  const { table } = useDesk();
  const data = table.game.units[unit]?.data;
  return data ? <SourceNote of={`unit.${data.id}`} data={data} /> : null;
}
