/** Everything known of a unit, every number labelled. */

import { marchAllowance } from '../../core/rules/movement.ts';
import { cohesionFactor } from '../../core/rules/strength.ts';
import type { UnitState } from '../../core/state.ts';
import { SEEN_STRENGTH, SEEN_TYPE } from '../../core/state.ts';
import { useDesk } from '../app/desk.ts';
import { isOwn } from '../app/seen.ts';
import { lower, t, term } from '../text/intl.ts';
import { formatCount, formatMinutes, formatShare, type Names, secondName } from '../text/names.ts';
import { CounterPicture } from '../widgets/boardParts.tsx';
import { Explained } from '../widgets/explained.tsx';
import { Bar } from '../widgets/meters.tsx';
import { Abilities } from './abilities.tsx';
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
      {own && <Abilities unit={unit} />}
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
        <dt>
          <Explained about={t('explain.men')} how={menHow(now, info?.data.men ?? 0)} clause="6.2">
            {t('unit.men')}
          </Explained>
        </dt>
        <dd>
          {formatCount(now.men)} <small>{t('unit.ofStart', { start: formatCount(info?.data.men ?? 0) })}</small>
        </dd>
      </div>
      <div>
        <dt>
          <Explained about={t('explain.quality')} clause="6.9">
            {t('unit.quality')}
          </Explained>
        </dt>
        <dd>
          {info?.data.quality} <small>{t('unit.ofHundred')}</small>
        </dd>
      </div>
      <div>
        <dt>
          <Explained
            about={t('explain.cohesion')}
            how={t('explain.cohesionHow', { share: formatShare(Math.round(1000 * cohesionFactor(now.cohesion))) })}
            clause="11.1"
          >
            {t('unit.cohesion')}
          </Explained>
        </dt>
        <dd>{formatShare(now.cohesion)}</dd>
        <Bar value={now.cohesion} />
      </div>
      <div>
        <dt>
          <Explained
            about={t('explain.fatigue')}
            how={t('explain.fatigueHow', {
              march: formatShare(Math.round(now.fatigue * 0.4)),
              fight: formatShare(Math.round(now.fatigue / 2)),
            })}
            clause="11.2"
          >
            {t('unit.fatigue')}
          </Explained>
        </dt>
        <dd>{formatShare(now.fatigue)}</dd>
        <Bar value={now.fatigue} high />
      </div>
      <div>
        <dt>
          <Explained
            about={t('explain.works')}
            how={t('explain.worksHow', { days: (now.dug / 100).toFixed(1) })}
            clause="6.5"
          >
            {t('unit.works')}
          </Explained>
        </dt>
        <dd>{now.dug < 25 ? t('unit.noWorks') : t('unit.daysDug', { days: (now.dug / 100).toFixed(1) })}</dd>
      </div>
      <div>
        <dt>
          <Explained
            about={t('explain.time')}
            how={t('explain.timeHow', {
              full: formatMinutes(marchAllowance(table.game, 0)),
              now: formatMinutes(marchAllowance(table.game, now.fatigue)),
            })}
            clause="3.1"
          >
            {t('unit.time')}
          </Explained>
        </dt>
        <dd>{now.held ? heldText(table.names, info?.heldUntil ?? 0) : formatMinutes(now.minutes)}</dd>
      </div>
      {leaders.map(({ data, state }) => (
        <div class="wide" key={data.id}>
          <dt>
            <Explained about={t('explain.leader')} clause="6.9">
              {t('unit.leader')}
            </Explained>
          </dt>
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

/** "3,000 at the start, 200 received since, 410 lost to all causes." */
function menHow(now: Readonly<UnitState>, start: number): string {
  const lost = now.killed + now.wounded + now.missing + now.captured + now.sick + now.starved;
  return t('explain.menHow', { start, received: now.received, lost });
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
          <dt>
            <Explained about={t('explain.known')} clause="7.3">
              {t('unit.known')}
            </Explained>
          </dt>
          <dd>{term('terms.seen', now.seen)}</dd>
        </div>
      )}
      <div>
        <dt>
          <Explained about={t('explain.menKnown')} clause="7.8">
            {t('unit.men')}
          </Explained>
        </dt>
        <dd>
          {counted ? formatCount(now.men) : named ? t('unit.about', { men: formatCount(now.men) }) : t('unit.notKnown')}{' '}
          {!counted && named && <small>{t('unit.establishment')}</small>}
        </dd>
      </div>
      {named && (
        <div>
          <dt>
            <Explained about={t('explain.quality')} clause="6.9">
              {t('unit.quality')}
            </Explained>
          </dt>
          <dd>{info?.data.quality}</dd>
        </div>
      )}
      {counted && (
        <div>
          <dt>
            <Explained about={t('explain.works')} clause="6.5">
              {t('unit.works')}
            </Explained>
          </dt>
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
          <li key={kind}>{t('unit.lostOf', { kind: t(`unit.lostKinds.${kind}`), count: now[kind] })}</li>
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
