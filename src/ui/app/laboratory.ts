/** The laboratory on the page: runs that are begun, gone on with, looked at, compared, taken away as files and brought back. */
import { computed, effect, signal } from '@preact/signals';
import type { RunConditions } from '../../lab/run/run.ts';
import type { GameRecord } from '../../play/record.ts';
import type { Answer, OpenedRun, Prepared } from '../../worker/laboratoryDesk.ts';
import type { StoredRun } from '../storage/runs.ts';
import { freshId } from '../storage/tabs.ts';
import { t } from '../text/intl.ts';
import { catalogue, notify, report, watch } from './app.ts';
import { download } from './files.ts';
import { ask, filesOf, runFileName, textOf, toldOr } from './laboratoryFiles.ts';
import { askAnalyst } from './laboratoryLink.ts';
import { RunPlay } from './laboratoryRun.ts';
import { addRun, dropRun, linesOf, onRunGone, runs, underWay } from './laboratoryShelf.ts';

/** Files of runs larger than this are not read, bytes. */
const LARGEST_FILE = 400_000_000;

/** The run that is looked at; null for the form in which a new one is set up. */
export const chosen = signal<string | null>(null);
/** The run whose games are to be played again with something changed, for the form. */
export const baseOfNew = signal<StoredRun | null>(null);
/** Whether what was asked for is being checked before it is begun. */
export const preparing = signal(false);
/** Runs that were begun or gone on with since the page was opened. */
export const plays = signal<ReadonlyMap<string, RunPlay>>(new Map());

export const chosenRun = computed(() => runs.value.find(({ id }) => id === chosen.value) ?? null);

/** The play that is up, if any: one at a time. */
function playUp(): RunPlay | null {
  return [...plays.value.values()].find((play) => play.isUp) ?? null;
}

effect(() => {
  const play = [...plays.value.values()].find(({ state }) => ['playing', 'pausing'].includes(state.value.name));
  underWay.value = play ? play.progress.value : null;
});

onRunGone((id) => {
  void plays.value.get(id)?.cancel();
  notify('info', t('laboratory.gone'));
});

async function prepare(conditions: RunConditions, begun: StoredRun | null): Promise<Prepared | null> {
  preparing.value = true;
  try {
    const files = await filesOf(conditions.scenario);
    const last = begun ? ((await linesOf(begun.id)).at(-1) ?? null) : null;
    const answer = await askAnalyst<Answer<Prepared>>(async (remote) =>
      begun ? remote.resume(files, begun.header, last) : remote.prepare(files, conditions, null),
    );
    return toldOr(answer, t(begun ? 'laboratory.otherRules' : 'laboratory.refused'));
  } catch (error) {
    report(error);
    return null;
  } finally {
    preparing.value = false;
  }
}

/** Begins a run and looks at it. */
export async function begin(conditions: RunConditions, base: string | null): Promise<void> {
  if (preparing.value) return;
  const prepared = await prepare(conditions, null);
  if (!prepared) return;
  const { header, head } = prepared;
  const now = Date.now();
  const run: StoredRun = { id: freshId(), header, head, base, begunAt: now, savedAt: now, count: 0 };
  await addRun(run);
  baseOfNew.value = null;
  chosen.value = run.id;
  await play(run, prepared);
}

/** Goes on with a run that is not finished. */
export async function goOn(run: StoredRun): Promise<void> {
  const known = plays.value.get(run.id);
  if (known?.isUp || preparing.value) return;
  if (known) return play(run, known.prepared);
  const prepared = await prepare(run.header, run);
  if (prepared) await play(run, prepared);
}

async function play(run: StoredRun, prepared: Prepared): Promise<void> {
  const other = playUp();
  if (other) {
    await other.cancel();
    notify('info', t('laboratory.otherPaused'));
  }
  const one = plays.value.get(run.id) ?? new RunPlay(run, prepared);
  plays.value = new Map(plays.value).set(run.id, one);
  const alone = await aloneWith(run.id, () => one.play());
  if (!alone) notify('error', t('laboratory.elsewhere'));
}

/** A tab that is closed or loaded anew may take so long to let go of its run, milliseconds. */
const LETTING_GO_MS = 5000;

/** Works while no other tab works at the same run; false when one does. */
async function aloneWith(id: string, work: () => Promise<void>): Promise<boolean> {
  const { locks } = navigator;
  let isOurs = !locks;
  const begin = (): Promise<void> => {
    isOurs = true;
    return work();
  };
  if (!locks) await begin();
  else
    await locks
      .request(`ridgeline-run ${id}`, { signal: AbortSignal.timeout(LETTING_GO_MS) }, begin)
      .catch((error: unknown) => {
        if (isOurs) throw error;
      });
  return isOurs;
}

export function pause(run: StoredRun): void {
  plays.value.get(run.id)?.pause();
}

export async function cancel(run: StoredRun): Promise<void> {
  await plays.value.get(run.id)?.cancel();
}

/** Deletes a run; its games end at once. */
export async function remove(run: StoredRun): Promise<void> {
  await cancel(run);
  const left = new Map(plays.value);
  left.delete(run.id);
  plays.value = left;
  await dropRun(run.id);
  if (chosen.value === run.id) chosen.value = null;
}

/** Saves a run as the file that the command line would have written; of one that is not finished its first games. */
export async function exportRun(run: StoredRun): Promise<void> {
  try {
    download(runFileName(run), run.head + (await linesOf(run.id)).join(''), 'application/x-ndjson');
  } catch (error) {
    report(error);
  }
}

/** Takes the run of a file, checked line by line, to the others. */
export async function importRun(file: File): Promise<void> {
  const text = await textOf(file, LARGEST_FILE);
  if (text === null) return;
  const opened = await ask<OpenedRun>(
    async (remote) => remote.read(text),
    t('laboratory.fileBroken', { name: file.name }),
  );
  if (!opened) return;
  const { header, head, lines } = opened;
  if (!catalogue.value?.some(({ id }) => id === header.scenario))
    return notify('error', t('start.unknownScenario', { id: header.scenario }));
  const now = Date.now();
  const run: StoredRun = { id: freshId(), header, head, base: null, begunAt: now, savedAt: now, count: lines.length };
  await addRun(
    run,
    lines.map((line, i) => ({ game: i + 1, text: line })),
  );
  chosen.value = run.id;
}

/** Whether the page can show the games of a run: it has only the scenario as it is. */
export function isReplayable({ header: { changes } }: StoredRun): boolean {
  return changes === null || changes.changes.length === 0;
}

/** Whether a game is being played again for its replay. */
export const fetchingGame = signal<number | null>(null);

/** Plays a game of a run again and opens it as a replay; one that has not been played yet is refused. */
export async function replayGame(run: StoredRun, game: number): Promise<void> {
  if (fetchingGame.value !== null) return;
  fetchingGame.value = game;
  try {
    const files = await filesOf(run.header.scenario);
    const line = (await linesOf(run.id))[game - 1];
    if (line === undefined) throw new RangeError(t('laboratory.noSuchGame', { game }));
    const record = toldOr(
      await askAnalyst<Answer<GameRecord>>(async (remote) => remote.record(files, run.header, line)),
      t('laboratory.otherRules'),
    );
    if (record) await watch(record, false, 'laboratory');
  } catch (error) {
    report(error);
  } finally {
    fetchingGame.value = null;
  }
}
