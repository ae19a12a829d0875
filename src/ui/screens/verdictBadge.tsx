import type { ReplayDesk } from '../app/replayDesk.ts';
import { en } from '../text/en.ts';
import { Icon } from '../widgets/icon.tsx';

/** Whether the record replays to the bit; what is known so far, and a way to cancel. */
export function VerdictBadge({ desk }: { desk: ReplayDesk }) {
  const checking = desk.checking.value;
  if (checking.state === 'running') {
    return (
      <div class="badge" role="status">
        <i class="spinner" aria-hidden="true" /> {en.replay.checking(checking.done, checking.total)}
        <button type="button" class="plain" onClick={() => desk.cancel()}>
          {en.common.cancel}
        </button>
      </div>
    );
  }
  if (checking.state === 'cancelled' || checking.state === 'failed') {
    return (
      <div class="badge">
        {checking.state === 'failed' ? en.replay.checkFailed(checking.reason) : en.replay.unchecked}
        <button type="button" class="plain" onClick={() => desk.verify()}>
          {en.replay.check}
        </button>
      </div>
    );
  }
  const good = checking.verdict.grade === 'verified';
  return (
    <div class={`badge ${good ? 'good' : 'bad'}`} role="status" title={en.replay.verdict(checking.verdict)}>
      <Icon name={good ? 'check' : 'warn'} /> {en.replay.short(checking.verdict)}
    </div>
  );
}
