/** `ridgeline sim`: a batch of games, bot against bot. Game i is seeded `SEED/i`, so any one can be played again alone. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { Command } from 'commander';
import { BOT_LEVELS } from '../bots/index.ts';
import type { Game } from '../core/game.ts';
import { runInOrder } from './batch.ts';
import type { Explanation } from './explain.ts';
import { loadHistory, loadScenario } from './files.ts';
import type { GameLine, GameTask } from './game-task.ts';
import { formatHistory } from './history-table.ts';
import type { Finish } from './main.ts';
import { parseBots, parsePlans } from './opponents.ts';
import { openFile } from './output.ts';
import { formatSummary } from './summary.ts';
import { FINE, MISUSE, print, Stop, say, startProgress, wholeNumber } from './terminal.ts';

interface SimOptions {
  games: number;
  seed: string;
  bots?: string;
  plan?: string;
  jobs: number;
  out?: string;
  record?: string;
  explain?: string;
  fog: boolean;
}

export function registerSim(program: Command, finish: Finish): void {
  program
    .command('sim')
    .description('play games bot against bot and measure them')
    .argument('<scenario>', 'id or folder of a scenario')
    .option('--games <n>', 'how many', wholeNumber(1), 10)
    .option('--seed <text>', 'seed of the batch; game i has the seed TEXT/i', '1')
    .option('--bots <first,second>', `who plays which side: ${BOT_LEVELS.join(', ')}`)
    .option(
      '--plan <first,second>',
      'plan of each side: historical, free or the id of one (default: what the level does)',
    )
    .option('--jobs <n>', 'worker threads', wholeNumber(1, 256), Math.min(availableParallelism(), 8))
    .option('--out <file>', 'write the JSON lines there instead of to standard output')
    .option('--record <folder>', 'keep the record of each game there')
    .option(
      '--explain <file>',
      'write every order there with its reason; - for standard output, without the JSON lines',
    )
    .option('--no-fog', 'both sides see everything')
    .addHelpText(
      'after',
      '\nOne JSON line a game, in order, the same for any number of jobs; a summary on standard error.' +
        '\n\nExamples:' +
        '\n  ridgeline sim kunlun-pass --games 200 --seed 7 --out games.jsonl' +
        '\n  ridgeline sim kunlun-pass --games 1 --seed 7 --record games/' +
        '\n  ridgeline sim west-hunan --games 1 --seed 7 --explain -',
    )
    .action(async (scenario: string, options: SimOptions) => {
      await simulate(scenario, options);
      finish(FINE);
    });
}

async function simulate(scenario: string, options: SimOptions): Promise<void> {
  const game = loadScenario(scenario);
  const bots = parseBots(options.bots ?? 'regular');
  const plans = options.plan === undefined ? undefined : parsePlans(game, options.plan);
  const out = options.out === undefined ? null : await openFile('--out', options.out);
  if (options.record !== undefined) makeFolder(options.record);
  const told = options.explain === undefined ? null : await openExplanation(game, options.explain);
  const tasks = Array.from(
    { length: options.games },
    (_, i): GameTask => ({
      scenario,
      seed: `${options.seed}/${i + 1}`,
      fog: options.fog,
      bots,
      ...(plans === undefined ? {} : { plans }),
      record: options.record !== undefined,
      explain: told !== null,
    }),
  );
  const lines: GameLine[] = [];
  const started = performance.now();
  const progress = startProgress(tasks.length, 'games');
  await runInOrder('playGame', {
    tasks,
    jobs: Math.min(options.jobs, tasks.length),
    tick: progress.tick,
    take: ({ line, record, thoughts }) => {
      lines.push(line);
      const text = JSON.stringify(line);
      if (out) out.write(`${text}\n`);
      else if (options.explain !== '-') print(text);
      if (thoughts) told?.add(line.seed, thoughts);
      if (record !== undefined && options.record !== undefined)
        writeFileSync(join(options.record, `${line.scenario}-${line.seed.replace(/[^\w.-]+/g, '-')}.json`), record);
    },
  });
  progress.stop();
  if (out) await new Promise((resolve) => out.end(resolve));
  await told?.close();
  const seconds = (performance.now() - started) / 1000;
  say(formatSummary(game, lines));
  const outcomes = formatHistory(loadHistory(scenario), lines);
  if (outcomes !== '') say(`\n${outcomes}\n`);
  say(
    `${lines.length} games of ${game.data.scenario.title}, seed ${options.seed}, ${bots.join(' against ')}, ` +
      `${options.fog ? 'fog of war' : 'no fog'}: ${seconds.toFixed(1)} s, ${(lines.length / seconds).toFixed(1)} games a second`,
  );
}

/** The page's sentences are loaded by those who ask for them. */
async function openExplanation(game: Game, path: string): Promise<Explanation> {
  return (await import('./explain.ts')).openExplanation(game, path);
}

function makeFolder(path: string): void {
  try {
    mkdirSync(path, { recursive: true });
  } catch (error) {
    throw new Stop(`--record: can't make the folder ${path}: ${(error as Error).message}`, MISUSE);
  }
}
