/** The player's saves as the pages see them: open once, tell of trouble, never throw at a button. */
import { signal } from '@preact/signals';
import type { GameRecord } from '../../play/record.ts';
import { type Database, type JournalHead, openDatabase, type Save, type SaveInfo } from '../storage/database.ts';
import { claimJournal, deleteJournal, listJournals, readJournal } from '../storage/journal.ts';
import { deleteSave, listSaves, readSave, renameSave, writeSave } from '../storage/saves.ts';
import { openTabs, type Tabs } from '../storage/tabs.ts';

export interface Shelf {
  db: Database | null;
  /** Why nothing can be stored; null when all is well. */
  trouble: string | null;
  journals: JournalHead[];
  saves: SaveInfo[];
}

export const shelf = signal<Shelf>({ db: null, trouble: null, journals: [], saves: [] });

const takenListeners = new Set<(game: string) => void>();
export const tabs: Tabs = openTabs((game) => {
  for (const listener of takenListeners) listener(game);
});

/** Calls back when another tab takes a game over. Returns how to stop. */
export function onTaken(listener: (game: string) => void): () => void {
  takenListeners.add(listener);
  return () => takenListeners.delete(listener);
}

function trouble(error: unknown): void {
  shelf.value = { ...shelf.value, trouble: error instanceof Error ? error.message : String(error) };
}

/** Opens the database; afterwards `shelf` lists what is there. */
export async function openShelf(): Promise<void> {
  try {
    const db = await openDatabase({
      onLost: () => {
        shelf.value = { ...shelf.value, db: null, trouble: 'the browser closed the storage of this page' };
      },
    });
    shelf.value = { ...shelf.value, db, trouble: null };
    await readShelf();
    void navigator.storage?.persist?.().catch(() => false);
  } catch (error) {
    trouble(error);
  }
}

export async function readShelf(): Promise<void> {
  const { db } = shelf.value;
  if (!db) return;
  try {
    const [journals, saves] = await Promise.all([listJournals(db), listSaves(db)]);
    shelf.value = { ...shelf.value, journals, saves };
  } catch (error) {
    trouble(error);
  }
}

async function within<T>(work: (db: Database) => Promise<T>): Promise<T | null> {
  const { db } = shelf.value;
  if (!db) return null;
  try {
    const result = await work(db);
    await readShelf();
    return result;
  } catch (error) {
    trouble(error);
    return null;
  }
}

/** True when stored. */
export async function putSave(save: Save): Promise<boolean> {
  return (await within((db) => writeSave(db, save).then(() => true))) === true;
}

export const getSave = (id: string): Promise<Save | null> => within((db) => readSave(db, id));
export const nameSave = (id: string, name: string): Promise<unknown> => within((db) => renameSave(db, id, name));
export const dropSave = (id: string): Promise<unknown> => within((db) => deleteSave(db, id));
export const dropJournal = (id: string): Promise<unknown> => within((db) => deleteJournal(db, id));

/** A running game, taken over from whichever tab had it. */
export async function takeJournal(id: string): Promise<GameRecord | null> {
  tabs.claim(id);
  return within(async (db) => {
    await claimJournal(db, id, tabs.id);
    return readJournal(db, id);
  });
}

export const peekJournal = (id: string): Promise<GameRecord | null> => within((db) => readJournal(db, id));
