/** What panels and board need of a game, whether it is played or replayed. */
import type { ReadonlySignal, Signal } from '@preact/signals';
import type { Game } from '../../core/game.ts';
import type { SideIndex } from '../../core/state.ts';
import type { Deputy } from '../../play/record.ts';
import type { Names } from '../text/names.ts';
import type { LogLine } from './chronicle.ts';
import type { Pointed } from './inspector.ts';
import type { Stage } from './match.ts';
import type { Interaction } from './model.ts';
import type { Notebook } from './notes.ts';
import type { Seen } from './seen.ts';
import type { OrderMark } from './takingBack.ts';

/** A player turn in which the computer was not waited for: from action `at` on another level decided. */
export interface Deputed extends Deputy {
  turn: number;
  side: SideIndex;
}

export interface Table {
  readonly game: Game;
  readonly names: Names;
  readonly eyes: Signal<SideIndex | null>;
  readonly seen: ReadonlySignal<Seen>;
  readonly lines: ReadonlySignal<LogLine[]>;
  readonly interaction: Signal<Interaction>;
  /** Open decisions that the player has seen in their list. */
  readonly looked: Signal<ReadonlySet<number>>;
  /** What the reader has written on the map. */
  readonly notes: Notebook;
  /** Player turns in which the computer was not waited for. */
  readonly deputies: readonly Deputed[];
  /** In a game: the orders of this player turn, and how the last ones of them are taken back. */
  readonly orders?: ReadonlySignal<readonly OrderMark[]>;
  readonly undo?: (count?: number) => boolean;
  /** In a replay: what is pointed out on the map. */
  readonly pointed?: ReadonlySignal<Pointed | null>;
  stage: Stage | null;
}
