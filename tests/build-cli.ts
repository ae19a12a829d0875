/** Before the tests: the command line is built once, so that tests that start it side by side find it ready. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

export default function setup(): void {
  const program = join(import.meta.dirname, '..', 'bin', 'ridgeline.js');
  const { status, stderr } = spawnSync(process.execPath, [program, '--version'], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`the command line does not start:\n${stderr}`);
}
