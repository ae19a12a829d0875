/** The battle as history has it: a map of the movements, the dated events, the order of battle, and where it all comes from. */
import { useEffect, useId, useState } from 'preact/hooks';
import type { Game } from '../../core/game.ts';
import { type Battle, readBattle } from '../app/battle.ts';
import { type History, readHistory } from '../app/history.ts';
import { openWords } from '../app/language.ts';
import { type CatalogueEntry, loadGame } from '../app/load.ts';
import { language, t } from '../text/intl.ts';
import { Dialog } from '../widgets/dialog.tsx';
import { rove } from '../widgets/roving.ts';
import { SourceTitles } from '../widgets/sourceList.tsx';
import { HistoryEvents } from './historyEvents.tsx';
import { HistoryMapView } from './historyMapView.tsx';
import { HistoryOrder } from './historyOrder.tsx';

const TABS = ['map', 'events', 'order', 'sources'] as const;
type Tab = (typeof TABS)[number];

interface Props {
  entry: CatalogueEntry;
  onClose: () => void;
}

export function HistorySheet({ entry, onClose }: Props) {
  const [game, setGame] = useState<Game | null>(null);
  const [battle, setBattle] = useState<Battle | null>(null);
  const [history, setHistory] = useState<History | null>(null);
  const [fault, setFault] = useState('');
  const [tab, setTab] = useState<Tab>('map');
  const [day, setDay] = useState<number | null>(null);
  const id = useId();
  const tongue = language();
  useEffect(() => {
    let gone = false;
    const read = async (): Promise<void> => {
      const [found, told] = await Promise.all([loadGame(entry), readHistory(entry.id, true), openWords(entry.id)]);
      const read = await readBattle(found);
      if (gone) return;
      setGame(found);
      setHistory(told);
      setBattle(read);
    };
    read().catch((error: Error) => gone || setFault(error.message));
    return () => {
      gone = true;
    };
    // The names in it are those of the language.
  }, [entry.id, tongue]);
  return (
    <Dialog title={t('battle.title')} onClose={onClose} wide>
      <p class="small soft">{t('battle.about')}</p>
      <div class="tabs sheet-tabs" role="tablist" onKeyDown={rove}>
        {TABS.map((one) => (
          <button
            type="button"
            role="tab"
            key={one}
            id={`${id}-${one}`}
            aria-selected={tab === one}
            aria-controls={`${id}-panel`}
            tabIndex={tab === one ? 0 : -1}
            onClick={() => setTab(one)}
          >
            {t(`battle.tabs.${one}`)}
          </button>
        ))}
      </div>
      <div id={`${id}-panel`} role="tabpanel" aria-labelledby={`${id}-${tab}`} class="history-sheet">
        {fault !== '' && <p class="refusal-line">{t('battle.missing', { why: fault })}</p>}
        {fault === '' && !(game && battle) && <p role="status">{t('battle.loading')}</p>}
        {game && battle && tab === 'map' && (
          <HistoryMapView game={game} battle={battle} sources={history?.sources ?? {}} day={day} onDay={setDay} />
        )}
        {game && battle && tab === 'events' && (
          <HistoryEvents
            game={game}
            battle={battle}
            sources={history?.sources ?? {}}
            onDay={(shown) => {
              setDay(shown);
              setTab('map');
            }}
          />
        )}
        {game && tab === 'order' && <HistoryOrder game={game} />}
        {tab === 'sources' && history && <SourceTitles keys={Object.keys(history.sources)} sources={history.sources} />}
      </div>
    </Dialog>
  );
}
