/** What the games of a run say: made in a worker when it is asked for, and kept until it is asked for again. */
import { type Signal, signal } from '@preact/signals';
import { proxy } from 'comlink';
import type { CompareModel } from '../../lab/compare/model.ts';
import type { ReportModel } from '../../lab/report/model.ts';
import type { Answer, RunText } from '../../worker/laboratoryDesk.ts';
import type { StoredRun } from '../storage/runs.ts';
import { t } from '../text/intl.ts';
import { filesOf } from './laboratoryFiles.ts';
import { askAnalyst, type Question } from './laboratoryLink.ts';
import { linesOf } from './laboratoryShelf.ts';
import { openWords } from './language.ts';

export type Making<T> =
  /** `before`: what was made last, which stays until the new one is there. */
  | { state: 'making'; share: number; stop: () => void; before: T | null }
  | { state: 'made'; model: T }
  | { state: 'failed'; faults: readonly string[] };

type Shelf<T> = Signal<ReadonlyMap<string, Making<T>>>;

/** Reports, by the id of their run. */
export const reports: Shelf<ReportModel> = signal(new Map());
/** Comparisons, by the id of the changed run. */
export const comparisons: Shelf<CompareModel> = signal(new Map());

/** Makes the report of the games so far. */
export function makeReport(run: StoredRun): Promise<void> {
  return make(reports, run, async (tell) => {
    const files = await filesOf(run.header.scenario);
    const text = await textOf(run);
    return async (remote) => remote.report(files, text, proxy(tell));
  });
}

/** Compares the games of a run with those of another one of the same seeds. */
export function makeComparison(base: StoredRun, changed: StoredRun): Promise<void> {
  return make(comparisons, changed, async (tell) => {
    const files = await filesOf(changed.header.scenario);
    const texts = [await textOf(base), await textOf(changed)] as const;
    return async (remote) => remote.compare(files, texts, proxy(tell));
  });
}

async function textOf(run: StoredRun): Promise<RunText> {
  const lines = await linesOf(run.id);
  if (lines.length === 0) throw new Error(t('laboratory.noGames'));
  return { head: run.head, lines };
}

/** What `prepare` asks is asked of a worker; progress, the end and failure are told on the shelf. */
async function make<T>(
  shelf: Shelf<T>,
  { id, header }: StoredRun,
  prepare: (tell: (share: number) => void) => Promise<Question<Answer<T>>>,
): Promise<void> {
  const before = shelf.value.get(id);
  if (before?.state === 'making') return;
  const put = (now: Making<T> | undefined): void => {
    const all = new Map(shelf.value);
    if (now) all.set(id, now);
    else all.delete(id);
    shelf.value = all;
  };
  const control = new AbortController();
  const stop = (): void => control.abort();
  const last = before?.state === 'made' ? before.model : null;
  const tell = (share: number): void => {
    if (!control.signal.aborted) put({ state: 'making', share, stop, before: last });
  };
  tell(0);
  try {
    await openWords(header.scenario);
    const answer = await askAnalyst(await prepare(tell), control.signal);
    put(answer.ok ? { state: 'made', model: answer.value } : { state: 'failed', faults: answer.faults });
  } catch (error) {
    if (control.signal.aborted) put(before);
    else put({ state: 'failed', faults: [error instanceof Error ? error.message : String(error)] });
  }
}
