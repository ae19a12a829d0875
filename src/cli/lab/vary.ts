/** `ridgeline lab vary`: numbers of the rules varied together; which of them move which measures. */
import { existsSync } from 'node:fs';
import type { Command } from 'commander';
import { RULES_VERSION } from '../../core/version.ts';
import { formatRunFault } from '../../lab/run/file.ts';
import { runDigest } from '../../lab/run/play.ts';
import { analyse, MARGIN, measuresOf } from '../../lab/vary/analyse.ts';
import { latinHypercube } from '../../lab/vary/design.ts';
import {
  formatVaryLine,
  parseVary,
  VARY_FORMAT,
  VARY_LIMITS,
  type VaryHeader,
  type VaryPoint,
} from '../../lab/vary/file.ts';
import { changesAt, parametersOf, parseParameters, type Range, SETS, valuesAt } from '../../lab/vary/parameters.ts';
import type { HistoryData } from '../../scenario/shapes/history.ts';
import { loadScenario, readText } from '../files.ts';
import type { Finish } from '../main.ts';
import { addPlayOptions } from '../opponents.ts';
import { FINDINGS, MISUSE, print, Stop, say, wholeNumber } from '../terminal.ts';
import { addPageOptions, type PageOptions, viewFor, writeModel } from './page.ts';
import { endOf, playOn } from './playOn.ts';
import { gamesOf, type RunOptions } from './run.ts';
import { soundTold } from './told.ts';
import { formatStudy } from './varyText.ts';

interface VaryOptions extends RunOptions, PageOptions {
  parameters?: string;
  set?: string;
  points: number;
  measures?: string;
  all?: boolean;
}

const DEFAULT_SET = 'main';

export function registerVary(lab: Command, finish: Finish): void {
  const command = lab
    .command('vary')
    .description('vary numbers of the rules together and rank them by what they do')
    .argument('<scenario>', 'id or folder of a scenario')
    .requiredOption('--out <file>', 'the study: JSON lines; an unfinished study of the same conditions goes on there')
    .option('--parameters <list>', 'PATH:LOW:HIGH,...: numbers of the rules, or FILE:PATH of a scenario, by a factor')
    .option('--set <name>', `a ready list: ${Object.keys(SETS).join(', ')} (default: ${DEFAULT_SET})`)
    .option('--points <n>', 'points of the design', wholeNumber(1, VARY_LIMITS.points), 64)
    .option('--games <n>', 'games at each point, the same seeds at all', wholeNumber(1, VARY_LIMITS.games), 8)
    .option('--measures <ids>', `what is ranked: ${MARGIN}, or outcomes of the history, or "all"`, MARGIN)
    .option('--seed <text>', 'seed of the games and of the design; game i has the seed TEXT/i', '1')
    .option('--fresh', 'begin anew, whatever the file holds')
    .option('--all', 'list every effect');
  addPlayOptions(addPageOptions(command, 'what the study says'))
    .addHelpText(
      'after',
      '\nThe points are a Latin hypercube, spread evenly over all ranges. The file keeps every outcome: the same command with other' +
        '\n--measures plays nothing again. Tables on standard output; only effects below p = 0.05 unless --all is given.' +
        '\n\nExamples:' +
        '\n  ridgeline lab vary kunlun-pass --points 100 --games 10 --seed a --out vary.jsonl' +
        '\n  ridgeline lab vary kunlun-pass --parameters resolver.slope:0.9:1.5,air:aircraft/*/supportValue:0.5:2 --out vary.jsonl' +
        '\n  ridgeline lab vary west-hunan --set endurance --measures margin,date_dongkou_falls --out endurance.jsonl',
    )
    .action(async (scenario: string, options: VaryOptions) => finish(await vary(scenario, options)));
}

