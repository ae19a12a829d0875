/** Named saves: whole records, kept until the player deletes them. */
import type { Database, Save, SaveInfo } from './database.ts';
import { headFault, type Reading, readingOf, type Stranger } from './reading.ts';

/** Names and places of all saves, newest first, and those that this page cannot read. */
export async function listSaves(db: Database): Promise<{ saves: SaveInfo[]; strangers: Stranger[] }> {
  const saves: SaveInfo[] = [];
  const strangers: Stranger[] = [];
  let cursor = await db.transaction('saves').store.openCursor();
  while (cursor) {
    const { record, ...info } = cursor.value;
    const fault = headFault(record);
    if (!fault) saves.push(info);
    else {
      const { id, savedAt, name } = info;
      strangers.push({ id, kind: 'save', name: String(name ?? id), savedAt, newer: fault.code === 'newer' });
    }
    cursor = await cursor.continue();
  }
  return { saves: saves.sort((a, b) => b.savedAt - a.savedAt), strangers };
}

export async function writeSave(db: Database, save: Save): Promise<void> {
  const transaction = db.transaction('saves', 'readwrite', { durability: 'strict' });
  const put = transaction.store.put(save);
  put.catch(() => undefined);
  await transaction.done;
}

export async function readSave(db: Database, id: string): Promise<Reading> {
  const save = await db.get('saves', id);
  return save ? readingOf(save.record) : { state: 'gone' };
}

export async function renameSave(db: Database, id: string, name: string): Promise<void> {
  const transaction = db.transaction('saves', 'readwrite', { durability: 'strict' });
  const save = await transaction.store.get(id);
  if (save && !headFault(save.record)) await transaction.store.put({ ...save, name, record: { ...save.record, name } });
  await transaction.done;
}

export async function deleteSave(db: Database, id: string): Promise<void> {
  await db.delete('saves', id);
}
