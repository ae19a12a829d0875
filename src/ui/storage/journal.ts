/** The autosave: a running game written action by action. The last good action is never overwritten by a worse one. */
import type { GameRecord } from '../../play/record.ts';
import type { Database, JournalAction, JournalHead } from './database.ts';
import { headFault, type Reading, readingOf, type Stranger } from './reading.ts';

/** Games without a single order that are kept beside the one played: they hold nothing but their set-up. */
const KEPT_UNTOUCHED = 4;

export interface Place {
  turn: number;
  side: number;
  over: boolean;
  /** Hexes with troops, by side: what the game's picture is drawn from. */
  position?: readonly (readonly number[])[];
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
  const writes: Promise<unknown>[] = [];
  const from = known ? Math.min(level, known.count) : 0;
  if (!known || known.count > from) writes.push(actions.delete(actionsFrom(id, from)));
  const { length } = record.actions;
  for (let at = from; at < length; at++) {
    const action = record.actions[at];
    const digest = record.digests[at];
    if (action && digest !== undefined) writes.push(actions.put({ game: id, at, action, digest }));
  }
  const { players } = record;
  writes.push(
    journals.put({ id, head: headOf(record), players, count: length, ...place, savedAt: Date.now(), owner }),
    transaction.done,
  );
  // The transaction's own failure says more than that of any write in it.
  const results = await Promise.allSettled(writes);
  const whole = results.at(-1);
  if (whole?.status === 'rejected') throw whole.reason ?? new Error('the transaction was aborted');
}

/** Rows in order as a record: as many actions as are there without a gap. */
function assemble(head: JournalHead, rows: JournalAction[]): Reading {
  const whole = rows.filter((row, i) => row.at === i && i < head.count);
  const raw = { ...head.head, actions: whole.map((row) => row.action), digests: whole.map((row) => row.digest) };
  return readingOf(raw, head.count - whole.length);
}

/**
 * Takes a stored game over from whichever tab wrote it and reads it, in one transaction: nothing can come between. A
 * game that this page cannot read stays its owner's.
 */
export async function claimJournal(db: Database, id: string, owner: string): Promise<Reading> {
  const transaction = db.transaction(['journals', 'actions'], 'readwrite', { durability: 'strict' });
  const journals = transaction.objectStore('journals');
  const known = await journals.get(id);
  const rows = await transaction.objectStore('actions').getAll(actionsFrom(id, 0));
  const reading: Reading = known ? assemble(known, rows) : { state: 'gone' };
  if (known && reading.state === 'read') journals.put({ ...known, owner }).catch(() => undefined);
  await transaction.done;
  return reading;
}

/** Takes a stored game over without reading it; nothing happens when it is not there. */
export async function ownJournal(db: Database, id: string, owner: string): Promise<void> {
  const transaction = db.transaction('journals', 'readwrite', { durability: 'strict' });
  const known = await transaction.store.get(id);
  if (known) transaction.store.put({ ...known, owner }).catch(() => undefined);
  await transaction.done;
}

/** The running games, newest first, and those that this page cannot read. */
export async function listJournals(db: Database): Promise<{ journals: JournalHead[]; strangers: Stranger[] }> {
  const journals: JournalHead[] = [];
  const strangers: Stranger[] = [];
  for (const one of (await db.getAllFromIndex('journals', 'savedAt')).reverse()) {
    const fault = headFault(one.head);
    if (!fault) journals.push(one);
    else {
      const name = typeof one.head?.name === 'string' ? one.head.name : String(one.head?.scenario?.id ?? one.id);
      strangers.push({ id: one.id, kind: 'journal', name, savedAt: one.savedAt, newer: fault.code === 'newer' });
    }
  }
  return { journals, strangers };
}

export async function readJournal(db: Database, id: string): Promise<Reading> {
  const transaction = db.transaction(['journals', 'actions']);
  const head = await transaction.objectStore('journals').get(id);
  const rows = await transaction.objectStore('actions').getAll(actionsFrom(id, 0));
  return head ? assemble(head, rows) : { state: 'gone' };
}

export async function deleteJournal(db: Database, id: string): Promise<void> {
  const transaction = db.transaction(['journals', 'actions'], 'readwrite', { durability: 'strict' });
  await Promise.all([
    transaction.objectStore('actions').delete(actionsFrom(id, 0)),
    transaction.objectStore('journals').delete(id),
    transaction.done,
  ]);
}

/** Drops games that were set up and never played, beyond the newest few. A game with an order in it is never dropped. */
export async function pruneUntouched(db: Database, keep: string): Promise<void> {
  const { journals } = await listJournals(db);
  const untouched = journals.filter((one) => one.count === 0 && one.id !== keep && !one.head.notes);
  for (const old of untouched.slice(KEPT_UNTOUCHED)) await deleteJournal(db, old.id);
}
