/**
 * Keeps the running game stored: one write at a time, always of the newest record, retried when it failed. What happens
 * to it is told in one of four words, so that the page can warn and offer a file.
 */
import type { GameRecord } from '../../play/record.ts';
import type { Database } from './database.ts';
import { type FaultKind, faultOf } from './fault.ts';
import { type Place, pruneUntouched, TakenOver, writeJournal } from './journal.ts';

export type Keeping =
  | { state: 'kept' }
  | { state: 'writing' }
  /** Storage refused, full or gone: the game lives in this tab only. */
  | { state: 'failed'; kind: FaultKind; message: string }
  /** Another tab has the game now. `unwritten`: it took it before all of this tab's orders were stored. */
  | { state: 'taken'; unwritten: boolean };

export type WriteGame = (record: GameRecord, level: number, place: Place) => Promise<void>;

export class Keeper {
  readonly #write: WriteGame;
  readonly #tell: (keeping: Keeping) => void;
  #waiting: { record: GameRecord; place: Place } | null = null;
  #written: GameRecord['actions'] = [];
  #running: Promise<void> | null = null;
  #stopped = false;
  /** The last write did not go through. */
  #failed = false;

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

  /** Whether all that was noted is stored. */
  get level(): boolean {
    return this.#waiting === null && this.#running === null && !this.#failed;
  }

  stop(): void {
    this.#stopped = true;
    this.#waiting = null;
  }

  /** For another tab that asks for the game: stores what is still on its way, then writes no more. */
  async handOver(): Promise<void> {
    await this.settled();
    const unwritten = this.#failed;
    this.stop();
    this.#tell({ state: 'taken', unwritten });
  }

  async #run(): Promise<void> {
    while (this.#waiting && !this.#stopped) {
      const { record, place } = this.#waiting;
      this.#waiting = null;
      this.#tell({ state: 'writing' });
      try {
        await this.#write(record, sharedLength(this.#written, record.actions), place);
        this.#written = record.actions;
        this.#failed = false;
        if (!this.#waiting) this.#tell({ state: 'kept' });
      } catch (error) {
        if (error instanceof TakenOver) {
          this.stop();
          this.#tell({ state: 'taken', unwritten: true });
          break;
        }
        this.#failed = true;
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

/** Storage trouble as it is told: its kind, and the browser's own words. */
export function failure(error: unknown): Extract<Keeping, { state: 'failed' }> {
  const { kind, message } = faultOf(error);
  return { state: 'failed', kind, message };
}

/** Writes a game into the database as tab `owner`. */
export function journalWriter(db: Database, id: string, owner: string): WriteGame {
  let pruned = false;
  return async (record, level, place) => {
    await writeJournal(db, id, owner, record, level, place);
    if (pruned) return;
    pruned = true;
    // Tidying up is no part of storing this game.
    await pruneUntouched(db, id).catch(() => undefined);
  };
}
