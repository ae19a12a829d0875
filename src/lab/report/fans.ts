/** Fans over time: the quantiles of each series at the end of each turn, and what history says of it. */
import type { Game } from '../../core/game.ts';
import { type Front, groundBy, knownBy } from '../../play/front.ts';
import type { HistoryData } from '../../scenario/shapes/history.ts';
import { type SeriesKind, seriesOf } from '../run/series.ts';
import { countingOf, type Outcome } from './agreement.ts';
import { quantilesOf, sortedOf } from './distribution.ts';
import type { SeriesReport } from './model.ts';

type History = SeriesReport['history'];

/** The ways of being lost that the series `lost` counts, in alphabetical order. */
const LOST = 'captured,killed,missing,wounded';

/** Collects the series of a run, game by game. */
export class Fans {
  readonly #game: Game;
  readonly #kinds: readonly SeriesKind[];
  /** By series and turn: the values of the games. */
  readonly #values: number[][][];

  constructor(game: Game) {
    this.#game = game;
    this.#kinds = seriesOf(game);
    this.#values = this.#kinds.map(() => Array.from({ length: game.turns }, () => []));
  }

  /** Takes in a game; one that ended early keeps its last value. */
  add(series: Readonly<Record<string, readonly number[]>>): void {
    for (const [i, { id }] of this.#kinds.entries()) {
      const values = series[id];
      if (!values || values.length === 0) continue;
      for (const [t, turn] of (this.#values[i] as number[][]).entries())
        turn.push(values[Math.min(t, values.length - 1)] as number);
    }
  }

  /** The series that any game had. */
  report(history: HistoryData | null, front: Front | null): SeriesReport[] {
    return this.#kinds.flatMap(({ id, side, quantity }, i): SeriesReport[] => {
      const turns = this.#values[i] as number[][];
      if (turns[0] === undefined || turns[0].length === 0) return [];
      const told = this.#history({ id, side, quantity }, history, front);
      return [{ id, side, quantity, turns: turns.map((values) => quantilesOf(sortedOf(values))), history: told }];
    });
  }

  #history({ quantity, side }: SeriesKind, history: HistoryData | null, front: Front | null): History {
    const game = this.#game;
    if (!history) return [];
    if (side === null) return gradeOf(game);
    if (quantity === 'objectives') return front ? objectivesOf(game, history, front, side) : [];
    return history.outcomes
      .filter((outcome) => tells(game, outcome, quantity, side))
      .flatMap((one) => atEnd(game, one));
  }
}

/** Whether an outcome is what a series of a side has come to in the end. */
function tells(game: Game, { measure }: Outcome, quantity: SeriesKind['quantity'], side: 0 | 1): boolean {
  if (measure?.kind === 'prisoners') return quantity === 'captured' && game.sideIndex.get(measure.side) === 1 - side;
  if (measure?.kind !== 'losses' || measure.formation !== null || game.sideIndex.get(measure.side) !== side)
    return false;
  const what = [...measure.what].sort().join();
  return quantity === 'captured' ? what === 'captured' : quantity === 'lost' && what === LOST;
}

function atEnd({ turns }: Game, { values }: Outcome): History {
  const counts = countingOf(values);
  return values.flatMap(({ low, high, source }, i) =>
    counts[i] === true ? [{ turn: turns, low: Number(low), high: Number(high), sources: source }] : [],
  );
}

/** Objectives that the side held by history's front; up to so many with those fought over or held by nobody. */
function objectivesOf(game: Game, history: HistoryData, front: Front, side: 0 | 1): History {
  const hexes = game.data.scenario.victory.objectives.map(
    ({ place }) => game.places[game.placeIndex.get(place) ?? -1]?.hex ?? -1,
  );
  const events = new Map(history.events.map(({ id, source }) => [id, source]));
  return Array.from({ length: game.turns }, (_, t) => {
    const ground = groundBy(game, front, t + 1);
    const count = (holder: number): number => hexes.filter((hex) => ground[hex] === holder).length;
    const known = knownBy(game, front, t + 1).filter(({ hex }) => hexes.includes(hex));
    const sources = known.flatMap((entry) => entry.events.flatMap(({ id }) => events.get(id) ?? []));
    return { turn: t + 1, low: count(side), high: count(side) + count(-1), sources: [...new Set(sources)].sort() };
  });
}

/** The margins of the grade that the scenario gives history: from its least to the next grade's, or that alone at the top. */
function gradeOf(game: Game): History {
  const { grades, historical } = game.data.scenario.victory;
  const own = grades.find(({ id }) => id === historical?.grade);
  if (!own) return [];
  const better = grades.filter(({ atLeast }) => atLeast > own.atLeast).map(({ atLeast }) => atLeast);
  const low = own.atLeast;
  return [{ turn: game.turns, low, high: better.length === 0 ? low : Math.min(...better) - 1, sources: [] }];
}
