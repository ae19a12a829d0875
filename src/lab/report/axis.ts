/**
 * Outcomes as numbers on an axis. A date is the first day of its turn, in days since the scenario begins, since that is all
 * that a game tells of it; a historical date is put there as well, or a turn of two days would count as a miss of one. All
 * dates, of games and of history, are cut off at the first day after the scenario, where those stand that never came.
 */
import { dayNumber } from '../../core/calendar.ts';
import { daysOfTurn, type Game } from '../../core/game.ts';
import type { OutcomeValue } from '../../play/outcomes.ts';
import type { Unit } from './model.ts';

/** Counts of men and things: an error is told by its ratio, so that scores and distances are of ln(1 + x). */
const COUNTED: readonly Unit[] = ['men', 'pieces', 'kg', 'sorties', 'aircraft', 'crews'];

export function scaleOf(unit: Unit): 'ln' | 'unit' {
  return COUNTED.includes(unit) ? 'ln' : 'unit';
}

/** Days since the scenario begins, calendar days; below 0 before it. */
export function dayOf(game: Game, date: string): number {
  return dayNumber(date) - dayNumber(game.data.scenario.startDate);
}

/** The first day after the scenario: all that a game tells of what came later or never. */
export function dayAfter(game: Game): number {
  return game.turns * daysOfTurn(game);
}

/** Where a day stands on the axis: the first day of its turn, both in days since the scenario begins; cut off after its end. */
export function onAxis(game: Game, day: number): number {
  const { turnHours } = game.data.scenario;
  const turns = Math.floor((day * 24) / turnHours);
  return Math.min(dayAfter(game), Math.floor((turns * turnHours) / 24));
}

/**
 * The value of a game on the axis. A date that never came is the first day after the scenario, later than any that did;
 * where a game has no answer to something else it is left out (NaN).
 */
export function axisValue(game: Game, unit: Unit, value: OutcomeValue): number {
  if (value === null) return unit === 'date' ? dayAfter(game) : Number.NaN;
  if (unit === 'yes') return value === 'yes' ? 1 : 0;
  return typeof value === 'number' ? value : onAxis(game, dayOf(game, value));
}
