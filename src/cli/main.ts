/** The command line: `ridgeline COMMAND`. One file a command; each registers itself on the program. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command, CommanderError } from 'commander';
import { registerArena } from './arena.ts';
import { registerBench } from './bench/bench.ts';
import { packageRoot } from './files.ts';
import { registerLab } from './lab.ts';
import { registerList } from './list.ts';
import { registerPerft } from './perft.ts';
import { registerReplay } from './replay.ts';
import { registerShow } from './show.ts';
import { registerSim } from './sim.ts';
import { FINE, MISUSE, Stop, say } from './terminal.ts';
import { registerValidate } from './validate.ts';

/** What a command hands back: its exit code. */
export type Finish = (code: number) => void;

/** Runs the command line. Returns the exit code: 0 fine, 1 findings, 2 misuse, 130 interrupted. */
export async function main(argv: readonly string[]): Promise<number> {
  let code: number = FINE;
  const finish: Finish = (given) => {
    code = given;
  };
  // A reader that has seen enough (`| head`) is no fault.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(code);
    throw error;
  });
  const { version } = JSON.parse(readFileSync(join(packageRoot(), 'package.json'), 'utf8')) as { version: string };
  const program = new Command('ridgeline')
    .description('Operational wargames: scenarios, batches of bot games, replays.')
    .version(version)
    .exitOverride()
    .showHelpAfterError('(add --help for the options and examples)')
    .addHelpText(
      'after',
      '\nExit codes: 0 fine, 1 findings (an invalid file, a replay that diverges), 2 misuse, 130 interrupted.' +
        '\nData goes to standard output, prose and progress to standard error.',
    );
  for (const register of [
    registerList,
    registerValidate,
    registerSim,
    registerArena,
    registerReplay,
    registerShow,
    registerPerft,
    registerBench,
    registerLab,
  ])
    register(program, finish);
  try {
    await program.parseAsync([...argv]);
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? FINE : MISUSE;
    if (error instanceof Stop) {
      say(`ridgeline: ${error.message}`);
      return error.code;
    }
    throw error;
  }
  return code;
}
