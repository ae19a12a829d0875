/** What a report says, as plain data: the command line writes a page from it, the page shows it, both without reckoning anew. */
import type { HistoryData } from '../../scenario/shapes/history.ts';
import type { RunHeader } from '../run/run.ts';

type Figure = HistoryData['outcomes'][number]['values'][number];
export type Unit = HistoryData['outcomes'][number]['unit'];

/** Shares of the games by value. Dates are days since the first day of the scenario; the view shows them as dates. */
export interface Distribution {
  /** Games in which it came about, and in which it never did. */
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
  /** Where it lies among the games: the share of games below it, ties half; for yes and no the share that agrees. */
  rank: number;
  /** Whether any of low..high lies within 5-95 % of all games (never counts as later than any date); for yes and no, whether 5 % agree. */
  inside: boolean;
  /** Fair CRPS of the best value, on ln(1 + x) for losses, on days for dates; null where there is none. */
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
  /** Nothing in the game answers to it. */
  | 'unmeasured';

export interface MeasureReport {
  id: string;
  name: string;
  unit: Unit;
  verdict: Verdict;
  distribution: Distribution;
  /** Share of the games with "yes", for yes and no; else null. */
  yes: number | null;
  figures: FigureReport[];
  /** How far the nearest end of 5-95 % is from the nearest figure that counts, in the unit (days for dates) and as a ratio; null when inside. */
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
  /** What sources say, by turn: a figure with its sources; for objectives, the line of history's front. */
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
  places: { id: string; name: string; hex: number; objective: boolean }[];
}

/** A game worth looking at: where it lies, and what distinguishes it. */
export interface NotableGame {
  game: number;
  seed: string;
  margin: number | null;
  grade: string | null;
  /** Mean distance to history over the measures whose sources agree, in interquartile ranges of the games. */
  distance: number;
  digest: string;
}

export interface ReportModel {
  run: RunHeader;
  title: string;
  sides: [{ id: string; name: string }, { id: string; name: string }];
  /** First day of each turn, ISO. */
  dates: string[];
  /** Games read; fewer than the run asked for when it is not finished. */
  games: number;
  grades: { id: string; name: string; games: number; historical: boolean }[];
  margin: Distribution;
  measures: MeasureReport[];
  /** Over measures whose sources agree: how many, and how many of them inside; mean scores. */
  summary: {
    agreed: number;
    inside: number;
    /** Share of historical values within 50 and 90 % of the games. */
    cover50: number | null;
    cover90: number | null;
    brier: number | null;
  };
  series: SeriesReport[];
  control: ControlReport;
  /** The game whose margin is the median, and the one nearest to history. */
  median: NotableGame;
  nearest: NotableGame;
  /** Widest half-width of a 95 % interval of a share at this number of games: what the batch can and can't tell. */
  resolution: number;
}
