/** What is found in storage: a game, nothing, or something this page must not touch, such as a newer page's game. */
import { checkRecord, type Fault, formatFault, type GameRecord } from '../../play/record.ts';

export type Reading =
  | { state: 'gone' }
  /** `missing`: actions at the end that storage has lost. */
  | { state: 'read'; record: GameRecord; missing: number }
  /** Written by a newer page, or damaged: `raw` can be saved as a file, and nothing is changed. */
  | { state: 'unreadable'; code: Fault['code']; faults: string[]; raw: GameRecord };

/** A game in storage that cannot be opened here. */
export interface Stranger {
  id: string;
  kind: 'journal' | 'save';
  name: string;
  savedAt: number;
  newer: boolean;
}

/** Checks a stored record as one from a file: the database may have been written by another version of the page. */
export function readingOf(raw: unknown, missing = 0): Reading {
  const checked = checkRecord(raw);
  if (checked.ok) return { state: 'read', record: checked.value, missing };
  const code = checked.faults[0]?.code ?? 'invalid';
  return { state: 'unreadable', code, faults: checked.faults.map(formatFault), raw: raw as GameRecord };
}

/** Whether a record's head can be read here; the actions are checked when the game is opened. */
export function headFault(head: unknown): Fault | null {
  if (typeof head !== 'object' || head === null) return { path: '', code: 'format', message: 'no game' };
  const { actions: _actions, digests: _digests, ...rest } = head as Partial<GameRecord>;
  const checked = checkRecord({ ...rest, actions: [], digests: [] });
  return checked.ok ? null : (checked.faults[0] ?? null);
}
