/** `ridgeline lab report`: a run beside history, as tables, as a page of its own, as data, as the tables of docs/validation.md. */
import { basename, dirname, join } from 'node:path';
import type { Command } from 'commander';
import type { Game } from '../../core/game.ts';
import { ReportBuilder } from '../../lab/report/build.ts';
import { type EarlierFigures, figuresOf, formatFigures, parseFigures } from '../../lab/report/earlier.ts';
import type { GameReplay, NotableGame, ReportModel } from '../../lab/report/model.ts';
import type { RunHeader } from '../../lab/run/run.ts';
import { gameAddress } from '../../play/link.ts';
import { formatRecord, type GameRecord } from '../../play/record.ts';
import { loadScenario, readText } from '../files.ts';
import type { Finish } from '../main.ts';
import { writeWhole } from '../output.ts';
import { FINDINGS, FINE, MISUSE, print, Stop, say } from '../terminal.ts';
import { addPageOptions, type PageOptions, viewFor, writeModel } from './page.ts';
import { recordOf, refuseReplay } from './replays.ts';
import { formatReport } from './reportText.ts';
import { refuseOtherData, scanGames } from './runFile.ts';
import { soundTold } from './told.ts';
import { fillSection, validationSection } from './validation.ts';

/** Where `npm start` serves the page. */
const SITE = 'http://127.0.0.1:5173/';

interface ReportOptions extends PageOptions {
  figures?: string;
  markdown?: string;
  before?: string;
  site: string;
  scenario?: string;
}

export function registerReport(lab: Command, finish: Finish): void {
  const command = lab
    .command('report')
    .description('set the games of a run beside what the sources say of the battle')
    .argument('<run>', 'a run, finished or not');
  addPageOptions(command, 'the report', ', and the records of its two games beside it')
    .option('--figures <file>', 'write the figures alone, for a later --before')
    .option('--markdown <file>', 'fill the section of the battle in a document: docs/validation.md')
    .option('--before <file>', 'figures of an earlier version, for that section')
    .option('--site <address>', 'the page that opens the two games', SITE)
    .option('--scenario <folder>', 'the scenario, when it is not one of the list')
    .addHelpText(
      'after',
      '\nTables on standard output in any case. Measures that the games miss though the sources agree are listed with the' +
        '\nreason that the history gives.' +
        '\n\nExamples:' +
        '\n  ridgeline lab report kunlun.jsonl' +
        '\n  ridgeline lab report kunlun.jsonl --html kunlun.html --language ja' +
        '\n  ridgeline lab report kunlun.jsonl --markdown docs/validation.md --before docs/validation/kunlun-pass.json',
    )
    .action((path: string, options: ReportOptions) => {
      report(path, options);
      finish(FINE);
    });
}

function report(path: string, options: ReportOptions): void {
  const { html, figures, markdown } = options;
  const site = siteOf(options.site);
  if (options.before !== undefined && markdown === undefined) throw new Stop('--before goes with --markdown', MISUSE);
  const before = options.before === undefined ? null : readFigures(options.before);
  const view = viewFor(options);
  const { model, game, target } = readReport(path, options.scenario);
  if (html !== undefined)
    for (const [name, record] of addReplays(model, game, site, html))
      writeWhole('--html', join(dirname(html), name), formatRecord(record));
  writeModel(model, target, options, view);
  if (figures !== undefined) writeWhole('--figures', figures, formatFigures(figuresOf(model)));
  if (markdown !== undefined) fillDocument(markdown, model, before);
  print(formatReport(model));
  if (html !== undefined) for (const line of replayNotes(model)) say(line);
}

function fillDocument(path: string, model: ReportModel, before: EarlierFigures | null): void {
  const { scenario } = model.run;
  if (before && before.scenario !== scenario)
    throw new Stop(`--before: figures of ${before.scenario}, the run is of ${scenario}`, MISUSE);
  const filled = fillSection(readText(path), scenario, validationSection(model, before));
  if (filled === null) throw new Stop(`${path}: no section of ${scenario}`, FINDINGS);
  writeWhole('--markdown', path, filled);
}

function readFigures(path: string): EarlierFigures {
  const read = parseFigures(readText(path));
  if (!read.ok) throw new Stop(`${path}: ${read.message}`, FINDINGS);
  return read.figures;
}

/** The report of a run file; ends the command with the line and the path of the first fault in it. */
export function readReport(path: string, scenario?: string): { model: ReportModel; game: Game; target: string } {
  let made: { builder: ReportBuilder; game: Game; target: string } | null = null;
  const { header } = scanGames(path, (line, _, run) => {
    made ??= begin(path, run, scenario);
    const fault = made.builder.add(line);
    if (fault !== null) throw new Stop(`${path}: line ${line.game + 1}: ${fault}`, FINDINGS);
  });
  const { builder, game, target } = made ?? begin(path, header, scenario);
  return { model: builder.report(), game, target };
}

/** Loads the scenario that a run was played in, changes made; ends the command when it is not what it was. */
function begin(
  path: string,
  run: RunHeader,
  scenario = run.scenario,
): { builder: ReportBuilder; game: Game; target: string } {
  const game = loadScenario(scenario, run.changes);
  const told = soundTold(scenario);
  refuseOtherData(path, run, game, told.history);
  return { builder: new ReportBuilder(run, { game, ...told }), game, target: scenario };
}

function siteOf(address: string): string {
  if (!/^(https?|file):/.test(address) || !URL.canParse(address))
    throw new Stop(`--site: "${address}" is no address of a page`, MISUSE);
  return new URL(address).href;
}

/** Plays the two games again and puts into the report how they are opened; the records by the name of their file. */
function addReplays(model: ReportModel, game: Game, site: string, html: string): [string, GameRecord][] {
  const stem = basename(html).replace(/\.html?$/i, '');
  const refused = refuseReplay(model.run);
  const records: [string, GameRecord][] = [];
  const add = (kind: 'median' | 'nearest', one: NotableGame): GameReplay => {
    const none = { address: null, file: null };
    if (refused) return { ...none, refused };
    const record = recordOf(game, model.run, one);
    if (!record) return { ...none, refused: 'rules' };
    const file = `${stem}.${kind}.json`;
    records.push([file, record]);
    return { address: gameAddress(site, record), file, refused: null };
  };
  model.median.replay = add('median', model.median);
  model.nearest.replay = add('nearest', model.nearest);
  return records;
}

/** Where the two games lie, or why they can't be opened. */
function replayNotes({ median, nearest }: ReportModel): string[] {
  const reason = {
    changed: 'the page has no changed scenarios: the two games have no link and no record',
    rules: 'the run was played by other rules or opponents than these: the two games have no link and no record',
  };
  const refused = median.replay?.refused ?? nearest.replay?.refused ?? null;
  return refused ? [reason[refused]] : [`the records of both games: ${median.replay?.file}, ${nearest.replay?.file}`];
}
