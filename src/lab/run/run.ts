/**
 * A run of the laboratory: many games of a scenario under the same conditions. Its file is JSON lines: a header, then the
 * games in the order of their numbers, so that a run that was cut off goes on after its last whole line.
 */
import type { OutcomeValue } from '../../play/outcomes.ts';
import type { ChangeSet } from '../change/changeSet.ts';

export const RUN_FORMAT = 1;

/** What all games of a run have in common. Equal conditions and equal rules give equal games, whatever plays them. */
export interface RunConditions {
  scenario: string;
  /** Game n (from 1) has the seed `SEED/n`. */
  seed: string;
  games: number;
  fog: boolean;
  /** Levels of both sides. */
  bots: [string, string];
  /** HISTORICAL, FREE or the id of a plan for each side. */
  plans: [string, string];
  /** What is changed; null plays the scenario as it is. */
  changes: ChangeSet | null;
}

/** The first line of a run file. */
export interface RunHeader extends RunConditions {
  kind: 'ridgeline-run';
  formatVersion: typeof RUN_FORMAT;
  /** RULES_VERSION and digest of the scenario, changes included: lines of other rules are not added to a run. */
  rules: number;
  digest: string;
}

/** Hexes that changed hands in a turn: the turn, the side that has them now (0, 1; -1 nobody) and their numbers. */
export type ControlChange = [turn: number, side: number, ...hexes: number[]];

/** A game of a run: a line of its file. */
export interface RunLine {
  /** Number of the game, from 1. */
  game: number;
  seed: string;
  /** Grade of victory, and points of the first side minus points of the second. */
  grade: string | null;
  margin: number | null;
  actions: number;
  /** First moves of the changes that the rules refused in this game; left out where there are none. */
  refused?: number;
  /** Of the last state. */
  digest: string;
  /** What the scenario's history asks for, by id of the outcome; null for what never came about. */
  outcomes: Record<string, OutcomeValue>;
  /** By id of series (see `series.ts`): the value at the end of each turn, the first turn first. */
  series: Record<string, number[]>;
  control: ControlChange[];
}
