/** Which parameters of a study move which measures: regression of the means of its points. */
import type { Game } from '../../core/game.ts';
import type { HistoryData } from '../../scenario/shapes/history.ts';
import { adjustAll } from '../compare/multiple.ts';
import { axisValue } from '../report/axis.ts';
import { sceneOf } from '../scene.ts';
import { meanOf, varianceOf } from '../statistics.ts';
import type { VaryGame, VaryHeader, VaryPoint } from './file.ts';
import type { Effect, MeasureSensitivity, VaryModel, VaryParameter } from './model.ts';
import { onScale } from './parameters.ts';
import { regress } from './regression.ts';

/** The victory points of the first side minus those of the second, beside the outcomes that the history asks for. */
export const MARGIN = 'margin';

type Told = Pick<MeasureSensitivity, 'id' | 'name' | 'unit'>;

/** Everything that a study can be asked for, the margin first. */
export function measuresOf(history: Pick<HistoryData, 'outcomes'> | null): Told[] {
  const outcomes = (history?.outcomes ?? []).filter(({ measure }) => measure !== null);
  return [
    { id: MARGIN, name: 'Margin of victory', unit: 'points' },
    ...outcomes.map(({ id, name, unit }) => ({ id, name, unit })),
  ];
}

/**
 * What the points of a study say of measures: numbers as they are, dates as days from the first day of the scenario (what never
 * came is the first day after it), yes and no as shares. `game` is the scenario without changes.
 */
export function analyse(
  game: Game,
  header: VaryHeader,
  points: readonly VaryPoint[],
  measures: readonly Told[],
): VaryModel {
  const told = measures.map((measure) => sensitivityOf(game, header, points, measure));
  const tests = adjustAll(told.flatMap(({ effects }) => effects));
  const { scenario, seed, fog, bots, plans, games, parameters } = header;
  return {
    ...sceneOf(game),
    conditions: { scenario, seed, fog, bots, plans },
    points: header.points,
    done: points.length,
    games,
    parameters,
    measures: told,
    tests,
  };
}

function sensitivityOf(
  game: Game,
  { parameters }: VaryHeader,
  points: readonly VaryPoint[],
  measure: Told,
): MeasureSensitivity {
  const { id, unit } = measure;
  const answerOf = ({ margin, outcomes }: VaryGame): number =>
    unit === 'points' ? (margin ?? Number.NaN) : axisValue(game, unit, outcomes[id] ?? null);
  const table = points
    .map(({ values, games }) => ({
      values: values.map((value, i) => onScale(parameters[i] as VaryParameter, value)),
      games: games.map(answerOf),
    }))
    .filter(({ games }) => games.some((value) => !Number.isNaN(value)));
  const means = table.map(({ games }) => meanOf(games.filter((value) => !Number.isNaN(value))));
  const found = regress(
    table.map(({ values }) => values),
    means,
  );
  const spread = Math.sqrt(varianceOf(means));
  const effects = (found?.slopes ?? []).map(({ slope, interval, p, share }, i): Effect => {
    const parameter = parameters[i] as VaryParameter;
    const { path, low, high } = parameter;
    const deviation = Math.sqrt(varianceOf(table.map(({ values }) => values[i] as number)));
    const standard = (value: number): number => (value * deviation) / spread;
    return {
      path,
      coefficient: standard(slope),
      interval: [standard(interval[0]), standard(interval[1])],
      p,
      holm: 1,
      lowToHigh: slope * (onScale(parameter, high) - onScale(parameter, low)),
      share,
    };
  });
  return {
    ...measure,
    points: table.length,
    mean: means.length === 0 ? null : meanOf(means),
    range: means.length === 0 ? null : [Math.min(...means), Math.max(...means)],
    between: shareBetween(table.map(({ games }) => games)),
    explained: found ? adjusted(found.r2, table.length, parameters.length) : null,
    effects: effects.sort((a, b) => b.share - a.share),
  };
}

/** R² less what as many parameters without any effect would explain by chance; at least 0. */
function adjusted(r2: number, points: number, parameters: number): number {
  return Math.max(0, 1 - ((1 - r2) * (points - 1)) / (points - parameters - 1));
}

/**
 * Share of the variance of single games that lies between the points: of two crossed factors, points and seeds, and what is left
 * (analysis of variance; a negative estimate is none). Null without two points and two seeds, or when nothing varies.
 */
export function shareBetween(table: readonly (readonly number[])[]): number | null {
  const seeds = table[0]?.length ?? 0;
  if (table.length < 2 || seeds < 2) return null;
  const known = (values: readonly number[]): number[] => values.filter((value) => !Number.isNaN(value));
  const grand = meanOf(known(table.flat()));
  const rowMeans = table.map((row) => meanOf(known(row)));
  const columnMeans = Array.from({ length: seeds }, (_, j) => {
    const column = known(table.map((row) => row[j] as number));
    return column.length === 0 ? grand : meanOf(column);
  });
  const rest = known(
    table.flatMap((row, i) =>
      row.map((value, j) => value - (rowMeans[i] as number) - (columnMeans[j] as number) + grand),
    ),
  );
  const error = rest.reduce((sum, value) => sum + value * value, 0) / ((table.length - 1) * (seeds - 1));
  const points = Math.max(0, varianceOf(rowMeans) - error / seeds);
  const luck = Math.max(0, varianceOf(columnMeans) - error / table.length);
  const all = points + luck + error;
  return all > 0 ? points / all : null;
}
