/** `ridgeline lab run`: many games under the same conditions, into a file; a run that was cut off goes on where it stopped. */
import { existsSync } from 'node:fs';
import type { Command } from 'commander';
import type { Game } from '../../core/game.ts';
import type { ChangeSet } from '../../lab/change/changeSet.ts';
import { differences, formatRunLine, LONGEST_SEED, MOST_GAMES } from '../../lab/run/file.ts';
import { headerOf, refuseConditions } from '../../lab/run/play.ts';
import type { RunConditions, RunHeader } from '../../lab/run/run.ts';
import { loadScenario } from '../files.ts';
import type { Finish } from '../main.ts';
import { addPlayOptions, parseBots, parsePlans } from '../opponents.ts';
import { FINDINGS, MISUSE, Stop, say, wholeNumber } from '../terminal.ts';
import { addMoveOptions, changesOf, type MoveOptions } from './changes.ts';
import { endOf, playOn } from './playOn.ts';
import { scanRun } from './runFile.ts';
import { formatRunSummary } from './runSummary.ts';
import { gistOf, playRunTask, type RunGist } from './task.ts';
import { soundTold } from './told.ts';

/** What is played and how, as options give it. */
export interface RunOptions {
  games: number;
  seed: string;
  bots: string;
  plan: string;
  fog: boolean;
  jobs: number;
  out: string;
  fresh?: boolean;
}

interface ChangeOptions extends MoveOptions {
  change?: string;
}

export function registerRun(lab: Command, finish: Finish): void {
  const command = lab
    .command('run')
    .description('play many games under the same conditions into a file')
    .argument('<scenario>', 'id or folder of a scenario')
    .requiredOption('--out <file>', 'the run: JSON lines; an unfinished run of the same conditions goes on there')
    .option('--games <n>', 'how many', wholeNumber(1, MOST_GAMES), 1000)
    .option('--seed <text>', 'seed of the run; game i has the seed TEXT/i', '1')
    .option('--change <what>', 'what is changed: the id of a "what if" of the scenario, or a file')
    .option('--fog', 'each side sees what it can (the default)', true)
    .option('--fresh', 'begin anew, whatever the file holds');
  addMoveOptions(addPlayOptions(command))
    .addHelpText(
      'after',
      '\nThe file is the same for any number of jobs and any interruption. Ctrl-C ends after the game under way; the same' +
        '\ncommand goes on from there, after a crash as well. A summary on standard error.' +
        '\n\nExamples:' +
        '\n  ridgeline lab run kunlun-pass --games 1000 --seed a --out kunlun.jsonl' +
        '\n  ridgeline lab run west-hunan --bots veteran,regular --plan free,historical --out free.jsonl' +
        '\n  ridgeline lab run west-hunan --change no-air-support --seed a --out no-air.jsonl',
    )
    .action(async (scenario: string, options: RunOptions & ChangeOptions) =>
      finish(await playRun(scenario, changesOf(scenario, options.change, options), options)),
    );
}

/** Plays a run to its end, or until Ctrl-C; goes on with what its file holds. Returns the exit code. */
export async function playRun(target: string, changes: ChangeSet | null, options: RunOptions): Promise<number> {
  const { header, conditions, game, history } = prepare(target, changes, options);
  const { out, jobs } = options;
  const gists: RunGist[] = [];
  const kept = options.fresh ? 0 : takeUp(target, out, header, gists);
  const before = gists.length;
  const started = performance.now();
  await playOn('playRunTask', {
    path: out,
    kept,
    head: formatRunLine(header),
    unit: 'game',
    before,
    tasks: Array.from({ length: header.games - before }, (_, i) => ({ target, conditions, n: before + i + 1 })),
    jobs,
    take: ({ gist, text }) => {
      gists.push(gist);
      return text;
    },
  });
  const seconds = (performance.now() - started) / 1000;
  const played = gists.length - before;
  if (gists.length > 0) say(formatRunSummary(game, history, gists));
  const rate = played > 0 ? `: ${seconds.toFixed(1)} s, ${(played / seconds).toFixed(1)} games a second` : '';
  say(`\n${gists.length} of ${header.games} games in ${out}, ${played} of them now${rate}`);
  return endOf('game', gists.length, header.games, options.fresh);
}

/** What options of a run or a study say of its games; ends the command when they can't be played in the scenario. */
export function gamesOf(game: Game, options: RunOptions): Omit<RunConditions, 'changes'> {
  const { games, seed, fog } = options;
  if (seed === '' || seed.length > LONGEST_SEED)
    throw new Stop(`--seed: a text of 1 to ${LONGEST_SEED} characters is needed`, MISUSE);
  return {
    scenario: game.data.scenario.id,
    seed,
    games,
    fog,
    bots: parseBots(options.bots),
    plans: parsePlans(game, options.plan),
  };
}

/** Checks all that was asked for, before a file is touched. */
function prepare(
  target: string,
  changes: ChangeSet | null,
  options: RunOptions,
): { header: RunHeader; conditions: RunConditions; game: Game; history: ReturnType<typeof soundTold>['history'] } {
  const game = loadScenario(target, changes);
  const { history } = soundTold(target);
  const conditions = { ...gamesOf(game, options), changes };
  const refused = refuseConditions(game, conditions);
  if (refused !== null) throw new Stop(refused, MISUSE);
  return { header: headerOf(game, history, conditions), conditions, game, history };
}

/**
 * Reads what there is of the run already, if anything. Returns how many bytes of the file are kept. Ends the command when the
 * file holds something else, or when its last game comes out differently today.
 */
function takeUp(target: string, path: string, header: RunHeader, gists: RunGist[]): number {
  if (!existsSync(path)) return 0;
  let last = '';
  const found = scanRun(path, (line, text) => {
    gists.push(gistOf(line));
    last = text;
  });
  const anew = 'choose another file, or --fresh to begin anew';
  if (!found.header) {
    if (formatRunLine(header).startsWith(found.rest)) return 0;
    throw new Stop(`${path}: line 1: not the header of a run; ${anew}`, MISUSE);
  }
  const differ = differences(found.header, header);
  if (differ.length > 0) throw new Stop(`${path} holds another run; ${anew}\n  ${differ.join('\n  ')}`, MISUSE);
  if (found.games > 0 && playRunTask({ target, conditions: header, n: found.games }).text !== `${last}\n`)
    throw new Stop(
      `${path}: game ${found.games} comes out differently now: it was played by another version; ${anew}`,
      FINDINGS,
    );
  return found.bytes;
}
