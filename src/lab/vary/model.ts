/** What a sensitivity study says, as plain data: which of the varied parameters move which measures, and by how much. */
import type { TestCount } from '../compare/multiple.ts';
import type { Unit } from '../report/model.ts';
import type { RunConditions } from '../run/run.ts';
import type { Scene } from '../scene.ts';
import type { Interval } from '../statistics.ts';

/**
 * A number that is varied: a value of the rules by its path ("resolver.slope"), or numbers of a scenario's file that are scaled.
 * A range whose high end is twice its low end or more is laid out by equal ratios, and its logarithm is what is regressed on.
 */
export interface VaryParameter {
  /** Path in `PARAMETERS`, or `FILE:PATH` for numbers of a file, which are multiplied. */
  path: string;
  low: number;
  high: number;
  /** As it is without the study: the value of the rules, 1 for a factor. */
  usual: number;
}

/** What a parameter does to a measure, by linear regression of the means of the points. */
export interface Effect {
  path: string;
  /** Standardised regression coefficient: standard deviations of the measure for one of the parameter. */
  coefficient: number;
  interval: Interval;
  /** Two-sided p of no effect, and the same adjusted by Holm over all effects of the study. */
  p: number;
  holm: number;
  /** From the low to the high end, in the unit of the measure (days for dates, shares for yes and no). */
  lowToHigh: number;
  /** Share of the variance between points that this parameter alone explains (squared semi-partial correlation). */
  share: number;
}

export interface MeasureSensitivity {
  id: string;
  name: string;
  unit: Unit | 'points';
  /** Points with at least one game that has a value. */
  points: number;
  /** Mean over the points, and the smallest and largest mean of a point; null without points. */
  mean: number | null;
  range: Interval | null;
  /** Share of the variance of single games that lies between points: the rest is luck. Null where it can't be told. */
  between: number | null;
  /** Share of the variance between points that all parameters explain together (adjusted R²); null where there are no effects. */
  explained: number | null;
  /** The strongest first; empty when the measure never varied or there are too few points. */
  effects: Effect[];
}

export interface VaryModel extends Scene {
  conditions: Omit<RunConditions, 'changes' | 'games'>;
  /** Points of the design, those whose games are all there, and games at each point (the same seeds at all). */
  points: number;
  done: number;
  games: number;
  parameters: VaryParameter[];
  measures: MeasureSensitivity[];
  tests: TestCount;
}
