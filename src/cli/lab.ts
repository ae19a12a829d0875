/** `ridgeline lab`: the laboratory: runs of many games, and what is made of them. One file a sub-command. */
import type { Command } from 'commander';
import { registerBattles } from './lab/battles.ts';
import { registerCalibrate } from './lab/calibrate.ts';
import { registerCompare } from './lab/compare.ts';
import { registerExport } from './lab/export.ts';
import { registerReport } from './lab/report.ts';
import { registerRun } from './lab/run.ts';
import { registerVary } from './lab/vary.ts';
import type { Finish } from './main.ts';

/** Each registers its sub-commands on the group. */
const COMMANDS: readonly ((lab: Command, finish: Finish) => void)[] = [
  registerRun,
  registerExport,
  registerReport,
  registerCompare,
  registerVary,
  registerBattles,
  registerCalibrate,
];

export function registerLab(program: Command, finish: Finish): void {
  const lab = program
    .command('lab')
    .description('the laboratory: runs of many games, their reports, comparisons and calibration')
    .addHelpText(
      'after',
      '\nExamples:' +
        '\n  ridgeline lab run kunlun-pass --seed a --out kunlun.jsonl' +
        '\n  ridgeline lab report kunlun.jsonl',
    );
  for (const register of COMMANDS) register(lab, finish);
}
