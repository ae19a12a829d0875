/**
 * Keeps the running game stored: one write at a time, always of the newest record, retried when it failed. What happens
 * to it is told in one of four words, so that the page can warn and offer a file.
 */
import type { GameRecord } from '../../play/record.ts';
import type { Database } from './database.ts';
import { type Place, pruneJournals, TakenOver, writeJournal } from './journal.ts';

export type Keeping =
  | { state: 'kept' }
  | { state: 'writing' }
  /** Storage refused or full: the game lives in this tab only. */
  | { state: 'failed'; message: string; full: boolean }
  /** Another tab has the game now. */
  | { state: 'taken' };

export type WriteGame = (record: GameRecord, level: number, place: Place) => Promise<void>;

export class Keeper {
  readonly #write: WriteGame;
  readonly #tell: (keeping: Keeping) => void;
  #waiting: { record: GameRecord; place: Place } | null = null;
  #written: GameRecord['actions'] = [];
  #running: Promise<void> | null = null;
  #stopped = false;

  constructor(write: WriteGame, tell: (keeping: Keeping) => void) {
    this.#write = write;
    this.#tell = tell;
  }

  /** Takes note of a change; returns at once. */
  keep(record: GameRecord, place: Place): void {
    if (this.#stopped) return;
    this.#waiting = { record, place };
    this.#running ??= this.#run();
  }

  /** Resolves when everything noted so far is stored or has failed. */
  async settled(): Promise<void> {
    await this.#running;
  }

  stop(): void {
    this.#stopped = true;
    this.#waiting = null;
  }

  async #run(): Promise<void> {
    while (this.#waiting && !this.#stopped) {
      const { record, place } = this.#waiting;
      this.#waiting = null;
      this.#tell({ state: 'writing' });
      try {
        await this.#write(record, sharedLength(this.#written, record.actions), place);
        this.#written = record.actions;
        if (!this.#waiting) this.#tell({ state: 'kept' });
      } catch (error) {
        if (error instanceof TakenOver) {
          this.stop();
          this.#tell({ state: 'taken' });
          break;
        }
        this.#tell(failure(error));
        this.#written = [];
        break;
      }
    }
    this.#running = null;
  }
}

/** How many actions two lists have in common from the start: the same objects, since a record shares them. */
export function sharedLength(a: GameRecord['actions'], b: GameRecord['actions']): number {
  const most = Math.min(a.length, b.length);
  let same = 0;
  while (same < most && a[same] === b[same]) same++;
  return same;
}

/** Storage trouble in words for the banner. */
export function failure(error: unknown): Extract<Keeping, { state: 'failed' }> {
  const name = error instanceof DOMException || error instanceof Error ? error.name : '';
  const message = error instanceof Error ? error.message : String(error);
  return { state: 'failed', message, full: name === 'QuotaExceededError' };
}

/** Writes a game into the database as tab `owner`. */
export function journalWriter(db: Database, id: string, owner: string): WriteGame {
  let pruned = false;
  return async (record, level, place) => {
    await writeJournal(db, id, owner, record, level, place);
    if (pruned) return;
    pruned = true;
    await pruneJournals(db, id);
  };
}
