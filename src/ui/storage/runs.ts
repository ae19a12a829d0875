/**
 * Runs of the laboratory in a database of their own: however many games they hold and whatever becomes of it, the player's
 * battles lie elsewhere. A line of a run is kept as its file has it, by its number, so that nothing can lie there twice.
 */
import type { DBSchema, IDBPDatabase } from 'idb';
import type { RunHeader } from '../../lab/run/run.ts';
import { type Lost, openPatiently } from './opening.ts';

const NAME = 'ridgeline-laboratory';
const VERSION = 1;

/** A run without its games. */
export interface StoredRun {
  id: string;
  header: RunHeader;
  /** The same as the run's file has it: its first line. */
  head: string;
  /** The run whose games this one plays again with something changed; null for none. */
  base: string | null;
  /** Milliseconds since 1970. */
  begunAt: number;
  savedAt: number;
  /** Games stored. */
  count: number;
}

/** A game of a run: its number, and its line with the end. */
export interface StoredLine {
  game: number;
  text: string;
}

interface Schema extends DBSchema {
  runs: { key: string; value: StoredRun };
  lines: { key: [string, number]; value: StoredLine & { run: string } };
}

export type RunDatabase = IDBPDatabase<Schema>;

/** Opens the laboratory's database, or rejects as `openPatiently` does. */
export function openRuns(lost: Lost): Promise<RunDatabase> {
  return openPatiently<Schema>(
    { name: NAME, version: VERSION },
    (db) => {
      db.createObjectStore('runs', { keyPath: 'id' });
      db.createObjectStore('lines', { keyPath: ['run', 'game'] });
    },
    lost,
  );
}

const gamesOf = (run: string): IDBKeyRange => IDBKeyRange.bound([run, 0], [run, Number.MAX_SAFE_INTEGER]);

/** The run was deleted, as in another tab: nothing of it is written any more. */
export class RunGone extends Error {
  constructor() {
    super('the run was deleted');
    this.name = 'RunGone';
  }
}

/**
 * Stores a run that is new to the storage, or more games of one that is there: all of it or nothing. Of a game stored twice
 * one line is kept. `run.count` is not looked at. Rejects with `RunGone`, or with the transaction's own failure, as when
 * there is no room.
 */
export async function writeRun(
  db: RunDatabase,
  run: StoredRun,
  lines: readonly StoredLine[],
  isNew: boolean,
): Promise<void> {
  const transaction = db.transaction(['runs', 'lines'], 'readwrite', { durability: 'strict' });
  const runs = transaction.objectStore('runs');
  const store = transaction.objectStore('lines');
  const work = async (): Promise<void> => {
    if (!isNew && (await runs.getKey(run.id)) === undefined) throw new RunGone();
    await Promise.all(lines.map(({ game, text }) => store.put({ run: run.id, game, text })));
    const count = await store.count(gamesOf(run.id));
    await runs.put({ ...run, count, savedAt: Date.now() });
  };
  // The transaction's own failure says more than that of any write in it.
  const [written, whole] = await Promise.allSettled([work(), transaction.done]);
  if (whole.status === 'rejected') throw whole.reason ?? new Error('the transaction was aborted');
  if (written.status === 'rejected') throw written.reason;
}

/** All runs, the newest first. */
export async function listRuns(db: RunDatabase): Promise<StoredRun[]> {
  return (await db.getAll('runs')).sort((a, b) => b.begunAt - a.begunAt);
}

/** Numbers of the games that are stored, ascending. */
export async function storedGames(db: RunDatabase, run: string): Promise<number[]> {
  return (await db.getAllKeys('lines', gamesOf(run))).map(([, game]) => game);
}

/** Lines that are stored, in the order of their numbers. */
export async function readLines(db: RunDatabase, run: string): Promise<StoredLine[]> {
  return (await db.getAll('lines', gamesOf(run))).map(({ game, text }) => ({ game, text }));
}

export async function deleteRun(db: RunDatabase, run: string): Promise<void> {
  const transaction = db.transaction(['runs', 'lines'], 'readwrite', { durability: 'strict' });
  await Promise.all([
    transaction.objectStore('lines').delete(gamesOf(run)),
    transaction.objectStore('runs').delete(run),
    transaction.done,
  ]);
}
