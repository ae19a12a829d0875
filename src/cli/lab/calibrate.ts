/** `ridgeline lab calibrate`: fits the resolver to a table of engagements, and judges the fit by battles left out of it. */
import { availableParallelism } from 'node:os';
import type { Command } from 'commander';
import { type Evaluation, evaluate, type Forecast, scoreBattles } from '../../lab/battles/evaluation.ts';
import { type Fold, foldsByFamily, foldsByWar } from '../../lab/battles/fit/folds.ts';
import { laidOver } from '../../lab/battles/fit/free.ts';
import type { Simulated } from '../../lab/battles/simulate.ts';
import type { Battle } from '../../lab/battles/table.ts';
import { runInOrder } from '../batch.ts';
import type { Finish } from '../main.ts';
import { writeWhole } from '../output.ts';
import { FINDINGS, FINE, MISUSE, print, Stop, say, startProgress, wholeNumber } from '../terminal.ts';
import type { FitDone, FitTask } from './battlesTask.ts';
import { loadBattles } from './battleTable.ts';
import { formatEvaluation } from './battleText.ts';
import { reliabilityFigure } from './reliabilityFigure.ts';

interface CalibrateOptions {
  out: string;
  folds: number;
  leave?: string;
  reps: number;
  rounds: number;
  seed: string;
  jobs: number;
  figure?: string;
}

/** Times that each battle left out is forecast. */
const FORECASTS = 1000;
const LEAST_BATTLES = 50;

export function registerCalibrate(lab: Command, finish: Finish): void {
  lab
    .command('calibrate')
    .description("fit the resolver's numbers to historical engagements")
    .argument('<table>', 'engagements, a CSV file with the columns of docs/combat-validation.md')
    .requiredOption('--out <file>', 'write the numbers by path, and how they were judged')
    .option('--folds <n>', 'parts left out one after the other, families together; 0 for none', wholeNumber(0, 50), 5)
    .option('--leave <what>', 'war: leave whole wars out as well')
    .option('--reps <n>', 'times that each battle is fought in the search', wholeNumber(10, 1000), 24)
    .option('--rounds <n>', 'rounds of the search', wholeNumber(1, 20), 2)
    .option('--seed <text>', 'seed of the dice and the parts', '1')
    .option('--jobs <n>', 'worker threads (default: all cores)', wholeNumber(1, 256), availableParallelism())
    .option('--figure <file>', 'draw the reliability diagram of the parts left out, SVG')
    .addHelpText(
      'after',
      '\nSome minutes; the same for any number of jobs. Figures of the forecasts of what was left out on standard output.' +
        '\nCtrl-C ends the command and leaves no file.' +
        '\n\nExample:\n  ridgeline lab calibrate data/engagements/train.csv --leave war --out docs/calibration/parameters.json',
    )
    .action(async (table: string, options: CalibrateOptions) => {
      await calibrate(table, options);
      finish(FINE);
    });
}

async function calibrate(path: string, options: CalibrateOptions): Promise<void> {
  if (options.leave !== undefined && options.leave !== 'war')
    throw new Stop(`--leave takes war, not "${options.leave}"`, MISUSE);
  const battles = loadBattles(path).filter(({ history }) => history !== null);
  if (battles.length < LEAST_BATTLES)
    throw new Stop(`${path}: ${battles.length} battles with an outcome; ${LEAST_BATTLES} are needed`, FINDINGS);
  const folds = options.folds > 0 ? foldsByFamily(battles, options.folds, options.seed) : [];
  const wars = options.leave === 'war' ? foldsByWar(battles) : [];
  const tasks = [...folds, ...wars, null].map((fold) => taskOf(battles, fold, options));
  const done: FitDone[] = [];
  const progress = startProgress(tasks.length, 'fits');
  await runInOrder('fitBattles', {
    tasks,
    jobs: Math.min(options.jobs, tasks.length),
    tick: progress.tick,
    take: (fit) => done.push(fit),
  });
  progress.stop();
  const byFamily = judge(battles, folds, done.slice(0, folds.length));
  const byWar = judge(battles, wars, done.slice(folds.length, folds.length + wars.length));
  const { values } = done.at(-1) as FitDone;
  const parameters = laidOver(values);
  const file = {
    kind: 'ridgeline-parameters',
    formatVersion: 1,
    parameters,
    fit: {
      engagements: battles.length,
      seed: options.seed,
      repetitions: options.reps,
      rounds: options.rounds,
    },
    ...(byFamily && { leftOutByFamily: { folds: folds.length, ...byFamily.all } }),
    ...(byWar && { leftOutByWar: { ...byWar.all, each: byWar.each } }),
  };
  writeWhole('--out', options.out, `${JSON.stringify(file, null, 1)}\n`);
  if (options.figure !== undefined && byFamily)
    writeWhole('--figure', options.figure, reliabilityFigure(byFamily.all.resolver.reliability));
  if (byFamily) print(`Left out by family, ${folds.length} parts\n${format(byFamily)}\n`);
  if (byWar) print(`Whole wars left out\n${format(byWar)}\n`);
  say(`${Object.keys(parameters).length} numbers in ${options.out}`);
}

function taskOf(battles: readonly Battle[], fold: Fold | null, options: CalibrateOptions): FitTask {
  const left = new Set(fold?.left);
  return {
    known: battles.filter((battle) => !left.has(battle)),
    left: (fold?.left ?? []).map(({ engagement }) => engagement),
    seed: options.seed,
    repetitions: options.reps,
    forecasts: FORECASTS,
    rounds: options.rounds,
  };
}

interface Judged {
  resolver: Evaluation;
  climatology: Evaluation;
}

interface Judgement {
  all: Judged;
  each: (Judged & { name: string })[];
}

/** Scores the forecasts of what was left out: all together in the order of the table, and fold by fold where winners are told. */
function judge(battles: readonly Battle[], folds: readonly Fold[], done: readonly FitDone[]): Judgement | null {
  if (folds.length === 0) return null;
  const forecastBy = (which: 'simulated' | 'climatology'): Map<Battle, Simulated[]> =>
    new Map(
      folds.flatMap(({ left }, i) => left.map((battle, j) => [battle, (done[i] as FitDone)[which][j] as Simulated[]])),
    );
  const [resolver, climatology] = [forecastBy('simulated'), forecastBy('climatology')];
  const scored = (by: Map<Battle, Simulated[]>, list: readonly Battle[]): Evaluation =>
    evaluate(
      scoreBattles(
        list.map((battle) => ({
          id: battle.engagement.id,
          history: battle.history as Forecast['history'],
          simulated: by.get(battle) as Simulated[],
        })),
      ),
    );
  const both = (list: readonly Battle[]): Judged => ({
    resolver: scored(resolver, list),
    climatology: scored(climatology, list),
  });
  return {
    all: both(battles),
    each: folds
      .filter(({ left }) => left.some(({ history }) => history?.wins !== 0))
      .map(({ name, left }) => ({ name, ...both(left) })),
  };
}

function format({ all }: Judgement): string {
  return formatEvaluation(all.resolver, all.climatology);
}
