/**
 * The stored runs as the page sees them. Games are stored as they come, several at a time; what storage does not take is held
 * in this tab and counts as much as the rest, until it finds room or is saved as a file.
 */
import { computed, signal } from '@preact/signals';
import { faultOf, type StorageFault } from '../storage/fault.ts';
import {
  deleteRun,
  listRuns,
  openRuns,
  type RunDatabase,
  RunGone,
  readLines,
  type StoredLine,
  type StoredRun,
  storedGames,
  writeRun,
} from '../storage/runs.ts';

/** Games are stored together that come within so many milliseconds. */
const TOGETHER_MS = 400;

interface Held {
  run: StoredRun;
  /** Storage has never seen the run. */
  isNew: boolean;
  lines: Map<number, string>;
}

interface RunShelf {
  db: RunDatabase | null;
  /** Why nothing can be stored; null when all is well. */
  fault: StorageFault | null;
  stored: readonly StoredRun[];
  held: ReadonlyMap<string, Held>;
}

export const runShelf = signal<RunShelf>({ db: null, fault: null, stored: [], held: new Map() });

/** All runs, the newest first, with the games that are held. */
export const runs = computed<readonly StoredRun[]>(() => {
  const { stored, held } = runShelf.value;
  const known = stored.map((run) => ({ ...run, count: run.count + (held.get(run.id)?.lines.size ?? 0) }));
  const fresh = [...held.values()].flatMap(({ run, isNew, lines }) => (isNew ? [{ ...run, count: lines.size }] : []));
  return [...fresh, ...known].sort((a, b) => b.begunAt - a.begunAt);
});

/** How far the run is that is being played; null when none is. */
export const underWay = signal<{ done: number; total: number } | null>(null);

/** Whether games would be lost with the tab. */
export const holdsGames = computed(() => {
  const { held, fault } = runShelf.value;
  return fault !== null && [...held.values()].some(({ lines }) => lines.size > 0);
});

function change(part: Partial<RunShelf>): void {
  runShelf.value = { ...runShelf.value, ...part };
}

let opening: Promise<void> | null = null;

/** Opens the database where it is not open, and lists what is there; trouble is told in `runShelf`. */
export function openRunShelf(): Promise<void> {
  opening ??= open().finally(() => {
    opening = null;
  });
  return opening;
}

async function open(): Promise<void> {
  try {
    const db = runShelf.value.db ?? (await openRuns({ onLost: (fault) => change({ db: null, fault }) }));
    change({ db, stored: await listRuns(db) });
    if (runShelf.value.held.size === 0) change({ fault: null });
    void navigator.storage?.persist?.().catch(() => false);
  } catch (error) {
    change({ fault: faultOf(error) });
  }
}

function hold(id: string, held: Held | null): void {
  const all = new Map(runShelf.value.held);
  if (held) all.set(id, held);
  else all.delete(id);
  change({ held: all });
}

/** Puts a run on the shelf, with games where it has some already. */
export async function addRun(run: StoredRun, lines: readonly StoredLine[] = []): Promise<void> {
  hold(run.id, { run, isNew: true, lines: new Map(lines.map(({ game, text }) => [game, text])) });
  await storeHeld();
}

let timer: ReturnType<typeof setTimeout> | undefined;

/** Takes a game of a run; it is stored a moment later. */
export function keepLine(run: StoredRun, { game, text }: StoredLine): void {
  const known = runShelf.value.held.get(run.id) ?? { run, isNew: false, lines: new Map<number, string>() };
  hold(run.id, { ...known, lines: new Map(known.lines).set(game, text) });
  // After a failure storing is tried again when somebody asks for it.
  if (runShelf.value.fault) return;
  timer ??= setTimeout(() => void storeHeld(), TOGETHER_MS);
}

const goneListeners = new Set<(run: string) => void>();

/** Calls back when a run turns out to be deleted, as in another tab. Returns how to stop. */
export function onRunGone(listener: (run: string) => void): () => void {
  goneListeners.add(listener);
  return () => goneListeners.delete(listener);
}

let storing: Promise<void> = Promise.resolve();

/** Stores all that is held, as far as storage takes it. */
export function storeHeld(): Promise<void> {
  clearTimeout(timer);
  timer = undefined;
  storing = storing.then(storeAll);
  return storing;
}

async function storeAll(): Promise<void> {
  if (!runShelf.value.db) await openRunShelf();
  const { db } = runShelf.value;
  if (!db) return;
  for (const [id, { run, isNew, lines }] of runShelf.value.held) {
    const now = [...lines].map(([game, text]) => ({ game, text }));
    try {
      await writeRun(db, run, now, isNew);
    } catch (error) {
      if (!(error instanceof RunGone)) {
        change({ fault: faultOf(error) });
        return;
      }
      hold(id, null);
      for (const listener of goneListeners) listener(id);
      continue;
    }
    const rest = new Map(runShelf.value.held.get(id)?.lines);
    for (const { game } of now) rest.delete(game);
    const stored = await listRuns(db).catch(() => runShelf.value.stored);
    change({ stored, fault: null });
    hold(id, rest.size > 0 ? { run, isNew: false, lines: rest } : null);
  }
}

/** Numbers of the games of a run that are there, stored or held. */
export async function gamesThere(id: string): Promise<Set<number>> {
  const { db, held } = runShelf.value;
  const stored = db ? await storedGames(db, id) : [];
  return new Set([...stored, ...(held.get(id)?.lines.keys() ?? [])]);
}

/** The lines of the first games of a run without a gap: what its file may hold, and what does not favour short games. */
export async function linesOf(id: string): Promise<string[]> {
  const { db, held } = runShelf.value;
  const all = new Map(db ? (await readLines(db, id)).map(({ game, text }) => [game, text]) : []);
  for (const [game, text] of held.get(id)?.lines ?? []) all.set(game, text);
  const lines: string[] = [];
  for (let text = all.get(1); text !== undefined; text = all.get(lines.length + 1)) lines.push(text);
  return lines;
}

/** Deletes a run and all of its games. */
export async function dropRun(id: string): Promise<void> {
  hold(id, null);
  const { db } = runShelf.value;
  if (!db) return;
  try {
    await deleteRun(db, id);
    change({ stored: await listRuns(db) });
  } catch (error) {
    change({ fault: faultOf(error) });
  }
}
