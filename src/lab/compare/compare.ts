/** Two runs of the same seeds, game by game: what a change makes of every measure, and how much of it chance would do. */
import type { Game } from '../../core/game.ts';
import type { OutcomeValue } from '../../play/outcomes.ts';
import type { HistoryData } from '../../scenario/shapes/history.ts';
import { axisValue } from '../report/axis.ts';
import type { RunHeader, RunLine } from '../run/run.ts';
import { sceneOf } from '../scene.ts';
import { estimateMean, meanOf, signTest } from '../statistics.ts';
import type { CompareModel, MeasureComparison, SeriesComparison } from './model.ts';
import { adjustAll } from './multiple.ts';
import { meanDifference, type Pair, shareDifference } from './paired.ts';

/** What of a game is compared. */
export type ComparedLine = Pick<
  RunLine,
  'game' | 'seed' | 'grade' | 'margin' | 'refused' | 'digest' | 'outcomes' | 'series'
>;

export interface ComparedRun {
  header: RunHeader;
  lines: readonly ComparedLine[];
}

/** The scenario as it is without changes, and its history where it has one. */
export interface ComparedScenario {
  game: Game;
  history: Pick<HistoryData, 'outcomes'> | null;
}

/** Why the games of two runs are no pairs, one reason a line; empty when they are. */
export function refusePairs(base: RunHeader, changed: RunHeader): string[] {
  const reasons: string[] = [];
  const same = (what: string, a: unknown, b: unknown): void => {
    if (a !== b) reasons.push(`${what}: ${JSON.stringify(a)} and ${JSON.stringify(b)}`);
  };
  same('scenario', base.scenario, changed.scenario);
  same('seed', base.seed, changed.seed);
  same('version of the rules', base.rules, changed.rules);
  return reasons;
}

/**
 * Compares the changed run with the base. Games are paired by their number; those without their other half are left out. Throws
 * when the runs are no pairs (see `refusePairs`), or have none.
 */
export function compareRuns(
  base: ComparedRun,
  changed: ComparedRun,
  { game, history }: ComparedScenario,
): CompareModel {
  const refused = refusePairs(base.header, changed.header);
  if (refused.length > 0) throw new RangeError(`the games are no pairs: ${refused.join('; ')}`);
  const others = new Map(changed.lines.map((line) => [line.game, line]));
  const pairs = base.lines.flatMap((line): LinePair[] => {
    const other = others.get(line.game);
    return other ? [[line, other]] : [];
  });
  if (pairs.length === 0) throw new RangeError('the runs have no game in common');
  const margins = pairs.flatMap(([one, other]): Pair[] =>
    one.margin === null || other.margin === null ? [] : [[one.margin, other.margin]],
  );
  const margin = margins.length === 0 ? null : meanDifference(margins);
  const grade = gradeChange(game, pairs);
  const measures = (history?.outcomes ?? [])
    .filter(({ measure }) => measure !== null)
    .map(({ id, name, unit }) => {
      const values = pairs.map(([one, other]): Answers => [one.outcomes[id] ?? null, other.outcomes[id] ?? null]);
      return compareMeasure(game, { id, name, unit }, values);
    });
  const tested = measures.flatMap(({ happened, amount, yes }) => [happened, amount, yes]);
  const tests = adjustAll([margin, grade, ...tested].filter((one) => one !== null));
  return {
    ...sceneOf(game),
    base: base.header,
    changed: changed.header,
    pairs: pairs.length,
    refused: refusedOf(pairs),
    equal: pairs.filter(([one, other]) => one.digest === other.digest).length,
    margin,
    grades: gradesOf(game).map(({ id, name }) => ({
      id,
      name,
      base: pairs.filter(([one]) => one.grade === id).length,
      changed: pairs.filter(([, other]) => other.grade === id).length,
    })),
    grade,
    measures,
    series: compareSeries(pairs),
    tests,
  };
}

/** Mean number of first moves that the rules refused in the changed games; null where there are no first moves. */
function refusedOf(pairs: readonly LinePair[]): number | null {
  const counts = pairs.flatMap(([, { refused }]) => refused ?? []);
  return counts.length === 0 ? null : meanOf(counts);
}

type LinePair = readonly [base: ComparedLine, changed: ComparedLine];
type Answers = readonly [base: OutcomeValue, changed: OutcomeValue];

function compareMeasure(
  game: Game,
  { id, name, unit }: Pick<MeasureComparison, 'id' | 'name' | 'unit'>,
  answers: readonly Answers[],
): MeasureComparison {
  const came = (value: OutcomeValue): number => (value === null ? 0 : 1);
  const happened = shareDifference(answers.map(([one, other]): Pair => [came(one), came(other)]));
  const both = answers
    .filter(([one, other]) => one !== null && other !== null)
    .map(([one, other]): Pair => [axisValue(game, unit, one), axisValue(game, unit, other)]);
  const yes = unit === 'yes';
  return {
    id,
    name,
    unit,
    happened,
    amount: yes ? null : meanDifference(both),
    yes: yes ? shareDifference(both) : null,
  };
}

/** From the best for the first side down, as reports list them. */
function gradesOf(game: Game): { id: string; name: string }[] {
  return game.data.scenario.victory.grades.toSorted((a, b) => b.atLeast - a.atLeast);
}

function gradeChange(game: Game, pairs: readonly LinePair[]): CompareModel['grade'] {
  const order = gradesOf(game).map(({ id }) => id);
  const steps = pairs
    .filter(([one, other]) => one.grade !== null && other.grade !== null)
    .map(([one, other]) => order.indexOf(one.grade as string) - order.indexOf(other.grade as string));
  const better = steps.filter((step) => step > 0).length;
  const worse = steps.filter((step) => step < 0).length;
  return { better, worse, p: better + worse === 0 ? null : signTest(better, worse), holm: null };
}

function compareSeries(pairs: readonly LinePair[]): SeriesComparison[] {
  const ids = Object.keys(pairs[0]?.[0].series ?? {});
  return ids.map((id) => {
    const turns: SeriesComparison['turns'] = [];
    for (let turn = 0; ; turn++) {
      const differences = pairs.flatMap(([one, other]) => {
        const [before, after] = [one.series[id]?.[turn], other.series[id]?.[turn]];
        return before === undefined || after === undefined ? [] : [after - before];
      });
      if (differences.length === 0) return { id, turns };
      const { mean, interval } = estimateMean(differences);
      turns.push({ pairs: differences.length, difference: mean, interval });
    }
  });
}
