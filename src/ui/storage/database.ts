/**
 * The page's database: a journal of running games (one small write for each action) and named saves. Every write is one
 * transaction, so a tab killed at any moment leaves the last complete action.
 */
import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { Action } from '../../core/action.ts';
import type { GameRecord, Player } from '../../play/record.ts';
import { faultOf, StorageFault } from './fault.ts';

const NAME = 'ridgeline';
const VERSION = 1;
/** Some browsers leave the opening of a database unanswered; then the page goes on without one, milliseconds. */
const PATIENCE = 8000;

/** A running game without its actions. */
export interface JournalHead {
  id: string;
  head: Omit<GameRecord, 'actions' | 'digests'>;
  players: [Player, Player];
  /** Actions written so far. */
  count: number;
  turn: number;
  side: number;
  over: boolean;
  /** Hexes with troops, by side; games of before have none. */
  position?: readonly (readonly number[])[];
  /** Milliseconds since 1970, when last written. */
  savedAt: number;
  /** The tab that writes it: another tab that takes the game over changes this, and the first one stops. */
  owner: string;
}

export interface JournalAction {
  game: string;
  at: number;
  action: Action;
  digest: string;
}

export interface SaveInfo {
  id: string;
  name: string;
  scenario: string;
  title: string;
  turn: number;
  turns: number;
  date: string;
  side: string;
  savedAt: number;
  /** Hexes with troops, by side; saves of before have none. */
  position?: readonly (readonly number[])[];
}

export interface Save extends SaveInfo {
  record: GameRecord;
}

interface Schema extends DBSchema {
  journals: { key: string; value: JournalHead; indexes: { savedAt: number } };
  actions: { key: [string, number]; value: JournalAction };
  saves: { key: string; value: Save };
}

export type Database = IDBPDatabase<Schema>;

export interface Lost {
  /** Called when the browser closes the database under us, or a newer page needs it. */
  onLost: (fault: StorageFault) => void;
}

/**
 * Opens the database. Rejects with a `StorageFault` where the browser refuses storage (private windows, policy, a full
 * disk) or never answers, and where a newer page has changed it: that one is left exactly as it is.
 */
export async function openDatabase({ onLost }: Lost): Promise<Database> {
  if (typeof indexedDB === 'undefined') throw new StorageFault('refused', 'no IndexedDB');
  let given: Database | null = null;
  let late = false;
  const opening = openDB<Schema>(NAME, VERSION, {
    upgrade(db) {
      db.createObjectStore('journals', { keyPath: 'id' }).createIndex('savedAt', 'savedAt');
      db.createObjectStore('actions', { keyPath: ['game', 'at'] });
      db.createObjectStore('saves', { keyPath: 'id' });
    },
    blocking: (_now, _next, event) => {
      (event.target as IDBDatabase).close();
      if (given) onLost(new StorageFault('replaced', 'a newer page needs it'));
    },
    terminated: () => onLost(new StorageFault('closed', 'the browser closed it')),
  });
  void opening.then(
    // Nobody waits for it any more: left open it would only be in the way of others.
    (database) => late && database.close(),
    () => undefined,
  );
  let timer: ReturnType<typeof setTimeout> | undefined;
  const silence = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      late = true;
      reject(new StorageFault('silent', `no answer in ${PATIENCE / 1000} s`));
    }, PATIENCE);
  });
  try {
    given = await Promise.race([opening, silence]);
    return given;
  } catch (error) {
    throw faultOf(error);
  } finally {
    clearTimeout(timer);
  }
}
