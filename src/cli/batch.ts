/** Many games in this thread or in workers, their results in the order of the tasks: the number of workers changes nothing. */
import Tinypool from 'tinypool';
import play, { type Done, type Task, type Way } from './worker.ts';

export interface Batch<W extends Way> {
  tasks: readonly Task<W>[];
  /** Worker threads; 1 plays in this thread. */
  jobs: number;
  /** Told how many of the tasks are done. */
  tick: (done: number) => void;
  /** Given the results, in order. */
  take: (done: Done<W>) => void;
  /** Ends the batch early: what is under way is thrown away. */
  stop?: AbortSignal;
}

/** Tasks handed out for each worker ahead of the one awaited: workers stay busy, finished games do not pile up. */
const AHEAD = 4;

/** Runs a batch, to its end unless it is stopped. Rejects when a game throws. */
export async function runInOrder<W extends Way>(way: W, batch: Batch<W>): Promise<void> {
  const { tasks, jobs, tick, take, stop } = batch;
  if (jobs <= 1) {
    for (const [i, task] of tasks.entries()) {
      // A signal is heard only between two turns of the event loop.
      if (stop) await new Promise(setImmediate);
      if (stop?.aborted) return;
      take(play({ way, task }));
      tick(i + 1);
    }
    return;
  }
  const pool = new Tinypool({
    filename: new URL('./worker.js', import.meta.url).href,
    minThreads: jobs,
    maxThreads: jobs,
  });
  const stopped = new Promise<null>((resolve) => stop?.addEventListener('abort', () => resolve(null), { once: true }));
  try {
    const ahead: Promise<Done<W>>[] = [];
    let next = 0;
    for (let i = 0; i < tasks.length; i++) {
      while (next < tasks.length && next < i + jobs * AHEAD) {
        const running = pool.run({ way, task: tasks[next++] }) as Promise<Done<W>>;
        // A failure is met below, in its turn; until then it is not unhandled.
        running.catch(() => {});
        ahead.push(running);
      }
      const done = await Promise.race([ahead.shift() as Promise<Done<W>>, stopped]);
      if (done === null) return;
      take(done);
      tick(i + 1);
    }
  } finally {
    await pool.destroy();
  }
}
