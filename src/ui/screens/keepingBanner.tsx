import { downloadRecord } from '../app/files.ts';
import type { Running } from '../app/running.ts';
import { t } from '../text/intl.ts';
import { Icon } from '../widgets/icon.tsx';

/** Says when the game is not being stored, or the opponent had to be started again, and what can be done. */
export function KeepingBanner({ running }: { running: Running }) {
  const keeping = running.keeping.value;
  const trouble = running.troubles.value[running.troubles.value.length - 1];
  const { session } = running.match;
  return (
    <>
      {(keeping.state === 'failed' || keeping.state === 'taken') && (
        <div class="banner" role="alert">
          <Icon name="warn" />
          <span>
            {keeping.state === 'taken'
              ? t('keeping.taken')
              : keeping.full
                ? t('keeping.full')
                : t('keeping.failed', { why: keeping.message })}
          </span>
          <button type="button" onClick={() => downloadRecord(session.record(), session.state.turn)}>
            <Icon name="download" /> {t('keeping.export')}
          </button>
          <button type="button" onClick={() => running.retry()}>
            {keeping.state === 'taken' ? t('keeping.takeBack') : t('keeping.retry')}
          </button>
        </div>
      )}
      {trouble && (
        <div class="banner" role="status">
          <Icon name="warn" />
          <span>{t(`trouble.${trouble.kind}`, { why: 'reason' in trouble ? trouble.reason : trouble.code })}</span>
          <button
            type="button"
            onClick={() => {
              running.troubles.value = [];
            }}
          >
            {t('common.understood')}
          </button>
        </div>
      )}
    </>
  );
}
