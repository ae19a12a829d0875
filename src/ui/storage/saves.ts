/** Named saves: whole records, kept until the player deletes them. */
import type { Database, Save, SaveInfo } from './database.ts';

/** Names and places of all saves, newest first. */
export async function listSaves(db: Database): Promise<SaveInfo[]> {
  const found: SaveInfo[] = [];
  let cursor = await db.transaction('saves').store.openCursor();
  while (cursor) {
    const { record: _record, ...info } = cursor.value;
    found.push(info);
    cursor = await cursor.continue();
  }
  return found.sort((a, b) => b.savedAt - a.savedAt);
}

export async function writeSave(db: Database, save: Save): Promise<void> {
  const transaction = db.transaction('saves', 'readwrite', { durability: 'strict' });
  await transaction.store.put(save);
  await transaction.done;
}

export async function readSave(db: Database, id: string): Promise<Save | null> {
  return (await db.get('saves', id)) ?? null;
}

export async function renameSave(db: Database, id: string, name: string): Promise<void> {
  const transaction = db.transaction('saves', 'readwrite');
  const save = await transaction.store.get(id);
  if (save) await transaction.store.put({ ...save, name, record: { ...save.record, name } });
  await transaction.done;
}

export async function deleteSave(db: Database, id: string): Promise<void> {
  await db.delete('saves', id);
}
