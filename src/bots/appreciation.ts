/** A staff's appreciation of the situation at the start of its player turn, as data for those who look over its shoulder. */
import type { TaskKind } from './tasks.ts';

/** An enemy as the staff reckons with him. */
export interface Reckoned {
  unit: number;
  /** Where he is seen, or was last. */
  hex: number;
  /** Men-equivalents weighted by quality. */
  power: number;
  seen: boolean;
  /** Turns since he was seen, 0 for now. */
  age: number;
  /** Hexes that he can have marched from there since, 0 while he is seen. */
  spread: number;
}

/** What a part of the side is to do. */
export interface Tasking {
  kind: TaskKind;
  hex: number;
  /** 0 to 100: objectives of the scenario scaled so that the greatest is 100, or the effort of a column. */
  worth: number;
  /** Power wanted and power given, men-equivalents. */
  need: number;
  given: number;
  /** Units that hold ground, and those that go with them. */
  units: number[];
  support: number[];
  /** Column of the operational plan, by its id, and the index of its phase in force. */
  column?: { id: string; phase: number };
}

/** A course of action that was weighed, with what it promised. */
export interface Weighed {
  course: string;
  plan: string;
  /** Victory margin expected from the side's point of view, points, and its standard error over the samples. */
  margin: number;
  error: number;
  samples: number;
  chosen: boolean;
}

export interface Appreciation {
  turn: number;
  /** Id of the operational plan carried out, null where the side is planned freely. */
  plan: string | null;
  /** Hex of the main effort, null for none. */
  main: number | null;
  tasks: Tasking[];
  enemies: Reckoned[];
  /** Power of the enemies of whom nothing is known, men-equivalents. */
  unlocated: number;
  /** Courses weighed, the best first; empty for a level that weighs none. */
  courses: Weighed[];
  /** Player turns played out while weighing them. */
  work: number;
}
