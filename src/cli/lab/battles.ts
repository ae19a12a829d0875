/** `ridgeline lab battles`: the engine's resolver on historical engagements, scored against what happened. */
import { availableParallelism } from 'node:os';
import type { Command } from 'commander';
import { climatology } from '../../lab/battles/climatology.ts';
import { evaluate, type Forecast, scoreBattles } from '../../lab/battles/evaluation.ts';
import type { Simulated } from '../../lab/battles/simulate.ts';
import type { Battle } from '../../lab/battles/table.ts';
import { runInOrder } from '../batch.ts';
import type { Finish } from '../main.ts';
import { writeWhole } from '../output.ts';
import { FINE, MISUSE, print, Stop, say, startProgress, wholeNumber } from '../terminal.ts';
import { loadBattles, loadParameters } from './battleTable.ts';
import { formatEvaluation } from './battleText.ts';
import { reliabilityFigure } from './reliabilityFigure.ts';

interface BattlesOptions {
  reps: number;
  seed: string;
  jobs: number;
  out?: string;
  rules?: string;
  climatology?: string;
  figure?: string;
}

export function registerBattles(lab: Command, finish: Finish): void {
  lab
    .command('battles')
    .description('fight historical engagements out with the resolver and score the forecasts')
    .argument('<table>', 'engagements, a CSV file with the columns of docs/combat-validation.md')
    .option('--reps <n>', 'times that each is fought', wholeNumber(50, 100_000), 400)
    .option('--seed <text>', 'seed of the dice', '1')
    .option('--jobs <n>', 'worker threads (default: all cores)', wholeNumber(1, 256), availableParallelism())
    .option('--out <file>', 'write every battle that was fought: id,rep,att_win,att_cas,def_cas')
    .option('--rules <file>', 'numbers of the rules as lab calibrate writes them, instead of the rulebook')
    .option('--climatology <table>', 'known battles that climatology forecasts from (default: the same table)')
    .option('--figure <file>', 'draw the reliability diagram, SVG')
    .addHelpText(
      'after',
      '\nForecasts are made of what was known before a battle alone; columns of outcomes only score them. The same for any' +
        '\nnumber of jobs. Figures on standard output, as score.py has them. Ctrl-C ends the command and leaves no file.' +
        '\n\nExamples:' +
        '\n  ridgeline lab battles data/engagements/train.csv' +
        '\n  ridgeline lab battles unseen.csv --climatology data/engagements/train.csv --out sims.csv',
    )
    .action(async (table: string, options: BattlesOptions) => {
      await fightTable(table, options);
      finish(FINE);
    });
}

/** Engagements in one task of a worker. */
const TOGETHER = 8;

async function fightTable(path: string, options: BattlesOptions): Promise<void> {
  const battles = loadBattles(path);
  const known = options.climatology === undefined ? battles : loadBattles(options.climatology);
  const laid = loadParameters(options.rules);
  const { reps, seed, jobs } = options;
  const tasks = [];
  for (let from = 0; from < battles.length; from += TOGETHER) {
    const engagements = battles.slice(from, from + TOGETHER).map(({ engagement }) => engagement);
    tasks.push({ engagements, laid, seed, repetitions: reps });
  }
  const simulated: Simulated[][] = [];
  const progress = startProgress(battles.length, 'battles');
  await runInOrder('simulateBattles', {
    tasks,
    jobs: Math.min(jobs, tasks.length),
    tick: (done) => progress.tick(Math.min(battles.length, done * TOGETHER)),
    take: (done) => simulated.push(...done),
  });
  progress.stop();
  if (options.out !== undefined) writeWhole('--out', options.out, formatSimulated(battles, simulated));
  const forecasts = battles.flatMap(({ engagement, history }, i): Forecast[] =>
    history ? [{ id: engagement.id, history, simulated: simulated[i] as Simulated[] }] : [],
  );
  if (!forecasts.some(({ history }) => history.wins !== 0)) {
    if (options.figure !== undefined) throw new Stop('--figure: the table tells no winner', MISUSE);
    say(`${path} tells no winner: nothing to score`);
    return;
  }
  const model = evaluate(scoreBattles(forecasts));
  const reference = evaluate(
    scoreBattles(
      battles.flatMap(({ engagement, history }): Forecast[] =>
        history ? [{ id: engagement.id, history, simulated: climatology(known, engagement, seed, reps) }] : [],
      ),
    ),
  );
  if (options.figure !== undefined) writeWhole('--figure', options.figure, reliabilityFigure(model.reliability));
  print(formatEvaluation(model, reference));
}

function formatSimulated(battles: readonly Battle[], simulated: readonly Simulated[][]): string {
  const lines = ['id,rep,att_win,att_cas,def_cas'];
  battles.forEach(({ engagement }, i) => {
    const id = /[",\n\r]/.test(engagement.id) ? `"${engagement.id.replaceAll('"', '""')}"` : engagement.id;
    for (const [rep, { attackerWins, attackerLosses, defenderLosses }] of (simulated[i] as Simulated[]).entries())
      lines.push(`${id},${rep},${attackerWins ? 1 : 0},${attackerLosses},${defenderLosses}`);
  });
  return `${lines.join('\n')}\n`;
}
