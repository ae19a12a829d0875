/**
 * Games worth looking at: the one whose margin is the median, and the one nearest to history.
 *
 * The distance of a game from history is the mean over the measures whose sources agree of
 *   yes and no: 0 when it agrees, 1 when not;
 *   else: how far its value lies outside the agreed range, in interquartile ranges of all games, at least a turn for dates. Where
 *   that is 0, in ranges of 5-95 %; where that is 0 too all games are alike, and the measure is left out.
 * A game without an answer stands as far off as any game of the run. Of games alike the lowest number goes.
 */
import { daysOfTurn, type Game } from '../../core/game.ts';
import type { RunLine } from '../run/run.ts';
import { meanOf } from '../statistics.ts';
import { quantile, quantilesOf, sortedOf } from './distribution.ts';
import type { MeasureReport, NotableGame } from './model.ts';

/** What is kept of every game. */
export type GameHead = Pick<RunLine, 'game' | 'seed' | 'margin' | 'grade' | 'digest'>;

/** The distance of each game from history, by index of the game; null when no measure tells the games apart. */
export function distancesOf(
  game: Game,
  measures: readonly { report: MeasureReport; values: readonly number[] }[],
  games: number,
): number[] | null {
  const columns = measures.flatMap(({ report, values }) => {
    const column = report.agreed && columnOf(game, report, report.agreed, values);
    return column ? [column] : [];
  });
  if (columns.length === 0) return null;
  return Array.from({ length: games }, (_, i) => meanOf(columns.map((column) => column[i] as number)));
}

function columnOf(
  game: Game,
  { unit }: MeasureReport,
  { low, high }: { low: number; high: number },
  values: readonly number[],
): number[] | null {
  const sorted = sortedOf(values);
  if (sorted.length === 0) return null;
  const [q5, q25, , q75, q95] = quantilesOf(sorted);
  const grain = unit === 'date' ? daysOfTurn(game) : 0;
  const scale = unit === 'yes' ? 1 : Math.max(q75 - q25, grain) || q95 - q5;
  if (scale === 0) return null;
  const column = values.map((value) => Math.max(0, low - value, value - high) / scale);
  const most = Math.max(...column.filter((distance) => !Number.isNaN(distance)));
  return column.map((distance) => (Number.isNaN(distance) ? most : distance));
}

/** The two games; `distances` are by index of `heads`, of which there is at least one. */
export function notableOf(
  heads: readonly GameHead[],
  distances: readonly number[] | null,
): { median: NotableGame; nearest: NotableGame } {
  const games = heads.map((head, i): NotableGame => ({ ...head, distance: distances?.[i] ?? null, replay: null }));
  const near = (a: NotableGame, b: NotableGame): number => (a.distance ?? 0) - (b.distance ?? 0) || a.game - b.game;
  const nearest = games.slice().sort(near)[0] as NotableGame;
  const margins = sortedOf(heads.map(({ margin }) => margin ?? Number.NaN));
  const middle = margins.length === 0 ? null : quantile(margins, 0.5);
  const median = games.filter(({ margin }) => margin === middle).sort(near)[0] as NotableGame;
  // One game may be both, and be opened in two ways.
  return { median: { ...median }, nearest: { ...nearest } };
}
