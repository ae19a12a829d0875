/** `ridgeline list`: the scenarios at hand. */
import type { Command } from 'commander';
import { listScenarios, loadScenario } from './files.ts';
import type { Finish } from './main.ts';
import { FINE, formatTable, print } from './terminal.ts';

export function registerList(program: Command, finish: Finish): void {
  program
    .command('list')
    .description('list the scenarios')
    .option('--json', 'one JSON line a scenario')
    .addHelpText('after', '\nExamples:\n  ridgeline list\n  ridgeline list --json')
    .action((options: { json?: boolean }) => {
      const rows: (string | number)[][] = [['id', 'title', 'from', 'to', 'turns', 'map', 'units']];
      for (const id of listScenarios()) {
        const game = loadScenario(id);
        const { scenario } = game.data;
        const units = game.units.length;
        if (options.json) {
          const { version, title, titleZh, startDate, endDate } = scenario;
          const { digest, turns, cols, rows: mapRows, hexKm } = game;
          print(
            JSON.stringify({
              id,
              version,
              digest,
              title,
              titleZh,
              startDate,
              endDate,
              turns,
              cols,
              rows: mapRows,
              hexKm,
              units,
            }),
          );
        } else {
          const map = `${game.cols}x${game.rows} of ${game.hexKm} km`;
          rows.push([id, scenario.title, scenario.startDate, scenario.endDate, game.turns, map, units]);
        }
      }
      if (!options.json) print(formatTable(rows));
      finish(FINE);
    });
}
