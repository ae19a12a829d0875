/** `ridgeline lab export`: a run as a table for a spreadsheet or a statistics program. */
import { closeSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import type { Command } from 'commander';
import { tableHead, tableRow } from '../../lab/run/table.ts';
import type { Finish } from '../main.ts';
import { FINE, MISUSE, Stop, say } from '../terminal.ts';
import { scanGames } from './runFile.ts';

export function registerExport(lab: Command, finish: Finish): void {
  lab
    .command('export')
    .description('write a run as a table: a row a game, a column a measure')
    .argument('<run>', 'a run, finished or not')
    .requiredOption('--csv <file>', 'comma-separated values, UTF-8')
    .addHelpText('after', '\nExample:\n  ridgeline lab export kunlun.jsonl --csv kunlun.csv')
    .action((run: string, { csv }: { csv: string }) => {
      exportRun(run, csv);
      finish(FINE);
    });
}

/** The table takes the place of a file that is there only when it is whole. */
function exportRun(run: string, csv: string): void {
  const unfinished = `${csv}.part`;
  const file = open(unfinished);
  try {
    const { games } = scanGames(run, (line) => {
      writeSync(file, `${line.game === 1 ? tableHead(line) : ''}${tableRow(line)}`);
    });
    renameSync(unfinished, csv);
    say(`${games} games in ${csv}`);
  } finally {
    closeSync(file);
    rmSync(unfinished, { force: true });
  }
}

function open(path: string): number {
  try {
    return openSync(path, 'w');
  } catch (error) {
    throw new Stop(`--csv: can't write ${path}: ${(error as Error).message}`, MISUSE);
  }
}
