/** The autosave: a running game written action by action. The last good action is never overwritten by a worse one. */
import type { GameRecord } from '../../play/record.ts';
import type { Database, JournalHead } from './database.ts';

/** Running games kept: the one played and the ones before it. */
const KEPT = 4;

export interface Place {
  turn: number;
  side: number;
  over: boolean;
}

/** The game was opened in another tab, which now writes it. */
export class TakenOver extends Error {
  constructor() {
    super('the game was opened in another tab');
    this.name = 'TakenOver';
  }
}

/** Range of all actions of a game from `from` on. */
function actionsFrom(game: string, from: number): IDBKeyRange {
  return IDBKeyRange.bound([game, from], [game, Number.MAX_SAFE_INTEGER]);
}

function headOf(record: GameRecord): JournalHead['head'] {
  const { actions: _actions, digests: _digests, ...head } = record;
  return head;
}

/**
 * Brings the stored game level with the record: cuts what was taken back, adds what is new, in one transaction.
 * Rejects with `TakenOver` and writes nothing when another tab owns the game.
 */
export async function writeJournal(
  db: Database,
  id: string,
  owner: string,
  record: GameRecord,
  /** Actions that are known to be stored and unchanged. */
  level: number,
  place: Place,
): Promise<void> {
  const transaction = db.transaction(['journals', 'actions'], 'readwrite', { durability: 'strict' });
  const journals = transaction.objectStore('journals');
  const actions = transaction.objectStore('actions');
  const known = await journals.get(id);
  if (known && known.owner !== owner) {
    await transaction.done;
    throw new TakenOver();
  }
  const from = known ? Math.min(level, known.count) : 0;
  if (!known || known.count > from) await actions.delete(actionsFrom(id, from));
  const { length } = record.actions;
  for (let at = from; at < length; at++) {
    const action = record.actions[at];
    const digest = record.digests[at];
    if (action && digest !== undefined) void actions.put({ game: id, at, action, digest });
  }
  const { players } = record;
  await journals.put({ id, head: headOf(record), players, count: length, ...place, savedAt: Date.now(), owner });
  await transaction.done;
}

/** Takes a stored game over from whichever tab wrote it. */
export async function claimJournal(db: Database, id: string, owner: string): Promise<void> {
  const transaction = db.transaction('journals', 'readwrite');
  const known = await transaction.store.get(id);
  if (known) await transaction.store.put({ ...known, owner });
  await transaction.done;
}

/** The running games, newest first. */
export async function listJournals(db: Database): Promise<JournalHead[]> {
  return (await db.getAllFromIndex('journals', 'savedAt')).reverse();
}

/** A running game as a record: as many actions as are there without a gap. Null when it is gone. */
export async function readJournal(db: Database, id: string): Promise<GameRecord | null> {
  const head = await db.get('journals', id);
  if (!head) return null;
  const rows = await db.getAll('actions', actionsFrom(id, 0));
  const whole = rows.filter((row, i) => row.at === i && i < head.count);
  return { ...head.head, actions: whole.map((row) => row.action), digests: whole.map((row) => row.digest) };
}

export async function deleteJournal(db: Database, id: string): Promise<void> {
  const transaction = db.transaction(['journals', 'actions'], 'readwrite');
  await transaction.objectStore('actions').delete(actionsFrom(id, 0));
  await transaction.objectStore('journals').delete(id);
  await transaction.done;
}

/** Drops running games beyond the newest few; `keep` stays whatever its age. */
export async function pruneJournals(db: Database, keep: string): Promise<void> {
  const all = await listJournals(db);
  for (const old of all.slice(KEPT)) if (old.id !== keep) await deleteJournal(db, old.id);
}
