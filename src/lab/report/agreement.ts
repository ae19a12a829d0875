/**
 * Which figures of an outcome count, and whether they agree.
 *
 * A figure counts when it is not refuted and is no enemy's claim; where only enemies' claims are left, those count. Figures
 * agree when their ranges low..high have a point in common, or when the gap between the highest low and the lowest high is
 * within the tolerance: a day for dates, since what happened at night is told of either day; a tenth of the gap's upper end for
 * numbers, since sources round. What they agree on is what the ranges have in common, or the gap.
 */
import type { Game } from '../../core/game.ts';
import type { HistoryData } from '../../scenario/shapes/history.ts';
import { dayOf, onAxis } from './axis.ts';
import type { Unit } from './model.ts';

export type Outcome = HistoryData['outcomes'][number];
export type Figure = Outcome['values'][number];

/** Gap that sources may leave between their figures and still agree, days and share of the larger. */
const DAYS_APART = 1;
const SHARE_APART = 0.1;

/** Whether each figure counts, in their order. */
export function countingOf(values: readonly Figure[]): boolean[] {
  const stands = (figure: Figure): boolean => figure.refuted === undefined;
  const enemies = !values.some((figure) => stands(figure) && figure.claim !== 'enemy');
  return values.map((figure) => stands(figure) && (enemies || figure.claim !== 'enemy'));
}

/** Yes is 1 and no 0, so that a figure of "no".."yes" is a range like any other. */
function numberOf(value: Figure['best'], day: (date: string) => number): number {
  if (typeof value === 'number') return value;
  return value === 'yes' ? 1 : value === 'no' ? 0 : day(value);
}

/** A figure on the axis of the games: dates as the first day of their turn. */
export function figureAt(game: Game, { low, best, high }: Figure): { low: number; best: number; high: number } {
  const day = (date: string): number => onAxis(game, dayOf(game, date));
  return { low: numberOf(low, day), best: numberOf(best, day), high: numberOf(high, day) };
}

/** What the figures that count agree on, on the axis of the games; null when they do not, or none counts. */
export function agreedOf(game: Game, unit: Unit, values: readonly Figure[]): { low: number; high: number } | null {
  const counts = countingOf(values);
  const figures = values.filter((_, i) => counts[i]);
  if (figures.length === 0) return null;
  // By the calendar: whether sources agree does not hang on how long a turn is.
  const day = (date: string): number => dayOf(game, date);
  const highestLow = Math.max(...figures.map(({ low }) => numberOf(low, day)));
  const lowestHigh = Math.min(...figures.map(({ high }) => numberOf(high, day)));
  const tolerance = unit === 'date' ? DAYS_APART : unit === 'yes' ? 0 : SHARE_APART * Math.abs(highestLow);
  if (highestLow - lowestHigh > tolerance) return null;
  const [low, high] = highestLow > lowestHigh ? [lowestHigh, highestLow] : [highestLow, lowestHigh];
  return unit === 'date' ? { low: onAxis(game, low), high: onAxis(game, high) } : { low, high };
}
