/** Opens a database of the page, and says in a few kinds why it cannot be had. */
import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import { faultOf, StorageFault } from './fault.ts';

/** Some browsers leave the opening of a database unanswered; then the page goes on without one, milliseconds. */
const PATIENCE = 8000;

export interface Lost {
  /** Called when the browser closes the database under us, or a newer page needs it. */
  onLost: (fault: StorageFault) => void;
}

/**
 * Opens a database; `create` makes its stores at the first visit. Rejects with a `StorageFault` where the browser refuses
 * storage (private windows, policy, a full disk) or never answers, and where a newer page has changed it: that one is left
 * exactly as it is.
 */
export async function openPatiently<S extends DBSchema>(
  { name, version }: { name: string; version: number },
  create: (db: IDBPDatabase<S>) => void,
  { onLost }: Lost,
): Promise<IDBPDatabase<S>> {
  if (typeof indexedDB === 'undefined') throw new StorageFault('refused', 'no IndexedDB');
  let given: IDBPDatabase<S> | null = null;
  let late = false;
  const opening = openDB<S>(name, version, {
    upgrade: create,
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
