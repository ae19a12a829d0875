/** The player's saves as the pages see them: open once, tell of trouble, never throw at a button. */
import { signal } from '@preact/signals';
import type { GameRecord } from '../../play/record.ts';
import { type Database, type JournalHead, openDatabase, type Save, type SaveInfo } from '../storage/database.ts';
import { faultOf, StorageFault } from '../storage/fault.ts';
import { claimJournal, deleteJournal, listJournals, ownJournal, type Place, readJournal } from '../storage/journal.ts';
import { journalWriter, type WriteGame } from '../storage/keeper.ts';
import type { Reading, Stranger } from '../storage/reading.ts';
import { deleteSave, listSaves, readSave, renameSave, writeSave } from '../storage/saves.ts';
import { openTabs, type Tabs } from '../storage/tabs.ts';

/** A game that storage would not take when it was left: it lives as long as this tab. */
export interface Afloat {
  id: string;
  record: GameRecord;
  place: Place;
  savedAt: number;
}

export interface Shelf {
  db: Database | null;
  /** Why nothing can be stored; null when all is well. */
  fault: StorageFault | null;
  journals: JournalHead[];
  saves: SaveInfo[];
  /** What lies in storage and cannot be opened by this version of the page. */
  strangers: Stranger[];
  afloat: Afloat[];
}

export const shelf = signal<Shelf>({ db: null, fault: null, journals: [], saves: [], strangers: [], afloat: [] });

/** Games that this tab has taken without the room to say so in storage. */
const unmarked = new Set<string>();

const takenListeners = new Set<(game: string) => Promise<void>>();
export const tabs: Tabs = openTabs(async (game) => {
  await Promise.all([...takenListeners].map((listener) => listener(game)));
});

/** Calls back when another tab takes a game over; the other waits until the promise settles. Returns how to stop. */
export function onTaken(listener: (game: string) => Promise<void>): () => void {
  takenListeners.add(listener);
  return () => takenListeners.delete(listener);
}

function trouble(error: unknown): void {
  shelf.value = { ...shelf.value, fault: faultOf(error) };
}

/** Opens the database, or opens it again; afterwards `shelf` lists what is there. */
export async function openShelf(): Promise<void> {
  shelf.value.db?.close();
  shelf.value = { ...shelf.value, db: null };
  try {
    const db = await openDatabase({
      onLost: (fault) => {
        shelf.value = { ...shelf.value, db: null, fault };
      },
    });
    shelf.value = { ...shelf.value, db, fault: null };
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
    const [running, named] = await Promise.all([listJournals(db), listSaves(db)]);
    const strangers = [...running.strangers, ...named.strangers];
    shelf.value = { ...shelf.value, journals: running.journals, saves: named.saves, strangers };
  } catch (error) {
    trouble(error);
  }
}

async function within<T>(work: (db: Database) => Promise<T>): Promise<T | null> {
  const { db } = shelf.value;
  if (!db) return null;
  try {
    const result = await work(db);
    if (shelf.value.fault) shelf.value = { ...shelf.value, fault: null };
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

/** Null when storage failed; the reason is in `shelf`. */
export const getSave = (id: string): Promise<Reading | null> => within((db) => readSave(db, id));
export const nameSave = (id: string, name: string): Promise<unknown> => within((db) => renameSave(db, id, name));
export const dropSave = (id: string): Promise<unknown> => within((db) => deleteSave(db, id));
export const peekJournal = (id: string): Promise<Reading | null> => within((db) => readJournal(db, id));

export async function dropJournal(id: string): Promise<void> {
  sink(id);
  await within((db) => deleteJournal(db, id));
}

/** A running game, taken over from whichever tab had it. */
export async function takeJournal(id: string): Promise<Reading | null> {
  const held = shelf.value.afloat.find((one) => one.id === id);
  if (held) return { state: 'read', record: held.record, missing: 0 };
  await tabs.claim(id);
  return within(async (db) => {
    try {
      return await claimJournal(db, id, tabs.id);
    } catch (error) {
      if (faultOf(error).kind !== 'full') throw error;
      // Not even the owner's mark finds room: the game can still be read and played on.
      unmarked.add(id);
      return readJournal(db, id);
    }
  });
}

/** Writes the running game `id` for this tab. */
export function gameWriter(id: string): WriteGame {
  const { db, fault } = shelf.value;
  if (!db) return () => Promise.reject(fault ?? new StorageFault('broken', 'no storage'));
  const write = journalWriter(db, id, tabs.id);
  return async (record, level, place) => {
    if (unmarked.has(id)) await ownJournal(db, id, tabs.id);
    unmarked.delete(id);
    await write(record, level, place);
  };
}

/** Keeps a game that storage would not take, until it can be stored or saved as a file. */
export function keepAfloat(game: Afloat): void {
  shelf.value = { ...shelf.value, afloat: [game, ...shelf.value.afloat.filter((one) => one.id !== game.id)] };
}

/** A game needs no keeping in this tab any more. */
export function sink(id: string): void {
  const { afloat } = shelf.value;
  if (afloat.some((one) => one.id === id))
    shelf.value = { ...shelf.value, afloat: afloat.filter((one) => one.id !== id) };
}

/** Tries again to store what lives in this tab only; what works is listed with the running games from then on. */
export async function land(): Promise<void> {
  if (!shelf.value.db) await openShelf();
  for (const { id, record, place } of shelf.value.afloat) {
    const done = await within(() => gameWriter(id)(record, 0, place).then(() => true));
    if (done) sink(id);
  }
}
