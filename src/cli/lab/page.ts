/**
 * A report, a comparison or a study as one file: the page's own view of it (built by `vite.report.config.ts` into `dist-cli/report/`) with the numbers in
 * a JSON script that nothing can break out of. Nothing is loaded from elsewhere.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Command, Option } from 'commander';
import type { CompareModel } from '../../lab/compare/model.ts';
import type { ReportModel } from '../../lab/report/model.ts';
import type { VaryModel } from '../../lab/vary/model.ts';
import { WORD_LANGUAGES } from '../../scenario/words.ts';
import { packageRoot, readText, scenarioFolder } from '../files.ts';
import { writeWhole } from '../output.ts';
import { FINDINGS, Stop } from '../terminal.ts';

/** The script and the style of the view. */
export interface ReportView {
  script: string;
  style: string;
}

/** Reads the built view; ends the command when it is not there. */
export function readView(): ReportView {
  const folder = join(packageRoot(), 'dist-cli', 'report');
  const [script, style] = [join(folder, 'report.js'), join(folder, 'report.css')] as const;
  if (!existsSync(script) || !existsSync(style))
    throw new Stop(`${folder} has no view of reports: "npm run build:cli" makes it`, FINDINGS);
  return { script: readFileSync(script, 'utf8'), style: readFileSync(style, 'utf8') };
}

const ENGLISH = 'en';

/** What is written of a report, a comparison or a study beside its tables: a page, the model itself. */
export interface PageOptions {
  html?: string;
  language: string;
  json?: string;
}

/** Adds the options of what is written; `model` names the model, `more` what lies beside its page. */
export function addPageOptions(command: Command, model: string, more = ''): Command {
  return command
    .option('--html <file>', `write a page that needs nothing else${more}`)
    .addOption(
      new Option('--language <language>', 'of the page').choices([ENGLISH, ...WORD_LANGUAGES]).default(ENGLISH),
    )
    .option('--json <file>', `write ${model} as data`);
}

/** The view, where a page is asked for. To be called before the work: a missing view should not take an hour to be told of. */
export function viewFor({ html }: PageOptions): ReportView | null {
  return html === undefined ? null : readView();
}

/** Writes what is asked for of a model; `target` is the scenario, by id or folder. */
export function writeModel(
  model: Shown,
  target: string,
  { html, language, json }: PageOptions,
  view: ReportView | null,
): void {
  if (html !== undefined && view) writeWhole('--html', html, pageOf(model, wordsOf(target, language), language, view));
  if (json !== undefined) writeWhole('--json', json, `${JSON.stringify(model)}\n`);
}

/** The scenario's words in a language, null where it has none. */
function wordsOf(target: string, language: string): unknown {
  const path = join(scenarioFolder(target), 'words', `${language}.json`);
  return existsSync(path) ? (JSON.parse(readText(path)) as unknown) : null;
}

type Shown = ReportModel | CompareModel | VaryModel;

/** The file: `language` as the page names it, `words` the scenario's own in that language, null where it has none. */
export function pageOf(model: Shown, words: unknown, language: string, { script, style }: ReportView): string {
  // What looks like the end of a script ends it in a string as well; there `\/` is `/`.
  const code = script.replace(/<\/(?=script)/gi, '<\\/');
  const hash = createHash('sha256').update(code).digest('base64');
  const policy = `default-src 'none'; script-src 'sha256-${hash}'; style-src 'unsafe-inline'; img-src data: blob:; font-src data:`;
  return [
    '<!doctype html>',
    `<html lang="${text(language)}">`,
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    `<title>${text(model.title)}</title>`,
    `<style>${style.replace(/<\/(?=style)/gi, '<\\/')}</style>`,
    '</head>',
    '<body>',
    '<main id="report"></main>',
    ...data('model', model),
    ...(words === null ? [] : data('words', words)),
    `<script>${code}</script>`,
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

function data(id: string, value: unknown): string[] {
  return [`<script type="application/json" id="${id}">${JSON.stringify(value).replaceAll('<', '\\u003c')}</script>`];
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text as text, whatever is in it. */
function text(raw: string): string {
  return raw.replace(/[&<>"']/g, (letter) => ENTITIES[letter] as string);
}
