/**
 * What two runs of the same seeds say about a change, as plain data: the command line and the page show it, neither reckons
 * anew. Every difference is the changed run minus the base, over pairs of games with the same seed, with 95 % intervals.
 */

import type { Unit } from '../report/model.ts';
import type { RunHeader } from '../run/run.ts';
import type { Scene } from '../scene.ts';
import type { Interval } from '../statistics.ts';
import type { TestCount } from './multiple.ts';

/** A paired difference with its test. */
export interface Difference {
  /** Pairs it rests on. */
  pairs: number;
  /** Means, or shares from 0 to 1, over these pairs; null without pairs. */
  base: number | null;
  changed: number | null;
  difference: number | null;
  /** Null for fewer than two pairs. */
  interval: Interval | null;
  /** Two-sided p of no difference, and the same adjusted by Holm over all tests of the comparison; null where nothing is tested. */
  p: number | null;
  holm: number | null;
}

/** A difference of shares: the pairs that tell are those in which only one of the two games says yes. */
export interface ShareDifference extends Difference {
  onlyBase: number;
  onlyChanged: number;
}

export interface MeasureComparison {
  id: string;
  name: string;
  unit: Unit;
  /** Whether it came about at all. */
  happened: ShareDifference;
  /** Mean of numbers and of dates (days since the first day of the scenario) where both games have one; null for yes and no. */
  amount: Difference | null;
  /** Share of "yes" where both games have an answer; null for numbers and dates. */
  yes: ShareDifference | null;
}

/** Mean difference of a series at the end of each turn, the first turn first. */
export interface SeriesComparison {
  id: string;
  turns: { pairs: number; difference: number; interval: Interval | null }[];
}

export interface CompareModel extends Scene {
  base: RunHeader;
  changed: RunHeader;
  /** Pairs of games with the same seed; games without their other half are left out. */
  pairs: number;
  /** First moves of the change that the rules refused, on average of its games; null where it has none. */
  refused: number | null;
  /** Pairs whose two games ended in the very same state. */
  equal: number;
  /** Victory points of the first side minus those of the second; null in a scenario without points. */
  margin: Difference | null;
  /** Pairs by the grade of their game in each run, the best for the first side first. */
  grades: { id: string; name: string; base: number; changed: number }[];
  /** Pairs in which the changed game has the better or the worse grade for the first side. */
  grade: { better: number; worse: number; p: number | null; holm: number | null };
  measures: MeasureComparison[];
  series: SeriesComparison[];
  /** Tests made, how many of them chance alone would find at p < 0.05, how many were found, and how many hold after Holm. */
  tests: TestCount;
}
