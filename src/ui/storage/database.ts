/**
 * The page's database: a journal of running games (one small write for each action) and named saves. Every write is one
 * transaction, so a tab killed at any moment leaves the last complete action.
 */
import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { Action } from '../../core/action.ts';
import type { GameRecord, Player } from '../../play/record.ts';

const NAME = 'ridgeline';
const VERSION = 1;

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
  onLost: () => void;
}

/** Opens the database; rejects where the browser refuses storage (private windows, policy, a full disk). */
export async function openDatabase({ onLost }: Lost): Promise<Database> {
  if (typeof indexedDB === 'undefined') throw new Error('this browser offers no storage here');
  const database = await openDB<Schema>(NAME, VERSION, {
    upgrade(db) {
      db.createObjectStore('journals', { keyPath: 'id' }).createIndex('savedAt', 'savedAt');
      db.createObjectStore('actions', { keyPath: ['game', 'at'] });
      db.createObjectStore('saves', { keyPath: 'id' });
    },
    blocking: (_now, _next, event) => {
      (event.target as IDBDatabase).close();
      onLost();
    },
    terminated: onLost,
  });
  return database;
}
