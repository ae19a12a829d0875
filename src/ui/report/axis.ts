/** A linear axis in pixels, with marks at round values. */
import { ticks } from 'd3-array';

export interface Axis {
  low: number;
  high: number;
  /** Pixels from the left (or, for a rising axis, from the top) of a value. */
  at(value: number): number;
  marks: number[];
  /** Between two marks. */
  step: number;
}

/** An axis from `low` to `high` over the pixels `from` to `to`, with about `count` marks: multiples of `grain`, any where it is 0. */
export function axisOf(low: number, high: number, from: number, to: number, count: number, grain: number): Axis {
  const room = high > low ? [low, high] : [low - 1, low + 1];
  const [least, most] = room as [number, number];
  const unit = grain || 1;
  const marks = ticks(least / unit, most / unit, Math.max(1, count))
    .filter((mark) => grain === 0 || Number.isInteger(mark))
    .map((mark) => mark * unit);
  return {
    low: least,
    high: most,
    at: (value) => from + ((value - least) / (most - least)) * (to - from),
    marks,
    step: (marks[1] ?? 1) - (marks[0] ?? 0),
  };
}

/** The least share of an axis that the games take, however far off a source's figure lies. */
const GAMES_SHARE = 0.3;

/**
 * Ends of an axis that shows the games and the sources' figures, at least `least` apart. A figure so far off that the games
 * would shrink to a line lies beyond the end, and is marked there.
 */
export function domainOf(games: readonly number[], figures: readonly number[], least: number): [number, number] {
  const all = [...games, ...figures];
  if (all.length === 0) return [0, 1];
  const [low, high] = [Math.min(...all), Math.max(...all)];
  if (games.length === 0) return padded(low, high, least);
  const [first, last] = [Math.min(...games), Math.max(...games)];
  const most = Math.max(last - first, least, Math.abs(last) * 0.02) / GAMES_SHARE;
  if (high - low <= most) return padded(low, high, least);
  const spare = most - (last - first);
  const [below, above] = [first - low, high - last];
  const cutBelow = Math.min(below, Math.max(spare / 2, spare - above));
  return padded(first - cutBelow, last + Math.min(above, spare - cutBelow), least);
}

/** A little room at both ends. */
function padded(low: number, high: number, least: number): [number, number] {
  const bare = high > low || least > 0 ? 0 : Math.abs(low) * 0.05 || 0.5;
  const room = Math.max((high - low) * 0.03, (least - (high - low)) / 2, bare);
  return [low - room, high + room];
}

/** Items from left to right in as few rows as let none touch another: the row of each. */
export function lanesOf(items: readonly { from: number; to: number }[], gap: number): number[] {
  const ends: number[] = [];
  return items.map(({ from, to }) => {
    const free = ends.findIndex((end) => end + gap <= from);
    const lane = free < 0 ? ends.length : free;
    ends[lane] = to;
    return lane;
  });
}
