import { useSignal } from '@preact/signals';
import { downloadRecord } from '../app/files.ts';
import type { Running } from '../app/running.ts';
import { takeBack } from '../app/stored.ts';
import { t } from '../text/intl.ts';
import { storageFaultText } from '../text/storage.ts';
import { Icon } from '../widgets/icon.tsx';
import { StorageSheet } from './storageSheet.tsx';

/** Says when the game is not being stored, or the opponent had to be started again, and what can be done. */
export function KeepingBanner({ running }: { running: Running }) {
  const keeping = running.keeping.value;
  const trouble = running.troubles.value[running.troubles.value.length - 1];
  const { session } = running.match;
  const sheet = useSignal(false);
  const clear = (then?: () => void): void => {
    running.troubles.value = [];
    then?.();
  };
  return (
    <>
      {(keeping.state === 'failed' || keeping.state === 'taken') && (
        <div class="banner" role="alert">
          <Icon name="warn" />
          <span>
            {keeping.state === 'taken'
              ? t('keeping.taken')
              : keeping.kind === 'full'
                ? t('keeping.full')
                : t('keeping.failed', { why: storageFaultText(keeping) })}
          </span>
          <button type="button" onClick={() => downloadRecord(session.record(), session.state.turn)}>
            <Icon name="download" /> {t('keeping.export')}
          </button>
          {keeping.state === 'failed' && keeping.kind === 'full' && (
            <button
              type="button"
              onClick={() => {
                sheet.value = true;
              }}
            >
              {t('storage.room')}
            </button>
          )}
          <button type="button" onClick={() => void (keeping.state === 'taken' ? takeBack(running) : running.retry())}>
            {keeping.state === 'taken' ? t('keeping.takeBack') : t('keeping.retry')}
          </button>
        </div>
      )}
      {sheet.value && (
        <StorageSheet
          playing={running.match.id}
          onClose={() => {
            sheet.value = false;
            if (running.keeping.value.state === 'failed') void running.retry();
          }}
        />
      )}
      {trouble && (
        <div class="banner" role={trouble.kind === 'stuck' ? 'alert' : 'status'}>
          <Icon name="warn" />
          <span>
            {t(`trouble.${trouble.kind}`, 'reason' in trouble ? { why: trouble.reason } : { what: trouble.code })}
          </span>
          {trouble.kind === 'stuck' ? (
            <>
              <button type="button" onClick={() => clear(() => running.carryOn())}>
                {t('trouble.again')}
              </button>
              <button type="button" onClick={() => clear(() => void running.endItsTurn())}>
                {t('trouble.endTurn')}
              </button>
            </>
          ) : (
            <button type="button" onClick={() => clear()}>
              {t('common.understood')}
            </button>
          )}
        </div>
      )}
    </>
  );
}
