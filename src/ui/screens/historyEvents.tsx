/** The dated events of the battle, each with its place, how sure it is and where it comes from. */
import { useState } from 'preact/hooks';
import type { Game } from '../../core/game.ts';
import type { SideIndex } from '../../core/state.ts';
import type { Battle } from '../app/battle.ts';
import type { Source } from '../app/history.ts';
import { t } from '../text/intl.ts';
import { formatDate, scenarioNames } from '../text/names.ts';
import { Choice } from '../widgets/choice.tsx';
import { Icon } from '../widgets/icon.tsx';
import { SourceList } from '../widgets/sourceList.tsx';

interface Props {
  game: Game;
  battle: Battle;
  sources: Readonly<Record<string, Source>>;
  /** Shows a day on the map. */
  onDay: (day: number) => void;
}

export function HistoryEvents({ game, battle, sources, onDay }: Props) {
  const [sought, setSought] = useState('');
  const [side, setSide] = useState<SideIndex | -1>(-1);
  const names = scenarioNames(game);
  const words = sought.trim().toLowerCase();
  const shown = battle.events.filter(
    (event) =>
      (side < 0 || event.side === side) &&
      (words === '' || `${event.text} ${event.where}`.toLowerCase().includes(words)),
  );
  return (
    <>
      <div class="event-tools">
        <input
          type="search"
          data-aside="true"
          placeholder={t('battle.filter')}
          aria-label={t('battle.filter')}
          value={sought}
          onInput={(event) => setSought(event.currentTarget.value)}
        />
        <Choice
          label={t('battle.side')}
          value={side}
          onChange={setSide}
          options={[-1 as const, 0 as const, 1 as const].map((one) => ({
            value: one,
            label: one < 0 ? t('battle.both') : names.side(one),
          }))}
        />
      </div>
      {shown.length === 0 && <p role="status">{t('battle.noEvents')}</p>}
      <ol class="battle-events">
        {shown.map((event) => (
          <li key={event.id} style={{ '--side': event.side < 0 ? 'var(--rule-strong)' : `var(--side-${event.side})` }}>
            <p class="event-head">
              <time dateTime={event.date}>{formatDate(event.date)}</time>
              {event.where !== '' && <b>{event.where}</b>}
              {event.side >= 0 && <small>{names.side(event.side)}</small>}
              <small class={`confidence ${event.confidence}`}>{t(`battle.confidence.${event.confidence}`)}</small>
              {event.hex >= 0 && (
                <button
                  type="button"
                  class="plain"
                  aria-label={t('battle.showMap', { date: formatDate(event.date) })}
                  onClick={() => onDay(event.day)}
                >
                  <Icon name="eye" />
                </button>
              )}
            </p>
            <p>{event.text}</p>
            {event.note !== '' && <p class="small soft">{event.note}</p>}
            <SourceList keys={event.source} sources={sources} />
          </li>
        ))}
      </ol>
    </>
  );
}