async function vary(target: string, options: VaryOptions): Promise<number> {
  const view = viewFor(options);
  const { history } = soundTold(target);
  const measures = pickMeasures(options.measures ?? MARGIN, history);
  const header = prepare(target, options, history);
  const design = latinHypercube(header.points, header.parameters.length, header.seed);
  const values = design.map((point) => valuesAt(header.parameters, point));
  // Before anything is written: every path has to find something, and the ends of the ranges have to make sound scenarios.
  for (const end of ['low', 'high'] as const) {
    const ends = header.parameters.map((parameter) => parameter[end]);
    loadScenario(target, changesAt(header.parameters, ends, 0));
  }
  const { out, jobs } = options;
  const { points, kept } = options.fresh ? { points: [], kept: 0 } : takeUp(out, header, values);
  const tasks = values.map((value, i) => ({ target, study: header, point: i + 1, values: value }));
  await playOn('playVaryPoint', {
    path: out,
    kept,
    head: formatVaryLine(header),
    unit: 'point',
    before: points.length,
    tasks: tasks.slice(points.length),
    jobs,
    take: (point) => {
      points.push(point);
      return formatVaryLine(point);
    },
  });
  say(`\n${points.length} of ${header.points} points in ${out}`);
  const code = endOf('point', points.length, header.points, options.fresh);
  if (points.length > 0) {
    const model = analyse(loadScenario(target), header, points, measures);
    writeModel(model, target, options, view);
    print(formatStudy(model, options.all ?? false));
  }
  return code;
}

function pickMeasures(text: string, history: HistoryData | null): ReturnType<typeof measuresOf> {
  const known = measuresOf(history);
  if (text === 'all') return known;
  return text.split(',').map((id) => {
    const found = known.find((measure) => measure.id === id);
    if (found) return found;
    throw new Stop(`--measures: no measure "${id}"; there are ${known.map((one) => one.id).join(', ')}`, MISUSE);
  });
}

function rangesOf({ parameters, set }: VaryOptions): readonly Range[] {
  if (parameters !== undefined && set !== undefined)
    throw new Stop('--parameters and --set are not given together', MISUSE);
  if (parameters !== undefined) {
    const read = parseParameters(parameters);
    if (!read.ok) throw new Stop(`--parameters: ${read.message}`, MISUSE);
    return read.ranges;
  }
  const found = SETS[set ?? DEFAULT_SET];
  if (found) return found;
  throw new Stop(`--set: no set "${set}"; there are ${Object.keys(SETS).join(', ')}`, MISUSE);
}

function prepare(target: string, options: VaryOptions, history: HistoryData | null): VaryHeader {
  const game = loadScenario(target);
  return {
    kind: 'ridgeline-vary',
    formatVersion: VARY_FORMAT,
    ...gamesOf(game, options),
    points: options.points,
    parameters: parametersOf(rangesOf(options), game.data.scenario.rules),
    rules: RULES_VERSION,
    digest: runDigest(game, history),
  };
}

/** What there is of the study already. Ends the command when the file holds something else. */
function takeUp(path: string, header: VaryHeader, values: readonly number[][]): { points: VaryPoint[]; kept: number } {
  if (!existsSync(path)) return { points: [], kept: 0 };
  const anew = 'choose another file, or --fresh to begin anew';
  const text = readText(path);
  const read = parseVary(text);
  if (!read.ok) throw new Stop(`${path}: ${formatRunFault(read.fault)}; ${anew}`, FINDINGS);
  if (!read.header) {
    if (formatVaryLine(header).startsWith(text)) return { points: [], kept: 0 };
    throw new Stop(`${path}: line 1: not the header of a study; ${anew}`, MISUSE);
  }
  const there = read.header;
  const differ = (Object.keys(header) as (keyof VaryHeader)[]).filter(
    (key) => JSON.stringify(there[key]) !== JSON.stringify(header[key]),
  );
  if (differ.length > 0) throw new Stop(`${path} holds another study: ${differ.join(', ')} differ; ${anew}`, MISUSE);
  const moved = read.points.find((point, i) => JSON.stringify(point.values) !== JSON.stringify(values[i]));
  if (moved) throw new Stop(`${path}: point ${moved.point} lies elsewhere in the design now; ${anew}`, MISUSE);
  return { points: read.points, kept: Buffer.byteLength(text.slice(0, read.length)) };
}
