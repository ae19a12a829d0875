/** The storage of the page by itself, for tests that run it in a browser without the page. */
import type { Action } from '../../src/core/action.ts';
import type { GameRecord } from '../../src/play/record.ts';
import { openDatabase } from '../../src/ui/storage/database.ts';
import { writeJournal } from '../../src/ui/storage/journal.ts';

export { claimJournal, listJournals, pruneUntouched, readJournal, writeJournal } from '../../src/ui/storage/journal.ts';
export { openDatabase };

const DIGITS = 16;

/** A game of `length` orders that all bear its mark: a mixture of two games shows at once. */
export function markedGame(mark: number, length: number): GameRecord {
  const order: Action = { type: 'bombard', unit: mark, hex: mark };
  return {
    format: 'ridgeline-game',
    version: 2,
    scenario: { id: 'marked', version: 1, digest: '0'.repeat(DIGITS) },
    rules: 1,
    options: { fog: false },
    seed: `mark ${mark}`,
    players: [{ kind: 'human' }, { kind: 'human' }],
    actions: Array.from({ length }, () => order),
    digests: Array.from({ length }, () => mark.toString(16).padStart(DIGITS, '0')),
  };
}

/** Orders of the game with a mark. */
export const lengthOf = (mark: number): number => 1500 + 700 * (mark % 3);

/** Writes one game after another in each other's place until it is killed; `begun` hears of each before it is written. */
export async function writeForEver(id: string, from: number, begun: (mark: number) => Promise<void>): Promise<void> {
  const db = await openDatabase({ onLost: () => undefined });
  for (let mark = from; ; mark++) {
    const writing = writeJournal(db, id, 'writer', markedGame(mark, lengthOf(mark)), 0, {
      turn: mark,
      side: 0,
      over: false,
    });
    await begun(mark);
    await writing;
  }
}
