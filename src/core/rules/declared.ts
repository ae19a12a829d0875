/** Rulebook 6.3: surprise and air superiority, as the scenario declares them for a side and some days. */
import { type Game, turnOfDate } from '../game.ts';
import type { ReadonlyState } from '../state.ts';

/** What a scenario declares of one side, by turns, both included. */
interface Span {
  side: number;
  from: number;
  to: number;
  level: number;
}

interface Declared {
  surprise: Span[];
  airSuperiority: Span[];
}

function declaredIn(game: Game): Declared {
  const kept = game.scratch['declared'] as Declared | undefined;
  if (kept) return kept;
  const span = (entry: { side: string; from: string; to: string }, level: number): Span => ({
    side: game.sideIndex.get(entry.side) as number,
    from: turnOfDate(game.data, entry.from),
    to: turnOfDate(game.data, entry.to),
    level,
  });
  const { surprise, airSuperiority } = game.data.scenario;
  const declared = {
    surprise: (surprise ?? []).map((entry) => span(entry, entry.level)),
    airSuperiority: (airSuperiority ?? []).map((entry) => span(entry, 1)),
  };
  game.scratch['declared'] = declared;
  return declared;
}

/** The sum of the levels in force today, the enemy's taken off, between -most and most. */
function levelOf(spans: readonly Span[], turn: number, side: number, most: number): number {
  let level = 0;
  for (const span of spans)
    if (span.from <= turn && turn <= span.to) level += span.side === side ? span.level : -span.level;
  return Math.max(-most, Math.min(most, level));
}

/** 6.3: levels by which a side surprises the enemy today, -3..3; below 0 the enemy surprises it. */
export function surpriseOf(game: Game, state: ReadonlyState, side: number): number {
  return levelOf(declaredIn(game).surprise, state.turn, side, 3);
}

/** 6.3: 1 when air superiority is the side's today, -1 when it is the enemy's, else 0. */
export function airSuperiorityOf(game: Game, state: ReadonlyState, side: number): -1 | 0 | 1 {
  return levelOf(declaredIn(game).airSuperiority, state.turn, side, 1) as -1 | 0 | 1;
}
