/**
 * The page's database: a journal of running games (one small write for each action) and named saves. Every write is one
 * transaction, so a tab killed at any moment leaves the last complete action.
 */
import type { DBSchema, IDBPDatabase } from 'idb';
import type { Action } from '../../core/action.ts';
import type { GameRecord, Player } from '../../play/record.ts';
import { type Lost, openPatiently } from './opening.ts';

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

/** Opens the games' database, or rejects as `openPatiently` does. */
export function openDatabase(lost: Lost): Promise<Database> {
  return openPatiently<Schema>(
    { name: NAME, version: VERSION },
    (db) => {
      db.createObjectStore('journals', { keyPath: 'id' }).createIndex('savedAt', 'savedAt');
      db.createObjectStore('actions', { keyPath: ['game', 'at'] });
      db.createObjectStore('saves', { keyPath: 'id' });
    },
    lost,
  );
}
