/** `ridgeline perft`: counts the leaves of the tree of legal actions; dice fall as the seed says. */
import type { Command } from 'commander';
import { apply } from '../core/apply.ts';
import { legalActions } from '../core/legal.ts';
import { perft } from '../core/perft.ts';
import { setup } from '../core/setup.ts';
import { cloneState } from '../core/view.ts';
import { loadScenario } from './files.ts';
import type { Finish } from './main.ts';
import { FINE, print, say, wholeNumber } from './terminal.ts';
import { formatAction } from './text.ts';

export function registerPerft(program: Command, finish: Finish): void {
  program
    .command('perft')
    .description('count the sequences of legal actions from the start of a scenario')
    .argument('<scenario>', 'id or folder of a scenario')
    .requiredOption('--depth <n>', 'actions deep', wholeNumber(1, 6))
    .option('--divide', 'the count below each first action')
    .option('--seed <text>', 'seed of the dice', 'perft')
    .addHelpText(
      'after',
      '\nA large scenario has thousands of actions in each state: depth 2 takes long there.' +
        '\n\nExamples:\n  ridgeline perft kunlun-pass --depth 1\n  ridgeline perft my-scenario/ --depth 2 --divide',
    )
    .action((id: string, options: { depth: number; divide?: boolean; seed: string }) => {
      const game = loadScenario(id);
      const { state } = setup(game, { seed: options.seed, fog: false });
      if (!options.divide) {
        print(String(perft(game, state, options.depth)));
        return finish(FINE);
      }
      let total = 0;
      for (const action of legalActions(game, state)) {
        const next = cloneState(state);
        apply(game, next, action);
        const leaves = perft(game, next, options.depth - 1);
        total += leaves;
        print(`${leaves}\t${formatAction(game, action)}`);
      }
      say(`${total} in all`);
      finish(FINE);
    });
}
