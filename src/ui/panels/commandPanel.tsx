/** What the command wants, the decisions put to the side, and the zones of its armies. */
import { useEffect, useState } from 'preact/hooks';
import { DOCTRINES } from '../../core/scenario.ts';
import { type DecisionStatus, decisionFacts, type ZoneFacts, zonesOf } from '../app/decisions.ts';
import { useDesk } from '../app/desk.ts';
import { keyOf } from '../screens/overlayMenu.tsx';
import { ClauseLink } from '../screens/rulebookSheet.tsx';
import { t } from '../text/intl.ts';
import { formatDays, joinNames } from '../text/names.ts';
import { Icon } from '../widgets/icon.tsx';
import { DecisionCard } from './decisionCard.tsx';

/** What cannot be taken now is a line to unfold. */
const FOLDED: ReadonlySet<DecisionStatus> = new Set(['later', 'taken', 'past']);
const GROUPS: readonly DecisionStatus[] = ['open', 'unmet', 'later', 'taken', 'past'];

interface ZoneProps {
  overlay: boolean;
  onOverlay: () => void;
  /** The zone shown alone on the map. */
  zone: number | null;
  onZone: (zone: number) => void;
}

export function CommandPanel(props: ZoneProps) {
  const { table } = useDesk();
  const seen = table.seen.value;
  const all = decisionFacts(seen);
  const open = all.flatMap((one) => (one.status === 'open' ? [one.decision] : []));
  // What was new when the panel opened stays marked while it is open.
  const [known] = useState(() => new Set(table.looked.value));
  useEffect(() => {
    table.looked.value = new Set([...table.looked.value, ...open]);
  }, [open.join()]);
  const doctrine = DOCTRINES[seen.view.sides[seen.side].doctrine] ?? 'defend';
  return (
    <div class="command">
      <section>
        <h3 class="label">{t('command.doctrine')}</h3>
        <p>
          <b>{t(`terms.doctrines.${doctrine}.name`)}</b>{' '}
          <span class="soft">{t(`terms.doctrines.${doctrine}.about`)}</span>
        </p>
      </section>
      <section>
        <div class="row-head">
          <h2>{t('command.decisions')}</h2>
          <ClauseLink clause="2.7" text={t('odds.clause', { clause: '2.7' })} />
        </div>
        <p class="small soft">{all.length === 0 ? t('command.none') : t('command.about')}</p>
        {GROUPS.map((status) => {
          const group = all.filter((one) => one.status === status);
          if (group.length === 0) return null;
          return (
            <section key={status} class="decision-group">
              <h3 class="label">
                {t(`command.${status}`)} ({group.length})
              </h3>
              {group.map((one) =>
                FOLDED.has(status) ? (
                  <details key={one.decision} class="folded-decision">
                    <summary>
                      <b>{table.names.text(`decision.${one.data.id}.title`, one.data.title)}</b>{' '}
                      <small class="soft">
                        {one.taken
                          ? t('command.takenOn', { date: table.names.date(one.taken.turn) })
                          : formatDays(one.data.from, one.data.until, false)}
                      </small>
                    </summary>
                    <DecisionCard facts={one} fresh={false} />
                  </details>
                ) : (
                  <DecisionCard key={one.decision} facts={one} fresh={status === 'open' && !known.has(one.decision)} />
                ),
              )}
            </section>
          );
        })}
      </section>
      <Zones {...props} />
    </div>
  );
}

function Zones({ overlay, onOverlay, zone: shown, onZone }: ZoneProps) {
  const { table } = useDesk();
  const zones = zonesOf(table.seen.value);
  if (zones.length === 0) return null;
  return (
    <section>
      <h2>{t('command.zones')}</h2>
      <p class="small soft">{t('command.zonesAbout')}</p>
      <button type="button" aria-pressed={overlay} onClick={onOverlay}>
        <Icon name="layers" /> {t('command.showZones')} <kbd>{keyOf('boundaries')}</kbd>
      </button>
      <ZoneList zones={zones.filter((zone) => zone.active)} shown={shown} onZone={onZone} />
      {zones.some((zone) => !zone.active) && (
        <details>
          <summary>{t('command.zonesOff', { count: zones.filter((zone) => !zone.active).length })}</summary>
          <ZoneList zones={zones.filter((zone) => !zone.active)} shown={shown} onZone={onZone} />
        </details>
      )}
    </section>
  );
}

interface ZoneListProps {
  zones: readonly ZoneFacts[];
  shown: number | null;
  onZone: (zone: number) => void;
}

function ZoneList({ zones, shown, onZone }: ZoneListProps) {
  const { table } = useDesk();
  return (
    <ol class="rows">
      {zones.map((zone) => (
        <li key={zone.boundary}>
          <div class="row-head">
            <b>
              {zone.number}. {zone.name}
            </b>
            <button
              type="button"
              aria-pressed={shown === zone.boundary}
              aria-label={t('command.showZone', { name: zone.name })}
              onClick={() => onZone(zone.boundary)}
            >
              <Icon name="eye" />
            </button>
          </div>
          {zone.active && (
            <p class="small">
              {t('command.zoneIn', { count: zone.inside.length })}
              {zone.outside.length > 0 && (
                <>
                  ; <b>{t('command.zoneOut', { count: zone.outside.length })}</b>:{' '}
                  {joinNames(zone.outside.map(table.names.unit), 3)}
                </>
              )}
            </p>
          )}
        </li>
      ))}
    </ol>
  );
}
