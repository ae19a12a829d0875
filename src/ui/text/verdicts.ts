/** Whether a record still is the game that was played, in words. */
import type { Divergence, Mismatch } from '../../play/rerun.ts';
import type { Verdict } from '../../play/verify.ts';
import { t } from './intl.ts';

type AnyVerdict = Verdict | Divergence | Mismatch;

/** One or two words. */
export function verdictShort(verdict: AnyVerdict): string {
  return t(`replay.short.${verdict.grade}`, verdict.grade === 'diverged' ? { at: verdict.at + 1 } : {});
}

/** A sentence with what was expected and found. */
export function verdictText(verdict: AnyVerdict): string {
  switch (verdict.grade) {
    case 'verified':
      return t('replay.verdict.verified', { actions: verdict.actions });
    case 'diverged': {
      const { at, action, expected, found } = verdict;
      const gaps = { at: at + 1, type: action.type, expected };
      return found === null ? t('replay.verdict.refused', gaps) : t('replay.verdict.diverged', { ...gaps, found });
    }
    default:
      return t(`replay.verdict.${verdict.grade}`, { expected: verdict.expected, found: verdict.found });
  }
}
