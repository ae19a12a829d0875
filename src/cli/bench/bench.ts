/** `ridgeline bench`: our speeds beside those of known packages, measured in one run. Ratios carry over, times do not. */
import type { Command } from 'commander';
import { createBot } from '../../bots/index.ts';
import { setup } from '../../core/setup.ts';
import { botSeed, playout } from '../../play/playout.ts';
import { listBattles, listScenarios, loadHistory, loadScenario } from '../files.ts';
import type { Finish } from '../main.ts';
import { FINE, formatTable, MISUSE, print, Stop, say, wholeNumber } from '../terminal.ts';
import { formatThinking } from '../thinking.ts';
import { benchCommand } from './command.ts';
import { benchCopy } from './copy.ts';
import { benchGames } from './games.ts';
import type { Comparison } from './measure.ts';
import { benchReach } from './reach.ts';
import { benchReplay } from './replay.ts';
import { benchRun } from './run.ts';
import { benchTurns } from './turns.ts';

/** Actions of a game that the comparisons repeat. */
const ACTIONS = 300;

interface BenchOptions {
  games: number;
  json?: boolean;
}

export function registerBench(program: Command, finish: Finish): void {
  program
    .command('bench')
    .description('measure speeds beside honeycomb-grid, boardgame.io and immer in one run')
    .argument('[scenario]', 'id or folder of a scenario (default: the first of the list; player turns of every battle)')
    .option('--games <n>', 'games to play bot against bot', wholeNumber(1, 10_000), 20)
    .option('--json', 'one JSON object')
    .addHelpText(
      'after',
      '\nTakes some minutes.\n\nExamples:\n  ridgeline bench\n  ridgeline bench kunlun-pass --games 100',
    )
    .action(async (scenario: string | undefined, options: BenchOptions) => {
      await bench(scenario, options);
      finish(FINE);
    });
}

async function bench(scenario: string | undefined, options: BenchOptions): Promise<void> {
  const id = scenario ?? listScenarios()[0];
  if (id === undefined) throw new Stop('there is no scenario to measure', MISUSE);
  const game = loadScenario(id);
  const bot = 'regular';
  const seed = 'bench/1';
  const { record } = playout(game, {
    seed,
    fog: true,
    bots: [createBot(bot, botSeed(seed, 0)), createBot(bot, botSeed(seed, 1))],
    record: true,
  });
  const actions = record?.actions.slice(0, ACTIONS) ?? [];
  const { state } = setup(game, { seed, fog: true });
  const comparisons: Comparison[] = [];
  say('reachable hexes ...');
  comparisons.push(await benchReach(game, state));
  say('orders ...');
  comparisons.push(...(await benchCommand(game, state, actions)));
  say('copies ...');
  comparisons.push(...benchCopy(game, state, actions));
  say('a long replay ...');
  const replay = benchReplay(game, bot);
  say('games ...');
  const games = benchGames(game, [bot, bot], true, options.games);
  say('a run of the laboratory ...');
  const run = benchRun(game, loadHistory(id), options.games);
  const turns = (scenario === undefined ? listBattles() : [scenario]).flatMap((target) =>
    benchTurns(loadScenario(target), (level) => say(`player turns of ${target}, ${level} ...`)),
  );
  if (options.json) {
    print(JSON.stringify({ scenario: id, node: process.version, comparisons, replay, games, run, turns }));
    return;
  }
  const count = (value: number): string => Math.round(value).toLocaleString('en');
  const rows = [['what', 'ours', 'theirs', 'unit', 'ratio', 'beside']];
  for (const { what, unit, ours, theirs, peer } of comparisons)
    rows.push([
      what,
      count(ours),
      theirs === null ? '-' : count(theirs),
      unit,
      theirs === null ? '-' : `${(ours / theirs).toFixed(1)}x`,
      theirs === null ? `${peer} (not installed: npm ci)` : peer,
    ]);
  print(formatTable(rows));
  for (const { what, note } of comparisons) print(`  ${what}: ${note}`);
  print('');
  print(
    `replay of ${replay.turns} turns, ${count(replay.actions)} orders: any moment in ${replay.slowestSeekMs.toFixed(0)} ms ` +
      `(median ${replay.medianSeekMs.toFixed(1)} ms); ${replay.keyframes} keyframes of ${count(replay.keyframeSize / 1000)} kB ` +
      `in ${count(replay.buildMs)} ms, at most ${replay.longestStretchMs.toFixed(0)} ms at a time`,
  );
  print(
    `${game.data.scenario.title}, ${bot} against ${bot}, fog of war, one core, Node ${process.versions.node}: ` +
      `${count(games.unitActionsPerSecond)} unit-actions a second, ${games.msPerGame.toFixed(0)} ms a game ` +
      `(${games.games} games, ${count(games.unitActions / games.games)} unit-actions each)`,
  );
  print(
    `lab run, ${bot}s with historical plans, ${run.measures} measures of history: ${run.gamesPerSecond.toFixed(1)} games a second ` +
      `on one core, ${run.msPerGame.toFixed(0)} ms of processor time and ${(run.bytesPerGame / 1000).toFixed(1)} kB a game`,
  );
  print('');
  print(formatThinking(turns));
  print('  processor time of the whole program; regular and recruit play whole games, the others some turns of one');
}
