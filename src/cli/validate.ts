/** `ridgeline validate`: what is wrong with scenarios and game records, each fault with its file and path. */
import type { Command } from 'commander';
import { formatFault, parseRecord } from '../play/record.ts';
import { isFile, listScenarios, readText, scenarioFindings } from './files.ts';
import type { Finish } from './main.ts';
import { FINDINGS, FINE, print, say } from './terminal.ts';

export function registerValidate(program: Command, finish: Finish): void {
  program
    .command('validate')
    .description('check scenarios and game records')
    .argument('[targets...]', 'ids or folders of scenarios, or files of recorded games (default: all scenarios)')
    .addHelpText(
      'after',
      '\nOne line a fault, "file: path: message", on standard output; exit code 1 when there are any.' +
        '\n\nExamples:\n  ridgeline validate\n  ridgeline validate kunlun-pass\n  ridgeline validate my-scenario/ game.json',
    )
    .action((targets: string[]) => {
      const list = targets.length > 0 ? targets : listScenarios();
      let faults = 0;
      for (const target of list) {
        const found = isFile(target) ? { faults: recordFaults(target), gaps: [] } : scenarioFindings(target);
        found.faults.forEach(print);
        found.gaps.forEach(say);
        faults += found.faults.length;
        say(`${target}: ${found.faults.length === 0 ? 'valid' : `${found.faults.length} faults`}`);
      }
      finish(faults > 0 ? FINDINGS : FINE);
    });
}

function recordFaults(path: string): string[] {
  const parsed = parseRecord(readText(path));
  return parsed.ok ? [] : parsed.faults.map((fault) => `${path}: ${formatFault(fault)}`);
}
