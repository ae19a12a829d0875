/** `ridgeline lab compare` and `lab what-if`: a change and what it does, game by game with the same seeds. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import { type ComparedLine, type ComparedRun, compareRuns, refusePairs } from '../../lab/compare/compare.ts';
import type { CompareModel } from '../../lab/compare/model.ts';
import { MOST_GAMES } from '../../lab/run/file.ts';
import { loadScenario } from '../files.ts';
import type { Finish } from '../main.ts';
import { addPlayOptions } from '../opponents.ts';
import { FINE, MISUSE, print, Stop, say, wholeNumber } from '../terminal.ts';
import { addMoveOptions, changesOf, type MoveOptions } from './changes.ts';
import { formatComparison } from './compareText.ts';
import { addPageOptions, type PageOptions, type ReportView, viewFor, writeModel } from './page.ts';
import { playRun, type RunOptions } from './run.ts';
import { refuseOtherData, scanGames } from './runFile.ts';
import { soundTold } from './told.ts';

interface CompareOptions extends PageOptions {
  all?: boolean;
  scenario?: string;
}

/** `out` is the folder of both runs. */
interface WhatIfOptions extends Omit<RunOptions, 'fresh'>, MoveOptions, PageOptions, Pick<CompareOptions, 'all'> {}

const SHOWN =
  '\nDifferences are the changed run minus the base, over pairs of games with the same seed, with 95 % intervals. Tables on' +
  '\nstandard output; only measures below p = 0.05 unless --all is given.';

export function registerCompare(lab: Command, finish: Finish): void {
  const compare = lab
    .command('compare')
    .description('set two runs of the same seeds side by side, game by game')
    .argument('<base>', 'a run')
    .argument('<changed>', 'a run of the same scenario and seed: other changes, plans or levels')
    .option('--scenario <folder>', 'the scenario, when it is not one of the list');
  addShownOptions(compare)
    .addHelpText(
      'after',
      `${SHOWN}\n\nExample:\n  ridgeline lab compare base.jsonl no-airlift.jsonl --html no-airlift.html`,
    )
    .action((base: string, changed: string, options: CompareOptions) => {
      const view = viewFor(options);
      tell(compareFiles(base, changed, options.scenario), options, view);
      finish(FINE);
    });

  const whatIf = lab
    .command('what-if')
    .description('play a scenario as it is and with a change, the same seeds, and say what differs')
    .argument('<scenario>', 'id or folder of a scenario')
    .argument('[change]', 'id of a "what if" of the scenario, or a file with a change set')
    .requiredOption(
      '--out <folder>',
      'both runs: base.jsonl, which other changes share, and CHANGE.jsonl; they go on there',
    )
    .option('--games <n>', 'how many', wholeNumber(2, MOST_GAMES), 200)
    .option('--seed <text>', 'seed of both runs; game i has the seed TEXT/i', '1');
  addShownOptions(addMoveOptions(addPlayOptions(whatIf)))
    .addHelpText(
      'after',
      `${SHOWN}\n\nExamples:` +
        '\n  ridgeline lab what-if kunlun-pass no-tanks --games 400 --seed a --out what-if/' +
        '\n  ridgeline lab what-if kunlun-pass --moves game.json --turns 2 --out what-if/',
    )
    .action(async (scenario: string, change: string | undefined, options: WhatIfOptions) => {
      finish(await playBoth(scenario, change, options));
    });
}

/** What both commands show of a comparison. */
function addShownOptions(command: Command): Command {
  return addPageOptions(command, 'the comparison').option('--all', 'list every measure');
}

async function playBoth(target: string, change: string | undefined, options: WhatIfOptions): Promise<number> {
  const changes = changesOf(target, change, options);
  if (!changes) throw new Stop('a change is needed: the id of a "what if", a file, or --moves', MISUSE);
  if (changes.id === BASE) throw new Stop(`the change is called "${BASE}" as is the run without it`, MISUSE);
  // Before an hour is spent on the base: the change has to make a sound scenario, and there must be a page to write.
  const view = viewFor(options);
  loadScenario(target, changes);
  makeFolder(options.out);
  const path = (id: string): string => join(options.out, `${id}.jsonl`);
  for (const [id, made] of [
    [BASE, null],
    [changes.id, changes],
  ] as const) {
    say(made ? `With the change: ${made.title}` : 'As it is:');
    const code = await playRun(target, made, { ...options, out: path(id) });
    if (code !== FINE) return code;
    say('');
  }
  tell(compareFiles(path(BASE), path(changes.id), target), { ...options, scenario: target }, view);
  return FINE;
}

const BASE = 'base';

function makeFolder(path: string): void {
  try {
    mkdirSync(path, { recursive: true });
  } catch (error) {
    throw new Stop(`--out: can't make the folder ${path}: ${(error as Error).message}`, MISUSE);
  }
}

/** Compares two run files; ends the command when their games are no pairs, or the scenario is not what it was. */
function compareFiles(basePath: string, changedPath: string, scenario?: string): CompareModel {
  const base = readRun(basePath);
  const changed = readRun(changedPath);
  const refused = refusePairs(base.header, changed.header);
  if (refused.length > 0)
    throw new Stop(
      `${basePath} and ${changedPath} have no games with the same seed:\n  ${refused.join('\n  ')}`,
      MISUSE,
    );
  const target = scenario ?? base.header.scenario;
  const { history } = soundTold(target);
  for (const [path, { header }] of [
    [basePath, base],
    [changedPath, changed],
  ] as const)
    refuseOtherData(path, header, loadScenario(target, header.changes), history);
  return compareRuns(base, changed, { game: loadScenario(target), history });
}

/** A run without its changes of control, which are most of it. */
function readRun(path: string): ComparedRun {
  const lines: ComparedLine[] = [];
  const { header } = scanGames(path, ({ control: _, actions: __, ...line }) => {
    lines.push(line);
  });
  return { header, lines };
}

function tell(model: CompareModel, options: CompareOptions, view: ReportView | null): void {
  const { all = false, scenario = model.base.scenario } = options;
  writeModel(model, scenario, options, view);
  print(formatComparison(model, all));
}
