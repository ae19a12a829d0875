/** What the start screen says of storage: that it fails, which games live in this tab only, what another version wrote. */
import { useSignal } from '@preact/signals';
import { catalogue } from '../app/app.ts';
import { titleOf } from '../app/entryWords.ts';
import { land, openShelf, shelf } from '../app/shelf.ts';
import { continueJournal } from '../app/stored.ts';
import type { Stranger } from '../storage/reading.ts';
import { t } from '../text/intl.ts';
import { storageFaultText } from '../text/storage.ts';
import { Icon } from '../widgets/icon.tsx';
import { StorageSheet } from './storageSheet.tsx';
import { DropButton, ExportButton } from './storedTools.tsx';

export function StorageTrouble() {
  const { fault, afloat, strangers } = shelf.value;
  const sheet = useSignal(false);
  return (
    <>
      {fault && (
        <div class="sheet storage-fault" role="alert">
          <p class="refusal-line">
            <Icon name="warn" /> {t('start.noStorage', { why: storageFaultText(fault) })}
          </p>
          <div class="button-row">
            {fault.kind === 'full' && (
              <button
                type="button"
                onClick={() => {
                  sheet.value = true;
                }}
              >
                {t('storage.room')}
              </button>
            )}
            <button type="button" onClick={() => void openShelf()}>
              {t('storage.again')}
            </button>
          </div>
        </div>
      )}
      {afloat.length > 0 && <Afloat />}
      {strangers.length > 0 && (
        <section class="sheet">
          <h2>{t('storage.stranger.title')}</h2>
          <ul class="rows games">
            {strangers.map((stranger) => (
              <StrangerRow key={stranger.id} stranger={stranger} />
            ))}
          </ul>
        </section>
      )}
      {sheet.value && (
        <StorageSheet
          playing={null}
          onClose={() => {
            sheet.value = false;
            void land();
          }}
        />
      )}
    </>
  );
}

/** Games that storage did not take. */
function Afloat() {
  const title = (scenario: string): string => titleOf(catalogue.value, scenario);
  return (
    <section class="sheet" aria-label={t('storage.afloat.title')}>
      <h2>
        <Icon name="warn" /> {t('storage.afloat.title')}
      </h2>
      <p class="small soft">{t('storage.afloat.about')}</p>
      <ul class="rows games">
        {shelf.value.afloat.map(({ id, record, place }) => {
          const name = record.name ?? title(record.scenario.id);
          return (
            <li key={id}>
              <button type="button" class="game-row" onClick={() => void continueJournal(id)}>
                <span>{name}</span>
                <small>{t('storage.orders', { count: record.actions.length })}</small>
              </button>
              <span class="row-tools">
                <ExportButton kind="journal" id={id} name={name} turn={place.turn} />
              </span>
            </li>
          );
        })}
      </ul>
      <button type="button" class="primary" onClick={() => void land()}>
        {t('storage.afloat.store')}
      </button>
    </section>
  );
}

function StrangerRow({ stranger }: { stranger: Stranger }) {
  const { id, kind, name, newer } = stranger;
  return (
    <li class="stranger">
      <span>
        <b>{name}</b>
        <small>{t(newer ? 'storage.stranger.newer' : 'storage.stranger.damaged')}</small>
      </span>
      <span class="row-tools">
        <ExportButton kind={kind} id={id} name={name} turn={0} />
        {!newer && <DropButton kind={kind} id={id} name={name} label={t('start.remove')} />}
      </span>
    </li>
  );
}
