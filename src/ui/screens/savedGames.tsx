/** Going on with the last game, and the list of named saves. */
import { useState } from 'preact/hooks';
import { catalogue } from '../app/app.ts';
import { told } from '../app/entryWords.ts';
import { dropJournal, dropSave, nameSave, shelf } from '../app/shelf.ts';
import { continueJournal, continueSave, exportStored, watchStored } from '../app/stored.ts';
import type { JournalHead, SaveInfo } from '../storage/database.ts';
import { t } from '../text/intl.ts';
import { formatDate } from '../text/names.ts';
import { Icon, type IconName } from '../widgets/icon.tsx';
import { MapThumb } from '../widgets/mapThumb.tsx';
import { StorageTrouble } from './storageTrouble.tsx';

function ago(then: number): string {
  const minutes = Math.max(0, Date.now() - then) / 60_000;
  if (minutes < 1.5) return t('start.agoNow');
  if (minutes < 90) return t('start.agoMinutes', { count: Math.round(minutes) });
  if (minutes < 36 * 60) return t('start.agoHours', { count: Math.round(minutes / 60) });
  return t('start.agoDays', { count: Math.round(minutes / 1440) });
}

/** A small picture button at the end of a row. */
function RowTool({ label, icon, onClick }: { label: string; icon: IconName; onClick: () => void }) {
  return (
    <button type="button" class="plain" aria-label={label} title={label} onClick={onClick}>
      <Icon name={icon} />
    </button>
  );
}

/** The running games, newest first. */
export function RunningGames() {
  const { journals } = shelf.value;
  return (
    <>
      <StorageTrouble />
      {journals.length > 0 && (
        <section class="sheet">
          <h2>{t('start.goOn')}</h2>
          <ul class="rows games">
            {journals.map((journal, i) => (
              <JournalRow key={journal.id} journal={journal} first={i === 0} />
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

export function SavedGames() {
  const { saves } = shelf.value;
  if (saves.length === 0) return null;
  return (
    <section class="sheet">
      <h2>{t('start.saved')}</h2>
      <ul class="rows games">
        {saves.map((save) => (
          <SaveRow key={save.id} save={save} />
        ))}
      </ul>
    </section>
  );
}

function JournalRow({ journal, first }: { journal: JournalHead; first: boolean }) {
  const entry = catalogue.value?.find((one) => one.id === journal.head.scenario.id);
  const side = entry ? told(entry).side(journal.side) : '';
  return (
    <li>
      <button
        type="button"
        class={first && !journal.over ? 'primary game-row' : 'game-row'}
        onClick={() => void continueJournal(journal.id)}
      >
        {entry && <MapThumb entry={entry} position={journal.position ?? null} />}
        <span>{entry ? told(entry).title : journal.head.scenario.id}</span>
        <small>
          {journal.over ? t('start.finished') : t('start.place', { turn: journal.turn, side })} · {ago(journal.savedAt)}
        </small>
      </button>
      <span class="row-tools">
        <RowTool label={t('game.replay')} icon="play" onClick={() => void watchStored('journal', journal.id)} />
        <RowTool
          label={t('start.export')}
          icon="download"
          onClick={() => void exportStored('journal', journal.id, journal.turn)}
        />
        <RowTool label={t('start.remove')} icon="trash" onClick={() => void dropJournal(journal.id)} />
      </span>
    </li>
  );
}

function SaveRow({ save }: { save: SaveInfo }) {
  const [mode, setMode] = useState<'row' | 'rename' | 'delete'>('row');
  const [name, setName] = useState(save.name);
  const entry = catalogue.value?.find((one) => one.id === save.scenario);
  if (mode === 'rename') {
    return (
      <li>
        <form
          class="rename"
          onSubmit={(event) => {
            event.preventDefault();
            void nameSave(save.id, name.trim() || save.name).then(() => setMode('row'));
          }}
        >
          <input
            type="text"
            aria-label={t('save.name')}
            maxLength={120}
            value={name}
            onInput={(event) => setName(event.currentTarget.value)}
          />
          <button type="submit">{t('start.rename')}</button>
        </form>
      </li>
    );
  }
  if (mode === 'delete') {
    return (
      <li class="asking">
        <span>{t('start.reallyRemove', { name: save.name })}</span>
        <span class="row-tools">
          <button type="button" onClick={() => setMode('row')}>
            {t('common.cancel')}
          </button>
          <button type="button" class="danger" onClick={() => void dropSave(save.id)}>
            {t('start.remove')}
          </button>
        </span>
      </li>
    );
  }
  return (
    <li>
      <button type="button" class="game-row" onClick={() => void continueSave(save.id)}>
        {entry && <MapThumb entry={entry} position={save.position ?? null} />}
        <span>{save.name}</span>
        <small>
          {save.title} · {t('start.place', { turn: save.turn, side: save.side })} · {formatDate(save.date, false)} ·{' '}
          {ago(save.savedAt)}
        </small>
      </button>
      <span class="row-tools">
        <RowTool label={t('game.replay')} icon="play" onClick={() => void watchStored('save', save.id)} />
        <RowTool label={t('start.rename')} icon="pen" onClick={() => setMode('rename')} />
        <RowTool
          label={t('start.export')}
          icon="download"
          onClick={() => void exportStored('save', save.id, save.turn)}
        />
        <RowTool label={t('start.remove')} icon="trash" onClick={() => setMode('delete')} />
      </span>
    </li>
  );
}
