/** What the games of a run say: report and comparison, made in a worker and shown by parts of the page that are fetched when needed. */
import { useEffect, useState } from 'preact/hooks';
import { report as tell } from '../app/app.ts';
import { isReplayable, replayGame } from '../app/laboratory.ts';
import { comparisons, type Making, makeReport, reports } from '../app/laboratoryReports.ts';
import type { StoredRun } from '../storage/runs.ts';
import { t } from '../text/intl.ts';

/** A part of the page that is fetched when it is first shown; null until it is there. */
function useLazy<T>(load: () => Promise<T>): T | null {
  const [part, setPart] = useState<{ of: T } | null>(null);
  useEffect(() => {
    load().then((of) => setPart({ of }), tell);
  }, []);
  return part?.of ?? null;
}

const loadReport = () => import('../report/report.tsx');

export function LaboratoryReport({ run }: { run: StoredRun }) {
  const view = useLazy(loadReport);
  const made = reports.value.get(run.id);
  if (!made) return null;
  const model = made.state === 'made' ? made.model : made.state === 'making' ? made.before : null;
  return (
    <section class="sheet lab-report" aria-label={t('laboratory.report')}>
      <MakingWords of={made} failed={t('laboratory.reportFailed')} />
      {model && model.games < run.count && made.state === 'made' && (
        <p class="lab-line small">
          {t('laboratory.reportOf', { games: model.games, there: run.count })}
          <button type="button" onClick={() => void makeReport(run)}>
            {t('laboratory.reportAgain')}
          </button>
        </p>
      )}
      {model && view && (
        <view.Report
          model={model}
          {...(isReplayable(run) && { onReplay: ({ game }: { game: number }) => void replayGame(run, game) })}
        />
      )}
    </section>
  );
}

const loadComparison = () => import('../report/comparison.tsx');

/** What differs between a run and another of the same seeds. */
export function LaboratoryComparison({ run }: { run: StoredRun }) {
  const view = useLazy(loadComparison);
  const made = comparisons.value.get(run.id);
  if (!made) return null;
  const model = made.state === 'made' ? made.model : made.state === 'making' ? made.before : null;
  return (
    <section class="sheet lab-report" aria-label={t('laboratory.comparison')}>
      <MakingWords of={made} failed={t('laboratory.compareFailed')} />
      {model && view && <view.Comparison model={model} />}
    </section>
  );
}

/** That something is being made, how far it is and how to stop it; or why it could not be made. */
function MakingWords<T>({ of, failed }: { of: Making<T>; failed: string }) {
  if (of.state === 'made') return null;
  if (of.state === 'failed')
    return (
      <div role="alert">
        <p class="refusal-line">{failed}</p>
        <ul class="small">
          {of.faults.map((fault) => (
            <li key={fault}>{fault}</li>
          ))}
        </ul>
      </div>
    );
  return (
    <p class="lab-line" role="status">
      <span>{t('laboratory.making')}</span>
      <progress max={1} value={of.share} aria-label={t('laboratory.making')} />
      <button type="button" onClick={of.stop}>
        {t('common.cancel')}
      </button>
    </p>
  );
}
