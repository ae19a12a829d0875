/** A file of lines that a batch plays on at: `lab run` and `lab vary` go on after its last line, Ctrl-C ends them after a whole one. */
import { type Batch, runInOrder } from '../batch.ts';
import { FINDINGS, FINE, INTERRUPTED, Stop, say, startProgress } from '../terminal.ts';
import type { Done, Way } from '../worker.ts';
import { RunWriter } from './runFile.ts';

/** What is missing in a file, and how it gets there. */
export interface Missing<W extends Way> extends Pick<Batch<W>, 'tasks' | 'jobs'> {
  path: string;
  /** Bytes of the file that stay; its first line is written where nothing does. */
  kept: number;
  head: string;
  /** What a task is called ("game"), and how many are there already. */
  unit: string;
  before: number;
  /** Takes a result, and gives the line that it is in the file. */
  take: (done: Done<W>) => string;
}

/** Plays what is missing, to its end or until Ctrl-C. Ends the command, with the number of the task, when one of them fails. */
export async function playOn<W extends Way>(way: W, missing: Missing<W>): Promise<void> {
  const { path, kept, head, unit, before, tasks, jobs, take } = missing;
  const total = before + tasks.length;
  const writer = new RunWriter(path, kept);
  if (kept === 0) writer.write(head);
  if (before > 0) say(`${path}: ${before} of ${total} ${unit}s are there`);
  const stop = new AbortController();
  const interrupt = (): void => stop.abort();
  process.once('SIGINT', interrupt);
  const progress = startProgress(total, `${unit}s`, before);
  let taken = before;
  try {
    await runInOrder(way, {
      tasks,
      jobs: Math.min(jobs, tasks.length),
      tick: (done) => progress.tick(before + done),
      take: (done) => {
        writer.write(take(done));
        taken++;
      },
      stop: stop.signal,
    });
  } catch (error) {
    if (error instanceof Stop) throw error;
    throw new Stop(`${unit} ${taken + 1}: ${(error as Error).message}`, FINDINGS);
  } finally {
    process.off('SIGINT', interrupt);
    progress.stop();
    writer.close();
  }
}

/** The exit code of a batch that has so many of all; says how the file is gone on with where some are missing. */
export function endOf(unit: string, there: number, total: number, fresh = false): number {
  if (there === total) return FINE;
  // With --fresh the same command would throw away what there is.
  const same = fresh ? 'the same command without --fresh' : 'the same command';
  say(`stopped: ${same} goes on with ${unit} ${there + 1}`);
  return INTERRUPTED;
}
