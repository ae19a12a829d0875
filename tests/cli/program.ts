/** Starts the command line as a user does, and files for it to work on. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ridgeData } from '../play/ridge.ts';

export const PROGRAM = join(import.meta.dirname, '..', '..', 'bin', 'ridgeline.js');

export interface Ran {
  code: number | null;
  out: string;
  err: string;
}

/** Runs `ridgeline ...args` to its end. */
export function ridgeline(...args: string[]): Ran {
  const { status, stdout, stderr } = spawnSync(process.execPath, [PROGRAM, ...args], {
    encoding: 'utf8',
    maxBuffer: 100_000_000,
    env: { ...process.env, NO_COLOR: '1' },
  });
  return { code: status, out: stdout, err: stderr };
}

/** A folder of its own for a test's files. */
export function scratchFolder(): string {
  return mkdtempSync(join(tmpdir(), 'ridgeline-cli-'));
}

/** Writes the small scenario of the tests as a scenario folder. Returns its path. */
export function writeRidge(into: string): string {
  const folder = join(into, 'ridge');
  mkdirSync(folder, { recursive: true });
  const { scenario, map, oob, air } = ridgeData();
  const sources = { formatVersion: 1, sources: { test: { title: 'Made up', reliability: '-' } } };
  const files = { scenario, map, oob, air, sources };
  for (const [name, data] of Object.entries(files)) writeFileSync(join(folder, `${name}.json`), JSON.stringify(data));
  return folder;
}
