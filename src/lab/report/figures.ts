/**
 * An outcome beside the games: where each figure lies among them, how the batch scores as a forecast of it, and whether it
 * covers what the sources agree on. "5-95 %" are the quantiles of all games that have an answer.
 *
 *   rank   (games below + games equal / 2) / games, at the best value; for yes and no the share of games that agree
 *   inside low <= q95 and high >= q5; for yes and no at least 5 % of the games agree
 *   CRPS   fair, of the best value, on ln(1 + x) for counts and in the unit for the rest. Dates being cut off at the first
 *          day after the scenario, games and history alike, it is the threshold-weighted score of Gneiting & Ranjan, J. Bus.
 *          Econ. Stat. 29 (2011) 411: proper still
 *   Brier  (share of "yes" - truth)^2 for yes and no; (share of games in which it came about - 1)^2 for dates
 */
import { daysOfTurn, type Game } from '../../core/game.ts';
import { brier, crpsFair } from '../scores.ts';
import { agreedOf, countingOf, type Figure, figureAt, type Outcome } from './agreement.ts';
import { dayAfter, scaleOf } from './axis.ts';
import { distributionOf, quantile, quantilesOf, rankIn, sharesOf, sortedOf } from './distribution.ts';
import type { Distribution, FigureReport, MeasureReport, Unit, Verdict } from './model.ts';

/** Least widths of bins, where these are not whole numbers. */
const GRAINS: Partial<Record<Unit, number>> = { share: 0.001, km: 0.1 };

/** Least share of games that must agree with a "yes" or "no". */
const LEAST = 0.05;

interface Range {
  low: number;
  high: number;
}

/** The values of all games that have an answer, ascending, and what the unit asks for. */
interface Sample {
  game: Game;
  unit: Unit;
  sorted: Float64Array;
}

/** The report of an outcome; `values` are those of all games, on the axis (see `axisValue`), in any order. */
export function measureOf(game: Game, outcome: Outcome, values: readonly number[]): MeasureReport {
  const { id, name, unit } = outcome;
  const sample: Sample = { game, unit, sorted: sortedOf(values) };
  const distribution = distributionIn(game, unit, values);
  const counts = countingOf(outcome.values);
  const figures = outcome.values.map((figure, i) => figureOf(sample, figure, counts[i] === true));
  const agreed = outcome.measure === null ? null : agreedOf(game, unit, outcome.values);
  const ranges = agreed ? [agreed] : outcome.values.filter((_, i) => counts[i]).map((one) => figureAt(game, one));
  const verdict = verdictOf(sample, outcome, agreed, ranges);
  const misses = verdict === 'missed' || verdict === 'disputedMissed';
  return {
    id,
    name,
    unit,
    verdict,
    scale: scaleOf(unit),
    agreed,
    distribution,
    yes: unit === 'yes' ? distribution.mean : null,
    figures,
    off: misses ? offOf(sample, ranges) : null,
    why: (outcome.measure === null ? outcome.noMeasure : outcome.why) ?? null,
  };
}

function distributionIn(game: Game, unit: Unit, values: readonly number[]): Distribution {
  if (unit === 'yes') return sharesOf(values);
  if (unit === 'date') return distributionOf(values, { grain: Math.max(1, daysOfTurn(game)), end: dayAfter(game) });
  return distributionOf(values, { grain: GRAINS[unit] ?? 1 });
}

function verdictOf(sample: Sample, outcome: Outcome, agreed: Range | null, ranges: readonly Range[]): Verdict {
  if (outcome.measure === null) return 'unmeasured';
  if (ranges.length === 0) return 'refuted';
  const covered = ranges.some((range) => covers(sample, range, 0.9));
  if (agreed) return covered ? 'inside' : 'missed';
  return covered ? 'disputed' : 'disputedMissed';
}

/** Whether the middle `share` of the games reaches into a range; of yes and no, whether enough games agree. */
export function covers(
  { unit, sorted }: Pick<Sample, 'unit' | 'sorted'>,
  { low, high }: Range,
  share: number,
): boolean {
  if (sorted.length === 0) return false;
  if (unit === 'yes') return agreeing(sorted, { low, high }) >= LEAST;
  const tail = (1 - share) / 2;
  return quantile(sorted, tail) <= high && quantile(sorted, 1 - tail) >= low;
}

function agreeing(sorted: Float64Array, { low, high }: Range): number {
  return sorted.filter((value) => value >= low && value <= high).length / sorted.length;
}

function figureOf(sample: Sample, figure: Figure, counts: boolean): FigureReport {
  const { game, unit, sorted } = sample;
  const at = figureAt(game, figure);
  const scored = (value: number): number => (scaleOf(unit) === 'ln' ? Math.log1p(value) : value);
  const none = sorted.length === 0;
  if (unit === 'yes') {
    const share = none ? 0 : agreeing(sorted, { low: at.best, high: at.best });
    const scores = { crps: null, brier: none ? null : brier(share, 1) };
    return { figure, at: null, counts, rank: share, inside: covers(sample, at, 0.9), ...scores };
  }
  const came = sorted.filter((value) => value < dayAfter(game)).length;
  return {
    figure,
    at,
    counts,
    rank: none ? 0 : rankIn(sorted, at.best),
    inside: covers(sample, at, 0.9),
    crps: none ? null : crpsFair([...sorted].map(scored), scored(at.best)),
    brier: none || unit !== 'date' ? null : brier(came / sorted.length, 1),
  };
}

/** How far the nearest range lies beyond 5-95 % of the games; null when no game has an answer. */
function offOf({ unit, sorted }: Sample, ranges: readonly Range[]): MeasureReport['off'] {
  if (sorted.length === 0) return null;
  if (unit === 'yes') return { by: LEAST - Math.max(...ranges.map((range) => agreeing(sorted, range))), ratio: null };
  const [q5, q25, , q75, q95] = quantilesOf(sorted);
  const by = Math.min(...ranges.map(({ low, high }) => Math.max(low - q95, q5 - high)));
  return { by, ratio: q75 === q25 ? null : by / (q75 - q25) };
}
