import type { ReplayDesk } from '../app/replayDesk.ts';
import { t } from '../text/intl.ts';
import { verdictShort, verdictText } from '../text/verdicts.ts';
import { Icon } from '../widgets/icon.tsx';

/** Whether the record replays to the bit; what is known so far, and a way to cancel. */
export function VerdictBadge({ desk }: { desk: ReplayDesk }) {
  const checking = desk.checking.value;
  if (checking.state === 'running') {
    return (
      <div class="badge" role="status">
        <i class="spinner" aria-hidden="true" />{' '}
        {t('replay.checking', {
          known: checking.total > 0,
          share: Math.round((checking.done / Math.max(1, checking.total)) * 100),
        })}
        <button type="button" class="plain" onClick={() => desk.cancel()}>
          {t('common.cancel')}
        </button>
      </div>
    );
  }
  if (checking.state === 'cancelled' || checking.state === 'failed') {
    return (
      <div class="badge">
        {checking.state === 'failed' ? t('replay.checkFailed', { why: checking.reason }) : t('replay.unchecked')}
        <button type="button" class="plain" onClick={() => desk.verify()}>
          {t('replay.check')}
        </button>
      </div>
    );
  }
  const good = checking.verdict.grade === 'verified';
  return (
    <div class={`badge ${good ? 'good' : 'bad'}`} role="status" title={verdictText(checking.verdict)}>
      <Icon name={good ? 'check' : 'warn'} /> {verdictShort(checking.verdict)}
    </div>
  );
}
