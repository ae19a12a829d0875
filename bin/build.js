/** Builds the command line into dist-cli/ when it is missing or older than what it is built from. */
import { existsSync, readdirSync, renameSync, rmSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('..', import.meta.url));
export const OUTPUT = join(ROOT, 'dist-cli');
const PROGRAM = 'ridgeline.js';
const CODE = ['core', 'scenario', 'play', 'bots', 'lab', 'cli', 'ui/text', 'ui/locales'];
/** What the view of reports is drawn with, besides. */
const VIEW = ['ui/report', 'ui/widgets', 'ui/style'];
const FOLDERS = [...CODE, ...VIEW].map((name) => join(ROOT, 'src', name));

/** Time of the newest file below a folder, 0 when there is none. */
function newest(folder) {
  if (!existsSync(folder)) return 0;
  let time = 0;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    time = Math.max(time, entry.isDirectory() ? newest(path) : statSync(path).mtimeMs);
  }
  return time;
}

/** Missing or older than a source file. An installed package without sources is never stale. */
export function isStale() {
  const sources = Math.max(...FOLDERS.map(newest));
  const built = join(OUTPUT, PROGRAM);
  return !existsSync(built) || sources > statSync(built).mtimeMs;
}

/** Builds into a folder of its own and swaps it in, so that a program that runs meanwhile never sees half a build. */
export async function build() {
  const started = new Date();
  const { build: bundle } = await import('vite');
  // Started by a test, the view of reports would be built as one of tests.
  const { NODE_ENV = '' } = process.env;
  process.env.NODE_ENV = 'production';
  const fresh = `${OUTPUT}.${process.pid}`;
  const old = `${fresh}.old`;
  try {
    for (const [config, outDir] of [
      ['vite.cli.config.ts', fresh],
      ['vite.report.config.ts', join(fresh, 'report')],
    ])
      await bundle({
        configFile: join(ROOT, config),
        root: ROOT,
        logLevel: 'error',
        build: { outDir, emptyOutDir: true },
      });
    // A source that changes while we build must count as newer than the build.
    utimesSync(join(fresh, PROGRAM), started, started);
    if (existsSync(OUTPUT)) renameSync(OUTPUT, old);
    renameSync(fresh, OUTPUT);
  } catch (error) {
    // Another program may have built at the same time and been first to swap its build in.
    if (isStale()) throw error;
  } finally {
    process.env.NODE_ENV = NODE_ENV;
    rmSync(fresh, { recursive: true, force: true });
    rmSync(old, { recursive: true, force: true });
  }
}
