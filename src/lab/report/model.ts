/** What a report says, as plain data: the command line writes a page from it, the page shows it, both without reckoning anew. */
import type { HistoryData } from '../../scenario/shapes/history.ts';
import type { RunHeader } from '../run/run.ts';
import type { Scene } from '../scene.ts';

type Figure = HistoryData['outcomes'][number]['values'][number];
export type Unit = HistoryData['outcomes'][number]['unit'];

/**
 * Shares of the games by value. Dates are days since the first day of the scenario (0 the first day), always the first day
 * of a turn; the view shows them as dates. "yes" is 1, "no" 0.
 */
export interface Distribution {
  /** Games in which it came about, and in which it never did (a date) or the game has no answer (anything else). */
  happened: number;
  never: number;
  /** 5, 25, 50, 75 and 95 % of those in which it came about; null when it never did. */
  quantiles: [number, number, number, number, number] | null;
  mean: number | null;
  /** Bins of equal width, their games; empty when nothing came about. */
  bins: { from: number; to: number; games: number }[];
}

/** A source's figure beside the games. */
export interface FigureReport {
  /** As in the history: numbers, dates as ISO text, "yes" and "no". */
  figure: Figure;
  /** Where it stands on the axis of the distribution: dates as the first day of their turn, in days; null for yes and no. */
  at: { low: number; best: number; high: number } | null;
  /** Whether it counts: not refuted, and no enemy's claim unless there is nothing else. */
  counts: boolean;
  /** Where it lies among the games: the share of games below it, ties half; for yes and no the share that agrees. */
  rank: number;
  /** Whether any of low..high lies within 5-95 % of all games (never counts as later than any date); for yes and no, whether 5 % agree. */
  inside: boolean;
  /** Fair CRPS of the best value on the measure's `scale`; null for yes and no, and where no game has an answer. */
  crps: number | null;
  /** Brier score of yes and no, and of "came about at all"; null where it does not apply. */
  brier: number | null;
}

export type Verdict =
  /** The sources that count agree and the games cover them. */
  | 'inside'
  /** They agree and the games miss them. */
  | 'missed'
  /** The sources contradict one another; the games cover at least one of them, or none. */
  | 'disputed'
  | 'disputedMissed'
  /** Every figure is refuted: there is nothing to hold the games against. */
  | 'refuted'
  /** Nothing in the game answers to it. */
  | 'unmeasured';

export interface MeasureReport {
  id: string;
  name: string;
  unit: Unit;
  verdict: Verdict;
  /** What the scores and distances are reckoned on: ln(1 + x) for counts, the unit itself (days for dates) otherwise. */
  scale: 'ln' | 'unit';
  /** What the figures that count have in common, on the axis of the distribution; null unless they agree (yes 1, no 0). */
  agreed: { low: number; high: number } | null;
  distribution: Distribution;
  /** Share of the games with "yes", for yes and no; else null. */
  yes: number | null;
  figures: FigureReport[];
  /**
   * How far the nearest end of 5-95 % is from what the sources agree on (from the nearest figure that counts where they do not):
   * in the unit, days for dates, share of the games that is lacking for yes and no; and in interquartile ranges of the games,
   * null where that is 0. Null when inside. `never` counts as the first day after the scenario, so that `by` is then the least.
   */
  off: { by: number; ratio: number | null } | null;
  /** Why the games miss it, or why nothing answers to it, as the scenario's history says. */
  why: string | null;
}

/** A fan over time: quantiles 5, 25, 50, 75, 95 % at the end of each turn. */
export interface SeriesReport {
  id: string;
  /** Index of the side it is about; null for both. */
  side: 0 | 1 | null;
  quantity: 'lost' | 'captured' | 'objectives' | 'margin';
  turns: [number, number, number, number, number][];
  /**
   * What sources say, by turn (1 the first): a figure with its sources; for objectives, those of history's front; for the margin,
   * the points of the grade that the scenario gives history, without sources.
   */
  history: { turn: number; low: number; high: number; sources: string[] }[];
}

/** Who holds each hex, by turn, over all games. */
export interface ControlReport {
  columns: number;
  rows: number;
  hexKm: number;
  /** Hexes of the map that exist, ascending numbers (row * columns + column). */
  hexes: number[];
  /** For each turn (0 the start) and hex of `hexes`: games in which the first and in which the second side holds it. */
  first: number[][];
  second: number[][];
  /** The same for history: the side that held each hex of `hexes` by its front (0, 1; -1 nobody); null where it has none. */
  history: number[][] | null;
  places: { id: string; name: string; hex: number; objective: boolean }[];
}

/** A game worth looking at: where it lies, and what distinguishes it. */
export interface NotableGame {
  game: number;
  seed: string;
  margin: number | null;
  grade: string | null;
  /** Mean distance to history over the measures whose sources agree, in interquartile ranges of the games; null without any. */
  distance: number | null;
  digest: string;
  /** How it is opened from outside the page; null where the reader plays it again himself, as the page does. */
  replay: GameReplay | null;
}

export interface GameReplay {
  /** Address of the page with the game in it. */
  address: string | null;
  /** Name of the file beside the report that holds its record. */
  file: string | null;
  /** Why there is neither: the run was played with changes, or under other rules than these. */
  refused: 'changed' | 'rules' | null;
}

export interface ReportModel extends Scene {
  run: RunHeader;
  /** What the keys of sources stand for. */
  sources: Record<string, { title: string; address: string | null }>;
  turnDays: number;
  /** Games read; fewer than the run asked for when it is not finished. */
  games: number;
  grades: { id: string; name: string; games: number; historical: boolean }[];
  margin: Distribution;
  measures: MeasureReport[];
  /** Over measures whose sources agree: how many, and how many of them inside; mean scores. */
  summary: {
    agreed: number;
    inside: number;
    /** Share of agreed values (yes and no left out) within the middle 50 and 90 % of the games. */
    cover50: number | null;
    cover90: number | null;
    /** Mean Brier score of the agreed yes, no and dates. */
    brier: number | null;
    /** Ids of agreed measures that the games miss without a reason given: faults of the report. */
    unexplained: string[];
  };
  series: SeriesReport[];
  control: ControlReport;
  /** The game whose margin is the median, and the one nearest to history. */
  median: NotableGame;
  nearest: NotableGame;
  /** Widest half-width of a 95 % interval of a share at this number of games: what the batch can and can't tell. */
  resolution: number;
}
