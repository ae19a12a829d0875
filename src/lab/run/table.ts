/** A run as a table for other programs: a row a game, a column an outcome, and each series by its last value. */
import { csvLine } from '../../play/csv.ts';
import type { RunLine } from './run.ts';

/** In front of the names of the columns that hold the last values of series. */
const END = 'end.';

/** The head of the table for the games of a run, which all have the same outcomes and series. */
export function tableHead(game: RunLine): string {
  const series = Object.keys(game.series).map((id) => END + id);
  const first = game.refused === undefined ? [] : ['refused'];
  const result = ['game', 'seed', 'grade', 'margin', 'actions', ...first, 'digest'];
  return csvLine([...result, ...Object.keys(game.outcomes), ...series]);
}

/** The row of a game; what never came about is empty. */
export function tableRow({ game, seed, grade, margin, actions, refused, digest, outcomes, series }: RunLine): string {
  const ends = Object.values(series).map((values) => values.at(-1) ?? null);
  const first = refused === undefined ? [] : [refused];
  const result = [game, seed, grade, margin, actions, ...first, digest];
  const values = [...result, ...Object.values(outcomes), ...ends];
  return csvLine(values.map((value) => (value === null ? '' : String(value))));
}
