/**
 * What is asked by a "what if": changes of a scenario's data, of a rule's value, of a plan, or the first moves of a game.
 * They are made on the files before these are checked, so that a changed scenario is as sound as any.
 */
import type { Action } from '../../core/action.ts';

export const CHANGED_FILES = ['scenario', 'map', 'oob', 'air', 'plans'] as const;
export type ChangedFile = (typeof CHANGED_FILES)[number];

/**
 * A change at a path: names of fields and ids of entries of lists (or their text, or their number from 0), from the top of the
 * file: "units/5-corps-tanks/equipment". `set` puts a value there, `scale` multiplies a number (rounded where it was whole),
 * `remove` takes the entry out, `add` puts an entry at the end of a list. `*` stands for every entry.
 */
export type Change =
  | { op: 'set'; file: ChangedFile; path: string; value: unknown }
  | { op: 'scale'; file: ChangedFile; path: string; by: number }
  | { op: 'remove'; file: ChangedFile; path: string }
  | { op: 'add'; file: ChangedFile; path: string; value: unknown }
  /** A value of the rules, by its path in `PARAMETERS`: "resolver.slope". */
  | { op: 'rule'; path: string; value: number };

export interface ChangeSet {
  formatVersion: 1;
  id: string;
  title: string;
  /** Why it is asked. */
  why: string;
  /** Keys of the scenario's `sources.json` that the question or its figures come from. */
  source?: string[];
  changes: Change[];
  /** Plan that a side follows in place of the run's, by id of side. */
  plans?: Record<string, string>;
  /**
   * The first moves of a game, made before the bots take over: actions in order, as a record has them. What the rules refuse in
   * a game is left out there and counted.
   */
  moves?: Action[];
}
